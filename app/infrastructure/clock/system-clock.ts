import type { Clock } from '#app/features/ports.ts';

export function createSystemClock(): Clock {
  return { now: () => new Date() };
}
