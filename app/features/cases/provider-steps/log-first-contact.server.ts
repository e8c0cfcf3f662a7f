import type { Actor } from '#app/domain/access/actor.ts';
import type { ContactChannel } from '#app/domain/case/closing-report.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { actOnCase, fieldFault, wordsOf } from '../life/act-on-case.server.ts';
import type { Acted } from '../life/act-on-case.server.ts';
import { leadOf } from '../case-head.server.ts';
import type { CaseDeps } from '../ports.ts';

/** `at`: ISO 8601. A note is possible only after the release. */
export type FirstContactInput = { readonly caseId: string; readonly at: string; readonly channel: ContactChannel; readonly note?: string };

/** The provider has spoken with the company. What other providers were kept waiting with is dropped with it. */
export function logFirstContact(deps: CaseDeps) {
  return function log(actor: Actor, keys: KeyRing, input: FirstContactInput): Promise<Result<Acted>> {
    const at = new Date(input.at);
    return actOnCase(deps, {
      actor,
      keys,
      side: 'provider',
      caseId: input.caseId,
      action: 'case.log_first_contact',
      event: 'log_first_contact',
      assignmentContext: { contactLogged: true, firstContactAt: at },
      data: { contactAt: at.toISOString(), channel: input.channel },
      words: wordsOf('milestone', 'log_first_contact', input.note),
      check({ row }) {
        const assigned = leadOf(row)?.createdAt ?? row.createdAt;
        if (at.getTime() > deps.clock.now().getTime()) return fieldFault('time', 'inFuture');
        // The form gives whole minutes.
        if (at.getTime() < Math.floor(assigned.getTime() / 60_000) * 60_000) return fieldFault('time', 'beforeAssignment');
        return ok(null);
      },
    });
  };
}
