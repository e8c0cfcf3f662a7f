import { intakeSteps } from '#app/domain/triage/fields.ts';
import type { IntakeStep } from '#app/domain/triage/fields.ts';
import type { CaseTale, PostedAnswers } from '../cases/tale.ts';
import { wallTime } from '../calendar.ts';
import { activeCompanies } from '../people/active-companies.ts';
import { must } from '../stage.ts';
import type { Stage } from '../stage.ts';
import { minutesLater } from '../timeline.ts';

export type Reported = { readonly caseId: string; readonly reference: string | null };

/** What somebody in a hurry ticks where the tale says nothing. */
const usual: PostedAnswers = {
  noticedEstimated: 'no',
  ongoing: 'no',
  operation: 'running',
  backups: 'unknown',
  peopleInDanger: 'no',
  personalData: 'no',
  nis2Scope: 'no',
  money: 'none',
  passwordsEntered: 'no',
  deviceEncrypted: 'unknown',
  remotePossible: 'yes',
  onsiteWanted: 'no',
  language: 'de',
  insurer: 'none',
  routingWanted: 'yes',
  releaseMode: 'after_confirmation',
};

/** Fills in a report page by page and sends it; a tale that is not sent stops before the last page. */
export async function reportIncident(stage: Stage, tale: CaseTale): Promise<Reported> {
  const { incidents } = stage.services;
  const { actor, keys } = await stage.visit(tale.by);
  const { caseId } = must(await incidents.createDraft(actor, keys, { idempotencyKey: stage.random.id(), locale: 'de', kind: tale.kind }), 'draft');
  const noticed = wallTime(minutesLater(stage.clock.now(), -tale.noticed));
  const district = activeCompanies.find((company) => company.people.some((person) => person.key === tale.by))?.district ?? '';
  // Read where a company has several sites: it happened at the first.
  const [site] = must(await stage.services.sites.listSites(actor), 'sites').sites;
  const given = { district, siteId: site?.id ?? '', noticedAtDate: noticed.date, noticedAtTime: noticed.time, kind: tale.kind };
  const posted = valuesOf({ ...usual, ...given, ...tale.answers });
  let step: IntakeStep | 'check' = intakeSteps[0];
  while (step !== 'check') {
    if (tale.sent === false && step === 'contact') return { caseId, reference: null };
    step = must(await incidents.saveStep(actor, keys, { caseId, step, posted }), `${tale.key}, page ${step}`).next;
  }
  const { reference } = must(await incidents.submitReport(actor, keys, caseId), `${tale.key}, sending`);
  return { caseId, reference };
}

function valuesOf(answers: PostedAnswers) {
  return {
    text(name: string): string {
      const value = answers[name] ?? '';
      return typeof value === 'string' ? value : (value[0] ?? '');
    },
    all(name: string): readonly string[] {
      const value = answers[name] ?? [];
      return typeof value === 'string' ? [value] : value;
    },
  };
}
