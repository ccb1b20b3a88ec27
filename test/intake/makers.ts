// Files of every format, made for a test.
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { WARCRecord, WARCSerializer } from "warcio";

const xml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A PDF with lines of text on each page; an empty line leaves a gap. */
export function pdf(pages: readonly (readonly string[])[], info: Record<string, string> = {}): Buffer {
  const objects: string[] = [];
  objects.push("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push(`<< /Type /Pages /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ")}] /Count ${pages.length} >>`);
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  pages.forEach((lines, i) => {
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`);
    const content = `BT /F1 12 Tf 72 720 Td 14 TL ${lines.map((line) => `(${line.replace(/[()\\]/g, "\\$&")}) Tj T*`).join(" ")} ET`;
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  return pdfOf(objects, info);
}

/** A PDF of these objects, of which the first is its catalogue. */
function pdfOf(objects: readonly string[], info: Record<string, string> = {}): Buffer {
  const all = [...objects, `<< ${Object.entries(info).map(([name, value]) => `/${name} (${value})`).join(" ")} >>`];
  let out = "%PDF-1.4\n";
  const offsets = all.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.from(`${out}xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${all.length + 1} /Root 1 0 R /Info ${all.length} 0 R >>\nstartxref\n${out.length}\n%%EOF\n`, "latin1");
}

/** A PDF of two kilobytes whose only page is a picture of ten pictures, each of ten, and so on: nobody lives to see its text. */
export function endlessPdf(depth = 12): Buffer {
  const FIRST = 4;
  const stream = (content: string, entries: string) => `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const uses = (next: number) => `/Resources << /Font << /F1 3 0 R >> /XObject << /X ${next} 0 R >> >>`;
  const form = (level: number) => {
    const entries = `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${uses(FIRST + level + 2)}`;
    return level < depth ? stream("/X Do ".repeat(10), entries) : stream("BT /F1 1 Tf (x) Tj ET", entries);
  };
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>", `<< /Type /Pages /Kids [${FIRST} 0 R] /Count 1 >>`, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] ${uses(FIRST + 1)} /Contents ${FIRST + depth + 2} 0 R >>`,
    ...Array.from({ length: depth + 1 }, (_, level) => form(level)), stream("/X Do", ""),
  ]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The parts of a DOCX with these paragraphs. */
export function docxParts(paragraphs: readonly string[], core = ""): Record<string, Uint8Array> {
  const parts: Record<string, string> = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "docProps/core.xml": `<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">${core}</cp:coreProperties>`,
    "word/document.xml": `<?xml version="1.0"?><w:document ${W}><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${xml(text)}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`,
    "word/media/picture.png": "not read",
  };
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]));
}

export const docx = (paragraphs: readonly string[], core?: string): Uint8Array => zipSync(docxParts(paragraphs, core));

/** A mail message; lines end as mail's do. */
export const mail = (headers: Record<string, string>, body: string): Buffer =>
  Buffer.from(`${Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join("\n")}\n\n${body}`.replaceAll("\n", "\r\n"));

export interface Archived {
  url: string;
  body: string | Uint8Array;
  type?: string;
  status?: number;
  headers?: Record<string, string>;
  date?: string;
}

/** A web archive with one response a page. */
export async function warc(pages: readonly Archived[], gzip = false): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for (const page of pages) parts.push(await warcRecord(page, gzip));
  return Buffer.concat(parts);
}

export async function warcRecord({ url, body, type = "text/html; charset=utf-8", status = 200, headers = {}, date = "2023-11-01T12:00:00Z" }: Archived, gzip = false): Promise<Uint8Array> {
  async function* content(): AsyncGenerator<Uint8Array> {
    yield typeof body === "string" ? Buffer.from(body) : body;
  }
  const record = WARCRecord.create({ url, date, type: "response", warcVersion: "WARC/1.1", httpHeaders: { "Content-Type": type, ...headers }, statusline: `HTTP/1.1 ${status} OK` }, content());
  return WARCSerializer.serialize(record, { gzip });
}

export const gzip = (bytes: string | Uint8Array): Buffer => gzipSync(bytes);
