import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { Brief } from "../../api/schema.ts";
import { Words } from "../words/words.tsx";
import { useCitations } from "./citations.tsx";
import styles from "./sentence.module.css";

export type Sentence = Brief["headline"][number];
type Segment = Sentence[number];

/** A sentence of a brief. Every number opens its quotation or says which part of the estimate it is. */
export const SentenceView = ({ sentence }: { sentence: Sentence }) => <>{sentence.map((segment, i) => <Fragment key={i}>{isBeforeReference(sentence, i) && segment.kind === "text" ? segment.text.trimEnd() : <SegmentView segment={segment} />}</Fragment>)}</>;

// A reference stands close to its word.
const isBeforeReference = (sentence: Sentence, i: number): boolean => sentence[i + 1]?.kind === "reference";

function SegmentView({ segment }: { segment: Segment }) {
  switch (segment.kind) {
    case "number": return <NumberView {...segment} />;
    case "reference": return <Reference number={segment.number} />;
    case "quotation": return <q className={styles["quotation"]}><Words text={segment.text.replaceAll(/\s+/g, " ")} />{segment.cut ? " …" : ""}</q>;
    case "grade": return <abbr className={styles["grade"]} title={`Admiralty code: source ${segment.reliability}, information ${segment.credibility}`}>{segment.reliability}{segment.credibility}</abbr>;
    case "likelihood": return <span title={`${Math.round(segment.probability * 100)} %`}>{segment.text}</span>;
    default: return <Words text={segment.text} />;
  }
}

function NumberView({ text, tie }: Extract<Segment, { kind: "number" }>) {
  if (tie.kind === "claim") return <Link to="/claims/$id" params={{ id: tie.claim }} className={styles["number"] ?? ""}>{text}</Link>;
  return <span className={tie.kind === "estimate" ? styles["estimate"] : undefined} title={tie.kind === "estimate" ? "from the estimate" : undefined}>{text}</span>;
}

/** A number that opens the words it stands for; on paper, one that leads to them at the end. */
export function Reference({ number }: { number: number }) {
  const { open } = useCitations();
  return <><a className={styles["printed"]} href={`#ref-${number}`}>{number}</a><button type="button" className={styles["reference"]} aria-label={`Reference ${number}: show its words`} aria-haspopup="dialog" onClick={({ currentTarget }) => open(number, currentTarget)}>{number}</button></>;
}

/** Sentences one after the other. */
export const Sentences = ({ sentences }: { sentences: readonly Sentence[] }) => <>{sentences.map((sentence, i) => <Fragment key={i}>{i === 0 ? "" : " "}<SentenceView sentence={sentence} /></Fragment>)}</>;

/** A sentence as plain text, with its references in brackets. */
export const textOf = (sentence: Sentence): string =>
  sentence.map((segment) => {
    if (segment.kind === "reference") return `[${segment.number}]`;
    if (segment.kind === "grade") return `${segment.reliability}${segment.credibility}`;
    return segment.kind === "quotation" ? `“${segment.text.replaceAll(/\s+/g, " ")}${segment.cut ? " …" : ""}”` : segment.text;
  }).join("");

/** The numbers of the references of some sentences, each once, in order. */
export const referencesIn = (sentences: readonly Sentence[]): number[] =>
  [...new Set(sentences.flat().flatMap((segment) => (segment.kind === "reference" ? [segment.number] : [])))].sort((a, b) => a - b);
