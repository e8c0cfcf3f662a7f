/** The arc of lights, taken from the Schwibbogen: points reached, steps done, or time left. Pure geometry for page and paper. */

export type Light = { readonly cx: number; readonly cy: number; readonly r: number; readonly lit: boolean };

export type ArcOfLights = {
  /** Size of the drawing in its own units; the viewBox is `0 0 width height`. */
  readonly width: number;
  readonly height: number;
  readonly lights: readonly Light[];
  /** SVG path of the bow that carries the lights. */
  readonly outline: string;
  /** Radius of the glow around a lit light. */
  readonly glow: number;
};

export type ArcSize = {
  /** Horizontal distance between first and last light. */
  readonly span: number;
  /** How high the bow rises above its feet; at most half of `span` draws a half circle. */
  readonly rise: number;
  /** Radius of a lit light; unlit ones are a tenth smaller because their rim is thicker. */
  readonly light: number;
  /** Free space around the feet and the top. */
  readonly pad: number;
};

/** The shapes the product uses: `paper` in points, the others in units of their drawing. */
export const arcSizes = {
  steps: { span: 104, rise: 12.9, light: 4, pad: 9 },
  clock: { span: 80, rise: 40, light: 4, pad: 9 },
  score: { span: 320, rise: 152, light: 9, pad: 22 },
  scoreSmall: { span: 200, rise: 92, light: 6, pad: 15 },
  scoreTiny: { span: 190, rise: 70, light: 7, pad: 17 },
  paper: { span: 145, rise: 72.5, light: 5.2, pad: 6 },
  gate: { span: 330, rise: 150, light: 7, pad: 20 },
  heroNarrow: { span: 352, rise: 52, light: 5, pad: 16 },
  heroWide: { span: 1040, rise: 210, light: 6, pad: 22 },
} as const satisfies Record<string, ArcSize>;

/**
 * Places `count` lights evenly along a circular bow and marks the first `lit` of them, from the left, as lit.
 * `count` below 1 counts as 1, `lit` is clamped to 0..count. Coordinates are rounded to a tenth.
 */
export function arcOfLights(count: number, lit: number, size: ArcSize): ArcOfLights {
  const { span, rise, light, pad } = size;
  const total = Math.max(1, Math.floor(count));
  const litCount = Math.min(total, Math.max(0, Math.floor(lit)));
  const radius = ((span / 2) ** 2 + rise ** 2) / (2 * rise);
  const half = Math.asin(Math.min(1, span / 2 / radius));
  const sweep = rise > span / 2 ? Math.PI - half : half;
  const centreX = pad + span / 2;
  const centreY = pad + radius;
  const feet = tenth(pad + rise);
  const lights = Array.from({ length: total }, (_, index): Light => {
    const share = total === 1 ? 0.5 : index / (total - 1);
    const angle = -sweep + 2 * sweep * share;
    const isLit = index < litCount;
    return {
      cx: tenth(centreX + radius * Math.sin(angle)),
      cy: tenth(centreY - radius * Math.cos(angle)),
      r: isLit ? light : tenth(light * 0.9),
      lit: isLit,
    };
  });
  const outline = `M${pad} ${feet}A${tenth(radius)} ${tenth(radius)} 0 0 1 ${tenth(pad + span)} ${feet}`;
  return { width: tenth(span + 2 * pad), height: tenth(rise + 2 * pad), lights, outline, glow: tenth(8.2 + light * 2.65) };
}

/**
 * Lights lit for a score of 0 to 100 on the arc of eleven: all only when it is full, none only when it is zero, so that
 * rounding neither promises everything nor takes away the first light. A score that is not a number lights none.
 */
export function litOfScore(score: number): number {
  if (!Number.isFinite(score) || score <= 0) return 0;
  if (score >= 100) return 11;
  return Math.min(10, Math.max(1, Math.round((score * 11) / 100)));
}

/** Lights left of twelve for a period: all at its start, none once it is over; while time is left at least one shines. */
export function litOfTime(leftMs: number, periodMs: number): number {
  if (!(leftMs > 0) || !(periodMs > 0)) return 0;
  return Math.min(12, Math.max(1, Math.round((leftMs / periodMs) * 12)));
}

/** Lights lit on a step line: at most eight lights stand for any number of steps; the current one is always lit. */
export function litOfSteps(step: number, steps: number): { count: number; lit: number } {
  const total = Math.max(1, Math.floor(steps));
  const at = Math.min(total, Math.max(0, Math.floor(step)));
  const count = Math.min(8, total);
  if (total <= 8) return { count, lit: at };
  return { count, lit: at === 0 ? 0 : at === total ? count : Math.min(count - 1, Math.max(1, Math.round((at / total) * count))) };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
