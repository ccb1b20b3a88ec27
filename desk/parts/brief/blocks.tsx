import type { Brief } from "../../api/schema.ts";
import { Sentences } from "./sentence.tsx";

type Block = Brief["sections"][number]["blocks"][number];

/** Paragraphs, and points in one list where they follow one another. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === "point" && block.kind === "point") last.push(block);
    else groups.push([block]);
  }
  return groups.map((group, i) =>
    group[0]?.kind === "point" ? <ul key={i}>{group.map(({ sentences }, j) => <li key={j}><Sentences sentences={sentences} /></li>)}</ul> : <p key={i}><Sentences sentences={group[0]?.sentences ?? []} /></p>);
}
