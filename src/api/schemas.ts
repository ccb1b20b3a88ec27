import { Type, type TSchema } from "typebox";
import { Claim, Document } from "../claims/index.ts";
import { Problem } from "./problem.ts";

/** A value or nothing. */
export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const MOST_PER_PAGE = 200;

/** How a list is asked for: `cursor` is the `next` of the page before. */
export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_PER_PAGE, default: 50, description: "How many at most." })),
  cursor: Type.Optional(Type.String({ maxLength: 400, description: "The `next` of the page before." })),
};

/** A page of a list. */
export const pageOf = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: orNull(Type.String({ description: "What to give as `cursor` for the page after; null on the last one." })) });

export const Day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "YYYY-MM-DD" });
export const AsKnown = Type.Optional(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "As it was known at the end of this day (UTC)." }));

/** Why something is done, for those who come after. */
export const Why = Type.Optional(orNull(Type.String({ minLength: 1, maxLength: 2_000, description: "Why, for those who come after you." })));

/** The entry that a request wrote. */
export const EntryRef = Type.Object({ entry: Type.Integer({ description: "Number of the entry that was written; it can be undone." }) }, { title: "EntryRef" });

/** A claim as an entry left it, though somebody else may have changed it since. */
export const ClaimState = Type.Object({ id: Type.String(), etag: Type.String({ description: "What If-Match takes for the next change of this claim." }) }, { title: "ClaimState" });

export const Review = Type.Enum(["unreviewed", "accepted", "corrected", "rejected"]);

const { text: _, ...documentFields } = Document.properties;
export const KeptDocument = Type.Object(documentFields, { title: "KeptDocument", description: "A document without its text." });

export const DocumentItem = Type.Object(
  {
    sha256: Type.String(),
    status: Type.Enum(["kept", "replaced", "withdrawn", "erased", "stopped"]),
    document: orNull(KeptDocument),
    replacedBy: orNull(Type.String()),
    reader: orNull(Type.String({ description: "Reader and language pack of the latest reading." })),
    added: Type.String({ description: "When it was added." }),
    entry: Type.Integer({ description: "The entry that added it." }),
    claims: Type.Integer({ description: "How many claims of it count." }),
    unreviewed: Type.Integer({ description: "How many of them nobody has reviewed." }),
  },
  { title: "DocumentItem" },
);

export const ClaimItem = Type.Object(
  {
    id: Type.String(),
    document: Type.String({ description: "SHA-256 of its document." }),
    position: Type.Integer({ description: "Its place among the claims of its document, from 0." }),
    claim: Claim,
    review: Review,
    etag: Type.String({ description: "What If-Match takes for a change of this claim." }),
  },
  { title: "ClaimItem" },
);

export const EntryItem = Type.Object(
  {
    seq: Type.Integer(),
    time: Type.String(),
    actor: Type.String(),
    kind: Type.String(),
    summary: Type.String(),
    why: orNull(Type.String()),
    undoneBy: orNull(Type.Integer()),
    erased: Type.Boolean({ description: "Whether what it said was erased." }),
  },
  { title: "EntryItem" },
);

/** The answers that every route may give besides its own. */
export const problems = (...statuses: readonly number[]): Record<number, typeof Problem> => Object.fromEntries([400, 500, ...statuses].map((status) => [status, Problem]));
