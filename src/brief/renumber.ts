import type { Brief, Segment, Sentence } from "../claims/index.ts";

const numbersIn = (sentence: readonly Segment[]): number[] => sentence.flatMap((segment) => (segment.kind === "reference" ? [segment.number] : []));

/** Every sentence of a brief that is read as such, in the order in which it is read. */
export const sentencesOf = ({ headline, notes, sections }: Pick<Brief, "headline" | "notes" | "sections">): Sentence[] =>
  [...headline, ...notes, ...sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences))];

/** Numbers the references in the order in which they are met: first in the sentences, then in the table. */
export function renumber(brief: Brief): Brief {
  const met = [...sentencesOf(brief).flatMap(numbersIn), ...brief.table.map(({ reference }) => reference)];
  const numbers = new Map([...new Set(met)].map((old, i) => [old, i + 1]));
  const to = (old: number): number => numbers.get(old) as number;
  const inSentence = (sentence: Sentence): Sentence => inOrder(sentence.map((segment) => (segment.kind === "reference" ? { ...segment, number: to(segment.number) } : segment)));
  return {
    ...brief,
    headline: brief.headline.map(inSentence),
    sections: brief.sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => ({ ...block, sentences: block.sentences.map(inSentence) })) })),
    marks: brief.marks.map((mark) => ({ ...mark, reference: to(mark.reference) })),
    table: brief.table.map((row) => ({ ...row, reference: to(row.reference) })),
    references: brief.references.map((reference) => ({ ...reference, number: to(reference.number) })).sort((a, b) => a.number - b.number),
  };
}

/** References that follow each other stand in the order of their numbers. */
function inOrder(sentence: Sentence): Sentence {
  const runs: Segment[][] = [];
  for (const segment of sentence) {
    const last = runs.at(-1);
    if (segment.kind === "reference" && last?.[0]?.kind === "reference") last.push(segment);
    else runs.push([segment]);
  }
  return runs.flatMap((run) => run.sort((a, b) => (a.kind === "reference" && b.kind === "reference" ? a.number - b.number : 0)));
}
