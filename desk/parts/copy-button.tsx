import { useEffect, useState } from "react";
import { Button } from "./button.tsx";

/** Milliseconds for which the button says what came of it. */
const SHOWN_MS = 2_000;

/** Copies what `make` gives, and says whether it worked. */
export function CopyButton({ label, make, size = "m", look = "quiet" }: { label: string; make: () => string | Promise<string>; size?: "s" | "m"; look?: "quiet" | "plain" }) {
  const [outcome, setOutcome] = useState<string | null>(null);
  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await make());
      setOutcome("Copied");
    } catch (error) {
      setOutcome(error instanceof DOMException ? "The browser forbids it" : "Did not work");
    }
  };
  return <Button look={look} size={size} onPress={() => void copy()}><span aria-live="polite">{outcome ?? label}</span></Button>;
}
