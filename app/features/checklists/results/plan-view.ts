import { formatOf } from '#app/content/formatter.ts';
import { textOf } from '#app/content/translator.ts';
import type { MeasureReason, PlannedMeasure } from '#app/domain/checklist/measures.ts';
import { isOpen } from '#app/domain/checklist/tally.ts';
import type { ChecklistResult } from '#app/domain/checklist/result.ts';
import { findRequirement } from '#app/domain/checklist/version.ts';
import type { Locale } from '../../ports.ts';
import { resultTabLinks } from '../links.ts';
import type { AssessmentLinks, ResultTabLinks } from '../links.ts';
import type { OpenPlan } from './open-plan.server.ts';
import { effortText, measuresView } from './result-view.ts';
import type { MeasureView } from './result-view.ts';
import { takenCount } from './taking-view.ts';

/** Field of the chosen measures in the address of the plan. */
export const chosenField = 'schritt';

export type PlanStep = MeasureView & { readonly why: string; readonly chosen: boolean };

type Outlook = { readonly percent: number | null; readonly mustOpen: number };

/** The whole plan as plain JSON, and what would come of the chosen measures. */
export type PlanView = {
  readonly checklist: string;
  readonly closedAt: string;
  readonly steps: readonly PlanStep[];
  readonly today: Outlook;
  /** Null while nothing is chosen. */
  readonly then: null | (Outlook & { readonly count: number; readonly gained: number; readonly effort: string; readonly waiting: readonly string[] });
  readonly links: { readonly measures: string; readonly clear: string };
  readonly tabs: ResultTabLinks;
};

export function planView({ opened, chosen, outlook }: OpenPlan, locale: Locale, links: AssessmentLinks): PlanView {
  const { run, plan } = opened;
  const cards = measuresView(opened, locale);
  const hours = plan.filter(({ requirement }) => chosen.has(requirement.id)).reduce((sum, { effortHours }) => sum + effortHours, 0);
  return {
    checklist: run.version.title[locale],
    closedAt: (run.assessment.closedAt ?? run.assessment.updatedAt).toISOString(),
    steps: plan.flatMap((measure, at) => {
      const card = cards[at];
      return card ? [{ ...card, why: whyHere(measure, locale), chosen: chosen.has(measure.requirement.id) }] : [];
    }),
    today: outlookOf(outlook.today),
    then: chosen.size === 0 ? null : {
      ...outlookOf(outlook.then),
      count: chosen.size,
      gained: (outlook.then.percent ?? 0) - (outlook.today.percent ?? 0),
      effort: effortText(hours, locale),
      waiting: outlook.waiting.map((id) => findRequirement(run.version, id)?.title[locale] ?? id),
    },
    links: { measures: links.measures, clear: links.assessmentPlan(run.assessment.id) },
    tabs: resultTabLinks(run.assessment.id, links),
  };
}

/** The plan with these measures counted in; `added`, how many have just been taken over, is said there. */
export function planAddress(path: string, chosen: readonly string[], added: number | null): string {
  const query = new URLSearchParams([...chosen.map((id) => [chosenField, id]), ...(added === null ? [] : [[takenCount, String(added)]])]);
  return `${path}${query.size > 0 ? `?${query}` : ''}${added === null ? '#what-if' : ''}`;
}

function outlookOf(result: ChecklistResult): Outlook {
  return { percent: result.percent, mustOpen: result.must.filter(isOpen).length };
}

/** Why a measure stands where it stands, in one sentence; what needs more words stands on its card. */
function whyHere({ reasons, afterwards }: PlannedMeasure, locale: Locale): string {
  const t = textOf(locale, 'results');
  const words = (reason: MeasureReason): string[] => {
    switch (reason.code) {
      case 'must':
      case 'little_effort':
      case 'no_cost':
        return [t(`plan.reasons.${reason.code}`)];
      case 'gains_points':
        return [t('plan.reasons.gains_points', { points: reason.points, maximum: afterwards.maximum })];
      default:
        return [];
    }
  };
  return t('plan.why', { reasons: formatOf(locale).list(reasons.flatMap(words)) });
}
