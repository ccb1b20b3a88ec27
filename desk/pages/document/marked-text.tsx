import { memo, useMemo, type KeyboardEvent, type RefObject } from "react";
import { piecesOf } from "../../parts/words/words.tsx";
import { paragraphsOf, stretchesOf, type Mark, type Paragraph, type Stretch } from "./marks.ts";
import styles from "./marked-text.module.css";

interface MarkedTextProps {
  text: string;
  marks: readonly Mark[];
  selected: string | null;
  at: RefObject<HTMLDivElement | null>;
  onSelect: (claim: string) => void;
  /** What is read out while words are picked by keyboard. */
  picking: string | null;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
}

/** A document's text with its evidence marked. Every leaf knows its offset, so that picked words are exact. */
export function MarkedText({ text, marks, selected, at, onSelect, picking, onKeyDown, onBlur }: MarkedTextProps) {
  const paragraphs = useMemo(() => paragraphsOf(text), [text]);
  return (
    // A click is a short cut for the mouse; with the keyboard, J and K walk through the same claims, and keys come here only while words are picked.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div ref={at} className={styles["text"]} dir="auto" role="group" aria-label="Text" tabIndex={-1} onClick={({ target }) => selectAt(target, onSelect)} onKeyDown={onKeyDown} onBlur={onBlur}>
      <p className="hidden-text" role="status">{picking === null ? "" : `Picking: ${picking}`}</p>
      {paragraphs.map((paragraph, i) => (
        <Block key={paragraph.start} isHeadline={i === 0 && paragraphs.length > 1 && paragraph.end - paragraph.start <= LONGEST_HEADLINE} text={text} paragraph={paragraph} marks={marksIn(paragraph, marks)} selected={marksIn(paragraph, marks).some(({ claim }) => claim === selected) ? selected : null} />
      ))}
    </div>
  );
}

/** Characters of a first paragraph that is taken for a headline. */
const LONGEST_HEADLINE = 160;

const NONE: readonly Mark[] = [];

function marksIn({ start, end }: Paragraph, marks: readonly Mark[]): readonly Mark[] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  return here.length === 0 ? NONE : here;
}

function selectAt(target: EventTarget, onSelect: (claim: string) => void): void {
  if (!(target instanceof Element) || window.getSelection()?.isCollapsed === false) return;
  const claim = target.closest<HTMLElement>("[data-claim]")?.dataset["claim"];
  if (claim !== undefined) onSelect(claim);
}

const isSame = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length && a.every((mark, i) => mark.start === b[i]?.start && mark.end === b[i]?.end && mark.kind === b[i]?.kind && mark.claim === b[i]?.claim);

const Block = memo(
  ({ text, paragraph, marks, selected, isHeadline }: { text: string; paragraph: Paragraph; marks: readonly Mark[]; selected: string | null; isHeadline: boolean }) => (
    <p data-paragraph={paragraph.start} data-wrapped={paragraph.isWrapped || undefined} data-headline={isHeadline || undefined}>
      {stretchesOf(paragraph, marks).map((stretch) => <Leaf key={stretch.start} text={text} stretch={stretch} selected={selected} />)}
    </p>
  ),
  (a, b) => a.text === b.text && a.paragraph === b.paragraph && a.selected === b.selected && isSame(a.marks, b.marks),
);

function Leaf({ text, stretch: { start, end, marks }, selected }: { text: string; stretch: Stretch; selected: string | null }) {
  const pieces = piecesOf(text.slice(start, end)).map(({ text: piece, control, start: at }) => (
    <span key={at} data-at={start + at} {...(control === null ? {} : { "className": "control", "data-control": "" })}>{control ?? piece}</span>
  ));
  if (marks.length === 0) return pieces;
  // The shortest is the one that a click most likely means.
  const [nearest] = marks.filter(({ kind }) => kind === "evidence").toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const has = (kind: Mark["kind"]): boolean => marks.some((mark) => mark.kind === kind);
  return (
    <mark
      className={styles["mark"]} data-claim={nearest?.claim ?? undefined} data-selected={marks.some((mark) => mark.kind === "evidence" && mark.claim === selected) || undefined}
      data-field={has("field") || undefined} data-picked={has("picked") || undefined} data-linked={has("linked") || undefined}
    >
      {pieces}
    </mark>
  );
}
