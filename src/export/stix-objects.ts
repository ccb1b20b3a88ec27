import { CLAIM_FIELDS, formatDay, isDigest, outletText, parseDay, webAddress, type Claim, type Source } from "../claims/index.ts";
import { summaryOf, type DocumentRef, type ExportRecord, type Position } from "./record.ts";
import { compact, extended, idOf, MAPPED_AT, toObject, type StixObject } from "./stix-core.ts";

function identity(what: string, name: string | null, identityClass: string): StixObject | null {
  return name === null ? null : toObject({ type: "identity", id: idOf("identity", what, name), name, identity_class: identityClass });
}

export const forceOf = ({ force }: Claim): StixObject | null => identity("force", force, "organization");
export const outletOf = ({ outlet }: DocumentRef): StixObject | null => identity("outlet", outlet, "organization");

/** Who vouches: a person, else a body, else those who hold a role ("officials"). */
export function sourceOf(source: Source | null): StixObject | null {
  if (source === null) return null;
  const { person, role, organisation } = source;
  const name = person ?? organisation ?? role;
  if (name === null) return null;
  const identityClass = person !== null ? "individual" : organisation !== null ? "organization" : "class";
  const roles = role === null || role === name ? [] : [role];
  const description = organisation === null || organisation === name ? null : `Speaks for ${organisation}`;
  const id = idOf("identity", "source", person, role, organisation);
  return toObject({ type: "identity", id, name, identity_class: identityClass, roles, description });
}

/** The place of a claim; null where neither a country nor a position is known, which STIX does not take for a location. */
export function locationOf({ place, country }: Claim, position: Position | null): StixObject | null {
  if (country === null && position === null) return null;
  const { lat = null, lon = null } = position ?? {};
  const id = idOf("location", country, place, lat, lon);
  return toObject({ type: "location", id, name: place, country, latitude: lat, longitude: lon });
}

// What a day, a month and a year want to be a day.
const MISSING = ["", "-01", "-01-01"];

/** The first moment of a day, month or year of publication, or null. */
function startOf(published: string | null): string | null {
  const day = published === null ? null : MISSING.map((rest) => parseDay(published + rest)).find((found) => found !== null);
  return day == null ? null : `${formatDay(day)}T00:00:00.000Z`;
}

/** From the first version on, to this one. STIX wants both, the second no earlier, and the first the same in every version. */
function versionOf({ published }: DocumentRef, exportedAt: string): { created: string; modified: string } {
  const created = startOf(published) ?? MAPPED_AT;
  return { created, modified: created > exportedAt ? created : exportedAt };
}

// RFC 5646, as far as its shape goes.
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;
const langOf = ({ lang }: DocumentRef): string | null => (lang !== null && LANGUAGE_TAG.test(lang) ? lang : null);

/** Only what was published on a known day is a STIX report, which must have one. */
const documentType = ({ published }: DocumentRef): "report" | "grouping" => (startOf(published) === null ? "grouping" : "report");
export const documentId = (document: DocumentRef): string => idOf(documentType(document), document.sha256);

/** The document, as what its claims and all that they name belong to. */
export function documentOf(document: DocumentRef, refs: readonly string[], exportedAt: string): StixObject {
  const { sha256, title, outlet, author, published, kind, summarises, via } = document;
  const url = webAddress(document.url);
  const type = documentType(document);
  return toObject({
    type, id: documentId(document), ...versionOf(document, exportedAt),
    name: title ?? `${outlet ?? "Document"}, ${published ?? "undated"}`,
    ...(type === "report" ? { published: startOf(published) } : { context: "unspecified" }),
    lang: langOf(document), description: isDigest(document) ? `A digest: ${outletText(document)}` : null,
    external_references: [compact({
      source_name: outlet ?? "document", description: title, url,
      // STIX keeps hashes for what an address leads to.
      ...(url === null ? { external_id: `sha256:${sha256}` } : { hashes: { "SHA-256": sha256 } }),
    })],
    object_refs: refs,
    extensions: extended({ document_id: document.id, sha256, title, outlet, author, published, kind, summarises, via }),
  });
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The claim: its words for every reader, its fields for those who know the extension. */
export function noteOf({ id, review, claim, document }: ExportRecord, refs: readonly string[], exportedAt: string): StixObject {
  const fields = Object.fromEntries(CLAIM_FIELDS.filter((field) => field !== "evidence").map((field) => [snakeCase(field), claim[field]]));
  const { text, start, end } = claim.evidence;
  return toObject({
    type: "note", id: idOf("note", id), ...versionOf(document, exportedAt), lang: langOf(document),
    abstract: summaryOf(claim), content: text, object_refs: [documentId(document), ...refs],
    extensions: extended({ claim_id: id, review, ...fields, evidence_start: start, evidence_end: end, reader: claim.reader }),
  });
}

const AGREEMENT: Readonly<Record<string, string>> = { accepted: "agree", corrected: "agree", rejected: "disagree" };

/** What the person who looked at the reading thinks of it; null where nobody did. */
export function opinionOf({ id, review, document }: ExportRecord, noteId: string, exportedAt: string): StixObject | null {
  const opinion = AGREEMENT[review];
  if (opinion === undefined) return null;
  const explanation = "A person compared the note with the report. This is no judgement of whether the report is right.";
  // An opinion is of another than the one who made the object; persons are not named.
  return toObject({
    type: "opinion", id: idOf("opinion", id), created_by_ref: null, ...versionOf(document, exportedAt),
    opinion, explanation, object_refs: [noteId],
  });
}
