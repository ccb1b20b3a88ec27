import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import styles from "./dialog.module.css";

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** "question" is one that has to be answered: a click beside it does not close it. */
  kind?: "plain" | "question";
  children: ReactNode;
}

export const Dialog = ({ title, isOpen, onClose, kind = "plain", children }: DialogProps) => (
  <ModalOverlay className={styles["overlay"] ?? ""} isOpen={isOpen} isDismissable={kind === "plain"} onOpenChange={(open) => open || onClose()}>
    <Modal className={styles["modal"] ?? ""}>
      <AriaDialog className={styles["dialog"] ?? ""} role={kind === "question" ? "alertdialog" : "dialog"}>
        <Heading slot="title">{title}</Heading>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
