import { Type, type Static } from "typebox";

const text = (description: string, maxLength = 2_000) => Type.Optional(Type.String({ minLength: 1, maxLength, description }));

/** Where a document was had, what answered, and how what is known of it is known. What is not known is left out. */
export const Provenance = Type.Object(
  {
    from: text("The file's own name, or the address that was asked for."),
    within: text("The archive, feed or mailbox that it came in."),
    had: text("When it was had (ISO 8601, UTC), where that is not when it was kept.", 40),
    answer: Type.Optional(
      Type.Object(
        {
          url: text("The address that answered, after all redirects."),
          status: Type.Optional(Type.Integer({ minimum: 100, maximum: 599 })),
          server: text("The network address that the connection went to.", 60),
          type: text("What the answer called itself (Content-Type).", 200),
          etag: text("ETag.", 300),
          modified: text("Last-Modified.", 100),
        },
        { additionalProperties: false, description: "What answered." },
      ),
    ),
    publishedBy: text("How the date of publication is known.", 100),
    langBy: text("How the language is known.", 100),
    pages: Type.Optional(Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 10_000, description: "Where each page of a PDF begins: UTF-16 offsets into the text." })),
  },
  { additionalProperties: false, title: "Provenance", description: "Where a document was had, and how what is known of it is known" },
);
export type Provenance = Static<typeof Provenance>;
