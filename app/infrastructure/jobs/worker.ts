import type { Log } from '../log/log.ts';
import { describeError } from '../log/log.ts';

/** Work that comes round by itself. It finds what is due in the database, so a restart loses nothing. */
export type Job = {
  readonly name: string;
  readonly everyMs: number;
  /** Does everything that is due now; safe to run in two processes at once. Returns how much was done. */
  run(): Promise<number>;
};

export type Worker = {
  start(): void;
  /** Waits for what is running. */
  stop(): Promise<void>;
  /** Runs every job once, in order; for tests. */
  runAll(): Promise<number>;
  /** Runs the jobs whose turn has come by a clock that somebody moves; for the demo. */
  runTurns(now: Date): Promise<number>;
};

export function createWorker(jobs: readonly Job[], log: Log): Worker {
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<number>>();
  const lastTurn = new Map<string, number>();
  let stopped = true;

  return {
    async runTurns(now) {
      let done = 0;
      for (const job of jobs) {
        if (now.getTime() - (lastTurn.get(job.name) ?? 0) < job.everyMs) continue;
        lastTurn.set(job.name, now.getTime());
        done += await job.run();
      }
      return done;
    },
    start() {
      stopped = false;
      for (const job of jobs) schedule(job);
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      await Promise.allSettled(running);
    },
    async runAll() {
      let done = 0;
      for (const job of jobs) done += await job.run();
      return done;
    },
  };

  function schedule(job: Job): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      const work = runGuarded(job);
      running.add(work);
      void work.finally(() => {
        running.delete(work);
        if (!stopped) schedule(job);
      });
    }, job.everyMs);
    timers.add(timer);
  }

  async function runGuarded(job: Job): Promise<number> {
    try {
      return await job.run();
    } catch (error) {
      log.error('job.failed', { job: job.name, ...describeError(error) });
      return 0;
    }
  }
}
