import { useEffect, useState, type RefObject } from "react";

/** Widths are told in steps, so that a window that is drawn wider does not ask the server for every pixel. */
const STEP = 20;
const LEAST = 280;
const MOST = 1_600;

/** How wide a part of the page is, in steps of pixels; null before it is there. */
export function useWidth(at: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    if (at.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => entry !== undefined && setWidth(Math.min(MOST, Math.max(LEAST, Math.floor(entry.contentRect.width / STEP) * STEP))));
    observer.observe(at.current);
    return () => observer.disconnect();
  }, [at]);
  return width;
}
