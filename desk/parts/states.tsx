import type { ReactNode } from "react";
import { ProblemError } from "../api/client.ts";
import { Button } from "./button.tsx";
import styles from "./states.module.css";

/** What stands where there is nothing yet: what would be here, and how to get it here. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={styles["empty"]}>
    <h2>{title}</h2>
    <div className={styles["body"]}>{children}</div>
  </div>
);

/** Holds the place of what is on its way, in about its size, so that nothing jumps when it comes. */
export const Loading = ({ what, lines = 3 }: { what: string; lines?: number }) => (
  <div className={styles["loading"]} role="status" aria-live="polite">
    <span className="hidden-text">Loading {what}…</span>
    {Array.from({ length: lines }, (_, line) => <div key={line} className={styles["bar"]} aria-hidden="true" />)}
    <p className={styles["late"]}>Still at it. The first look after a start takes longer: all claims are put together then.</p>
  </div>
);

/** What could not be had, in the server's own words, and another try. */
export const Failed = ({ error, retry }: { error: unknown; retry?: () => void }) => (
  <div className={styles["failed"]} role="alert">
    <p>{messageOf(error)}</p>
    {retry === undefined ? null : <Button onPress={retry}>Try again</Button>}
  </div>
);

export const messageOf = (error: unknown): string => {
  const message = error instanceof ProblemError || error instanceof Error ? error.message : String(error);
  return message.slice(0, 1).toUpperCase() + message.slice(1);
};
