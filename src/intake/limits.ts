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
  /** Bytes looked at to tell the format of standard input. */
  sniffBytes: 65_536,
} as const;
