import { Type, type Static } from "typebox";

const text = (description: string) => Type.Union([Type.String({ minLength: 1 }), Type.Null()], { description });

/** What a document is, where it is not a report as it was published. */
export const DOCUMENT_KINDS = ["digest"] as const;

/** One text as published. `text` is the untouched original that every span points into. */
export const Document = Type.Object(
  {
    id: Type.String({ minLength: 1, description: "Stable within one run; defaults to the file's name or the text's hash." }),
    text: Type.String({ description: "The untouched text." }),
    sha256: Type.String({ pattern: "^[0-9a-f]{64}$", description: "SHA-256 of the document's bytes as received." }),
    published: text("EDTF date of publication: the reference date for everything relative."),
    lang: text("BCP 47 tag."),
    title: text("Headline, where it is kept apart from the text."),
    outlet: text("Who published it."),
    author: text("Byline."),
    url: text("Where it was had."),
    // Absent in a report as it was published, and so in all that was kept before there were digests.
    kind: Type.Optional(Type.Enum([...DOCUMENT_KINDS], { description: "digest: a report retold by a desk; the words are the desk's own." })),
    summarises: Type.Optional(Type.String({ minLength: 1, description: "digest: address of the report that it retells." })),
    via: Type.Optional(Type.String({ minLength: 1, description: "digest: the outlet that published that report; a forwarded post: whom it was forwarded from." })),
  },
  { additionalProperties: false, title: "Document", description: "One text as published" },
);
export type Document = Static<typeof Document>;

/** What is known of a document besides its text. */
export type DocumentRef = Omit<Document, "text">;

/** Whether the words of a document are a desk's summary and not those of the outlet that reported. */
export const isDigest = ({ kind }: Pick<Document, "kind">): boolean => kind === "digest";

/** Whose report it is: the outlet's, or, of a digest, that of the outlet which it summarises. */
export const reporterOf = ({ outlet, via }: Pick<Document, "outlet" | "via">): string | null => via ?? outlet;

/** Who put a report into words of their own; null where the words are the outlet's. */
export const digestByOf = (document: Pick<Document, "kind" | "outlet">): string | null => (isDigest(document) ? (document.outlet ?? "a digest") : null);

/** A document's outlet as every view names it: "Reuters", or of a digest "Reuters, in the words of Muster digest". */
export const outletText = (document: Pick<Document, "kind" | "outlet" | "via">): string | null => inTheWordsOf(reporterOf(document), digestByOf(document));

/** The same of what is kept of a document with its claims. */
export const inTheWordsOf = (reporter: string | null, digestBy: string | null): string | null =>
  digestBy === null ? reporter : `${reporter ?? "an outlet that is not named"}, in the words of ${digestBy}`;
