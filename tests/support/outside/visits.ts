import { addressOf } from './site-map.ts';
import type { SiteRoute } from './site-map.ts';
import type { Things } from './scene.ts';
import type { Thing } from './expectation.ts';
import { caseThing, offerThing } from './expectation.ts';
import type { TestRuntime } from '#tests/support/runtime.ts';

/** A route with its parameters filled in: with real ids, and in `absent` with ids of the same shape that nothing has. */
export type Visit = { readonly route: SiteRoute; readonly address: string; readonly absent: string; readonly thing: Thing; readonly about: string };

/** Every route, filled with every thing of the company that it can speak of. */
export async function visitsTo(routes: readonly SiteRoute[], things: Things, runtime: TestRuntime): Promise<Visit[]> {
  const absentId = runtime.random.id();
  const aCase = async (about: string, id: string) => ({ about, id, thing: await caseThing(runtime, id) });
  const cases = [await aCase('released case', things.releasedCaseId), await aCase('case', things.unreleasedCaseId), await aCase('draft', things.draftCaseId)];
  const owned: Thing = { kind: 'owned', organisationId: things.companyId };
  const assessments = [
    { about: 'closed assessment', id: things.closedAssessmentId, thing: owned },
    { about: 'open assessment', id: things.openAssessmentId, thing: owned },
  ];
  const sites = [{ about: 'site', id: things.siteId, thing: owned }];
  const measures = [{ about: 'measure', id: things.measureId, thing: owned }];
  const offers = [{ about: 'offer', id: things.offerId, thing: await offerThing(runtime, things.offerId) }];
  const documents = [{ about: 'document of an application', id: things.assignedProviderId, thing: { kind: 'owned', organisationId: things.assignedProviderId } as const }];
  const noThing: Thing = { kind: 'nothing' };
  const provider = [{ about: 'provider', id: (await runtime.database.provider.findFirstOrThrow()).id, thing: noThing }];

  return routes.flatMap((route) => {
    const fixed = { anforderung: things.requirementId, schritt: 'was', zug: 'zurueckziehen', angabe: 'wann', norm: 'nis2', art: 'ransomware', datei: 'run.schema.json', beleg: things.evidenceId, standort: things.siteId, thema: things.topicId, weitergabe: things.handOverId, token: tokenFor(route, things) };
    const about = /\/:(beleg|weitergabe)$/.test(route.pattern) ? assessments.filter(({ id }) => id === things.openAssessmentId) : route.pattern.includes('/:nachweis') ? documents : route.pattern.includes('/:beweis') ? cases.slice(0, 1) : route.pattern.includes('/faelle/:') ? cases : route.pattern.includes('/pruefungen/:') ? assessments : route.pattern.includes('/standorte/:') ? sites : route.pattern.includes('/massnahmen/:') ? measures : route.pattern.includes('/anfragen/:') ? offers : route.pattern.includes('/dienstleister/:') ? provider : [];
    if (about.length === 0) return [{ route, address: addressOf(route, fixed), absent: addressOf(route, { ...fixed, token: 'A'.repeat(fixed.token.length) }), thing: noThing, about: '' }];
    return about.map((one) => ({
      route,
      address: addressOf(route, { ...fixed, id: one.id, fall: one.id, beweis: things.exhibitId, dienstleister: one.id, nachweis: things.vettingDocumentId }),
      absent: addressOf(route, { ...fixed, standort: absentId, id: absentId, fall: absentId, beweis: things.exhibitId, dienstleister: absentId, nachweis: things.vettingDocumentId }),
      thing: one.thing,
      about: one.about,
    }));
  });
}

function tokenFor({ pattern }: SiteRoute, { tokens }: Things): string {
  if (pattern.includes('/einladung/')) return tokens.invitation;
  if (pattern.includes('/kalender/')) return `${tokens.feed}.ics`;
  if (pattern.includes('/bestaetigen/')) return tokens.confirmation;
  return pattern.includes('/wiederherstellen/') ? tokens.reset : tokens.share;
}
