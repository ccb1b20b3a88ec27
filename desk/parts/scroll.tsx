import type { ReactNode } from "react";
import styles from "./scroll.module.css";

/** Holds a table that may be wider than the page; it can be scrolled with the keyboard as well. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className={styles["scroll"]} role="region" aria-label={label} tabIndex={0}>{children}</div>
);
