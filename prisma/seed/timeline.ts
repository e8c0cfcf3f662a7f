import type { MovedClock } from './moved-clock.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Waits until the moved clock stands at `time` (or stands there already). */
export type Until = (time: Date) => Promise<void>;
export type Story = { readonly name: string; readonly tell: (until: Until) => Promise<void> };

export type Timeline = {
  readonly stories: readonly Story[];
  readonly clock: MovedClock;
  readonly end: Date;
  /** Everything that the program does by itself at this moment. */
  readonly runJobs: () => Promise<unknown>;
  /** Moments at which jobs run although no story does anything. */
  readonly ticks: readonly Date[];
};

type Waiting = { readonly at: number; readonly story: string; readonly wake: () => void };

/**
 * Tells stories that happen at the same time: the one that waits for the earliest moment goes on until it waits again, so
 * that every act stands in the log in the order of its time. Ends at `end`; a story that waits for later is not told further.
 */
export async function tellStories({ stories, clock, end, runJobs, ticks }: Timeline): Promise<void> {
  const waiting: Waiting[] = [];
  let parked: () => void = () => undefined;
  const pendingTicks = [...ticks].sort((a, b) => b.getTime() - a.getTime());

  async function advance(go: () => void): Promise<void> {
    const settled = new Promise<void>((resolve) => (parked = resolve));
    go();
    await settled;
  }

  const failures: unknown[] = [];
  for (const { name, tell } of stories) {
    await advance(() => {
      const until: Until = (time) =>
        new Promise((wake) => {
          waiting.push({ at: time.getTime(), story: name, wake });
          parked();
        });
      tell(until).then(
        () => parked(),
        (error: unknown) => {
          failures.push(new Error(`The story of ${name} does not go on at ${clock.now().toISOString()}.`, { cause: error }));
          parked();
        },
      );
    });
    if (failures.length > 0) throw failures[0];
  }

  for (;;) {
    waiting.sort((a, b) => b.at - a.at);
    const next = waiting.at(-1);
    if (next === undefined || next.at > end.getTime()) break;
    await runTicksBefore(next.at);
    waiting.pop();
    clock.moveTo(new Date(next.at));
    await advance(next.wake);
    if (failures.length > 0) throw failures[0];
    await runJobs();
  }
  await runTicksBefore(end.getTime());
  clock.moveTo(end);
  await runJobs();

  async function runTicksBefore(time: number): Promise<void> {
    for (let tick = pendingTicks.at(-1); tick !== undefined && tick.getTime() <= time; tick = pendingTicks.at(-1)) {
      pendingTicks.pop();
      if (tick < clock.now()) continue;
      clock.moveTo(tick);
      await runJobs();
    }
  }
}

export function minutesLater(from: Date, minutes: number): Date {
  return new Date(from.getTime() + minutes * minuteMs);
}

export function daysBefore(end: Date, days: number): Date {
  return new Date(end.getTime() - days * dayMs);
}

/** Every `minutes` from one moment to another. */
export function every(minutes: number, from: Date, to: Date): Date[] {
  const count = Math.max(0, Math.floor((to.getTime() - from.getTime()) / (minutes * minuteMs)));
  return Array.from({ length: count + 1 }, (_, at) => minutesLater(from, at * minutes));
}
