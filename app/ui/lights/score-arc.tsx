import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { litOfScore } from '#app/figures/arc-of-lights.ts';
import { Arc } from './arc.tsx';

export type ScoreArcProps = {
  /** Unique on the page. */
  id: string;
  /** Points of 0 to 100; lights eleven. Leave out and give `lit` and `count` for other meanings. */
  score?: number;
  lit?: number;
  count?: number;
  /** The number as it is read, for instance `59` or `3 von 5`. */
  value: ReactNode;
  /** What the number counts, for instance „von 100 Punkten“. */
  unit: ReactNode;
  small?: boolean;
  /** Makes the whole dial a link. */
  href?: string;
};

/** Points, criteria or time left as an arc of lights around a number. Belongs into the lamp panel. */
export function ScoreArc({ id, score, lit, count, value, unit, small, href }: ScoreArcProps) {
  const dial = (
    <span className={classNames('score__dial', small && 'score__dial--s')}>
      <Arc size={small ? 'scoreTiny' : href ? 'scoreSmall' : 'score'} count={count ?? 11} lit={lit ?? litOfScore(score ?? 0)} soft={id} />
      <span className="score__value">
        <span className={classNames('score__num', small && 'score__num--s')}>{value} </span>
        <span className="score__of">{unit}</span>
      </span>
    </span>
  );
  if (href) {
    return (
      <a className="score score__link" href={href}>
        {dial}
      </a>
    );
  }
  return dial;
}
