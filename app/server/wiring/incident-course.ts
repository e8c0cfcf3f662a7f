import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import type { Stated } from '#app/domain/dossier/incident-dossier-input.ts';
import type { CaseForDossier } from '#app/features/cases/case-for-dossier.server.ts';
import type { IncidentContent } from '#app/features/dossiers/ports.ts';
import type { Locale } from '#app/features/ports.ts';

/** How the portal placed the case concerns nobody outside. */
const placing: readonly string[] = ['propose_severity', 'ask', 'answer_query', 'make_ready', 'start_matching', 'escalate', 'resume_matching', 'return_to_matching', 'access_ended'];

/** Steps of the case in order of time, without any sealed word: names of files and notes stand elsewhere, or were left out. */
export function timelineOf(found: CaseForDossier, locale: Locale): IncidentContent['timeline'] {
  const labels = labelsOf(locale);
  return found.steps
    .filter((step) => !placing.includes(step.event))
    .map((step) => {
      const channel = labels.contactChannels[step.data.channel as keyof typeof labels.contactChannels] as string | undefined;
      const duty = labels.duties[step.data.duty as keyof typeof labels.duties] as string | undefined;
      const words = [eventName(step.event, locale), channel, duty].filter((one) => one !== undefined);
      return { at: step.data.contactAt ?? step.at, what: words.join(', '), by: actorOf(step) };
    })
    .sort((a, b) => Number(new Date(a.at)) - Number(new Date(b.at)));
}

/** What the report says was done, every step with words beside it, and the closing report; in order of time. */
export function measuresOf(found: CaseForDossier, locale: Locale): IncidentContent['measures'] {
  const t = textOf(locale, 'dossiers');
  const { measuresSoFar } = found.report;
  const before = measuresSoFar === null ? [] : [{ at: open, what: t('pages.report.soFar', { text: measuresSoFar }), by: found.company.name }];
  const steps = found.steps.flatMap((step) => (step.note === null ? [] : [{ at: known(step.at), what: `${eventName(step.event, locale)}: ${step.note}`, by: actorOf(step) }]));
  const report = found.closingReport;
  const after = report === null ? [] : [{ at: known(report.at), what: t('pages.report.closing', { text: report.measuresTaken }), by: report.by }];
  return [...before, ...steps, ...after];
}

export function findingsOf({ closingReport: report }: CaseForDossier, locale: Locale): IncidentContent['findings'] {
  if (report === null) return null;
  const labels = labelsOf(locale);
  return {
    at: report.at,
    by: report.by,
    outcome: labels.closingOutcomes[report.outcome],
    causes: report.causes.map((cause) => labels.causes[cause]),
    causeText: report.causeText.trim() === '' ? null : report.causeText,
    effort: labels.effortClasses[report.effort],
    recommendations: report.recommendations,
  };
}

/** How far the handling is, in words for people who do not know the portal. */
export function stateOf(state: CaseState, locale: Locale): string {
  return textOf(locale, 'dossiers')(`pages.report.states.${stateWords[state]}`);
}

const stateWords = {
  draft: 'noHelper',
  reported: 'noHelper',
  in_triage: 'noHelper',
  query: 'noHelper',
  self_help: 'selfHelp',
  ready: 'searching',
  matching: 'searching',
  escalated: 'searching',
  assigned: 'engaged',
  in_progress: 'working',
  waiting_company: 'waiting',
  waiting_third_party: 'waiting',
  contained: 'contained',
  restored: 'restored',
  closure_proposed: 'reported',
  closed: 'closed',
  referred_out: 'elsewhere',
  withdrawn: 'ended',
  false_alarm: 'ended',
  duplicate: 'ended',
  anonymised: 'closed',
} as const satisfies Record<CaseState, string>;

const open = { certainty: 'not_stated' } as const;

function known(value: string): Stated<string> {
  return { certainty: 'known', value };
}

function actorOf(step: CaseForDossier['steps'][number]): string | null {
  return step.by !== null && step.organisation !== null ? `${step.by}, ${step.organisation}` : step.organisation;
}

function eventName(event: string, locale: Locale): string {
  const t = textOf(locale, 'cases');
  const name = `history.events.${event}` as Parameters<typeof t>[0];
  try {
    return t(name);
  } catch {
    return t('history.unknownEvent');
  }
}
