import type { ClaimItem } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { lineOf } from "../../parts/words/claim.ts";
import type { Reviewing, Verdict } from "./use-review.ts";
import styles from "./clash-dialog.module.css";

const WANTED: Record<Verdict["verdict"], string> = { accept: "accept it", correct: "correct it", reject: "reject it", restore: "put it back to what was read" };

/** Asks what counts when somebody else changed a claim between one's looking and one's deciding. */
export function ClashDialog({ clash, now, onSettle }: { clash: Verdict | null; now: ClaimItem | undefined; onSettle: Reviewing["settleClash"] }) {
  return (
    <Dialog title="Somebody else was faster" kind="question" isOpen={clash !== null} onClose={() => onSettle("theirs")}>
      {clash === null ? null : (
        <>
          <dl className={styles["states"]}>
            <dt>As you saw it</dt><dd>{lineOf(clash.seen.claim)} <em>({clash.seen.review})</em></dd>
            <dt>As it is now</dt><dd>{now === undefined ? "no longer among the claims that count" : <>{lineOf(now.claim)} <em>({now.review})</em></>}</dd>
            <dt>You wanted to</dt><dd>{WANTED[clash.verdict]}{clash.corrections === undefined ? "" : `: ${clash.corrections.join("; ")}`}</dd>
          </dl>
          <div className={styles["actions"]}>
            <Button look="main" autoFocus onPress={() => onSettle("theirs")}>Leave it as it is now</Button>
            {now === undefined ? null : <Button onPress={() => onSettle("mine")}>Do mine all the same</Button>}
          </div>
        </>
      )}
    </Dialog>
  );
}
