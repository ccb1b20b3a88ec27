import { addressOf } from "../../api/client.ts";
import styles from "./downloads.module.css";

const FILES = [
  { href: addressOf("GET /api/checkpoint", {}), name: "Checkpoint", what: "the signed head, a few lines; keep it elsewhere" },
  { href: addressOf("GET /api/bundle", {}), name: "Bundle", what: "everything, signed, to be checked without this desk" },
  { href: addressOf("GET /api/bundle", { query: { public: true } }), name: "Public bundle", what: "quotations instead of documents, and nobody’s name" },
  { href: addressOf("GET /api/export/{format}", { path: { format: "csv" } }), name: "Claims as CSV", what: "for a spreadsheet" },
  { href: addressOf("GET /api/export/{format}", { path: { format: "jsonl" } }), name: "Claims as JSON Lines", what: "for programs" },
  { href: addressOf("GET /api/export/{format}", { path: { format: "stix" } }), name: "Claims as STIX 2.1", what: "for threat platforms" },
  { href: addressOf("GET /api/export/{format}", { path: { format: "geojson" } }), name: "Claims as GeoJSON", what: "for maps" },
] as const;

/** What can be taken out of the ledger. */
export const Downloads = () => (
  <section aria-labelledby="downloads">
    <h2 id="downloads">Take it with you</h2>
    <ul className={styles["files"]}>{FILES.map(({ href, name, what }) => <li key={href}><a href={href} download>{name}</a> <span>{what}</span></li>)}</ul>
  </section>
);
