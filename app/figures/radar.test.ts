import { expect, test } from 'vitest';
import { radar, radarSizes } from './radar.ts';

const topics = [70, 45, 80, 75, 50, 25, 65, 60];

test('the first topic points upwards and values are measured from the centre', () => {
  const figure = radar([100, 0, 50, 25], null, { width: 200, height: 200, radius: 80, labelGap: 10 });
  expect(figure.dots).toEqual([
    { cx: 100, cy: 20 },
    { cx: 100, cy: 100 },
    { cx: 100, cy: 140 },
    { cx: 80, cy: 100 },
  ]);
  expect(figure.path).toBe('M100 20L100 100L100 140L80 100Z');
});

test('the outermost ring lies on the ends of the axes', () => {
  const figure = radar(topics, null, radarSizes.page);
  const ends = figure.axes.map((axis) => axis.split('L')[1]);
  expect(figure.rings[3]).toBe(`M${ends.join('L')}Z`);
});

test('the run before is drawn only when it has the same topics', () => {
  expect(radar(topics, null, radarSizes.page).previousPath).toBeNull();
  expect(radar(topics, [1, 2], radarSizes.page).previousPath).toBeNull();
  expect(radar(topics, [null, ...topics.slice(1)], radarSizes.page).previousPath).toBeNull();
  expect(radar(topics, topics, radarSizes.page).previousPath).toBe(radar(topics, null, radarSizes.page).path);
});

test('values outside 0 to 100 stay inside the grid', () => {
  const figure = radar([140, -20, 100], null, radarSizes.page);
  expect(figure.dots[0]).toEqual({ cx: 230, cy: 58 });
  expect(figure.dots[1]).toEqual({ cx: 230, cy: 180 });
});

test('labels on the right start there, labels on the left end there', () => {
  const anchors = radar(topics, null, radarSizes.page).labels.map((label) => label.anchor);
  expect(anchors).toEqual(['middle', 'start', 'start', 'start', 'middle', 'end', 'end', 'end']);
});

test('a label stands above the top, below the bottom and beside everything else', () => {
  const sides = radar(topics, null, radarSizes.page).labels.map((label) => label.side);
  expect(sides).toEqual(['above', 'beside', 'beside', 'beside', 'below', 'beside', 'beside', 'beside']);
});

test('page and paper draw the same net at two sizes', () => {
  const onPage = radar(topics, topics, radarSizes.page);
  const onPaper = radar(topics, topics, radarSizes.paper);
  const share = (figure: typeof onPage, radius: number) => figure.dots.map((dot) => Math.hypot(dot.cx - figure.cx, dot.cy - figure.cy) / radius);
  const paper = share(onPaper, radarSizes.paper.radius);
  share(onPage, radarSizes.page.radius).forEach((value, index) => expect(paper[index]).toBeCloseTo(value, 2));
});
