import { useState } from "react";
import type { StatementItem } from "../../api/schema.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { lineOf, sourceOf } from "../../parts/words/claim.ts";
import { Words } from "../../parts/words/words.tsx";
import styles from "./join-dialog.module.css";

interface JoinDialogProps {
  isOpen: boolean;
  statement: Shown;
  others: readonly StatementItem[];
  onClose: () => void;
  /** Called with the original claim of the statement that was chosen. */
  onJoin: (original: string) => void;
}

const MOST_SHOWN = 40;

type Shown = Pick<StatementItem, "id" | "source" | "carrier">;

const textOf = (statement: Shown): string => `${lineOf(statement.carrier.claim)} – ${sourceOf(statement, statement.carrier.outlet)}`;

/** Chooses the statement that is the same as this one. */
export function JoinDialog({ isOpen, statement, others, onClose, onJoin }: JoinDialogProps) {
  const [words, setWords] = useState("");
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const found = others.filter((other) => other.id !== statement.id && wanted.every((word) => textOf(other).toLowerCase().includes(word)));
  return (
    <Dialog title="Join with another statement" isOpen={isOpen} onClose={onClose}>
      <p className={styles["this"]}><Words text={textOf(statement)} /></p>
      <label><span className="hidden-text">Find the other statement</span><input autoFocus className={styles["find"]} value={words} placeholder="Find the other: a number, a name, a place" onChange={({ target }) => setWords(target.value)} /></label>
      <ul className={styles["found"]}>
        {found.slice(0, MOST_SHOWN).map((other) => (
          <li key={other.id}>
            <button type="button" onClick={() => {
              onJoin(other.original);
              onClose();
            }}><Words text={textOf(other)} /></button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p>No other statement has these words.</p> : null}
    </Dialog>
  );
}
