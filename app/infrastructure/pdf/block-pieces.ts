import type {
  CalloutBlock, ColumnsBlock, DossierBlock, DossierSection, ListBlock, SignatureBlock,
} from '#app/domain/dossier/document.ts';
import type { Canvas, Element } from './canvas.ts';
import { figurePieces } from './figure-pieces.ts';
import type { Piece } from './pieces.ts';
import { fitsTogether, stacked } from './pieces.ts';
import { factsPieces, tablePieces } from './table-pieces.ts';
import { drawRule, paragraphPieces } from './text-pieces.ts';
import { bodyWidth, colours, styles } from './theme.ts';

/** All pieces of a section: its heading, then its blocks. */
export function sectionPieces(canvas: Canvas, section: DossierSection): Piece[] {
  const parent = canvas.element('Sect', canvas.root);
  const { heading } = section;
  const head = heading === undefined ? [] : [sectionHeading(canvas, heading, section.startsOnNewPage === true, parent)];
  return [...head, ...blockList(canvas, section.blocks, bodyWidth, parent)];
}

function sectionHeading(canvas: Canvas, text: string, startsPage: boolean, parent: Element): Piece {
  const element = canvas.element('H2', parent);
  const piece = stacked(paragraphPieces(canvas, { text, style: styles.section, width: bodyWidth, before: 0, element }), 18);
  return {
    ...piece,
    startsPage,
    keepWithNext: true,
    draw(x, y) {
      canvas.bookmark(text, 'section', y);
      piece.draw(x, y);
    },
  };
}

function blockList(canvas: Canvas, blocks: readonly DossierBlock[], width: number, parent: Element): Piece[] {
  const pieces: Piece[] = [];
  let breakNext = false;
  let lastCallout = -1;
  for (const block of blocks) {
    if (block.kind === 'pageBreak') {
      breakNext = true;
      continue;
    }
    const made = blockPieces(canvas, block, width, parent);
    if (block.kind === 'callout') lastCallout = pieces.length;
    // Nobody should sign on a page that does not show what the signature is not.
    if (block.kind === 'signature' && lastCallout >= 0) {
      for (let index = lastCallout; index < pieces.length; index += 1) pieces[index] = { ...pieces[index]!, keepWithNext: true };
    }
    pieces.push(...made.map((piece, index) => (breakNext && index === 0 ? { ...piece, startsPage: true } : piece)));
    breakNext = breakNext && made.length === 0;
  }
  return pieces;
}

function blockPieces(canvas: Canvas, block: Exclude<DossierBlock, { kind: 'pageBreak' }>, width: number, parent: Element): Piece[] {
  switch (block.kind) {
    case 'heading': {
      const element = canvas.element('H3', parent);
      const piece = stacked(paragraphPieces(canvas, { text: block.text, style: styles.heading, width, before: 0, element }), 13);
      return [{
        ...piece,
        keepWithNext: true,
        draw(x, y) {
          canvas.bookmark(block.text, 'part', y);
          piece.draw(x, y);
        },
      }];
    }
    case 'paragraph': {
      const style = block.tone === 'lead' ? styles.lead : block.tone === 'muted' ? styles.muted : styles.body;
      return paragraphPieces(canvas, { text: block.text, style, width, before: block.tone === 'lead' ? 12 : 6, element: canvas.element('P', parent) });
    }
    case 'facts': return factsPieces(canvas, block, width, parent);
    case 'table': return tablePieces(canvas, block, width, parent);
    case 'list': return listPieces(canvas, block, width, parent);
    case 'callout': return calloutPieces(canvas, block, width, parent);
    case 'figure': return figurePieces(canvas, block, width, parent);
    case 'columns': return columnsPieces(canvas, block, width, parent);
    case 'signature': return [signaturePiece(canvas, block, width, parent)];
  }
}

function listPieces(canvas: Canvas, block: ListBlock, width: number, parent: Element): Piece[] {
  const list = canvas.element('L', parent);
  const indent = block.ordered ? 18 : 12;
  return block.items.flatMap((text, index) => {
    const item = canvas.element('LI', list);
    const label = canvas.element('Lbl', item);
    const pieces = paragraphPieces(canvas, {
      text, style: styles.body, width, before: index === 0 ? 6 : 2, element: canvas.element('LBody', item), indent,
    });
    const labelLines = canvas.lines(block.ordered ? `${index + 1}.` : '•', styles.body, indent);
    return pieces.map((piece, at): Piece => (at > 0 ? piece : {
      ...piece,
      draw(x, y) {
        canvas.mark(label, () => canvas.drawLines(labelLines, styles.body, { x, y }));
        piece.draw(x, y);
      },
    }));
  });
}

/** Text beside a bar on pale ground; runs over pages like any text. */
function calloutPieces(canvas: Canvas, block: CalloutBlock, width: number, parent: Element): Piece[] {
  const box = canvas.element('Div', parent);
  const inset = 13;
  const inner = width - 2 * inset;
  const text = [
    ...paragraphPieces(canvas, { text: block.title, style: styles.cellStrong, width: inner, before: 0, element: canvas.element('P', box) })
      .map((piece) => ({ ...piece, keepWithNext: true })),
    ...paragraphPieces(canvas, { text: block.text, style: styles.cell, width: inner, before: 0, element: canvas.element('P', box) }),
  ];
  return text.map((piece, index) => {
    const top = index === 0 ? 7 : 0;
    const height = top + piece.height + (index === text.length - 1 ? 8 : 0);
    return {
      ...piece,
      height,
      before: index === 0 ? 10 : 0,
      draw(x, y) {
        canvas.artifact(() => {
          canvas.doc.rect(x, y, width, height).fillColor(colours.paper).fill();
          canvas.doc.rect(x, y, 2.5, height).fillColor(block.tone === 'attention' ? colours.lightRim : colours.slate).fill();
        });
        piece.draw(x + inset, y + top);
      },
    };
  });
}

function columnsPieces(canvas: Canvas, block: ColumnsBlock, width: number, parent: Element): Piece[] {
  const gap = 20;
  const leftWidth = (width - gap) * block.leftShare;
  const rightWidth = width - gap - leftWidth;
  const leftPieces = blockList(canvas, block.left, leftWidth, parent);
  const rightPieces = blockList(canvas, block.right, rightWidth, parent);
  const left = stacked(leftPieces, 10);
  const right = stacked(rightPieces, 10);
  const height = Math.max(left.height, right.height);
  if (!fitsTogether(height)) return [...leftPieces, ...rightPieces];
  return [{
    before: 10,
    height,
    draw(x, y) {
      left.draw(x, y + (height - left.height) / 2);
      right.draw(x + leftWidth + gap, y + (height - right.height) / 2);
    },
  }];
}

/** Lines to write on side by side, each with its label below. */
function signaturePiece(canvas: Canvas, block: SignatureBlock, width: number, parent: Element): Piece {
  const statement = paragraphPieces(canvas, {
    text: block.statement, style: styles.body, width, before: 0, element: canvas.element('P', parent),
  });
  const gap = 20;
  const perRow = 3;
  const fieldWidth = (width - gap * (perRow - 1)) / perRow;
  const rowHeight = 35;
  const fields = block.fields.map((field) => ({
    value: canvas.lines(field.value, styles.body, fieldWidth),
    label: canvas.lines(field.label, styles.cellNote, fieldWidth),
    element: canvas.element('P', parent),
  }));
  const rows: Piece[] = [];
  for (let start = 0; start < fields.length; start += perRow) {
    const row = fields.slice(start, start + perRow);
    const extra = Math.max(0, ...row.map((field) => field.value.length - 1)) * styles.body.leading;
    rows.push({
      before: 0,
      height: rowHeight + extra,
      draw: (x, y) => row.forEach((field, index) => {
        const left = x + index * (fieldWidth + gap);
        const base = y + 23 + extra;
        canvas.mark(field.element, () => {
          canvas.drawLines(field.value, styles.body, { x: left, y: base - field.value.length * styles.body.leading - 1 });
          canvas.drawLines(field.label, styles.cellNote, { x: left, y: base + 1.5 });
        });
        canvas.artifact(() => drawRule(canvas, left, base, { width: fieldWidth, colour: colours.lineStrong, weight: 0.7 }));
      }),
    });
  }
  return stacked([...statement, ...rows], 10);
}
