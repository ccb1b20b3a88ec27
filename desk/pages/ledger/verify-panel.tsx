import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ProgressBar } from "react-aria-components/ProgressBar";
import { aboutQuery } from "../../api/queries.ts";
import { verify, type Verdict, type Verification } from "../../api/verification.ts";
import { Button } from "../../parts/button.tsx";
import { Failed } from "../../parts/states.tsx";
import { formatCount, plural } from "../../parts/words/numbers.ts";
import styles from "./verify-panel.module.css";

/** Recomputes the whole ledger on request, and says what came out. */
export function VerifyPanel() {
  const { data: about } = useQuery(aboutQuery());
  const [state, setState] = useState<Verification>({ kind: "idle" });
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);
  const start = (): void => {
    stop.current = verify(setState);
  };
  return (
    <section className={styles["panel"]} aria-labelledby="verify">
      <h2 id="verify">Was anything altered?</h2>
      <p>Every entry’s hash, the tree over all of them, the signed heads and the bytes of each document are worked out again and compared.</p>
      <Button look="main" isDisabled={state.kind === "running"} onPress={start}>{state.kind === "running" ? "Checking…" : "Verify the ledger"}</Button>
      <div aria-live="polite">
        {state.kind === "running" ? <Progress done={state.done} total={about?.size ?? null} /> : null}
        {state.kind === "failed" ? <Failed error={state.detail} retry={start} /> : null}
        {state.kind === "verdict" ? <Outcome verdict={state.verdict} /> : null}
      </div>
      {about === undefined ? null : <p className={styles["key"]}>Signed by <code>{about.fingerprint}</code>. Give this fingerprint to those who are to trust your exports.</p>}
    </section>
  );
}

// Documents come after entries, and their number is not known before: the bar tells of entries, the words of everything.
const Progress = ({ done, total }: { done: number; total: number | null }) => {
  const share = total === null || total === 0 ? 0 : Math.min(100, (done / total) * 100);
  return (
    <ProgressBar aria-label="Checking" value={share} valueLabel={`${formatCount(done)} checked`} className={styles["progress"] ?? ""}>
      <div className={styles["track"]}><div style={{ width: `${share}%` }} /></div>
      <p>{formatCount(done)} entries and documents checked</p>
    </ProgressBar>
  );
};

function Outcome({ verdict: { size, documents, findings, anchoredTo, root } }: { verdict: Verdict }) {
  const isGood = findings.length === 0;
  return (
    <div className={styles["outcome"]} data-good={isGood}>
      <h3>{isGood ? "Nothing was altered" : `${plural(findings.length, "thing is", "things are")} wrong`}</h3>
      <p>{plural(size, "entry", "entries")} and {plural(documents, "document")} agree with {anchoredTo === null ? "each other; no signed head vouches for them yet" : `the head signed at ${formatCount(anchoredTo)}`}.</p>
      {isGood ? null : <ul>{findings.slice(0, 50).map(({ what, seq }, i) => <li key={`${i} ${what}`}>{seq === null ? "" : `Entry ${seq}: `}{what}</li>)}</ul>}
      <p className={styles["root"]}>Root <code>{root}</code></p>
    </div>
  );
}
