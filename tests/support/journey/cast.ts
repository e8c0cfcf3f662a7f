import type { TestServer } from '#tests/support/serve.ts';
import { foundAndSignIn, resume, stepUp } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { applyWithEverything, granting, must, reviewEverything } from '#tests/support/vetting.ts';

/** Who must be there before a company can be helped: an office with its people and a provider that two reviewers approved. */
export type Cast = { readonly coordinator: TestPerson; readonly reviewer: TestPerson; readonly duty: TestPerson; readonly admin: TestPerson; readonly provider: TestPerson; readonly providerName: string };

const requested = [
  { capability: 'ransomware', level: 3 },
  { capability: 'phishing_click', level: 3 },
  { capability: 'data_leak', level: 3 },
  { capability: 'production_disturbed', level: 3 },
] as const;

/** Everybody comes in and is approved through the use cases, as on the pages; nothing is written past them. */
export async function setUpCast(server: TestServer): Promise<Cast> {
  const { runtime } = server;
  const { providers, matching } = runtime.services;
  const coordinator = await foundAndSignIn(runtime, { type: 'office', role: 'office.coordinator', organisationName: 'Geschäftsstelle Südwestsachsen', name: 'Heike Uhlig' });
  const duty = await foundAndSignIn(runtime, { type: 'office', role: 'office.duty', organisationName: 'Geschäftsstelle Bereitschaft', name: 'Jens Lorenz' });
  const admin = await foundAndSignIn(runtime, { type: 'office', role: 'office.admin', organisationName: 'Geschäftsstelle Leitung', name: 'Dora Klee' });
  const reviewer = await foundAndSignIn(runtime, { type: 'office', role: 'office.reviewer', organisationName: 'Geschäftsstelle Zulassung', name: 'Tom Richter' });
  const second = await foundAndSignIn(runtime, { type: 'office', role: 'office.reviewer', organisationName: 'Geschäftsstelle Beschluss', name: 'Anke Vogel' });
  const providerName = 'Silberader IT-Sicherheit';
  const lead = await foundAndSignIn(runtime, { type: 'company', role: 'company.admin', organisationName: providerName, name: 'Robert Meinel' });

  await applyWithEverything(runtime, lead.session.actor, requested);
  const asProvider = await resume(runtime, lead.cookie);
  must(
    await providers.saveProfile(asProvider.actor, {
      districts: ['zwickau', 'chemnitz'], languages: ['de'], onSite: true, responseClass: 'emergency', remote: true, capacityLimit: 20, insurerPanels: [], exclusions: [], published: true, exclude: '',
    }),
  );
  must(await providers.recordChannelTest(reviewer.session.actor, lead.organisationId, { channels: 3, voice: true }));
  await reviewEverything(runtime, reviewer.session.actor, lead.organisationId);
  const decider = await stepUp(runtime, second);
  must(await providers.decideApplication(decider.session.actor, lead.organisationId, granting(requested)));
  const provider = { ...lead, session: await resume(runtime, lead.cookie) };
  must(await matching.addProviderShift(provider.session.actor, { from: { date: '2026-11-22', time: '08:00' }, to: { date: '2026-11-29', time: '08:00' } }));
  return { coordinator, reviewer, duty, admin, provider, providerName };
}
