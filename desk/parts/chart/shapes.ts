import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, symbolWye } from "d3-shape";

/** A shape for each style of a scene, the same as in the published brief; the sizes even out how large they look. */
const SHAPES = [[symbolCircle, 84], [symbolSquare, 78], [symbolDiamond, 72], [symbolTriangle, 70], [symbolCross, 76], [symbolStar, 68], [symbolWye, 64]] as const;

export const SYMBOLS: readonly string[] = SHAPES.map(([type, size]) => symbol().type(type).size(size).digits(1)() ?? "");

const short = (number: number): string => String(Math.round(number * 10) / 10);

/** What d3 draws a symbol into: a path whose every step is told from the one before it, so that it can stand anywhere. */
class RelativePath {
  text = "";
  private x = 0;
  private y = 0;
  private first: [number, number] = [0, 0];
  moveTo(x: number, y: number): void {
    this.step("m", x, y);
    this.first = [this.x, this.y];
  }
  lineTo(x: number, y: number): void {
    this.step("l", x, y);
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.text += `h${short(width)}v${short(height)}h${short(-width)}z`;
  }
  /** Whole circles are all that a symbol has. */
  arc(x: number, y: number, radius: number): void {
    this.step("m", x + radius, y);
    // Two halves: a chord a little shorter than the diameter would bulge them.
    const r = Math.round(radius * 10) / 10;
    this.text += `a${r},${r},0,0,1,${short(-2 * r)},0a${r},${r},0,0,1,${short(2 * r)},0z`;
  }
  closePath(): void {
    this.text += "z";
    [this.x, this.y] = this.first;
  }
  // From one rounded place to the next, so that no error adds up.
  private step(letter: string, toX: number, toY: number): void {
    const [x, y] = [Math.round(toX * 10) / 10, Math.round(toY * 10) / 10];
    this.text += `${letter}${short(x - this.x)},${short(y - this.y)}`;
    [this.x, this.y] = [x, y];
  }
}

/** The same shapes as what follows an `M` to the place where they stand: many of them make one path. */
export const STEPS_OF_SYMBOLS: readonly string[] = SHAPES.map(([type, size]) => {
  const path = new RelativePath();
  symbol().type(type).size(size).context(path as unknown as CanvasRenderingContext2D)();
  return path.text;
});
