import type { CellMark, FactsBlock, TableBlock, TableCell, TableColumn } from '#app/domain/dossier/document.ts';
import type { Canvas, Element } from './canvas.ts';
import type { Piece } from './pieces.ts';
import type { RowCell } from './text-pieces.ts';
import { paragraphPieces, rowPieces } from './text-pieces.ts';
import type { TextStyle } from './theme.ts';
import { colours, styles } from './theme.ts';

const gutter = 10;
const markWidth = 11;

/** A table whose head is repeated on every page it runs on. Tagged with row and column heads. */
export function tablePieces(canvas: Canvas, block: TableBlock, width: number, parent: Element): Piece[] {
  if (block.rows.length === 0) {
    const element = canvas.element('P', parent);
    return paragraphPieces(canvas, { text: block.emptyText, style: styles.muted, width, before: 6, element });
  }
  const table = canvas.element('Table', parent);
  const columns = columnsOf(block.columns, width);
  const caption = block.caption === undefined ? [] : paragraphPieces(canvas, {
    text: block.caption, style: styles.bodyStrong, width, before: 8, element: canvas.element('Caption', table),
  }).map((piece) => ({ ...piece, keepWithNext: true }));
  const head = headPiece(canvas, columns, width, table);
  const body = canvas.element('TBody', table);
  const rows = withoutLoneRows(block.rows.map((cells) => {
    const row = canvas.element('TR', body);
    return rowPieces(canvas, {
      cells: cells.map((cell, index) => rowCell(canvas, cell, columns[index]!, row, index === 0)),
      leading: styles.cell.leading,
      padding: 3.2,
      before: 0,
      rule: { width, colour: colours.line, weight: 0.5 },
      repeat: head.repeated,
    });
  }));
  return [...caption, head.first, ...rows];
}

/** Short tables and lists of facts stay whole; of long ones at least two rows stand before and after a page's end. */
function withoutLoneRows(rows: readonly (readonly Piece[])[]): Piece[] {
  const isShort = rows.flat().reduce((sum, piece) => sum + piece.height, 0) <= 190;
  return rows.flatMap((pieces, index) => {
    const binds = index < rows.length - 1 && (isShort || index === 0 || index === rows.length - 2);
    return pieces.map((piece, at) => (binds && at === pieces.length - 1 ? { ...piece, keepWithNext: true } : piece));
  });
}

type PlacedColumn = TableColumn & { readonly x: number; readonly inner: number };

function columnsOf(columns: readonly TableColumn[], width: number): PlacedColumn[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  let x = 0;
  return columns.map((column, index) => {
    const outer = (column.width / sum) * width;
    const placed = { ...column, x, inner: outer - (index < columns.length - 1 ? gutter : 0) };
    x += outer;
    return placed;
  });
}

/** The head twice: once as the head that is read out, once as decoration for the pages that follow. */
function headPiece(
  canvas: Canvas, columns: readonly PlacedColumn[], width: number, table: Element,
): { readonly first: Piece; readonly repeated: Piece } {
  const style = styles.cellHead;
  const row = canvas.element('TR', canvas.element('THead', table));
  const cells = columns.map((column) => ({
    column,
    element: canvas.element('TH', row, { scope: 'Column' }),
    lines: canvas.lines(column.heading, style, column.inner),
  }));
  const count = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const height = count * style.leading + 5;

  function drawCell(cell: (typeof cells)[number], x: number, y: number): void {
    // Heads of several lines stand on the rule, all on the same baseline.
    const top = y + (count - cell.lines.length) * style.leading;
    canvas.drawLines(cell.lines, style, { x: x + cell.column.x, y: top, width: cell.column.inner, align: cell.column.align });
  }

  function rule(x: number, y: number): void {
    canvas.doc.moveTo(x, y + height).lineTo(x + width, y + height).lineWidth(1).strokeColor(colours.slate).stroke();
  }

  return {
    first: {
      height, before: 8, keepWithNext: true,
      draw(x, y) {
        for (const cell of cells) canvas.mark(cell.element, () => drawCell(cell, x, y));
        canvas.artifact(() => rule(x, y));
      },
    },
    repeated: {
      height, before: 0,
      draw: (x, y) => canvas.artifact(() => {
        for (const cell of cells) drawCell(cell, x, y);
        rule(x, y);
      }, 'Pagination'),
    },
  };
}

function rowCell(canvas: Canvas, cell: TableCell, column: PlacedColumn, row: Element, isFirst: boolean): RowCell {
  const indent = cell.mark ? markWidth : 0;
  const width = column.inner - indent;
  const style: TextStyle = cell.strong ? styles.cellStrong : styles.cell;
  const note = cell.note ?? '';
  const { mark } = cell;
  return {
    element: isFirst ? canvas.element('TH', row, { scope: 'Row' }) : canvas.element('TD', row),
    x: column.x + indent,
    width,
    align: column.align,
    lines: [
      ...canvas.lines(cell.text, style, width).map((line) => ({ line, style })),
      ...canvas.lines(note, styles.cellNote, width).map((line) => ({ line, style: styles.cellNote })),
    ],
    decorate: mark && ((x, y) => drawMark(canvas, mark, x - markWidth + 3.6, y + styles.cell.leading / 2)),
  };
}

/** Shapes that differ without colour; the word beside them says the same. */
function drawMark(canvas: Canvas, mark: CellMark, x: number, y: number): void {
  const { doc } = canvas;
  const radius = 3.2;
  doc.lineWidth(0.9).strokeColor(colours.slate).fillColor(colours.slate);
  if (mark === 'full') doc.circle(x, y, radius).fillAndStroke();
  else if (mark === 'half') {
    doc.path(`M ${x} ${y - radius} A ${radius} ${radius} 0 0 0 ${x} ${y + radius} Z`).fill();
    doc.circle(x, y, radius).stroke();
  } else if (mark === 'empty') doc.circle(x, y, radius).stroke();
  else if (mark === 'dash') doc.moveTo(x - radius, y).lineTo(x + radius, y).stroke();
  else {
    const style = { ...styles.cellStrong, colour: colours.slate };
    canvas.drawLines(canvas.lines('?', style, 20), style, { x: x - 10, y: y - style.leading / 2, width: 20, align: 'middle' });
  }
}

/** Terms and values side by side, tagged as a list of labels and bodies. */
export function factsPieces(canvas: Canvas, block: FactsBlock, width: number, parent: Element): Piece[] {
  const list = canvas.element('L', parent);
  const gap = 18;
  const columnWidth = (width - gap * (block.columns - 1)) / block.columns;
  const termWidth = Math.min(150, columnWidth * (block.columns === 1 ? 0.29 : 0.34));
  const rows: Piece[][] = [];
  for (let start = 0; start < block.items.length; start += block.columns) {
    const cells = block.items.slice(start, start + block.columns).flatMap(({ term, value }, column): RowCell[] => {
      const item = canvas.element('LI', list);
      const x = column * (columnWidth + gap);
      const valueWidth = columnWidth - termWidth - 8;
      const label: TextStyle = { ...styles.cell, colour: colours.inkSoft };
      return [
        {
          element: canvas.element('Lbl', item), x, width: termWidth,
          lines: canvas.lines(term, label, termWidth).map((line) => ({ line, style: label })),
        },
        {
          element: canvas.element('LBody', item), x: x + termWidth + 8, width: valueWidth,
          lines: canvas.lines(value, styles.cell, valueWidth).map((line) => ({ line, style: styles.cell })),
        },
      ];
    });
    rows.push(rowPieces(canvas, {
      cells, leading: styles.cell.leading + 0.6, padding: 2, before: start === 0 ? 8 : 0,
    }));
  }
  return withoutLoneRows(rows);
}
