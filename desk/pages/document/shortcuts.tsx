import { Dialog } from "../../parts/dialog.tsx";
import styles from "./shortcuts.module.css";

const KEYS = [
  ["J", "next claim"], ["K", "claim before"], ["N", "next claim that nobody has looked at, in this document or another"], ["A", "accept"], ["E", "correct"], ["R", "reject"], ["U", "undo"],
  ["?", "this list"], ["Ctrl K or ⌘ K", "go anywhere, find anything"],
] as const;

/** What the keys do. */
export const Shortcuts = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => (
  <Dialog title="Keys" isOpen={isOpen} onClose={onClose}>
    <dl className={styles["keys"]}>{KEYS.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}</dl>
    <p className={styles["note"]}>While a field is corrected, words picked in the text go into it. With the keyboard: “Pick words”, then the arrow keys, Shift to take more, Enter to take them.</p>
  </Dialog>
);
