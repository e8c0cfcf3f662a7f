import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import { consentTextVersion } from '../../case-consent.ts';
import type { StoredConsent } from '../../case-consent.ts';
import type { KeyRing } from '../../ports.ts';
import { actOnCase, fieldFault } from '../life/act-on-case.server.ts';
import type { Acted } from '../life/act-on-case.server.ts';
import type { CaseDeps } from '../ports.ts';

export type RequestHelpInput = { readonly caseId: string; /** The case may be offered to vetted providers, without its content. */ readonly consent: boolean };

/**
 * A company that helps itself asks for help after all. It agrees to routing with it; the content is released later, to the one
 * provider that takes the case. An urgent case goes to routing at once, another one to the office.
 */
export function requestHelp(deps: CaseDeps) {
  return async function request(actor: Actor, keys: KeyRing, input: RequestHelpInput): Promise<Result<Acted>> {
    if (!input.consent) return fieldFault('consent', 'tick');
    return actOnCase(deps, {
      actor,
      keys,
      side: 'company',
      caseId: input.caseId,
      action: 'case.request_help',
      event: 'request_help',
      async prepare(tx, held, opened, at) {
        const facts: ReportFacts = { ...(JSON.parse(held.facts) as ReportFacts), routingWanted: true, releaseMode: 'after_confirmation' };
        const consent: StoredConsent = { routingWanted: true, releaseMode: 'after_confirmation', textVersion: consentTextVersion, at: at.toISOString(), givenBy: opened.actor.userId };
        await tx.cases.changeCase(input.caseId, { facts: JSON.stringify(facts), consent: JSON.stringify(consent) });
        return ok({ onward: facts });
      },
    });
  };
}
