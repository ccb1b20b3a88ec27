import { useEffect, useRef } from "react";
import type { ClaimItem } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { lineOf, sourceOf } from "../../parts/words/claim.ts";
import { wordsOfEdtf } from "../../parts/words/dates.ts";
import { Words } from "../../parts/words/words.tsx";
import { ClaimHistory } from "./claim-history.tsx";
import { FieldTable, type FieldTableProps } from "./field-table.tsx";
import type { Verdict } from "./use-review.ts";
import styles from "./claim-card.module.css";

interface ClaimCardProps extends Omit<FieldTableProps, "item"> {
  item: ClaimItem;
  outlet: string | null;
  isSelected: boolean;
  /** Whether somebody else has just changed it. */
  isChanged: boolean;
  onSelect: () => void;
  onVerdict: (verdict: Verdict["verdict"]) => void;
}

const REVIEWS: Record<ClaimItem["review"], string> = { unreviewed: "to review", accepted: "accepted", corrected: "corrected", rejected: "rejected" };

/** A claim beside the text: in two lines, and whole when it is selected. */
export function ClaimCard({ item, outlet, isSelected, isChanged, onSelect, onVerdict, ...fields }: ClaimCardProps) {
  const at = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) at.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  const { claim, review } = item;
  return (
    <li ref={at} className={styles["card"]} data-selected={isSelected || undefined} data-review={review} data-changed={isChanged || undefined}>
      <button type="button" className={styles["head"]} aria-expanded={isSelected} onClick={onSelect}>
        <span className={styles["line"]}><Words text={lineOf(claim)} /></span>
        <span className={styles["who"]}><Words text={[sourceOf(claim, outlet), claim.asOf === null ? "no date" : wordsOfEdtf(claim.asOf)].join(" · ")} /></span>
        <span className={styles["review"]}>{REVIEWS[review]}</span>
      </button>
      {isSelected ? (
        <div className={styles["body"]}>
          <FieldTable item={item} {...fields} />
          <ClaimHistory id={item.id} />
          <Verdicts review={review} onVerdict={onVerdict} onEdit={() => fields.onEdit("quantity")} />
        </div>
      ) : null}
    </li>
  );
}

const Verdicts = ({ review, onVerdict, onEdit }: { review: ClaimItem["review"]; onVerdict: ClaimCardProps["onVerdict"]; onEdit: () => void }) => (
  <div className={styles["verdicts"]}>
    <Button look={review === "unreviewed" ? "main" : "quiet"} isDisabled={review === "accepted"} onPress={() => onVerdict("accept")}>Accept <kbd aria-hidden="true">A</kbd></Button>
    <Button onPress={onEdit}>Correct <kbd aria-hidden="true">E</kbd></Button>
    <Button look="danger" isDisabled={review === "rejected"} onPress={() => onVerdict("reject")}>Reject <kbd aria-hidden="true">R</kbd></Button>
    {review === "unreviewed" ? null : <Button look="plain" onPress={() => onVerdict("restore")}>As it was read</Button>}
  </div>
);
