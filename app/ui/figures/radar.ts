import { scaleLinear } from 'd3-scale';
import { curveLinearClosed, lineRadial } from 'd3-shape';

/** Radar of topics, this run and the one before. Pure geometry for page and paper. */

export type RadarSize = {
  readonly width: number;
  readonly height: number;
  /** Distance from centre to the value 100. */
  readonly radius: number;
};

export type RadarLabel = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
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

export const radarSize: RadarSize = { width: 460, height: 360, radius: 122 };

/**
 * Computes the radar for values of 0 to 100, one axis each, first one upwards, then clockwise. All paths are absolute.
 * Needs three values or more; values outside the range are clamped. `previous` must be as long as `values` or null.
 */
export function radar(values: readonly number[], previous: readonly number[] | null, size: RadarSize): Radar {
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
    previousPath: previous && previous.length === values.length ? moved(closed([...previous]), cx, cy) : null,
    dots: values.map((value, index) => {
      const point = at(index, value);
      return { cx: point.x, cy: point.y };
    }),
    labels: values.map((_, index) => labelAt(angleOf(index), cx, cy, size.radius + 19)),
  };
}

function labelAt(angle: number, cx: number, cy: number, distance: number): RadarLabel {
  const side = Math.sin(angle);
  const up = Math.cos(angle);
  const anchor = Math.abs(side) < 0.15 ? 'middle' : side > 0 ? 'start' : 'end';
  return { x: tenth(cx + distance * side), y: tenth(cy - distance * up + (up > 0.9 ? 0 : up < -0.9 ? 12 : 5)), anchor };
}

/** d3 draws around 0,0; paper and page want absolute coordinates without a transform. */
function moved(path: string | null, cx: number, cy: number): string {
  return (path ?? '').replace(/(-?[\d.]+(?:e-?\d+)?),(-?[\d.]+(?:e-?\d+)?)/g, (_, x: string, y: string) => `${tenth(Number(x) + cx)} ${tenth(Number(y) + cy)}`);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
