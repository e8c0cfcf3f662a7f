import { textOf } from '#app/content/translator.ts';
import type { ScopeChange } from '#app/domain/checklist/site-scope.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import type { Locale } from '../../ports.ts';
import { districtInWords, siteInWords } from '../../site-in-words.ts';
import type { OpenSites } from './choose-sites.server.ts';
import { goOn } from '../links.ts';
import type { AssessmentLinks } from '../links.ts';
import type { RunScope } from './open-assessment.server.ts';

/** For which sites the answers of a run hold, as plain JSON. `changeHref` null once the run is closed. */
export type ScopeView = { readonly kind: 'undecided' | 'chosen'; readonly covered: readonly string[]; readonly others: readonly string[]; readonly changeHref: string | null };

/** Null where nothing is to be said: the company has (or had) one site. */
export function scopeView(scope: RunScope, locale: Locale, changeHref: string | null): ScopeView | null {
  if (scope === null || scope.kind === 'whole') return null;
  const words = (sites: typeof scope.covered) => sites.map((site) => siteInWords(site, locale));
  return { kind: scope.kind, covered: words(scope.covered), others: words(scope.others), changeHref };
}

/** How the sites of an earlier run differ, as plain JSON. */
export type ScopeChangeView = { readonly kind: ScopeChange['kind']; readonly both: readonly string[]; readonly onlyThen: readonly string[]; readonly onlyNow: readonly string[] };

export function scopeChangeView(change: ScopeChange | null, locale: Locale): ScopeChangeView | null {
  if (change === null) return null;
  if (change.kind === 'not_kept') return { kind: change.kind, both: [], onlyThen: [], onlyNow: [] };
  const words = (sites: typeof change.both) => sites.map((site) => siteInWords(site, locale));
  return { kind: change.kind, both: words(change.both), onlyThen: words(change.onlyThen), onlyNow: words(change.onlyNow) };
}

/** The question for which sites the answers hold. */
export type ChooseSitesView = {
  readonly checklist: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint: string | undefined }[];
  readonly form: FormState;
  readonly revision: number;
  /** What somebody else has chosen since the page was made; null: nobody has. */
  readonly conflict: readonly string[] | null;
  readonly begins: boolean;
  readonly links: { readonly overview: string; readonly next: string };
};

export const sitesField = 'sites';

export function chooseSitesView({ run, scope, sites, begin }: OpenSites, locale: Locale, links: AssessmentLinks, options: { readonly from: 'close' | null }): ChooseSitesView {
  const { assessment } = run;
  const overview = links.assessment(assessment.id);
  // At first all are chosen.
  const ids = scope?.kind === 'chosen' && assessment.siteIds ? sites.filter((site) => assessment.siteIds?.includes(site.id)) : sites;
  return {
    checklist: run.version.title[locale],
    options: sites.map((site) => ({ value: site.id, label: siteInWords(site, locale), hint: districtInWords(site.district, locale) ?? undefined })),
    form: emptyForm({ [sitesField]: ids.map((site) => site.id) }),
    revision: assessment.sitesRevision,
    conflict: null,
    begins: begin !== null,
    links: { overview, next: options.from === 'close' ? links.assessmentClose(assessment.id) : begin ? goOn(links, assessment.id, begin) : overview },
  };
}

/** The same page once more: `posted` stays chosen as far as it is still there. */
export function chooseSitesAgain(opened: OpenSites, posted: readonly string[], why: 'none' | 'conflict', locale: Locale, links: AssessmentLinks, options: { readonly from: 'close' | null; readonly seenRevision: number }): ChooseSitesView {
  const view = chooseSitesView(opened, locale, links, options);
  const t = textOf(locale, 'sites');
  const values = { [sitesField]: posted.filter((id) => view.options.some((option) => option.value === id)) };
  if (why === 'none') return { ...view, form: { values, errors: { [sitesField]: [t('scope.none')] } }, revision: options.seenRevision };
  return { ...view, form: { values, errors: {} }, conflict: (opened.scope?.covered ?? []).map((site) => siteInWords(site, locale)) };
}
