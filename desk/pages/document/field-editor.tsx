import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, type FormEvent, type KeyboardEvent } from "react";
import { mentionsQuery } from "../../api/queries.ts";
import type { ClaimItem } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { correctionsOf, draftOf, withPart, withPicked, type Draft } from "./draft.ts";
import type { FieldInfo } from "./fields.ts";
import type { Picked } from "./picked.ts";
import styles from "./field-editor.module.css";

interface FieldEditorProps {
  item: ClaimItem;
  info: FieldInfo;
  picked: Picked | null;
  onPick: () => void;
  onCancel: () => void;
  onCorrect: (corrections: string[]) => void;
}

const HINTS: Record<FieldInfo["editor"]["kind"], string> = {
  choice: "", text: "Type it, or pick its words in the text.", date: "As 2023-10-31, 2023-10, 2023-07/2023-08, or 2023-10-16~ for about.",
  list: "Nearest to the origin first, with commas between.", quantity: "Pick the words in the text, or type; leave a bound empty where it is open.", source: "At least one of the three.",
};

/** Corrects one field: by choosing, by typing, or by picking words in the text. */
export function FieldEditor({ item, info, picked, onPick, onCancel, onCorrect }: FieldEditorProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(item.claim, info));
  const { data: mentions, isPending } = useQuery(mentionsQuery(item.document));
  const [taken, setTaken] = useState<Picked | null>(null);
  // Words that were picked before it was known what the reader makes of them stand as they are until it is, unless one goes on typing.
  const [isRaw, setRaw] = useState(false);
  const [isSent, setSent] = useState(false);
  if (picked !== null && (picked !== taken || (isRaw && !isPending))) {
    setTaken(picked);
    setRaw(isPending && picked !== taken);
    setDraft(withPicked(draft, info, picked, mentions));
  }
  const type = (name: string, value: string): void => {
    setRaw(false);
    setDraft(withPart(draft, name, value));
  };
  const send = (): void => {
    const corrections = correctionsOf(item.claim, info, draft);
    if (corrections.length === 0) onCancel();
    else onCorrect(corrections);
  };
  useEffect(() => {
    if (isSent && !isRaw) send();
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isRaw) setSent(true);
    else send();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <div className={styles["editor"]}>
      <dt>{info.label}</dt>
      <dd>
        <form onSubmit={submit}>
          {draft.parts.map((part, i) => (
            <label key={part.name}>
              {draft.parts.length === 1 ? <span className="hidden-text">{info.label}</span> : <span>{part.label}</span>}
              {part.choices === null
                ? <input autoFocus={i === 0} value={part.value} inputMode={part.isNumber ? "decimal" : "text"} maxLength={500} autoComplete="off" onKeyDown={onKeyDown} onChange={({ target }) => type(part.name, target.value)} />
                : (
                  <select autoFocus={i === 0} value={part.value} onKeyDown={onKeyDown} onChange={({ target }) => type(part.name, target.value)}>
                    {Object.entries(part.choices).map(([value, label]) => <option key={value} value={value}>{label}</option>)}
                  </select>
                )}
            </label>
          ))}
          {HINTS[info.editor.kind] === "" ? null : <p className={styles["hint"]}>{HINTS[info.editor.kind]}</p>}
          <div className={styles["actions"]}>
            <Button type="submit" look="main" size="s">Correct it</Button>
            {info.editor.kind === "choice" ? null : <Button size="s" onPress={onPick}>Pick words</Button>}
            <Button look="plain" size="s" onPress={onCancel}>Cancel</Button>
          </div>
        </form>
      </dd>
    </div>
  );
}
