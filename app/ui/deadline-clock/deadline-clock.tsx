import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Badge } from '../badge/badge.tsx';
import { litOfTime } from '#app/figures/arc-of-lights.ts';
import { Arc } from '../lights/arc.tsx';

/** `lapsed`: past, and nobody waits for it any more. */
export type DeadlineState = 'running' | 'soon' | 'overdue' | 'lapsed' | 'done';

export type DeadlineClockProps = {
  name: ReactNode;
  state: DeadlineState;
  /** Time left, or the word for done and overdue. */
  left: ReactNode;
  /** The absolute time, always: a page does not tick. */
  by: ReactNode;
  /** Length of the period and what is left of it, in milliseconds; lights go out as it passes. */
  periodMs: number;
  leftMs: number;
  /** Word of the badge for `soon` and `overdue`. */
  badge?: ReactNode;
  small?: boolean;
};

/** A running, overdue or finished deadline. State is always a word as well. */
export function DeadlineClock({ name, state, left, by, periodMs, leftMs, badge, small }: DeadlineClockProps) {
  const lit = state === 'done' ? 12 : state === 'overdue' || state === 'lapsed' ? 0 : litOfTime(leftMs, periodMs);
  return (
    <div className={classNames('clock', small && 'clock--s', state === 'done' && 'clock--done', state === 'overdue' && 'clock--overdue')}>
      <Arc size="clock" count={12} lit={lit} />
      <p className="clock__name">{name}</p>
      <p className="clock__left">
        {left} {badge && (state === 'soon' || state === 'overdue') ? <Badge tone={state === 'soon' ? 'warn' : 'danger'}>{badge}</Badge> : null}
      </p>
      <p className="clock__by">{by}</p>
    </div>
  );
}
