import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import styles from "./button.module.css";

interface ButtonProps extends AriaButtonProps {
  /** `main` for the one thing that a page is for; `plain` has no border. */
  look?: "main" | "quiet" | "plain" | "danger";
  size?: "s" | "m";
}

export const Button = ({ look = "quiet", size = "m", ...props }: ButtonProps) => (
  <AriaButton {...props} className={`${styles["button"]} ${styles[look]} ${styles[size]}`} />
);

/** The look of a button, for links that lead to a download or a page. */
export const buttonClass = (look: "main" | "quiet" | "plain" = "quiet", size: "s" | "m" = "m"): string => `${styles["button"]} ${styles[look]} ${styles[size]}`;
