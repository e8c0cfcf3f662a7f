import { germanLegalRules } from '#app/content/law/deadlines.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { routingRulesV1 } from '#app/domain/routing/rules.ts';
import type { CaseMoves } from '#app/features/case-moves.ts';
import { createAdvanceCase } from '#app/features/cases/life/advance-case.server.ts';
import type { CaseLinks } from '#app/features/cases/ports.ts';
import { createReviseCase } from '#app/features/cases/life/revise-case.server.ts';
import { pathsFor } from '#app/http/paths.ts';
import { createServiceClocks } from '#app/infrastructure/clock/service-clocks.ts';
import { createAuditTrail } from '#app/infrastructure/db/audit-trail.ts';
import { createCasePeople } from '#app/infrastructure/db/case-people.ts';
import { createCaseTimers } from '#app/infrastructure/db/case-timers.ts';
import { createCaseWrites } from '#app/infrastructure/db/case-writes.ts';
import { createOutbox } from '#app/infrastructure/db/outbox.ts';
import type { DatabaseTransaction } from '#app/infrastructure/db/transact.ts';
import type { Base } from './base.ts';

/** German addresses for mails about cases. */
export function caseLinks(): CaseLinks {
  const { company, provider, office } = pathsFor('de');
  return {
    company: company.case,
    companyRelease: company.caseRelease,
    companyMessages: company.caseMessages,
    companyClosure: company.caseClosure,
    companyDeadlines: company.caseDeadlines,
    provider: provider.case,
    providerMessages: provider.caseMessages,
    providerArea: provider.overview,
    providerOffer: provider.offer,
    office: office.case,
  };
}

/** The writer of a case's life on a transaction, for every feature that fires events: `...caseMoves(base)(tx)` among its parts. */
export function caseMoves(base: Base): (tx: DatabaseTransaction) => CaseMoves {
  const links = caseLinks();
  const serviceClock = createServiceClocks(suedwestsachsen.holidays, routingRulesV1);
  const mailHost = new URL(base.config.baseUrl).hostname;
  return (tx) => {
    const parts = {
      cases: createCaseWrites(tx, base),
      timers: createCaseTimers(tx, base),
      people: createCasePeople(tx),
      keyGrants: base.keyGrants(tx),
      audit: createAuditTrail(tx, base),
      outbox: createOutbox(tx, { vault: base.vault, random: base.random, clock: base.clock, mailHost }),
      random: base.random,
      links,
      legalRules: germanLegalRules,
      serviceClock,
    };
    const advance = createAdvanceCase(parts);
    return { advance, revise: createReviseCase(parts, advance) };
  };
}
