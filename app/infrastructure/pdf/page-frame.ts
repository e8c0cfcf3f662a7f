import type { DossierCover, DossierMetadata } from '#app/domain/dossier/document.ts';
import { fill } from '#app/domain/dossier/wording.ts';
import type { Canvas } from './canvas.ts';
import type { Piece } from './pieces.ts';
import { drawRule, paragraphPieces } from './text-pieces.ts';
import { bodyWidth, colours, page, styles } from './theme.ts';

/** The top of the first page: mark, kind and date, heading, company. */
export function coverPieces(canvas: Canvas, cover: DossierCover): Piece[] {
  const section = canvas.element('Sect', canvas.root);
  const kind = canvas.element('P', section);
  const kindLines = canvas.lines(cover.kindLine, styles.muted, bodyWidth - 140);
  const brand = canvas.lines('Geleucht', styles.brand, 120);
  const mastHeight = 30;
  const mast: Piece = {
    before: 0,
    height: mastHeight,
    draw(x, y) {
      canvas.artifact(() => {
        drawBrandMark(canvas, x, y);
        canvas.drawLines(brand, styles.brand, { x: x + 22, y: y + 3 });
        drawRule(canvas, x, y + mastHeight, { width: bodyWidth, colour: colours.slate, weight: 1 });
      });
      canvas.mark(kind, () => canvas.drawLines(kindLines, styles.muted, {
        x: x + 140, y: y + 21 - kindLines.length * styles.muted.leading, width: bodyWidth - 140, align: 'end',
      }));
    },
  };
  return [
    mast,
    ...paragraphPieces(canvas, {
      text: cover.heading, style: styles.title, width: bodyWidth, before: 15, element: canvas.element('H1', section),
    }),
    ...paragraphPieces(canvas, {
      text: cover.subheading, style: styles.subtitle, width: bodyWidth, before: 2, element: canvas.element('P', section),
    }),
  ];
}

/** The arch with the light in it. */
function drawBrandMark(canvas: Canvas, x: number, y: number): void {
  const { doc } = canvas;
  const scale = 0.66;
  doc.save().translate(x - 1, y).scale(scale);
  doc.path('M3 32.5V14.5a12 12 0 0 1 24 0v18z').lineWidth(2.6).lineJoin('round').strokeColor(colours.slate).stroke();
  doc.circle(15, 17, 5.4).lineWidth(1.2).fillAndStroke(colours.light, colours.lightRim);
  doc.restore();
}

/** Running head and footer of every page, once all pages are known. Decoration for assistive technology. */
export function drawPageFrames(canvas: Canvas, metadata: DossierMetadata): void {
  const { doc } = canvas;
  const { count } = doc.bufferedPageRange();
  const style = styles.footer;
  const leftWidth = bodyWidth - 90;
  const left = [
    ...canvas.lines(`${fill(metadata.labels.document, { id: metadata.documentId, code: metadata.checkCode })} · ${metadata.issuer}`, style, leftWidth),
    ...canvas.lines(metadata.checkpointLine, style, leftWidth),
  ];
  const head = canvas.lines(`${metadata.title} · ${metadata.subject}`, style, bodyWidth);
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    const number = canvas.lines(fill(metadata.labels.page, { page: index + 1, pages: count }), style, 85);
    canvas.artifact(() => {
      const top = page.height - page.bottom + 20;
      drawRule(canvas, page.left, top - 6, { width: bodyWidth, colour: colours.line, weight: 0.5 });
      canvas.drawLines(left, style, { x: page.left, y: top });
      canvas.drawLines(number, style, { x: page.left + bodyWidth - 85, y: top, width: 85, align: 'end' });
      if (index > 0) {
        // One line is enough here: the first page has both in full.
        canvas.drawLines(head.slice(0, 1), style, { x: page.left, y: 28 });
        drawRule(canvas, page.left, 42, { width: bodyWidth, colour: colours.line, weight: 0.5 });
      }
    }, 'Pagination');
  }
}
