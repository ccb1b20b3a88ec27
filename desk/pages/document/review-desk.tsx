import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { liveState, onLive } from "../../api/live.ts";
import type { ClaimItem, WholeDocument } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { Empty, Failed } from "../../parts/states.tsx";
import { useKeys } from "../../parts/use-keys.ts";
import { plural } from "../../parts/words/numbers.ts";
import { ClaimCard } from "./claim-card.tsx";
import { ClashDialog } from "./clash-dialog.tsx";
import type { Field } from "./fields.ts";
import type { Mark } from "./marks.ts";
import { MarkedText } from "./marked-text.tsx";
import { pickedIn, type Picked } from "./picked.ts";
import { Shortcuts } from "./shortcuts.tsx";
import { useWordCursor } from "./use-word-cursor.ts";
import { useQueue } from "./use-queue.ts";
import { useReview, type Verdict } from "./use-review.ts";
import styles from "./review-desk.module.css";

const route = getRouteApi("/documents/$sha256");

/** The text and its claims side by side, and all that one does with them. */
export function ReviewDesk({ whole, text }: { whole: WholeDocument; text: string }) {
  const { claims, document: { document, sha256 } } = whole;
  const { claim: wanted, words } = route.useSearch();
  const navigate = route.useNavigate();
  const [editing, setEditing] = useState<{ field: Field; seen: ClaimItem } | null>(null);
  const [hovered, setHovered] = useState<Field | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const textAt = useRef<HTMLDivElement>(null);
  const cardsAt = useRef<HTMLOListElement>(null);

  // Chosen once: what others do must not move what one is looking at.
  const [first] = useState(() => (claims.find(({ review }) => review === "unreviewed") ?? claims[0])?.id);
  const selected = claims.find(({ id }) => wanted !== undefined && id.startsWith(wanted)) ?? claims.find(({ id }) => id === first) ?? claims[0];
  const select = (id: string): void => {
    setEditing(null);
    setPicked(null);
    setHovered(null);
    void navigate({ search: { claim: id, words: undefined }, replace: true });
  };
  const isEditing = useRef(false);
  useLayoutEffect(() => {
    isEditing.current = editing !== null;
  });
  // An undo shows what it took back, but never tears anyone out of what they have begun since.
  const reviewing = useReview(sha256, (id) => void (isEditing.current || select(id)));
  const queue = useQueue(claims, sha256, selected?.id ?? null);
  const changed = useOthersChanges(claims);
  const take = (taken: Picked): void => {
    setPicked(taken);
    // Back to where it was typed, so that Enter corrects.
    cardsAt.current?.querySelector<HTMLElement>("form input, form select")?.focus();
  };
  const cursor = useWordCursor(text, selected?.claim.evidence.start ?? 0, take);
  const marks = useMarks(claims, selected, editing?.field ?? hovered, cursor.picking ?? picked, words);
  useScrollToSelected(textAt, selected?.id, words);
  usePicking(textAt, text, editing !== null, setPicked);

  const step = (by: number): void => {
    const at = claims.findIndex(({ id }) => id === selected?.id);
    const next = claims[Math.min(Math.max(at + by, 0), claims.length - 1)];
    if (next !== undefined) select(next.id);
  };
  const decide = (verdict: Verdict["verdict"]): void => {
    if (selected === undefined) return;
    reviewing.review({ seen: selected, verdict });
    if (verdict !== "restore" && queue.nextHere !== null) select(queue.nextHere);
  };
  const edit = (field: Field | null): void => {
    setPicked(null);
    setEditing(field === null || selected === undefined ? null : { field, seen: selected });
  };
  useKeys({
    j: () => step(1), k: () => step(-1), a: () => decide("accept"), r: () => decide("reject"), e: () => edit("quantity"), u: reviewing.undo, n: queue.goOn, "?": () => setHelpOpen(true),
  });

  return (
    <div className={styles["desk"]}>
      <MarkedText text={text} marks={marks} selected={selected?.id ?? null} at={textAt} onSelect={select} picking={cursor.picking?.text ?? null} onKeyDown={cursor.onKeyDown} onBlur={cursor.end} />
      <aside className={styles["claims"]} aria-label="Claims">
        <header className={styles["head"]}>
          <h2>{plural(claims.length, "claim")}</h2>
          <p>{queue.waiting === 0 ? "all reviewed" : `${queue.waiting} to review`}</p>
          <Button look="plain" size="s" isDisabled={!reviewing.canUndo} onPress={reviewing.undo}>Undo</Button>
          <Button look="plain" size="s" onPress={queue.goOn} isDisabled={!queue.hasMore}>Next</Button>
          <Button look="plain" size="s" aria-label="Keys" onPress={() => setHelpOpen(true)}>?</Button>
        </header>
        {reviewing.error === null ? null : <Failed error={reviewing.error} />}
        {claims.length === 0 ? <Empty title="No claims"><p>Nothing in this text says how many of an armed force are, come or go somewhere.</p></Empty> : null}
        <ol ref={cardsAt} className={styles["cards"]}>
          {claims.map((item) => (
            <ClaimCard
              key={item.id} item={item} outlet={document?.outlet ?? null} isSelected={item.id === selected?.id} isChanged={changed.has(item.id)} editing={item.id === editing?.seen.id ? editing.field : null} picked={picked}
              onSelect={() => select(item.id)} onVerdict={decide} onEdit={edit} onHover={setHovered} onPick={() => {
                textAt.current?.focus();
                cursor.begin();
              }}
              onCorrect={(corrections) => {
                if (editing !== null) reviewing.review({ seen: editing.seen, verdict: "correct", corrections });
                edit(null);
              }}
            />
          ))}
        </ol>
      </aside>
      <ClashDialog clash={reviewing.clash} now={claims.find(({ id }) => id === reviewing.clash?.seen.id)} onSettle={reviewing.settleClash} />
      <Shortcuts isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

/** All that is marked in the text: every claim's evidence, a field's words of the one that is selected, and what is picked or linked to. */
function useMarks(claims: readonly ClaimItem[], selected: ClaimItem | undefined, field: Field | null, picked: Picked | null, words: string | undefined): readonly Mark[] {
  return useMemo(() => {
    const marks: Mark[] = claims.map(({ id, claim: { evidence } }) => ({ start: evidence.start, end: evidence.end, kind: "evidence", claim: id }));
    const span = field === null ? null : (selected?.claim.spans[field]?.span ?? null);
    if (span !== null && selected !== undefined) marks.push({ ...span, kind: "field", claim: selected.id });
    if (picked !== null) marks.push({ start: picked.start, end: picked.end, kind: "picked", claim: null });
    const linked = /^(\d{1,9})-(\d{1,9})$/.exec(words ?? "");
    if (linked !== null) marks.push({ start: Number(linked[1]), end: Number(linked[2]), kind: "linked", claim: null });
    return marks;
  }, [claims, selected, field, picked, words]);
}

function useScrollToSelected(at: React.RefObject<HTMLDivElement | null>, selected: string | undefined, words: string | undefined): void {
  useEffect(() => {
    const mark = at.current?.querySelector(words === undefined ? "[data-selected]" : "[data-linked]");
    mark?.scrollIntoView({ block: "nearest" });
  }, [at, selected, words]);
}

/** While a field is corrected, whatever is selected in the text is picked for it. */
function usePicking(at: React.RefObject<HTMLDivElement | null>, text: string, isActive: boolean, onPicked: (picked: Picked) => void): void {
  useLayoutEffect(() => {
    if (!isActive) return undefined;
    const onUp = (): void => {
      const picked = at.current === null ? null : pickedIn(at.current, text);
      if (picked === null) return;
      onPicked(picked);
      window.getSelection()?.removeAllRanges();
    };
    document.addEventListener("pointerup", onUp);
    return () => document.removeEventListener("pointerup", onUp);
  }, [at, text, isActive, onPicked]);
}

/** Claims that somebody else has changed while one looked on. */
function useOthersChanges(claims: readonly ClaimItem[]): ReadonlySet<string> {
  const { told } = useSyncExternalStore(onLive, liveState);
  return useMemo(() => new Set(claims.map(({ id }) => id).filter((id) => told.some(({ about }) => about.claim === id))), [claims, told]);
}
