import { concernsCompany } from '#app/domain/checklist/comparison.ts';
import type { Change, RequirementChange } from '#app/domain/checklist/comparison.ts';
import { resultOf } from '#app/domain/checklist/result.ts';
import type { Outcome, Standing } from '#app/domain/checklist/standing.ts';
import type { Locale } from '../../ports.ts';
import { resultTabLinks } from '../links.ts';
import type { AssessmentLinks, ResultTabLinks } from '../links.ts';
import type { OpenComparison } from './open-comparison.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import { scopeChangeView } from '../runs/site-scope-view.ts';
import type { ScopeChangeView } from '../runs/site-scope-view.ts';

export type ChangeLine = {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** The earlier wording where it differs. */
  readonly wasQuestion: string | null;
  readonly then: Outcome | null;
  readonly now: Outcome | null;
  readonly href: string;
};

export type RunChoice = { readonly id: string; readonly closedAt: string; readonly percent: number | null; readonly chosen: boolean };

/** A comparison as plain JSON; `groups` in the order in which people want to know. */
export type ComparisonView = {
  readonly checklist: string;
  readonly laterClosedAt: string;
  readonly choices: readonly RunChoice[];
  readonly compared: null | {
    readonly earlierClosedAt: string;
    /** Null: both hold for the same sites. */
    readonly scopeChange: ScopeChangeView | null;
    readonly earlierPercent: number | null;
    readonly laterPercent: number | null;
    readonly versions: { readonly earlier: number; readonly later: number };
    readonly topics: readonly { readonly id: string; readonly title: string; readonly then: number | null; readonly now: number | null }[];
    readonly groups: readonly { readonly change: Change; readonly lines: readonly ChangeLine[] }[];
  };
  readonly tabs: ResultTabLinks;
};

const order = ['worse', 'better', 'new', 'question_changed', 'gone', 'not_comparable', 'same'] as const satisfies readonly Change[];

export function comparisonView({ run, candidates, chosen }: OpenComparison, locale: Locale, links: AssessmentLinks): ComparisonView {
  const closedAt = (of: OpenRun): string => (of.assessment.closedAt ?? of.assessment.updatedAt).toISOString();
  return {
    checklist: run.version.title[locale],
    laterClosedAt: closedAt(run),
    choices: candidates.map((candidate) => ({
      id: candidate.assessment.id,
      closedAt: closedAt(candidate),
      percent: resultOf(candidate.version, candidate.answers, candidate.facts).percent,
      chosen: candidate.assessment.id === chosen?.run.assessment.id,
    })),
    compared: chosen === null ? null : {
      earlierClosedAt: closedAt(chosen.run),
      scopeChange: scopeChangeView(chosen.scopeChange, locale),
      earlierPercent: chosen.comparison.earlier.percent,
      laterPercent: chosen.comparison.later.percent,
      versions: { earlier: chosen.run.version.version, later: run.version.version },
      topics: chosen.comparison.topics.map(({ topicId, earlier, later }) => ({
        id: topicId,
        title: run.version.topics.find((topic) => topic.id === topicId)?.title[locale] ?? topicId,
        then: earlier?.percent ?? null,
        now: later.percent,
      })),
      groups: order.map((change) => ({
        change,
        lines: chosen.comparison.changes.filter((each) => each.change === change && concernsCompany(each)).map((each) => lineOf(each, run, chosen.run, locale, links)),
      })),
    },
    tabs: resultTabLinks(run.assessment.id, links),
  };
}

function lineOf({ requirementId, change, earlier, later }: RequirementChange, run: OpenRun, before: OpenRun, locale: Locale, links: AssessmentLinks): ChangeLine {
  const asked = (later ?? earlier)?.requirement;
  // What is gone stands only in the earlier run.
  const home = later === null ? before : run;
  return {
    id: requirementId,
    title: asked?.title[locale] ?? requirementId,
    question: asked?.question[locale] ?? '',
    wasQuestion: change === 'question_changed' ? (earlier?.requirement.question[locale] ?? null) : null,
    then: outcomeOf(earlier),
    now: outcomeOf(later),
    href: `${links.assessment(home.assessment.id)}#frage-${requirementId}`,
  };
}

function outcomeOf(standing: Standing | null): Outcome | null {
  return standing?.outcome ?? null;
}
