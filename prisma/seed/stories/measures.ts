import type { MeasurePlan } from '#app/features/measures/plan-measure.server.ts';
import type { Calendar } from '../calendar.ts';
import { must } from '../stage.ts';
import type { Stage } from '../stage.ts';
import type { Story } from '../timeline.ts';

/** A step in the life of a plan: `at` names the measure by its place in the order in which gaps were taken over. */
type Step =
  | { readonly act: 'take'; readonly count: number }
  | { readonly act: 'plan'; readonly at: number; readonly plan: Partial<Omit<MeasurePlan, 'owner' | 'dueOn'>> & { readonly owner?: string; readonly outside?: string; readonly dueInDays?: number } }
  | { readonly act: 'done'; readonly at: number; readonly hours: number };

type Told = { readonly person: string; readonly steps: readonly (Step & { readonly days: number; readonly time: string })[] };

/** Who works on its gaps, and how far it is. Days count back from the end; a due date counts on from the end. */
const told: readonly Told[] = [
  {
    person: 'katrin-seidel',
    steps: [
      { days: 4, time: '18:20', act: 'take', count: 8 },
      { days: 4, time: '18:31', act: 'plan', at: 0, plan: { state: 'in_progress', outside: 'Göltzschtal Systemhaus', dueInDays: 5, note: 'Angebot angefordert, Rückmeldung am Freitag.', hoursSpent: 1 } },
      { days: 4, time: '18:34', act: 'plan', at: 1, plan: { owner: 'katrin-seidel', dueInDays: 12 } },
      { days: 4, time: '18:36', act: 'plan', at: 2, plan: { owner: 'katrin-seidel', dueInDays: -1, hoursSpent: 0.5, state: 'in_progress' } },
      { days: 4, time: '18:39', act: 'plan', at: 4, plan: { outside: 'Göltzschtal Systemhaus', dueInDays: 40 } },
      { days: 4, time: '18:41', act: 'plan', at: 6, plan: { state: 'deferred', deferredBecause: 'Erst nach dem Umzug in die neue Werkstatt im Frühjahr.' } },
      { days: 2, time: '17:15', act: 'done', at: 3, hours: 2 },
    ],
  },
  {
    person: 'anja-lorenz',
    steps: [
      { days: 80, time: '9:40', act: 'take', count: 6 },
      { days: 80, time: '9:50', act: 'plan', at: 0, plan: { owner: 'joerg-wuensche', dueInDays: 20, state: 'in_progress', hoursSpent: 6 } },
      { days: 80, time: '9:53', act: 'plan', at: 1, plan: { owner: 'anja-lorenz', dueInDays: 33 } },
      { days: 45, time: '14:10', act: 'done', at: 2, hours: 4 },
      { days: 31, time: '15:05', act: 'done', at: 3, hours: 1.5 },
    ],
  },
  { person: 'renate-albrecht', steps: [{ days: 60, time: '10:05', act: 'take', count: 6 }, { days: 41, time: '11:20', act: 'done', at: 0, hours: 3 }] },
];

export function measureStories(stage: Stage, calendar: Calendar): Story[] {
  return told.map(({ person, steps }) => ({
    name: `measures of ${person}`,
    async tell(until) {
      let ids: readonly string[] = [];
      for (const step of steps) {
        await until(calendar.day(step.days, step.time));
        if (step.act === 'take') ids = await takeOver(stage, person, step.count);
        else await work(stage, calendar, person, ids[step.at] ?? '', step);
      }
    },
  }));
}

/** Takes over the first gaps; the ids of the measures in that order. */
async function takeOver(stage: Stage, person: string, count: number): Promise<string[]> {
  const { measures } = stage.services;
  const { actor, keys } = await stage.visit(person);
  const everything = { state: null, owner: null } as const;
  const { gaps } = must(await measures.openBoard(actor, keys, everything), 'board');
  const first = gaps.slice(0, count).map((gap) => gap.controlId);
  must(await measures.takeOver(actor, keys, first), 'take over');
  const byControl = new Map(must(await measures.openBoard(actor, keys, everything), 'board').measures.map(({ row, content }) => [content.control.id, row.id]));
  return first.map((controlId) => byControl.get(controlId) ?? '');
}

async function work(stage: Stage, calendar: Calendar, person: string, measureId: string, step: Exclude<Step, { act: 'take' }>): Promise<void> {
  const { measures } = stage.services;
  const { actor, keys } = await stage.visit(person);
  const { row, today } = must(await measures.openMeasure(actor, keys, measureId), 'measure');
  if (step.act === 'done') {
    const answer = { value: 'yes', since: today, basis: 'checked', note: '' } as const;
    must(await measures.closeMeasure(actor, keys, { measureId, seenRevision: row.revision, hoursSpent: step.hours, answer, writeInto: [] }), 'close');
    return;
  }
  const { owner, outside, dueInDays, ...plan } = step.plan;
  must(
    await measures.planMeasure(actor, keys, {
      measureId,
      seenRevision: row.revision,
      plan: {
        state: 'open',
        hoursSpent: null,
        note: '',
        deferredBecause: '',
        ...plan,
        owner: owner ? { kind: 'member', userId: stage.credentialsOf(owner).userId } : outside ? { kind: 'outside', name: outside } : { kind: 'nobody' },
        dueOn: dueInDays === undefined ? null : calendar.dateOf(-dueInDays),
      },
    }),
    'plan',
  );
}
