import type { Clock } from '#app/features/ports.ts';

/** A clock that only goes forward, and only when told. */
export type MovedClock = Clock & { moveTo(time: Date): void };

export function createMovedClock(start: Date): MovedClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    moveTo(time) {
      now = Math.max(now, time.getTime());
    },
  };
}
