import type { Brief } from "../../api/schema.ts";
import { Blocks } from "../../parts/brief/blocks.tsx";
import { citationOf } from "../../parts/brief/citations.tsx";
import { referencesIn, textOf } from "../../parts/brief/sentence.tsx";
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

/** A section with the words behind its references, ready to be pasted. */
function copyOf({ title, blocks }: Section, references: Brief["references"]): string {
  const lines = blocks.map(({ kind, sentences }) => `${kind === "point" ? "- " : ""}${sentences.map(textOf).join(" ")}`);
  const numbers = referencesIn(blocks.flatMap(({ sentences }) => sentences));
  return [title, "", ...lines, "", ...references.filter(({ number }) => numbers.includes(number)).map(citationOf)].join("\n");
}
