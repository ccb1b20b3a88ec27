import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "../button.tsx";

const load = () => import("./palette.tsx");
const Palette = lazy(async () => ({ default: (await load()).Palette }));

const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);

/** The button and the key (Ctrl K, ⌘ K) that open the palette, which is loaded when it is first wanted. */
export function OpenPalette({ className }: { className?: string }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <div className={className}>
      <Button onPress={() => setOpen(true)} onHoverStart={() => void load()}>Search or go to <kbd aria-hidden="true">{isApple ? "⌘ K" : "Ctrl K"}</kbd></Button>
      {isOpen ? <Suspense fallback={null}><Palette onClose={() => setOpen(false)} /></Suspense> : null}
    </div>
  );
}
