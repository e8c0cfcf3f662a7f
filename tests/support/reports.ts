import { intakeSteps } from '#app/domain/triage/fields.ts';
import type { IntakeStep } from '#app/domain/triage/fields.ts';
import type { Result } from '#app/domain/result.ts';
import type { OpenSession } from '#app/features/accounts/session-state.ts';
import type { PostedValues } from '#app/features/incidents/form.ts';
import type { TestRuntime } from './runtime.ts';

export type PostedAnswers = Readonly<Record<string, string | readonly string[]>>;

/** What a browser would post. */
export function posted(values: PostedAnswers): PostedValues {
  const all = (name: string) => {
    const value = values[name];
    return value === undefined ? [] : typeof value === 'string' ? [value] : value;
  };
  return { all, text: (name) => (all(name)[0] ?? '').trim() };
}

/** An urgent case of encrypted files: operation stands still, so S1. Times are of the region. */
export const ransomwareAnswers: PostedAnswers = {
  kind: 'ransomware',
  noticedAtDate: '2026-11-23',
  noticedAtTime: '08:15',
  noticedEstimated: 'yes',
  ongoing: 'unknown',
  district: 'zwickau',
  operation: 'stopped',
  standstill: ['office_work', 'production'],
  servers: 'one',
  backups: 'unknown',
  personalData: 'yes',
  sensitiveData: 'no',
  processorForOthers: 'no',
  nis2Scope: 'no',
  money: 'none',
  passwordsEntered: 'unknown',
  deviceEncrypted: 'unknown',
  peopleInDanger: 'no',
  title: 'Planted-Titel-Zeppelin',
  description: 'Planted-Beschreibung-Quitte: Auf dem Server stehen fremde Dateien.',
  systems: 'Planted-System-Karpfen',
  measuresSoFar: 'Planted-Massnahme-Distel',
  furtherContacts: 'Planted-Kontakt-Erle',
  callbackName: 'Planted-Rueckruf-Amsel',
  callbackPhone: '0375 555 0199',
  language: 'de',
  insurer: 'free',
  insurerName: 'Planted-Versicherung-Otter',
  policyNumber: 'Planted-Police-4711',
  routingWanted: 'yes',
  releaseMode: 'after_confirmation',
};

/** Fills a draft page by page and leaves it unsent. */
export async function fillDraft(runtime: Pick<TestRuntime, 'services' | 'random'>, { actor, keys }: Pick<OpenSession, 'actor' | 'keys'>, changes: PostedAnswers = {}): Promise<string> {
  const { incidents } = runtime.services;
  const { caseId } = must(await incidents.createDraft(actor, keys, { idempotencyKey: runtime.random.id(), locale: 'de' }));
  // Read by companies with several sites only.
  const [site] = must(await runtime.services.sites.listSites(actor)).sites;
  const values = posted({ ...ransomwareAnswers, siteId: site?.id ?? '', ...changes });
  let step: IntakeStep | 'check' = intakeSteps[0];
  while (step !== 'check') step = must(await incidents.saveStep(actor, keys, { caseId, step, posted: values })).next;
  return caseId;
}

/** A whole report through the use cases. */
export async function sendReport(runtime: Pick<TestRuntime, 'services' | 'random'>, session: Pick<OpenSession, 'actor' | 'keys'>, changes: PostedAnswers = {}): Promise<{ caseId: string; reference: string }> {
  const caseId = await fillDraft(runtime, session, changes);
  return must(await runtime.services.incidents.submitReport(session.actor, session.keys, caseId));
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
