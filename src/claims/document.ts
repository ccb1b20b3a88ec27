import { Type, type Static } from "typebox";

const text = (description: string) => Type.Union([Type.String({ minLength: 1 }), Type.Null()], { description });

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
  },
  { additionalProperties: false, title: "Document", description: "One text as published" },
);
export type Document = Static<typeof Document>;
