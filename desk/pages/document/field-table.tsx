import { useState } from "react";
import type { ClaimItem } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { Words } from "../../parts/words/words.tsx";
import { FieldEditor } from "./field-editor.tsx";
import { FIELDS, type Field, type FieldInfo } from "./fields.ts";
import type { Picked } from "./picked.ts";
import styles from "./field-table.module.css";

export interface FieldTableProps {
  item: ClaimItem;
  /** The field that is being corrected, if one is. */
  editing: Field | null;
  /** Words that were picked in the text for it. */
  picked: Picked | null;
  onEdit: (field: Field | null) => void;
  onHover: (field: Field | null) => void;
  onPick: () => void;
  onCorrect: (corrections: string[]) => void;
}

/** Every field of a claim: what it is, whether the words say so, and which rule read it. A field is a button that corrects it. */
export function FieldTable({ item, editing, picked, onEdit, onHover, onPick, onCorrect }: FieldTableProps) {
  const [isWhole, setWhole] = useState(false);
  const filled = FIELDS.filter((info) => info.show(item.claim) !== null || info.field === editing);
  const shown = isWhole ? FIELDS : filled;
  return (
    <>
      <dl className={styles["fields"]}>
        {shown.map((info) =>
          info.field === editing
            ? <FieldEditor key={info.field} item={item} info={info} picked={picked} onPick={onPick} onCancel={() => onEdit(null)} onCorrect={onCorrect} />
            : <Row key={info.field} item={item} info={info} onEdit={onEdit} onHover={onHover} />)}
      </dl>
      <Button look="plain" size="s" onPress={() => setWhole(!isWhole)}>{isWhole ? "Filled fields only" : `${FIELDS.length - filled.length} empty fields`}</Button>
    </>
  );
}

function Row({ item: { claim }, info: { field, label, show }, onEdit, onHover }: { item: ClaimItem; info: FieldInfo } & Pick<FieldTableProps, "onEdit" | "onHover">) {
  const value = show(claim);
  const derivation = claim.spans[field];
  return (
    <div className={styles["row"]} data-empty={value === null || undefined} onMouseEnter={() => onHover(field)} onMouseLeave={() => onHover(null)}>
      <dt>{label}</dt>
      <dd>
        <button type="button" className={styles["value"]} aria-label={`${label}: ${value ?? "empty"}; correct it`} onFocus={() => onHover(field)} onBlur={() => onHover(null)} onClick={() => onEdit(field)}>
          <Words text={value ?? "–"} />
        </button>
        {derivation === undefined ? null : (
          <span className={styles["why"]}>
            <span className={styles["status"]} data-status={derivation.status}>{derivation.status}</span>
            <code>{derivation.rule}</code>
          </span>
        )}
      </dd>
    </div>
  );
}
