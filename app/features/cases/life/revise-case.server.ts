import { isRunning } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import { severityInForce } from '#app/domain/triage/severity-change.ts';
import type { SeverityInForce } from '#app/domain/triage/severity-change.ts';
import { triage } from '#app/domain/triage/triage.ts';
import type { AdvanceCase, CaseRevision, ReviseCase } from '../../case-moves.ts';
import { goOnToRouting } from '../go-on.ts';
import { noteCase, reviseLegalPeriods } from './store-step.ts';
import type { WriterParts } from '../writing.ts';

/** Facts and severity of a running case, and what follows from them; see `ReviseCase`. */
export function createReviseCase(parts: WriterParts, advance: AdvanceCase): ReviseCase {
  return async function reviseCase(revision) {
    const { caseId, at, callbackBox } = revision;
    const held = await parts.cases.lock(caseId, at);
    if (held === null) return err('not_found');
    if (held.severity === null || !isRunning(held.state)) return err('wrong_state', { detail: held.state });
    const before = JSON.parse(held.facts) as ReportFacts;
    const facts = revision.correct?.(before) ?? before;
    const judged = triage(facts);
    const weighed = revision.weigh(severityInForce(held.severity, await parts.cases.lastSeverityChange(caseId)), judged);
    if (!weighed.ok) return weighed;

    const corrected = JSON.stringify(facts) !== held.facts || callbackBox !== undefined;
    const moves = weighed.value.severity !== held.severity;
    if (!corrected && !moves) return ok({ state: held.state, changed: false });
    if (corrected) {
      const reasons = JSON.stringify(judged.reasons);
      await parts.cases.changeCase(caseId, { facts: JSON.stringify(facts), reasons, kind: judged.kind, district: facts.district, noticedAt: new Date(facts.noticedAt), ...(callbackBox ? { callbackBox } : {}) });
      await noteCorrection(parts, revision, held.organisationId);
    }
    if (!moves) {
      await reviseLegalPeriods(parts, revision, facts, held.severity);
      return ok({ state: held.state, changed: true });
    }
    const changed = await changeSeverity(advance, revision, held.severity, weighed.value);
    if (!changed.ok) return changed;
    // Of another's change the company has just been told: one mail leads to both.
    const onward = await goOnToRouting(advance, { caseId, at, facts, severity: weighed.value.severity, outcome: revision.outcome, quiet: revision.by !== 'company' });
    return ok({ state: onward ?? changed.value.step.state, changed: true });
  };
}

function changeSeverity(advance: AdvanceCase, { caseId, by, actor, organisationId, at }: CaseRevision, from: Severity, { severity, setBy, proposed, reason }: SeverityInForce) {
  return advance({
    caseId,
    fired: { name: 'change_severity', by, reason: reason ?? 'facts_corrected' },
    context: { wantedSeverity: severity },
    data: { from, to: severity, setBy, proposed },
    actor,
    organisationId,
    at,
  });
}

async function noteCorrection(parts: WriterParts, { actor, organisationId, at, caseId }: CaseRevision, ownerId: string): Promise<void> {
  await noteCase(parts.cases, { caseId, event: 'facts_corrected', actor, organisationId, at }, 'company');
  await parts.audit.append({ event: 'case.deadline_changed', actor, at, organisationId: ownerId, object: { kind: 'case', id: caseId }, reason: 'facts_corrected' });
}
