import type { Actor } from '#app/domain/access/actor.ts';
import { step } from '#app/domain/case/case-machine.ts';
import type { CaseStep } from '#app/domain/case/case-machine.ts';
import { isRunning } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import { fieldsOf, intakeSteps } from '#app/domain/triage/fields.ts';
import { withCorrectedFacts } from '#app/domain/triage/severity-change.ts';
import { triage } from '#app/domain/triage/triage.ts';
import { requireOwnCase } from './case-rights.ts';
import { deadlineRows, revisedDeadlines } from './deadline-rows.ts';
import { onwardMove } from './first-moves.ts';
import { parseStep } from './form.ts';
import type { PostedValues } from './form.ts';
import { applyMove } from './moves.ts';
import type { IncidentDeps } from './ports.ts';
import { severityInForce } from './severity-history.ts';

/** The pages whose coded facts may be corrected after sending; consent and kind have their own ways. */
export const correctableSteps = ['when_and_where', 'reach', 'data_and_money', 'insurer'] as const;

export type CorrectFacts = { readonly caseId: string; readonly step: string; readonly posted: PostedValues };

/**
 * Corrects coded facts of a running case. Severity follows the rules unless a person set it and it did not get worse; legal
 * periods are computed anew, and the old values stay as superseded rows. Saying the same again changes nothing.
 */
export function correctFacts(deps: IncidentDeps) {
  return async function (actor: Actor, input: CorrectFacts): Promise<Result<null>> {
    const member = await requireOwnCase(deps, actor, input.caseId, 'case.correct_facts');
    if (!member.ok) return member;
    const { organisationId, userId } = member.value;
    const found = await deps.reads.findCase(input.caseId, organisationId);
    if (found === null) return err('not_found');
    const before = found.severity;
    if (before === null || !isRunning(found.state)) return err('wrong_state', { detail: found.state });
    const asked = correctableSteps.find((one) => one === input.step && intakeSteps.includes(one));
    if (asked === undefined) return err('not_found');

    const facts = JSON.parse(found.facts) as ReportFacts;
    const providerIds = asked === 'insurer' ? (await deps.providers.list()).map((one) => one.id) : [];
    const parsed = parseStep(asked, facts.kind, input.posted, { now: deps.clock.now(), zone: deps.zone, districtIds: deps.districtIds, providerIds });
    if (Object.keys(parsed.errors).length > 0) {
      return err('invalid_input', { fields: Object.fromEntries(Object.entries(parsed.errors).map(([name, text]) => [name, [text]])) });
    }
    const corrected = overlay(facts, asked, parsed.answers);
    if (JSON.stringify(corrected) === found.facts) return ok(null);

    const judged = triage(corrected);
    const severity = withCorrectedFacts(severityInForce(before, await deps.reads.events(input.caseId)), judged.severity);
    const revision = revisedDeadlines(await deps.reads.deadlines(input.caseId), deadlineRows(corrected, severity.severity, deps.legalRules));
    const moved = severityMove(found.state, before, severity.severity);
    // A case that waited for the office and has become urgent goes on by itself.
    const onward = found.state === 'in_triage' && moved !== null ? onwardMove('in_triage', corrected, severity.severity) : null;

    return deps.transact(async (tx) => {
      const at = deps.clock.now();
      const change = {
        facts: JSON.stringify(corrected),
        reasons: JSON.stringify(judged.reasons),
        kind: judged.kind,
        severity: severity.severity,
        noticedAt: new Date(corrected.noticedAt),
        ...(onward === null ? {} : { state: onward.state, nextActionAt: onward.state === 'ready' ? at : null }),
      };
      const place = { caseId: input.caseId, organisationId, from: found.state, updatedAt: found.updatedAt };
      if (!(await tx.incidents.changeCase(place, change, at))) return err('conflict_of_versions');
      const data = { from: before, to: severity.severity, setBy: severity.setBy, proposed: severity.proposed };
      if (moved !== null) await applyMove(tx, { caseId: input.caseId, organisationId, userId }, moved, at, data);
      if (onward !== null) {
        await applyMove(tx, { caseId: input.caseId, organisationId, userId }, onward, at);
        await tx.incidents.endDutyTasks(input.caseId, 'decide_triage', 'facts_corrected', at);
      }
      await tx.incidents.supersedeDeadlines(input.caseId, revision.replaced.map((row) => row.id), at);
      await tx.incidents.addDeadlines(input.caseId, revision.added, at);
      await tx.audit.append({ event: 'case.deadline_changed', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'case', id: input.caseId }, reason: 'facts_corrected' });
      return ok(null);
    });
  };
}

/** The corrected facts of one page; a question left empty counts as not known again only where it had been asked there. */
function overlay(facts: ReportFacts, asked: (typeof correctableSteps)[number], answers: Readonly<Record<string, unknown>>): ReportFacts {
  const changed: Record<string, unknown> = {};
  for (const field of fieldsOf(asked, facts.kind)) {
    const value = answers[field.id];
    if (field.class === 'triage_fact' && field.fact !== undefined && value !== undefined) changed[field.fact] = value;
  }
  return { ...facts, ...(changed as Partial<ReportFacts>) };
}

function severityMove(state: CaseStep['state'], from: ReportSeverity, to: ReportSeverity): CaseStep | null {
  if (from === to) return null;
  const moved = step(state, { name: 'change_severity', by: 'system', reason: 'facts_corrected' }, { severity: from, wantedSeverity: to });
  return moved.ok ? moved.value : null;
}

type ReportSeverity = ReturnType<typeof triage>['severity'];
