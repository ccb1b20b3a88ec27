/**
 * What one input may cost. Everything from outside is hostile until measured; a limit that is hit
 * becomes an issue that names it, never a truncated document.
 */
export const LIMITS = {
  /** Bytes of one file, or of standard input. */
  fileBytes: 50_000_000,
  /** Bytes of one HTML page: building its tree costs some thirty times its size in memory. */
  pageBytes: 8_000_000,
  /**
   * Elements of one HTML page, and the sum of their depths and the greatest: finding the article takes more than linear time in these.
   * Pages of news sites have 500 to 5,000 elements, 10 to 30 deep.
   */
  pageElements: 30_000,
  pageDepths: 500_000,
  pageDepth: 200,
  /** UTF-16 units of one document's text. */
  documentCharacters: 2_000_000,
  /** Lines of one JSON Lines file. */
  lines: 1_000_000,
  /** Bytes of one JSON line: a full document with every character escaped. */
  lineBytes: 13_000_000,
  /** Characters of the front matter of a Markdown file. */
  frontMatterCharacters: 16_000,
  /** Characters of a title, a name or an address in a page's metadata. */
  metadataCharacters: 1_000,
  /** Bytes looked at to tell a format. */
  sniffBytes: 65_536,
  /** Bytes of a feed or of a list of feeds. */
  feedBytes: 10_000_000,
  /** Entries of one feed that are looked at, the first ones; feeds of a list. */
  feedEntries: 1_000,
  listedFeeds: 2_000,
  /** Bytes of one message of a mailbox, and of one post of a Telegram export. */
  messageBytes: 25_000_000,
  postBytes: 2_000_000,
  /** Records, messages or posts of one archive, and times that it may grow when it is unpacked: text rarely shrinks to a fortieth. */
  archiveRecords: 50_000_000,
  archiveGrowth: 200,
  /** Bytes that an archive may unpack to whatever its growth. */
  archiveFreeBytes: 100_000_000,
  /** Pages of a PDF, and milliseconds that one may take. */
  pdfPages: 5_000,
  pdfMs: 60_000,
  /** Files inside of a DOCX, and bytes of those that are read, unpacked. */
  docxFiles: 5_000,
  docxBytes: 40_000_000,
  /** Files below one folder. */
  folderFiles: 1_000_000,
} as const;
