import { Link } from "@tanstack/react-router";
import type { Brief } from "../../api/schema.ts";
import { wordsOfEdtf } from "../../parts/words/dates.ts";
import { Words } from "../../parts/words/words.tsx";
import styles from "./brief.module.css";

/** The words behind the numbers, in the order in which the brief names them. */
export const References = ({ references }: { references: Brief["references"] }) => (
  <section aria-labelledby="references">
    <h2 id="references">References</h2>
    <ol className={styles["references"]}>
      {references.map(({ number, quotation, outlet, published, title, document, claims, relays, url }) => (
        <li key={number} id={`ref-${number}`}>
          <span>{number}</span>
          <div>
            <q><Words text={quotation.text.replaceAll(/\s+/g, " ")} /></q>
            <p><Link to="/documents/$sha256" params={{ sha256: document }} search={{ claim: claims[0], words: `${quotation.start}-${quotation.end}` }}>{outlet ?? "Outlet not known"}{published === null ? "" : `, ${wordsOfEdtf(published)}`}</Link>{title === null ? null : <>: <Words text={title} /></>}{relays.length === 0 ? "" : `; ${relays.length} more carry it`}{url === null ? null : <span className={styles["address"]}> <a href={url}>{url}</a></span>}</p>
          </div>
        </li>
      ))}
    </ol>
  </section>
);
