import { useLayoutEffect, useRef, type ReactNode } from "react";
import styles from "./page.module.css";

interface PageProps {
  title: string;
  /** Shown in place of the title, where the heading is more than words. */
  heading?: ReactNode;
  /** A line above the title that says where one is. */
  above?: ReactNode;
  /** What stands to the right of the title. */
  actions?: ReactNode;
  /** "wide" uses all there is; a page of text does not. */
  width?: "text" | "wide";
  children: ReactNode;
}

let isFirst = true;

/**
 * A page of the desk. On the way from one page to the next its heading takes the focus, so that a screen reader says where one is; when it only
 * comes to be called otherwise, as what it shows is loaded, whoever has gone on meanwhile is not called back.
 */
export function Page({ title, heading, above, actions, width = "wide", children }: PageProps) {
  const at = useRef<HTMLHeadingElement>(null);
  const isRenamed = useRef(false);
  useLayoutEffect(() => {
    if (isFirst) isFirst = false;
    else if (!(document.activeElement instanceof HTMLInputElement)) at.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    if (isRenamed.current && document.activeElement === document.body) at.current?.focus({ preventScroll: true });
    isRenamed.current = true;
    document.title = title === "Muster" ? title : `${title} · Muster`;
  }, [title]);
  return (
    <div className={width === "text" ? styles["text"] : styles["wide"]}>
      <header className={styles["head"]}>
        <div className={styles["titles"]}>
          {above === undefined ? null : <div className={styles["above"]}>{above}</div>}
          <h1 ref={at} tabIndex={-1}>{heading ?? title}</h1>
        </div>
        {actions === undefined ? null : <div className={styles["actions"]}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
