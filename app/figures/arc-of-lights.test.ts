import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arcOfLights, arcSizes, litOfScore, litOfSteps, litOfTime } from './arc-of-lights.ts';

test('the arc has as many lights as asked for and lights the first ones', () => {
  const arc = arcOfLights(11, 6, arcSizes.score);
  expect(arc.lights.map((light) => light.lit)).toEqual([true, true, true, true, true, true, false, false, false, false, false]);
});

test('first and last light stand on the feet of the bow, the middle one on its top', () => {
  const arc = arcOfLights(11, 11, arcSizes.score);
  expect(arc.lights[0]).toMatchObject({ cx: 22, cy: 174 });
  expect(arc.lights[10]).toMatchObject({ cx: 342, cy: 174 });
  expect(arc.lights[5]).toMatchObject({ cx: 182, cy: 22 });
  expect(arc.outline).toBe('M22 174A160.2 160.2 0 0 1 342 174');
});

test('every light lies inside the drawing, whatever count and shape', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3, max: 60 }), fc.integer({ min: -3, max: 80 }), fc.constantFrom(...Object.values(arcSizes)), (count, lit, size) => {
      const arc = arcOfLights(count, lit, size);
      for (const light of arc.lights) {
        expect(light.cx - light.r).toBeGreaterThanOrEqual(0);
        expect(light.cx + light.r).toBeLessThanOrEqual(arc.width);
        expect(light.cy - light.r).toBeGreaterThanOrEqual(0);
        expect(light.cy + light.r).toBeLessThanOrEqual(arc.height);
      }
      expect(arc.lights.filter((light) => light.lit).length).toBe(Math.min(Math.max(0, lit), Math.max(1, count)));
    }),
  );
});

test('a score of 59 lights six of eleven lights, nonsense lights none', () => {
  expect(litOfScore(59)).toBe(6);
  expect(litOfScore(100)).toBe(11);
  expect(litOfScore(0)).toBe(0);
  expect(litOfScore(2)).toBe(1);
  expect(litOfScore(99)).toBe(10);
  expect(litOfScore(Number.NaN)).toBe(0);
});

test('a running period keeps at least one light, an ended one has none', () => {
  expect(litOfTime(1, 86_400_000)).toBe(1);
  expect(litOfTime(0, 86_400_000)).toBe(0);
  expect(litOfTime(-5, 86_400_000)).toBe(0);
  expect(litOfTime(55_200_000, 86_400_000)).toBe(8);
  expect(litOfTime(99, 0)).toBe(0);
});

test('a long step line never looks finished before it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), (steps, step) => {
      const line = litOfSteps(step, steps);
      expect(line.lit).toBeLessThanOrEqual(line.count);
      if (step < steps) expect(line.lit).toBeLessThan(line.count);
      if (step >= 1) expect(line.lit).toBeGreaterThanOrEqual(1);
    }),
  );
});
