import type { Site } from '../organisation/sites.ts';
import type { DraftAnswers } from './steps.ts';

/** A site that a report can name: its district is known. */
export type ReportSite = Pick<Site, 'id' | 'name' | 'town'> & { readonly district: string };

/** What a draft holds where the company has one site: nobody is asked which. */
export const onlySiteId = 'main';

/** The sites among which a report asks. None where the company has one, or where a district is missing: then the district is asked. */
export function mayAskSite(sites: readonly Site[]): readonly ReportSite[] {
  const placed = sites.flatMap(({ id, name, town, district }) => (district === null ? [] : [{ id, name, town, district }]));
  return placed.length > 1 && placed.length === sites.length ? placed : [];
}

/**
 * The sites among which somebody chooses who corrects a sent report. The one that was meant stays among them, as it was called then,
 * when the company has it no longer: whoever corrects something else need not name another. `kept` null: the report named none.
 */
export function sitesToCorrect(sites: readonly Site[], kept: ReportSite | null): readonly ReportSite[] {
  if (kept === null || sites.some(({ id }) => id === kept.id)) return mayAskSite(sites);
  return mayAskSite([...sites, { ...kept, revision: 0 }]);
}

/** Answers that name a site: its district goes with it. */
export function withSite(answers: DraftAnswers, site: ReportSite): DraftAnswers {
  return { ...answers, siteId: site.id, district: site.district };
}

/**
 * The answers as far as they still hold. A site that is gone, or was not asked for when the draft began, is asked again; where none
 * is asked for (any more), the district stands for it.
 */
export function withKnownSite(answers: DraftAnswers, sites: readonly ReportSite[]): DraftAnswers {
  if (sites.length === 0) return { ...answers, siteId: onlySiteId };
  const site = sites.find(({ id }) => id === answers.siteId);
  if (site !== undefined) return withSite(answers, site);
  const { siteId: _gone, district: _with, ...rest } = answers;
  return rest;
}
