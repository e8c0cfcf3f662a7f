import { expect, test } from 'vitest';
import { radar, radarSize } from './radar.ts';

const topics = [70, 45, 80, 75, 50, 25, 65, 60];

test('the first topic points upwards and values are measured from the centre', () => {
  const figure = radar([100, 0, 50, 25], null, { width: 200, height: 200, radius: 80 });
  expect(figure.dots).toEqual([
    { cx: 100, cy: 20 },
    { cx: 100, cy: 100 },
    { cx: 100, cy: 140 },
    { cx: 80, cy: 100 },
  ]);
  expect(figure.path).toBe('M100 20L100 100L100 140L80 100Z');
});

test('the outermost ring lies on the ends of the axes', () => {
  const figure = radar(topics, null, radarSize);
  const ends = figure.axes.map((axis) => axis.split('L')[1]);
  expect(figure.rings[3]).toBe(`M${ends.join('L')}Z`);
});

test('the run before is drawn only when it has the same topics', () => {
  expect(radar(topics, null, radarSize).previousPath).toBeNull();
  expect(radar(topics, [1, 2], radarSize).previousPath).toBeNull();
  expect(radar(topics, topics, radarSize).previousPath).toBe(radar(topics, null, radarSize).path);
});

test('values outside 0 to 100 stay inside the grid', () => {
  const figure = radar([140, -20, 100], null, radarSize);
  expect(figure.dots[0]).toEqual({ cx: 230, cy: 58 });
  expect(figure.dots[1]).toEqual({ cx: 230, cy: 180 });
});

test('labels on the right start there, labels on the left end there', () => {
  const anchors = radar(topics, null, radarSize).labels.map((label) => label.anchor);
  expect(anchors).toEqual(['middle', 'start', 'start', 'start', 'middle', 'end', 'end', 'end']);
});
