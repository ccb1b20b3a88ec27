/** A rule that a brief breaks. */
export interface Fault {
  /** Stable id, as docs/brief.md lists them. */
  rule: string;
  message: string;
}

export const fault = (rule: string, message: string): Fault => ({ rule, message });
