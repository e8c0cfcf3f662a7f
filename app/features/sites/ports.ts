import type { Bilingual } from '#app/domain/checklist/version.ts';
import type { Site } from '#app/domain/organisation/sites.ts';
import type { ActRecord, Clock, Idempotency, Random, SiteReads, Transact } from '../ports.ts';

export type SiteContent = Omit<Site, 'revision'>;

/** Nothing is overwritten that the person has not seen. */
export type SiteWrites = {
  /** `full`: the company has as many as it may (`most`). */
  add(organisationId: string, site: SiteContent, most: number, at: Date): Promise<'added' | 'full'>;
  change(organisationId: string, site: SiteContent, seenRevision: number, at: Date): Promise<'changed' | 'conflict' | 'absent'>;
  /** `last`: a company has at least one. */
  remove(organisationId: string, siteId: string, seenRevision: number): Promise<'removed' | 'last' | 'conflict' | 'absent'>;
};

/** A checklist run that goes on and whose answers hold for a site. */
export type NamingRun = { readonly id: string; readonly title: Bilingual; readonly startedAt: Date };

export type SiteTx = ActRecord & { readonly sites: SiteWrites; readonly idempotency: Idempotency };

export type SiteDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly sites: SiteReads;
  /** Ids of the region's districts. */
  readonly districtIds: readonly string[];
  /** Runs that go on and name the site; from the checklists. */
  runsNaming(organisationId: string, siteId: string): Promise<readonly NamingRun[]>;
  readonly transact: Transact<SiteTx>;
};
