import type { Canvas } from './canvas.ts';
import { bodyHeight, page } from './theme.ts';

/** The smallest thing that stands on one page as a whole. Heights in points. */
export type Piece = {
  readonly height: number;
  /** Space above it, dropped at the top of a page. */
  readonly before: number;
  /** Never the last on a page: headings, table heads. */
  readonly keepWithNext?: boolean;
  readonly startsPage?: boolean;
  /** Drawn first when a page begins with this piece: the head of a table that runs on. */
  readonly repeat?: Piece;
  /** `y` is the top of the piece. */
  readonly draw: (x: number, y: number) => void;
};

/** Several pieces as one that is never torn apart. */
export function stacked(pieces: readonly Piece[], before: number): Piece {
  let height = 0;
  const offsets = pieces.map((piece, index) => {
    if (index > 0) height += piece.before;
    const offset = height;
    height += piece.height;
    return offset;
  });
  return {
    before,
    height,
    draw: (x, y) => pieces.forEach((piece, index) => piece.draw(x, y + offsets[index]!)),
  };
}

/** Whether something of this height may claim to stay in one piece. */
export function fitsTogether(height: number): boolean {
  return height <= bodyHeight * 0.6;
}

/** Sets the pieces one below the other and begins new pages where they no longer fit. */
export function placePieces(canvas: Canvas, pieces: readonly Piece[]): void {
  const bottom = page.height - page.bottom;
  let y: number = page.top;
  let atTop = true;

  function newPage(): void {
    canvas.doc.addPage();
    y = page.top;
    atTop = true;
  }

  newPage();
  pieces.forEach((piece, index) => {
    const needed = Math.min(heightOfGroup(pieces, index), bodyHeight);
    if (!atTop && (piece.startsPage || y + piece.before + needed > bottom + 0.01)) {
      newPage();
      if (piece.repeat) {
        piece.repeat.draw(page.left, y);
        y += piece.repeat.height;
        atTop = false;
      }
    }
    if (!atTop) y += piece.before;
    piece.draw(page.left, y);
    y += piece.height;
    atTop = false;
  });
}

function heightOfGroup(pieces: readonly Piece[], start: number): number {
  let height = pieces[start]!.height;
  for (let index = start; pieces[index]?.keepWithNext && pieces[index + 1]; index += 1) {
    const next = pieces[index + 1]!;
    if (next.startsPage) break;
    height += next.before + next.height;
  }
  return height;
}
