import type { BarsFigure, FigureBlock, RadarFigure, ScoreFigure } from '#app/domain/dossier/document.ts';
import { arcOfLights, arcSizes, litOfScore } from '#app/figures/arc-of-lights.ts';
import { radar, radarSizes } from '#app/figures/radar.ts';
import type { RadarLabel } from '#app/figures/radar.ts';
import type { Canvas, Element } from './canvas.ts';
import type { Piece } from './pieces.ts';
import { stacked } from './pieces.ts';
import { paragraphPieces } from './text-pieces.ts';
import { colours, page, styles } from './theme.ts';

type Drawing = { readonly height: number; readonly draw: (x: number, y: number) => void };

/** A figure as vectors with its description for those who do not see it. */
export function figurePieces(canvas: Canvas, block: FigureBlock, width: number, parent: Element): Piece[] {
  const element = canvas.element('Figure', parent, { alt: block.alt });
  const drawing = drawingOf(canvas, block, width);
  const figure: Piece = {
    before: 8,
    height: drawing.height,
    draw(x, y) {
      setBounds(element, [x, page.height - y - drawing.height, x + width, page.height - y]);
      canvas.mark(element, () => drawing.draw(x, y));
    },
  };
  if (block.caption === undefined) return [figure];
  const caption = paragraphPieces(canvas, {
    text: block.caption, style: styles.muted, width, before: 4, element: canvas.element('P', parent),
  });
  return [stacked([figure, ...caption], 8)];
}

/** Where the figure stands is known only when it is drawn. */
function setBounds(element: Element, box: readonly number[]): void {
  const node = element.node as unknown as { readonly dictionary: { readonly data: Record<string, unknown> } };
  node.dictionary.data.A = { O: 'Layout', Placement: 'Block', BBox: box.map((value) => Math.round(value * 100) / 100) };
}

function drawingOf(canvas: Canvas, { figure }: FigureBlock, width: number): Drawing {
  switch (figure.kind) {
    case 'score': return scoreDrawing(canvas, figure, width);
    case 'radar': return radarDrawing(canvas, figure, width);
    case 'bars': return barsDrawing(canvas, figure, width);
  }
}

function scoreDrawing(canvas: Canvas, figure: ScoreFigure, width: number): Drawing {
  const arc = arcOfLights(11, litOfScore((figure.share ?? 0) * 100), arcSizes.paper);
  const numberLines = canvas.lines(figure.value, styles.figureNumber, arc.width);
  const captionLines = canvas.lines(figure.caption, styles.figureLabel, arc.width - 40);
  const textHeight = styles.figureNumber.leading + captionLines.length * styles.figureLabel.leading;
  return {
    height: arc.height,
    draw(x, y) {
      const { doc } = canvas;
      const left = x + (width - arc.width) / 2;
      doc.save().translate(left, y);
      doc.path(arc.outline).lineWidth(0.8).strokeColor(colours.lineStrong).stroke();
      for (const light of arc.lights) {
        doc.circle(light.cx, light.cy, light.r).lineWidth(light.lit ? 1.1 : 0.8)
          .fillAndStroke(light.lit ? colours.light : colours.white, light.lit ? colours.lightRim : colours.lineStrong);
      }
      doc.restore();
      const textTop = y + arc.height - textHeight - 4;
      canvas.drawLines(numberLines, styles.figureNumber, { x: left, y: textTop, width: arc.width, align: 'middle' });
      canvas.drawLines(captionLines, styles.figureLabel, {
        x: left, y: textTop + styles.figureNumber.leading, width: arc.width, align: 'middle',
      });
    },
  };
}

function radarDrawing(canvas: Canvas, figure: RadarFigure, width: number): Drawing {
  const legendHeight = 16;
  const percent = (share: number | null): number | null => (share === null ? null : share * 100);
  const net = radar(figure.axes.map((axis) => axis.share * 100), figure.axes.map((axis) => percent(axis.previousShare)), radarSizes.paper);
  const height = net.height + legendHeight;
  return {
    height,
    draw(x, y) {
      const { doc } = canvas;
      const left = x + (width - net.width) / 2;
      doc.save().translate(left, y);
      doc.path(net.path).fillColor(colours.lightSoft).fill();
      for (const line of [...net.rings, ...net.axes]) doc.path(line).lineWidth(0.5).strokeColor(colours.line).stroke();
      doc.path(net.path).lineWidth(1.6).lineJoin('round').strokeColor(colours.lightRim).stroke();
      if (figure.previousLabel !== undefined && net.previousPath !== null) {
        doc.path(net.previousPath).lineWidth(1).dash(3, { space: 2.4 }).strokeColor(colours.inkSoft).stroke().undash();
      }
      for (const dot of net.dots) doc.circle(dot.cx, dot.cy, 2.4).lineWidth(1.2).fillAndStroke(colours.white, colours.lightRim);
      doc.restore();
      figure.axes.forEach((axis, index) => drawAxisLabel(canvas, axis, net.labels[index]!, left, y));
      drawLegend(canvas, figure, x, y + height - legendHeight + 4, width);
    },
  };
}

function drawAxisLabel(canvas: Canvas, axis: RadarFigure['axes'][number], label: RadarLabel, x: number, y: number): void {
  const room = 120;
  const left = x + label.x - (label.anchor === 'end' ? room : label.anchor === 'middle' ? room / 2 : 0);
  const name = canvas.lines(axis.label, styles.figureLabel, room);
  const value = canvas.lines(axis.valueText, styles.figureValue, room);
  const height = (name.length + value.length) * styles.figureLabel.leading;
  const top = y + label.y - (label.side === 'above' ? height - 5 : label.side === 'below' ? 5 : height / 2);
  const place = { x: left, width: room, align: label.anchor } as const;
  canvas.drawLines(name, styles.figureLabel, { ...place, y: top });
  canvas.drawLines(value, styles.figureValue, { ...place, y: top + name.length * styles.figureLabel.leading });
}

function drawLegend(canvas: Canvas, figure: RadarFigure, x: number, y: number, width: number): void {
  const { doc } = canvas;
  const style = styles.figureLabel;
  const current = canvas.lines(figure.currentLabel, style, 200);
  const previous = figure.previousLabel === undefined ? [] : canvas.lines(figure.previousLabel, style, 200);
  const currentWidth = 22 + (current[0]?.width ?? 0);
  const previousWidth = previous.length > 0 ? 18 + 22 + (previous[0]?.width ?? 0) : 0;
  let left = x + (width - currentWidth - previousWidth) / 2;
  doc.rect(left, y + 1.5, 17, 7).lineWidth(1.2).fillAndStroke(colours.lightSoft, colours.lightRim);
  canvas.drawLines(current, style, { x: left + 22, y });
  if (previous.length === 0) return;
  left += currentWidth + 18;
  doc.moveTo(left, y + 5).lineTo(left + 17, y + 5).lineWidth(1).dash(3, { space: 2.4 }).strokeColor(colours.inkSoft).stroke().undash();
  canvas.drawLines(previous, style, { x: left + 22, y });
}

function barsDrawing(canvas: Canvas, figure: BarsFigure, width: number): Drawing {
  const style = styles.cell;
  const labelWidth = width * 0.36;
  const valueWidth = width * 0.17;
  const barLeft = labelWidth + 10;
  const barWidth = width - labelWidth - valueWidth - 20;
  const rows = figure.items.map((item) => {
    const lines = canvas.lines(item.label, style, labelWidth);
    return { item, lines, height: Math.max(1, lines.length) * style.leading + 4 };
  });
  return {
    height: rows.reduce((sum, row) => sum + row.height, 0),
    draw(x, y) {
      let top = y;
      for (const { item, lines, height } of rows) {
        canvas.drawLines(lines, style, { x, y: top });
        const barTop = top + style.leading / 2 - 3;
        if (item.share !== null) {
          if (item.share > 0) {
            canvas.doc.rect(x + barLeft, barTop, barWidth * Math.min(1, item.share), 6).fillColor(colours.slate).fill();
          }
          canvas.doc.rect(x + barLeft, barTop, barWidth, 6).lineWidth(0.6).strokeColor(colours.lineStrong).stroke();
        }
        canvas.drawLines(canvas.lines(item.valueText, style, valueWidth), style, {
          x: x + width - valueWidth, y: top, width: valueWidth, align: 'end',
        });
        top += height;
      }
    },
  };
}
