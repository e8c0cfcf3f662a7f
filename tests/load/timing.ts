import { performance } from 'node:perf_hooks';

/** How long one thing took, in milliseconds. `units`: how many smaller things it holds, for instance pages of a document. */
export type Line = { readonly what: string; readonly runs: number; readonly median: number; readonly p95: number; readonly units: number; readonly unit: string };

export type Group = { readonly title: string; readonly lines: readonly Line[] };

/** Runs the work so often, after a tenth as many runs that do not count: the first ones pay for compiling. */
export async function measure(what: string, runs: number, work: () => Promise<unknown> | unknown, each: { readonly units: number; readonly unit: string } = { units: 1, unit: 'run' }): Promise<Line> {
  const times: number[] = [];
  for (let run = 0; run < Math.ceil(runs / 10); run += 1) await work();
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return { what, runs, median: times[Math.floor(runs / 2)] ?? 0, p95: times[Math.floor(runs * 0.95)] ?? 0, ...each };
}

/**
 * A table per group. `ratio` compares each median with the first of its group: it says more than the figures themselves, which
 * change with the machine and with what else runs on it.
 */
export function tableOf(groups: readonly Group[]): string {
  const rows = groups.flatMap(({ title, lines }) => {
    const first = lines[0]?.median ?? 1;
    return [
      '',
      heading(title),
      ...lines.map(({ what, median, p95, units, unit, runs }) =>
        [what.padEnd(46), number(median), number(p95), `${number(median / first)}×`, `${perSecond((units * 1000) / median)} ${unit.padEnd(8)}`, String(runs).padStart(7)].join(' '),
      ),
    ];
  });
  return `${rows.join('\n')}\n`;
}

function heading(title: string): string {
  return [title.padEnd(46), 'median ms'.padStart(10), 'p95 ms'.padStart(10), 'ratio'.padStart(11), 'per second'.padEnd(19), 'runs'.padStart(7)].join(' ');
}

function number(value: number): string {
  return (value < 0.1 ? value.toFixed(4) : value < 10 ? value.toFixed(2) : value.toFixed(1)).padStart(10);
}

function perSecond(value: number): string {
  return (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')).padStart(10);
}
