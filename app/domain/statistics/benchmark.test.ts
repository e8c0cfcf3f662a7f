import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figureDue, mayStillShow, publishingRules, sizeGroupOf, sizeGroups } from './benchmark.ts';
import type { Figure, PublishingRules, SizeGroup } from './benchmark.ts';

/** Everything off that protects: each company changes the figure at once, exactly. */
const unguarded: PublishingRules = { smallestGroup: 1, batch: 1, contributionStep: 0, publishedStep: 0 };

type Member = { readonly id: number; readonly percent: number; isPublished: boolean };
/** A figure that was shown, with what an all-knowing observer may know besides: who is in it. Never the values. */
type Seen = { readonly figure: Figure; readonly members: readonly number[] };

const event = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('join' as const), group: fc.constantFrom(...sizeGroups), percent: fc.integer({ min: 0, max: 100 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), group: fc.constantFrom(...sizeGroups), which: fc.nat({ max: 1000 }) }) },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;
const history = fc.array(event, { minLength: 10, maxLength: 150 });

/** Plays a history of one topic and returns every different figure that the page has shown, of all groups. */
function published(events: readonly Event[], rules: PublishingRules): { readonly seen: Seen[]; readonly percentOf: ReadonlyMap<number, number> } {
  const cells = new Map<SizeGroup, Member[]>(sizeGroups.map((group) => [group, []]));
  const percentOf = new Map<number, number>();
  const seen: Seen[] = [];
  events.forEach((each, id) => {
    const rows = cells.get(each.group) ?? [];
    if (each.kind === 'leave') {
      if (rows.length > 0) rows.splice(each.which % rows.length, 1);
      return;
    }
    rows.push({ id, percent: each.percent, isPublished: false });
    percentOf.set(id, each.percent);
    const figure = figureDue(rows, rules);
    if (figure === null) return;
    for (const row of rows) row.isPublished = true;
    seen.push({ figure, members: rows.map((row) => row.id) });
  });
  return { seen, percentOf };
}

/** Companies whose value follows from sums and differences of the figures: unit vectors in the span of who is in which. */
function isolated(seen: readonly Seen[]): Map<number, number> {
  const columns = [...new Set(seen.flatMap(({ members }) => members))];
  // Each figure is an equation: the members' values add up to average times count. Reduced to the simplest equations that follow.
  const equations: { over: number[]; sum: number }[] = seen.map(({ figure, members }) => ({ over: columns.map((id) => (members.includes(id) ? 1 : 0)), sum: figure.average * figure.companies }));
  let solved = 0;
  for (let column = 0; column < columns.length && solved < equations.length; column += 1) {
    const pivot = equations.findIndex((one, index) => index >= solved && Math.abs(one.over[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [row] = equations.splice(pivot, 1);
    if (row === undefined) continue;
    const factor = row.over[column] ?? 1;
    const plain = { over: row.over.map((value) => value / factor), sum: row.sum / factor };
    equations.splice(solved, 0, plain);
    equations.forEach((one, index) => {
      const times = one.over[column] ?? 0;
      if (index === solved || Math.abs(times) < 1e-9) return;
      equations[index] = { over: one.over.map((value, at) => value - times * (plain.over[at] ?? 0)), sum: one.sum - times * plain.sum };
    });
    solved += 1;
  }
  const found = new Map<number, number>();
  for (const { over, sum } of equations) {
    const involved = over.flatMap((value, at) => (Math.abs(value) > 1e-9 ? [at] : []));
    const [only] = involved;
    if (involved.length === 1 && only !== undefined) found.set(columns[only] ?? -1, sum / (over[only] ?? 1));
  }
  return found;
}

test('no sum or difference of published figures isolates a company, whoever joins and leaves', () => {
  fc.assert(
    fc.property(history, (events) => {
      const { seen } = published(events, publishingRules);
      expect([...isolated(seen)]).toEqual([]);
      for (const a of seen) {
        expect(a.members.length).toBeGreaterThanOrEqual(publishingRules.smallestGroup);
        for (const b of seen) {
          if (a === b) continue;
          const differing = a.members.filter((id) => !b.members.includes(id)).length + b.members.filter((id) => !a.members.includes(id)).length;
          expect(differing).toBeGreaterThanOrEqual(publishingRules.batch);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('the same attack finds the exact value of companies when the guard is off', () => {
  const joins: Event[] = Array.from({ length: 12 }, (_, index) => ({ kind: 'join', group: 'from_10_to_49', percent: (index * 37) % 101 }));
  const { seen, percentOf } = published(joins, unguarded);
  const found = isolated(seen);
  expect(found.size).toBe(12);
  for (const [id, value] of found) expect(value).toBeCloseTo(percentOf.get(id) ?? -1, 6);
});

test.each([
  ['without batches', { ...publishingRules, batch: 1, contributionStep: 0, publishedStep: 0 }],
  ['without a smallest group', { ...publishingRules, smallestGroup: 1, batch: 1, contributionStep: 0, publishedStep: 0 }],
])('%s, one company that joins can be read off', (_name, rules) => {
  const joins: Event[] = Array.from({ length: 14 }, (_, index) => ({ kind: 'join', group: 'up_to_9', percent: index === 12 ? 3 : 80 }));
  const { seen } = published(joins, rules);
  expect(isolated(seen).get(12)).toBeCloseTo(3, 6);
});

test('the attack is a real one: long histories without the guard give companies away', () => {
  const anyFound = fc.sample(history, 50).filter((events) => isolated(published(events, unguarded).seen).size > 0);
  expect(anyFound.length).toBeGreaterThan(40);
});

test('nothing is shown below ten companies, nor when so many have left', () => {
  const rows = (count: number) => Array.from({ length: count }, () => ({ percent: 50, isPublished: false }));
  expect(figureDue(rows(9), publishingRules)).toBeNull();
  expect(figureDue(rows(10), publishingRules)).toEqual({ average: 50, companies: 10 });
  expect(mayStillShow(10, publishingRules)).toBe(true);
  expect(mayStillShow(9, publishingRules)).toBe(false);
});

test('every size is in one group, and an unknown one in none', () => {
  expect((['solo', 'micro', 'small', 'medium', 'large'] as const).map((size) => sizeGroupOf(size))).toEqual(['up_to_9', 'up_to_9', 'from_10_to_49', 'from_50', 'from_50']);
  expect(sizeGroupOf(null)).toBeNull();
});
