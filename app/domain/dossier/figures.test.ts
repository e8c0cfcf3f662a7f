import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIGHTS_OF_ARC, arcOfLights, litLights, radar } from './figures.ts';

const anyShare = fc.double({ min: 0, max: 1, noNaN: true });

describe('arc of lights', () => {
  test('59 of 100 points light six of eleven lights', () => {
    expect(litLights(0.59)).toBe(6);
  });

  test('a rounding neither fills the arc nor empties it', () => {
    expect(litLights(0.999)).toBe(LIGHTS_OF_ARC - 1);
    expect(litLights(0.001)).toBe(1);
    expect(litLights(1)).toBe(LIGHTS_OF_ARC);
    expect(litLights(0)).toBe(0);
  });

  test('more points never light fewer lights', () => {
    fc.assert(fc.property(anyShare, anyShare, (a, b) => litLights(Math.min(a, b)) <= litLights(Math.max(a, b))));
  });

  test('every light with its rim lies within the figure, the lit ones from the left', () => {
    fc.assert(fc.property(anyShare, fc.double({ min: 60, max: 400, noNaN: true }), (share, width) => {
      const arc = arcOfLights({ width, lightRadius: 5, share });
      for (const light of arc.lights) {
        expect(light.x).toBeGreaterThanOrEqual(5 - 1e-6);
        expect(light.x).toBeLessThanOrEqual(width - 5 + 1e-6);
        expect(light.y).toBeGreaterThanOrEqual(5 - 1e-6);
        expect(light.y).toBeLessThanOrEqual(arc.height - 5 + 1e-6);
      }
      const firstDark = arc.lights.findIndex((light) => !light.lit);
      expect(arc.lights.slice(firstDark === -1 ? arc.lights.length : firstDark).some((light) => light.lit)).toBe(false);
    }));
  });
});

describe('net diagram', () => {
  const net = radar({ centre: { x: 0, y: 0 }, radius: 100, labelGap: 10, current: [1, 0.5, null, 0], previous: [null, null, null, null] });

  test('the first axis points upwards and the next follow clockwise', () => {
    expect(net.ends[0]!.y).toBeCloseTo(-100);
    expect(net.ends[1]!.x).toBeCloseTo(100);
  });

  test('a value lies at its share of the axis, a topic without a value has no point', () => {
    expect(net.current[1]!.x).toBeCloseTo(50);
    expect(net.current[2]).toBeNull();
    expect(net.current[3]!.x).toBeCloseTo(0);
  });

  test('labels stand outside the net, turned away from it', () => {
    expect(net.labels.map((label) => label.anchor)).toEqual(['middle', 'start', 'middle', 'end']);
  });
});
