import { severityFromTriage } from '#app/domain/triage/severity-change.ts';
import type { SeverityInForce } from '#app/domain/triage/severity-change.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import type { StoredCaseEvent } from './ports.ts';

/** The severity in force with the one who set it, from the events of a case. */
export function severityInForce(severity: Severity, events: readonly StoredCaseEvent[]): SeverityInForce {
  const last = events.filter((one) => one.event === 'change_severity').at(-1);
  if (last === undefined) return severityFromTriage(severity);
  const data = JSON.parse(last.data) as { setBy?: SeverityInForce['setBy']; proposed?: Severity };
  return { severity, setBy: data.setBy ?? 'office', reason: null, proposed: data.proposed ?? severity };
}
