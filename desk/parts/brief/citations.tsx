import { Link } from "@tanstack/react-router";
import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { Brief } from "../../api/schema.ts";
import { wordsOfEdtf } from "../words/dates.ts";
import { Words } from "../words/words.tsx";
import styles from "./citations.module.css";

export type ReferenceItem = Brief["references"][number];

interface Citations {
  open: (number: number, at: Element) => void;
  references: readonly ReferenceItem[];
}

const Context = createContext<Citations>({ open: () => {}, references: [] });
export const useCitations = (): Citations => useContext(Context);

/** Opens the words of a reference beside the number that was pressed: one window for all of them, however many there are. */
export function CitationsProvider({ references, children }: { references: readonly ReferenceItem[]; children: ReactNode }) {
  const [shown, setShown] = useState<ReferenceItem | null>(null);
  const at = useRef<Element | null>(null);
  const citations = useMemo((): Citations => ({
    references,
    open: (number, element) => {
      at.current = element;
      setShown(references.find((one) => one.number === number) ?? null);
    },
  }), [references]);
  return (
    <Context value={citations}>
      {children}
      <Popover triggerRef={at as React.RefObject<Element>} isOpen={shown !== null} onOpenChange={(open) => open || setShown(null)} placement="bottom" className={styles["popover"] ?? ""}>
        <Dialog className={styles["dialog"] ?? ""} aria-label={shown === null ? "Reference" : `Reference ${shown.number}`}>{shown === null ? null : <ReferenceView reference={shown} />}</Dialog>
      </Popover>
    </Context>
  );
}

/** The words themselves, where they stand, and who else carried them. */
export function ReferenceView({ reference: { number, quotation, outlet, published, title, document, isDigest, relays, claims } }: { reference: ReferenceItem }) {
  return (
    <figure className={styles["reference"]}>
      <blockquote><Words text={quotation.text} /></blockquote>
      <figcaption>
        <span className={styles["number"]}>{number}</span> {outlet ?? "Outlet not known"}{published === null ? "" : `, ${wordsOfEdtf(published)}`}{title === null ? "" : <>: <Words text={title} /></>}
        {isDigest ? <span>. The words are the digest’s, and not the outlet’s.</span> : null}
        <span className={styles["links"]}>
          <Link to="/documents/$sha256" params={{ sha256: document }} search={{ claim: claims[0], words: `${quotation.start}-${quotation.end}` }}>Open in the text</Link>
          {claims[0] === undefined ? null : <Link to="/statements" search={{ id: claims[0] }}>{relays.length === 0 ? "The statement" : `${relays.length} more ${relays.length === 1 ? "report carries" : "reports carry"} it`}</Link>}
        </span>
      </figcaption>
    </figure>
  );
}

/** A reference as a line to paste below a text. */
export const citationOf = ({ number, outlet, published, title, url, quotation }: ReferenceItem): string =>
  `[${number}] ${[outlet ?? "Outlet not known", published === null ? null : wordsOfEdtf(published), title].filter((part) => part !== null).join(", ")}: “${quotation.text.replaceAll(/\s+/g, " ")}”${url === null ? "" : ` ${url}`}`;
