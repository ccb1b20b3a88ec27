import fc from "fast-check";

const PIECES = ["soldiers", "2,000", "U.S.", "Gen.", "“", "”", '"', "'s", "’", ".", "?!", "...", "\n", "\n\n", " ", "\u00a0", "–", "(", ")", "Київ", "🚜", "e\u0301", "\ud83d", "3.5", "10-12"] as const;

/** Texts like news and unlike it: broken quotations, emoji, halves of surrogate pairs, other scripts. */
export const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(" ")),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
);
