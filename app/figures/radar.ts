import { scaleLinear } from 'd3-scale';
import { curveLinearClosed, lineRadial } from 'd3-shape';

/** Radar of topics, this run and the one before. Pure geometry for page and paper. */

export type RadarSize = {
  readonly width: number;
  readonly height: number;
  /** Distance from centre to the value 100. */
  readonly radius: number;
  /** From the end of an axis to its label. */
  readonly labelGap: number;
};

/** The point that a label belongs to, and on which side of it the text stands. */
export type RadarLabel = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly side: 'above' | 'beside' | 'below';
};

export type Radar = {
  readonly width: number;
  readonly height: number;
  readonly cx: number;
  readonly cy: number;
  /** Grid at 25, 50, 75 and 100, from the inside out. */
  readonly rings: readonly string[];
  /** One line from the centre per topic. */
  readonly axes: readonly string[];
  /** Closed path of this run. */
  readonly path: string;
  /** Closed path of the run before, when there is one. */
  readonly previousPath: string | null;
  /** The points of this run, in the order of `values`. */
  readonly dots: readonly { readonly cx: number; readonly cy: number }[];
  /** Where the name of each topic goes. */
  readonly labels: readonly RadarLabel[];
};

/** On the page in units of its drawing, on paper in points. */
export const radarSizes = {
  page: { width: 460, height: 360, radius: 122, labelGap: 19 },
  paper: { width: 300, height: 212, radius: 78, labelGap: 10 },
} as const satisfies Record<string, RadarSize>;

/**
 * Computes the radar for values of 0 to 100, one axis each, first one upwards, then clockwise. All paths are absolute.
 * Needs three values or more; values outside the range are clamped. The run before is drawn only when it has a value on every
 * axis: a line that skips one would show a shape that nobody reached.
 */
export function radar(values: readonly number[], previous: readonly (number | null)[] | null, size: RadarSize): Radar {
  const cx = size.width / 2;
  const cy = size.height / 2;
  const distance = scaleLinear([0, 100], [0, size.radius]).clamp(true);
  const angleOf = (index: number) => (index * 2 * Math.PI) / values.length;
  const at = (index: number, value: number) => ({
    x: tenth(cx + distance(value) * Math.sin(angleOf(index))),
    y: tenth(cy - distance(value) * Math.cos(angleOf(index))),
  });
  const closed = lineRadial<number>()
    .angle((_, index) => angleOf(index))
    .radius((value) => distance(value))
    .curve(curveLinearClosed)
    .digits(1);
  const ringOf = (value: number) => moved(closed(values.map(() => value)), cx, cy);
  return {
    width: size.width,
    height: size.height,
    cx,
    cy,
    rings: [25, 50, 75, 100].map(ringOf),
    axes: values.map((_, index) => {
      const end = at(index, 100);
      return `M${cx} ${cy}L${end.x} ${end.y}`;
    }),
    path: moved(closed([...values]), cx, cy),
    previousPath: isWhole(previous, values.length) ? moved(closed([...previous]), cx, cy) : null,
    dots: values.map((value, index) => {
      const point = at(index, value);
      return { cx: point.x, cy: point.y };
    }),
    labels: values.map((_, index) => labelAt(angleOf(index), cx, cy, size.radius + size.labelGap)),
  };
}

function isWhole(values: readonly (number | null)[] | null, length: number): values is readonly number[] {
  return values !== null && values.length === length && values.every((value) => value !== null);
}

function labelAt(angle: number, cx: number, cy: number, distance: number): RadarLabel {
  const sideways = Math.sin(angle);
  const upright = Math.abs(sideways) < 0.15;
  return {
    x: tenth(cx + distance * sideways),
    y: tenth(cy - distance * Math.cos(angle)),
    anchor: upright ? 'middle' : sideways > 0 ? 'start' : 'end',
    side: !upright ? 'beside' : Math.cos(angle) > 0 ? 'above' : 'below',
  };
}

/** d3 draws around 0,0; paper and page want absolute coordinates without a transform. */
function moved(path: string | null, cx: number, cy: number): string {
  return (path ?? '').replace(/(-?[\d.]+(?:e-?\d+)?),(-?[\d.]+(?:e-?\d+)?)/g, (_, x: string, y: string) => `${tenth(Number(x) + cx)} ${tenth(Number(y) + cy)}`);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
