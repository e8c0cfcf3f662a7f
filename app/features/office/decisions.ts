import { falseAlarmReasons, officeClosureReasons, referralTargets } from '#app/domain/case/reasons.ts';
import { acceptsOffers, isRunning } from '#app/domain/case/statuses.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import { relaxationOrder } from '#app/domain/routing/relaxation.ts';

/** What an officer can have decided about a task; the words are matching's. */
export const recordedOutcomes = ['provider_called', 'company_called', 'waiting_agreed', 'leave_with_provider', 'done_otherwise'] as const;

/** A decision as the form posts it: an act, and where it has variants their code behind a colon. */
export type Decision = string;

/** Every decision the office can take in this state, in the order of the form. `hasTask`: a person is asked to decide. */
export function offeredDecisions(state: CaseState, hasTask: boolean): readonly Decision[] {
  if (!isRunning(state)) return [];
  return [
    ...(state === 'in_triage' ? ['make_ready', 'ask', 'self_help'] : []),
    ...(acceptsOffers(state) ? ['add_provider', ...relaxationOrder.map((step) => `relax:${step}`)] : []),
    ...(state === 'assigned' ? ['take_back'] : []),
    ...(hasTask ? recordedOutcomes.map((outcome) => `record:${outcome}`) : []),
    ...referralTargets.map((target) => `refer:${target}`),
    ...(state === 'closure_proposed' || state === 'self_help' || state === 'escalated' ? officeClosureReasons.map((reason) => `close:${reason}`) : []),
    ...falseAlarmReasons.map((reason) => `false_alarm:${reason}`),
    'duplicate',
  ];
}

export function splitDecision(decision: Decision): { readonly act: string; readonly code: string } {
  const [act = '', code = ''] = decision.split(':');
  return { act, code };
}
