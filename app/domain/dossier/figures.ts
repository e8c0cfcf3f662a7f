/** Geometry of the figures as pure functions: numbers in, coordinates out. Origin top left, y downwards, any unit. */

export type Point = { readonly x: number; readonly y: number };

/** Lights of the arc; odd, so that one stands at the top. */
export const LIGHTS_OF_ARC = 11;

export type ArcOfLights = {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly centre: Point;
  readonly lights: readonly (Point & { readonly lit: boolean })[];
};

/**
 * How many lights burn for a share of 0 to 1. All of them only when the share is full, none only when it is zero:
 * a rounding must neither promise everything nor take away the first light.
 */
export function litLights(share: number, count: number = LIGHTS_OF_ARC): number {
  if (share <= 0) return 0;
  if (share >= 1) return count;
  return Math.min(count - 1, Math.max(1, Math.round(share * count)));
}

/** A half circle of lights over `width`, with room of `lightRadius` around each. */
export function arcOfLights(input: { readonly width: number; readonly lightRadius: number; readonly share: number }): ArcOfLights {
  const radius = input.width / 2 - input.lightRadius;
  const centre = { x: input.width / 2, y: radius + input.lightRadius };
  const lit = litLights(input.share);
  const lights = Array.from({ length: LIGHTS_OF_ARC }, (_, index) => {
    const angle = Math.PI - (Math.PI * index) / (LIGHTS_OF_ARC - 1);
    return { x: centre.x + radius * Math.cos(angle), y: centre.y - radius * Math.sin(angle), lit: index < lit };
  });
  return { width: input.width, height: radius + 2 * input.lightRadius, radius, centre, lights };
}

export type Radar = {
  readonly centre: Point;
  /** From the inner ring to the outer. */
  readonly rings: readonly (readonly Point[])[];
  /** Outer end of each axis. */
  readonly ends: readonly Point[];
  /** Where the label of each axis stands, and on which side of that point. */
  readonly labels: readonly (Point & { readonly anchor: 'start' | 'middle' | 'end' })[];
  /** One point per axis; null where there is no value. */
  readonly current: readonly (Point | null)[];
  readonly previous: readonly (Point | null)[];
};

/** A net with one axis per value, the first upright, then clockwise. Shares from 0 to 1. */
export function radar(input: {
  readonly centre: Point;
  readonly radius: number;
  readonly labelGap: number;
  readonly current: readonly (number | null)[];
  readonly previous: readonly (number | null)[];
}): Radar {
  const count = input.current.length;
  const at = (index: number, distance: number): Point => {
    const angle = -Math.PI / 2 + (2 * Math.PI * index) / count;
    return { x: input.centre.x + distance * Math.cos(angle), y: input.centre.y + distance * Math.sin(angle) };
  };
  const axes = input.current.map((_, index) => index);
  const valueAt = (share: number | null | undefined, index: number): Point | null =>
    share === null || share === undefined ? null : at(index, input.radius * Math.min(1, Math.max(0, share)));
  return {
    centre: input.centre,
    rings: [0.25, 0.5, 0.75, 1].map((share) => axes.map((index) => at(index, input.radius * share))),
    ends: axes.map((index) => at(index, input.radius)),
    labels: axes.map((index) => {
      const point = at(index, input.radius + input.labelGap);
      const sideways = point.x - input.centre.x;
      const anchor = Math.abs(sideways) < input.radius * 0.15 ? 'middle' : sideways > 0 ? 'start' : 'end';
      return { ...point, anchor };
    }),
    current: input.current.map(valueAt),
    previous: input.previous.map(valueAt),
  };
}
