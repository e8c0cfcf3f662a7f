import type { Clock } from '#app/features/ports.ts';

/** A clock that stands still until somebody moves it. */
export type MovedClock = Clock & { moveTo(time: string | Date): void; advance(minutes: number): void };

export function createMovedClock(start: string): MovedClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    moveTo(time) {
      now = new Date(time);
    },
    advance(minutes) {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };
}
