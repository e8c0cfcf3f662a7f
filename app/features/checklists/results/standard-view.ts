import { getMessages } from '#app/content/messages.ts';
import type { ViewRow, ViewState } from '#app/domain/checklist/standard-views.ts';
import type { Outcome } from '#app/domain/checklist/standing.ts';
import type { InsurerTopic } from '#app/domain/checklist/vocabulary.ts';
import type { Locale } from '../../ports.ts';
import { resultTabLinks } from '../links.ts';
import type { AssessmentLinks, ResultTabLinks } from '../links.ts';
import type { OpenStandardView } from './open-standard-view.server.ts';
import { standardViewNames } from './standard-view-names.ts';
import type { StandardViewName } from './standard-view-names.ts';

export type StandardRow = {
  readonly id: string;
  readonly title: string | null;
  readonly state: Exclude<ViewState, 'not_covered'>;
  /** How much of a module is asked about; null where a row is one id. */
  readonly part: { readonly asked: number; readonly all: number; readonly ids: readonly string[] } | null;
  readonly questions: readonly { readonly id: string; readonly title: string; readonly outcome: Outcome; readonly href: string }[];
};

/** The answers by the ids of one standard, as plain JSON. */
export type StandardView = {
  readonly name: StandardViewName;
  readonly checklist: string;
  readonly closedAt: string;
  /** Null: subjects of insurers. */
  readonly standard: { readonly title: string; readonly url: string | null; readonly checkedOn: string | null } | null;
  readonly isByModule: boolean;
  readonly hasTitles: boolean;
  readonly counts: Readonly<Record<ViewState, number>>;
  readonly rows: readonly StandardRow[];
  readonly notCovered: readonly { readonly id: string; readonly title: string | null }[];
  readonly others: readonly { readonly name: StandardViewName; readonly href: string }[];
  readonly tabs: ResultTabLinks;
};

export function standardView({ run, standard, rows }: OpenStandardView, name: StandardViewName, locale: Locale, links: AssessmentLinks): StandardView {
  const { id } = run.assessment;
  const counts: Record<ViewState, number> = { met: 0, open: 0, unknown: 0, not_applicable: 0, not_covered: 0 };
  for (const row of rows) counts[row.state] += 1;
  const titleOf = (row: ViewRow): string | null => (standard === null ? insurerTopicTitle(row.id as InsurerTopic, locale) : (row.title?.[locale] ?? null));
  return {
    name,
    checklist: run.version.title[locale],
    closedAt: (run.assessment.closedAt ?? run.assessment.updatedAt).toISOString(),
    standard: standard && { title: standard.name[locale], url: standard.url ?? null, checkedOn: standard.checkedOn ?? null },
    isByModule: rows.some((row) => row.ids.all.length > 1),
    hasTitles: rows.some((row) => titleOf(row) !== null),
    counts,
    rows: rows.flatMap((row): StandardRow[] => {
      const { state } = row;
      if (state === 'not_covered') return [];
      return [{
        id: row.id,
        title: titleOf(row),
        state,
        part: row.ids.all.length > 1 && row.ids.asked.length > 0 ? { asked: row.ids.asked.length, all: row.ids.all.length, ids: row.ids.asked } : null,
        questions: row.requirements.map(({ requirement, outcome }) => ({ id: requirement.id, title: requirement.title[locale], outcome, href: `${links.assessment(id)}#frage-${requirement.id}` })),
      }];
    }),
    notCovered: rows.filter((row) => row.state === 'not_covered').map((row) => ({ id: row.id, title: titleOf(row) })),
    others: standardViewNames.map((each) => ({ name: each, href: links.assessmentByStandard(id, each) })),
    tabs: resultTabLinks(id, links),
  };
}

function insurerTopicTitle(topic: InsurerTopic, locale: Locale): string {
  return getMessages(locale).dossiers.checklist.insurerTopics[topic];
}
