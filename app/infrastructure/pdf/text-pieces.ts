import type { Canvas, Element } from './canvas.ts';
import type { Piece } from './pieces.ts';
import type { TextStyle } from './theme.ts';
import type { Line } from './typesetting.ts';

/** A paragraph as pieces: two lines at least stay together at its beginning and at its end. */
export function paragraphPieces(
  canvas: Canvas,
  input: { readonly text: string; readonly style: TextStyle; readonly width: number; readonly before: number; readonly element: Element; readonly indent?: number },
): Piece[] {
  const { style, element, indent = 0 } = input;
  const lines = canvas.lines(input.text, style, input.width - indent);
  return sliced(lines.length).map(([from, to], index) => ({
    before: index === 0 ? input.before : 0,
    height: (to - from) * style.leading,
    draw: (x, y) => canvas.mark(element, () => canvas.drawLines(lines.slice(from, to), style, { x: x + indent, y })),
  }));
}

/** Where a stack of `count` lines may be cut: `[from, to)` pairs with at least two lines at both ends. */
export function sliced(count: number): [number, number][] {
  if (count === 0) return [];
  if (count <= 3) return [[0, count]];
  const slices: [number, number][] = [[0, 2]];
  for (let line = 2; line < count - 2; line += 1) slices.push([line, line + 1]);
  slices.push([count - 2, count]);
  return slices;
}

/** One cell of a row: its lines may differ in style but share the leading of the row. */
export type RowCell = {
  readonly element: Element;
  readonly x: number;
  readonly width: number;
  readonly align?: 'start' | 'end';
  readonly lines: readonly { readonly line: Line; readonly style: TextStyle }[];
  /** Decoration beside the first line. */
  readonly decorate?: (x: number, y: number) => void;
};

/** A row of cells. Short rows stay whole, long ones may be cut between any two lines. */
export function rowPieces(
  canvas: Canvas,
  input: {
    readonly cells: readonly RowCell[];
    readonly leading: number;
    readonly padding: number;
    readonly before: number;
    readonly rule?: { readonly width: number; readonly colour: string; readonly weight: number };
    readonly repeat?: Piece;
  },
): Piece[] {
  const count = Math.max(1, ...input.cells.map((cell) => cell.lines.length));
  const slices: [number, number][] = count <= 14 ? [[0, count]] : sliced(count);
  return slices.map(([from, to], index) => {
    const top = index === 0 ? input.padding : 0;
    const isLast = index === slices.length - 1;
    const height = top + (to - from) * input.leading + (isLast ? input.padding : 0);
    return {
      before: index === 0 ? input.before : 0,
      height,
      repeat: input.repeat,
      draw(x, y) {
        for (const cell of input.cells) {
          if (from === 0 && cell.decorate) canvas.artifact(() => cell.decorate!(x + cell.x, y + top));
          const lines = cell.lines.slice(from, to);
          if (lines.length === 0) continue;
          canvas.mark(cell.element, () => lines.forEach(({ line, style }, offset) => {
            canvas.drawLines([line], style, {
              x: x + cell.x, y: y + top + offset * input.leading, width: cell.width, align: cell.align,
            });
          }));
        }
        const { rule } = input;
        if (isLast && rule) canvas.artifact(() => drawRule(canvas, x, y + height, rule));
      },
    };
  });
}

export function drawRule(
  canvas: Canvas,
  x: number,
  y: number,
  rule: { readonly width: number; readonly colour: string; readonly weight: number },
): void {
  canvas.doc.moveTo(x, y).lineTo(x + rule.width, y).lineWidth(rule.weight).strokeColor(rule.colour).stroke();
}
