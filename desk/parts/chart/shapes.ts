import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, symbolWye } from "d3-shape";

/** A shape for each style of a scene, the same as in the published brief; the sizes even out how large they look. */
const SHAPES = [[symbolCircle, 84], [symbolSquare, 78], [symbolDiamond, 72], [symbolTriangle, 70], [symbolCross, 76], [symbolStar, 68], [symbolWye, 64]] as const;

export const SYMBOLS: readonly string[] = SHAPES.map(([type, size]) => symbol().type(type).size(size).digits(1)() ?? "");
