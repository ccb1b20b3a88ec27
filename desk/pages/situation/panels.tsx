import type { Brief } from "../../api/schema.ts";
import { citationOf } from "../../parts/brief/citations.tsx";
import { referencesIn, Sentences, textOf } from "../../parts/brief/sentence.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import styles from "./panels.module.css";

type Section = Brief["sections"][number];

/** What is known, changed, contested, denied, announced and unclear, each sentence with its references. */
export const Panels = ({ brief }: { brief: Brief }) => (
  <div className={styles["panels"]}>{brief.sections.map((section) => <Panel key={section.id} section={section} references={brief.references} />)}</div>
);

const Panel = ({ section, references }: { section: Section; references: Brief["references"] }) => (
  <section className={styles["panel"]} data-section={section.id} aria-labelledby={`section-${section.id}`}>
    <header>
      <h2 id={`section-${section.id}`}>{section.title}</h2>
      <CopyButton look="plain" size="s" label="Copy" make={() => copyOf(section, references)} />
    </header>
    <Blocks blocks={section.blocks} />
  </section>
);

/** Paragraphs, and points in one list where they follow one another. */
export function Blocks({ blocks }: { blocks: Section["blocks"] }) {
  const groups: Section["blocks"][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === "point" && block.kind === "point") last.push(block);
    else groups.push([block]);
  }
  return groups.map((group, i) =>
    group[0]?.kind === "point" ? <ul key={i}>{group.map(({ sentences }, j) => <li key={j}><Sentences sentences={sentences} /></li>)}</ul> : <p key={i}><Sentences sentences={group[0]?.sentences ?? []} /></p>);
}

/** A section with the words behind its references, ready to be pasted. */
function copyOf({ title, blocks }: Section, references: Brief["references"]): string {
  const lines = blocks.map(({ kind, sentences }) => `${kind === "point" ? "- " : ""}${sentences.map(textOf).join(" ")}`);
  const numbers = referencesIn(blocks.flatMap(({ sentences }) => sentences));
  return [title, "", ...lines, "", ...references.filter(({ number }) => numbers.includes(number)).map(citationOf)].join("\n");
}
