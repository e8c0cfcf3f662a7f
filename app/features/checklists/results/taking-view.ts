import { textOf } from '#app/content/translator.ts';
import type { BoardStanding } from '#app/domain/measures/gaps.ts';
import { firstMeasureCount } from '#app/domain/checklist/measures.ts';
import type { Locale } from '../../ports.ts';
import type { AssessmentLinks } from '../links.ts';

/** What a page of a closed run offers to take over into the company's plan of measures, and what stands there already. */
export type TakingView = {
  /** By the id of the measure. */
  readonly measures: Readonly<Record<string, MeasureTaking>>;
  /** Of the first measures, those that can be taken over with one button. */
  readonly first: readonly string[];
  /** What the taking over just now has come to. */
  readonly said: string | null;
  readonly board: string;
};

/** A button while nothing is said; otherwise what is said instead, and where the measure stands. */
export type MeasureTaking = { readonly said: string | null; readonly href: string | null };

/** Name in the address, after taking over: how many measures are new on the board. */
export const takenCount = 'uebernommen';

export function takingView(standings: ReadonlyMap<string, BoardStanding>, locale: Locale, links: AssessmentLinks, query: URLSearchParams): TakingView {
  const t = textOf(locale, 'results');
  const states = textOf(locale, 'measures');
  const takings = [...standings].map(([id, standing]): [string, MeasureTaking] => {
    if (standing.kind === 'taken') return [id, { said: t('takeOver.taken', { state: states(`states.${standing.state}`) }), href: links.measure(standing.measureId) }];
    return [id, { said: standing.kind === 'settled' ? t('takeOver.settled') : null, href: null }];
  });
  const added = query.get(takenCount) ?? '';
  return {
    measures: Object.fromEntries(takings),
    first: [...standings].slice(0, firstMeasureCount).filter(([, { kind }]) => kind === 'waiting').map(([id]) => id),
    said: /^\d{1,3}$/.test(added) ? t('takeOver.done', { count: Number(added) }) : null,
    board: links.measures,
  };
}
