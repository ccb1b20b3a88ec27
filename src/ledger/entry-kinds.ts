import { Type, type Static, type TSchema } from "typebox";
import { CLAIM_FIELDS, Claim, Document, Provenance, RELIABILITIES } from "../claims/index.ts";

const closed = { additionalProperties: false };
const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$", description: "SHA-256." });
const ClaimId = Type.String({ pattern: "^[0-9a-f]{16}$", description: "A claim's id." });
const Seq = Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 });
const Name = Type.String({ minLength: 1, maxLength: 500 });
const Url = Type.String({ minLength: 1, maxLength: 2000 });
const Text = Type.String({ minLength: 1, maxLength: 20_000 });
const ClaimIds = Type.Array(ClaimId, { minItems: 2, maxItems: 10_000, uniqueItems: true });

const { text: _, ...documentFields } = Document.properties;

/** A document without its text, which is kept beside the entries under its hash. */
const KeptDocument = Type.Object(documentFields, closed);

export const ClaimsRead = Type.Object(
  {
    document: Sha256,
    reader: Type.String({ minLength: 1, maxLength: 200, description: "Reader and language pack, with versions." }),
    claims: Type.Array(Type.Object({ id: ClaimId, claim: Claim }, closed)),
  },
  closed,
);

const OfClaim = Type.Object({ claim: ClaimId, document: Sha256 }, closed);

/** What may be corrected: all that a reader fills but the words themselves; a field of a part is written `quantity.low`. */
export const CORRECTABLE = CLAIM_FIELDS.filter((field) => field !== "evidence");

const Change = Type.Object(
  {
    field: Type.String({ pattern: `^(?:${CORRECTABLE.join("|")})(?:\\.[a-z]{1,20})?$` }),
    old: Type.Unknown({ description: "The value that was corrected." }),
    new: Type.Unknown(),
  },
  closed,
);

interface KindOf<S extends TSchema> {
  body: S;
  /** Whether the body may be shown outside of the desk (`muster export --format bundle --public`). */
  isPublic: boolean;
  /**
   * The things whose rows change with such an entry ("document:ab12…"), so that they are made anew from all their entries.
   * What an "undone" is about is looked up: it is about whatever it undoes.
   */
  subjects: (body: Static<S>, seq: number) => string[];
}

const kind = <S extends TSchema>(body: S, isPublic: boolean, subjects: KindOf<S>["subjects"]): KindOf<S> => ({ body, isPublic, subjects });

export const documentSubject = (sha256: string): string => `document:${sha256}`;
const ofDocument = ({ document }: { document: string }): string[] => [documentSubject(document)];
const ofSource = ({ source }: { source: string }): string[] => [`source:${source}`];
const ofSituation = ({ name }: { name: string }): string[] => [`situation:${name}`];
const ofFeed = ({ url }: { url: string }): string[] => [`feed:${url}`];
const ofStatement = (_body: unknown, seq: number): string[] => [`statement:${seq}`];

const Situation = Type.Object({ name: Name, force: Name, place: Name }, closed);

const AnnouncementId = Type.String({ pattern: "^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$", description: "UUID of an announcement, by which a receiver knows it again." });
const Receiver = Type.Union([Type.Literal("output"), Sha256], { description: "Standard output, or SHA-256 of a receiver's address, which may hold a secret." });
const Day = Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$" });

const Announcement = Type.Object(
  {
    id: AnnouncementId,
    situation: Name,
    kind: Type.Enum(["statement", "conflict", "change"]),
    sides: Type.Array(Type.Array(ClaimId, { maxItems: 10_000, uniqueItems: true }), { minItems: 1, maxItems: 2, description: "The claims behind it; of a conflict those of either side." }),
    change: Type.Union([Type.Object({ direction: Type.Enum(["up", "down"]), from: Day, to: Day }, closed), Type.Null()]),
  },
  closed,
);

/** Every kind of entry: its body's schema, and what it is about. To add a kind, add a line. */
export const ENTRY_KINDS = {
  "document added": kind(
    Type.Object({ document: KeptDocument, bytes: Type.Integer({ minimum: 1 }), text: Sha256, provenance: Type.Optional(Provenance) }, closed), true,
    ({ document }) => [documentSubject(document.sha256)],
  ),
  // The gate stopped it: it was seen, and nothing of it is kept but this.
  "document stopped": kind(Type.Object({ document: Sha256, url: Type.Union([Url, Type.Null()]) }, closed), true, ofDocument),
  "document versioned": kind(
    Type.Object({ document: Sha256, replaces: Sha256 }, closed), true,
    ({ document, replaces }) => [documentSubject(document), documentSubject(replaces)],
  ),
  "document withdrawn": kind(Type.Object({ document: Sha256 }, closed), true, ofDocument),
  "document erased": kind(
    Type.Object(
      {
        document: Sha256,
        entries: Type.Array(Seq, { description: "The entries whose bodies were erased with it." }),
        blobs: Type.Array(Sha256, { description: "The bytes and texts that were erased." }),
      },
      closed,
    ),
    true, ofDocument,
  ),
  "claims read": kind(ClaimsRead, true, ofDocument),
  "reader re-run": kind(ClaimsRead, true, ofDocument),
  "claim accepted": kind(OfClaim, true, ofDocument),
  "claim corrected": kind(
    Type.Object({ claim: ClaimId, document: Sha256, changes: Type.Array(Change, { minItems: 1, maxItems: 100 }) }, closed), true, ofDocument,
  ),
  "claim rejected": kind(OfClaim, true, ofDocument),
  "claim restored": kind(OfClaim, true, ofDocument),
  "source graded": kind(Type.Object({ source: Name, reliability: Type.Enum([...RELIABILITIES]) }, closed), false, ofSource),
  "source aliased": kind(Type.Object({ source: Name, alias: Name }, closed), true, ofSource),
  "source leaning set": kind(Type.Object({ source: Name, leaning: Type.String({ minLength: 1, maxLength: 60 }) }, closed), false, ofSource),
  "statements joined": kind(Type.Object({ claims: ClaimIds }, closed), true, ofStatement),
  "statements split": kind(Type.Object({ claims: ClaimIds }, closed), true, ofStatement),
  "situation defined": kind(Situation, true, ofSituation),
  "situation changed": kind(Situation, true, ofSituation),
  "feed added": kind(Type.Object({ url: Url }, closed), false, ofFeed),
  "feed paused": kind(Type.Object({ url: Url }, closed), false, ofFeed),
  "feed removed": kind(Type.Object({ url: Url }, closed), false, ofFeed),
  // What was told as new, without a word of it: it is told from what the ledger holds when it is sent.
  "announcement made": kind(Announcement, false, () => []),
  "announcement delivered": kind(Type.Object({ announcement: AnnouncementId, to: Receiver }, closed), false, () => []),
  note: kind(Type.Object({ text: Text, about: Type.Union([ClaimId, Sha256, Type.Null()]) }, closed), false, () => []),
  undone: kind(Type.Object({ entries: Type.Array(Seq, { minItems: 1, maxItems: 1_000_000, uniqueItems: true }) }, closed), true, () => []),
} as const;

export type EntryKind = keyof typeof ENTRY_KINDS;
export type BodyOf<K extends EntryKind> = Static<(typeof ENTRY_KINDS)[K]["body"]>;

export const isEntryKind = (text: string): text is EntryKind => Object.hasOwn(ENTRY_KINDS, text);

/** What an entry is about; nothing for an "undone", whose subjects are those of the entries that it undoes. */
export function subjectsOf(entryKind: EntryKind, body: unknown, seq: number): string[] {
  return (ENTRY_KINDS[entryKind] as KindOf<TSchema>).subjects(body, seq);
}
