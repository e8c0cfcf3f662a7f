import { must } from '../stage.ts';
import type { Stage } from '../stage.ts';

export type DemoSite = { readonly name: string; readonly town: string; readonly district: string };

/** Whoever leads a company names the place of its registration and enters the further ones. */
export async function enterSites(stage: Stage, person: string, registered: string, further: readonly DemoSite[]): Promise<void> {
  const { sites } = stage.services;
  const { actor } = await stage.visit(person);
  for (const site of further) must(await sites.addSite(actor, { ...site, idempotencyKey: stage.random.id() }), `site ${site.name}`);
  const [first] = must(await sites.listSites(actor), 'sites').sites;
  if (first === undefined || first.district === null) throw new Error('No place of registration.');
  must(await sites.changeSite(actor, { siteId: first.id, seenRevision: first.revision, name: registered, town: first.town, district: first.district }), `site ${registered}`);
}

/** Says for how many of its sites, in their order, the answers of a run hold. */
export async function holdFor(stage: Stage, person: string, assessmentId: string, count: number): Promise<void> {
  const { checklists } = stage.services;
  const { actor, keys } = await stage.visit(person);
  const { sites, run } = must(await checklists.openSites(actor, keys, assessmentId), 'sites of the run');
  const siteIds = sites.slice(0, count).map((site) => site.id);
  must(await checklists.chooseSites(actor, { assessmentId, siteIds, seenRevision: run.assessment.sitesRevision }), 'sites of the run');
}
