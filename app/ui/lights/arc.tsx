import { classNames } from '../class-names.ts';
import { arcOfLights, arcSizes } from '#app/figures/arc-of-lights.ts';

export type ArcSizeName = keyof typeof arcSizes;

/**
 * The arc of lights as a drawing; decoration, the number stands beside it as text.
 * `soft` gives lit lights a glow that fades: its value must be unique on the page, it names the gradient.
 */
export function Arc({ size, count, lit, now, soft, className }: { size: ArcSizeName; count: number; lit: number; /** Marks the last lit light as the current one. */ now?: boolean; soft?: string; className?: string }) {
  const arc = arcOfLights(count, lit, arcSizes[size]);
  const gradient = soft ? `glow-${soft}` : null;
  const lastLit = arc.lights.filter((light) => light.lit).length - 1;
  return (
    <svg className={classNames('arc', className)} viewBox={`0 0 ${arc.width} ${arc.height}`} aria-hidden="true" focusable="false">
      {gradient ? (
        <radialGradient id={gradient}>
          <stop offset=".15" stopOpacity=".6" />
          <stop offset=".5" stopOpacity=".18" />
          <stop offset="1" stopOpacity="0" />
        </radialGradient>
      ) : null}
      <path className="arc__line" d={arc.outline} />
      {arc.lights.map((light, index) =>
        light.lit ? (
          <g key={index}>
            {gradient ? <circle fill={`url(#${gradient})`} cx={light.cx} cy={light.cy} r={arc.glow} /> : <circle className="arc__halo" cx={light.cx} cy={light.cy} r={light.r * 2} />}
            {now && index === lastLit ? <circle className="arc__now" cx={light.cx} cy={light.cy} r={light.r + 0.6} /> : <circle className="arc__lit" cx={light.cx} cy={light.cy} r={light.r} />}
          </g>
        ) : (
          <circle key={index} className="arc__off" cx={light.cx} cy={light.cy} r={light.r} />
        ),
      )}
    </svg>
  );
}
