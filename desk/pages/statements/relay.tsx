import { Link } from "@tanstack/react-router";
import type { Carrier, WholeStatement } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { diffWords } from "../../parts/diff.ts";
import { wordsOfEdtf } from "../../parts/words/dates.ts";
import { Words } from "../../parts/words/words.tsx";
import styles from "./statement-detail.module.css";

interface RelayProps {
  relay: Carrier;
  original: Carrier;
  link: WholeStatement["links"][number] | undefined;
  isBusy: boolean;
  onSplit: () => void;
}

const percent = (score: number): string => (score === 1 ? "by a person" : `${Math.min(99, Math.max(1, Math.round(100 * score)))} % one statement`);

/** Somebody who carried the statement: their words against the original's, and why it is taken for the same. */
export const Relay = ({ relay: { id, outlet, published, claim }, original, link, isBusy, onSplit }: RelayProps) => (
  <li>
    <div className={styles["relay-head"]}>
      <p><Link to="/claims/$id" params={{ id }}>{outlet ?? "A report"}</Link>{published === null ? "" : `, ${wordsOfEdtf(published)}`}</p>
      {link === undefined ? null : <span>{percent(link.score)}</span>}
      <Button size="s" isDisabled={isBusy} aria-label={`Split off the claim of ${outlet ?? "this report"}`} onPress={onSplit}>Split off</Button>
    </div>
    <blockquote className={styles["diff"]}>
      {diffWords(original.claim.evidence.text, claim.evidence.text).map(({ kind, text }, i) =>
        kind === "same" ? <Words key={`${i} ${kind}`} text={text} /> : kind === "only-after" ? <ins key={`${i} ${kind}`}><Words text={text} /></ins> : <del key={`${i} ${kind}`}><Words text={text} /></del>)}
    </blockquote>
    {link === undefined ? null : (
      <details className={styles["reasons"]}>
        <summary>Why</summary>
        <ul>{link.reasons.map(({ rule, weight, words }) => <li key={`${rule} ${words ?? ""}`}><code>{rule}</code> <span data-sign={weight < 0 ? "minus" : "plus"}>{weight > 0 ? "+" : ""}{weight.toFixed(1)}</span> {words === undefined ? null : <Words text={words} />}</li>)}</ul>
      </details>
    )}
  </li>
);
