import { useRef, useState, type PointerEvent } from "react";
import type { Scene } from "../../../src/brief/chart/scene.ts";
import { bounded, zoomOf, type View } from "./view.ts";

/** Pixels of a movement that is no click or tap any more. */
const LEAST_DRAG = 8;
/** Pixels within which a mouse and a finger mean a mark. */
const REACH = { mouse: 14, pen: 14, touch: 24 } as const;
/** Pixels that two fingers are taken to be apart at least: closer ones would tear the chart. */
const LEAST_SPREAD = 24;

interface Place {
  x: number;
  y: number;
}

/**
 * What the pointers that are down are at. After a pinch the finger that is left does nothing, until it is lifted as well.
 */
type Doing = { kind: "nothing" } | { kind: "press"; from: number } | { kind: "brush"; from: number } | { kind: "pinch"; spread: number; middle: number; scale: number } | { kind: "done" };

interface Wishes {
  scene: Scene;
  view: View;
  /** Where an event is, in the scene's pixels. */
  placeOf: (event: PointerEvent) => Place;
  onView: (view: View) => void;
  /** A mark is pointed at; null for none. */
  onPoint: (mark: number | null) => void;
  /** A click or a tap, upon a mark or beside all of them. */
  onTap: (mark: number | null) => void;
}

/** The mark that is nearest to a place, within reach; null for none. */
function markAt(scene: Scene, view: View, { x, y }: Place, reach: number): number | null {
  const zoom = zoomOf(scene, view);
  let nearest: number | null = null;
  let least = reach ** 2;
  for (const [i, mark] of scene.marks.entries()) {
    const distance = (zoom.at(mark.x) - x) ** 2 + (mark.y - y) ** 2;
    if (distance < least && isShown(view, mark.x)) [nearest, least] = [i, distance];
  }
  return nearest;
}

export const isShown = ({ left, right }: View, place: number): boolean => place >= left - 1 && place <= right + 1;

/**
 * Mouse, pen and fingers on the chart: hovering points, a click or a tap picks, a drag sideways brushes a span, two fingers zoom and move.
 * A finger that moves up or down scrolls the page (`touch-action: pan-y`): the browser then takes the pointer away, and nothing is done.
 *
 * @returns the span that is being brushed, in the scene's pixels as they show; and what the chart listens with
 */
export function useGestures({ scene, view, placeOf, onView, onPoint, onTap }: Wishes) {
  const [brush, setBrush] = useState<View | null>(null);
  const down = useRef(new Map<number, Place>());
  const doing = useRef<Doing>({ kind: "nothing" });
  const [first, last] = scene.x.range;
  const clamp = (place: number): number => Math.min(Math.max(place, first), last);
  const reached = (event: PointerEvent): number | null => markAt(scene, view, placeOf(event), REACH[event.pointerType as keyof typeof REACH] ?? REACH.mouse);

  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    down.current.set(event.pointerId, placeOf(event));
    const [one, other] = down.current.values();
    setBrush(null);
    if (one === undefined) return;
    if (other === undefined) doing.current = { kind: "press", from: one.x };
    else {
      const middle = zoomOf(scene, view).back((one.x + other.x) / 2);
      doing.current = { kind: "pinch", spread: spreadOf(one, other), middle, scale: zoomOf(scene, view).scale };
      onPoint(null);
    }
  };

  const onPointerMove = (event: PointerEvent): void => {
    const place = placeOf(event);
    if (!down.current.has(event.pointerId)) {
      onPoint(reached(event));
      return;
    }
    down.current.set(event.pointerId, place);
    const now = doing.current;
    if (now.kind === "pinch") pinch(now);
    else if (now.kind === "brush" || (now.kind === "press" && Math.abs(place.x - now.from) > LEAST_DRAG)) {
      if (now.kind === "press") onPoint(null);
      doing.current = { kind: "brush", from: now.from };
      setBrush(spanOf(now.from, place.x));
    }
  };

  const spanOf = (from: number, to: number): View => ({ left: clamp(Math.min(from, to)), right: clamp(Math.max(from, to)) });

  // What was between the fingers stays between them.
  const pinch = ({ spread, middle, scale: before }: Extract<Doing, { kind: "pinch" }>): void => {
    const [one, other] = down.current.values();
    if (one === undefined || other === undefined) return;
    const scale = Math.max(1, (before * spreadOf(one, other)) / spread);
    const left = middle - ((one.x + other.x) / 2 - first) / scale;
    onView(bounded(scene, left, left + (last - first) / scale));
  };

  const onPointerUp = (event: PointerEvent): void => {
    if (!down.current.delete(event.pointerId)) return;
    const now = doing.current;
    if (now.kind === "press") onTap(reached(event));
    if (now.kind === "brush") {
      const { left, right } = spanOf(now.from, placeOf(event).x);
      const { back } = zoomOf(scene, view);
      onView(bounded(scene, back(left), back(right)));
    }
    finish();
  };

  const onPointerCancel = (event: PointerEvent): void => {
    if (down.current.delete(event.pointerId)) finish();
  };

  const finish = (): void => {
    doing.current = down.current.size === 0 ? { kind: "nothing" } : { kind: "done" };
    setBrush(null);
  };

  const onPointerLeave = (): void => {
    if (doing.current.kind === "nothing") onPoint(null);
  };

  return { brush, listeners: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onPointerLeave } };
}

const spreadOf = (one: Place, other: Place): number => Math.max(LEAST_SPREAD, Math.hypot(one.x - other.x, one.y - other.y));
