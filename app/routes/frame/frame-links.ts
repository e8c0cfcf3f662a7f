import type { Text } from '#app/content/translator.ts';
import { pathInLocale } from '#app/http/locale.ts';
import { homePath, pathsFor } from '#app/http/paths.ts';
import type { FooterLink } from '#app/ui/layout/footer.tsx';
import type { NavLink } from '#app/ui/top-bar/top-bar.tsx';
import type { FrameFacts } from './frame-facts.ts';

type CommonText = Text<'common'>;

/** Links in the header of the public pages. */
export function publicLinks(facts: FrameFacts, t: CommonText): NavLink[] {
  const paths = pathsFor(facts.locale);
  return [
    { href: paths.checklists.start, label: t('nav.check') },
    { href: paths.providers.list, label: t('nav.forProviders') },
    { href: paths.security, label: t('nav.security') },
  ].map((link) => ({ ...link, current: facts.path === link.href }));
}

/** The whole navigation of the public pages, in their footer. */
export function footerLinks(facts: FrameFacts, t: CommonText): FooterLink[] {
  const paths = pathsFor(facts.locale);
  const other = facts.locale === 'de' ? 'en' : 'de';
  return [
    { href: paths.emergency.start, label: t('nav.reportEmergency') },
    { href: paths.checklists.start, label: t('nav.check') },
    { href: paths.providers.list, label: t('nav.forProviders') },
    { href: paths.security, label: t('nav.security') },
    facts.person ? { href: homePath(paths, facts.person.organisationType), label: t('nav.overview') } : { href: paths.accounts.signIn, label: t('nav.signIn') },
    { href: paths.imprint, label: t('nav.imprint') },
    { href: paths.privacy, label: t('nav.privacy') },
    { href: paths.accessibility, label: t('nav.accessibility') },
    { href: pathInLocale(facts.path, other) + facts.search, label: t(`language.${other}`), lang: other, onlyNarrow: true },
  ];
}

/** What the thin footer of flows, emergencies and signed-in pages keeps. */
export function thinLinks(facts: FrameFacts, t: CommonText): FooterLink[] {
  const paths = pathsFor(facts.locale);
  const other = facts.locale === 'de' ? 'en' : 'de';
  return [
    { href: paths.imprint, label: t('nav.imprint') },
    { href: paths.privacy, label: t('nav.privacy') },
    { href: paths.accessibility, label: t('nav.accessibility') },
    { href: paths.security, label: t('nav.security') },
    { href: pathInLocale(facts.path, other) + facts.search, label: t(`language.${other}`), lang: other, onlyNarrow: true },
    ...(facts.person ? [{ href: paths.accounts.signOut, label: t('nav.signOut') }] : []),
  ];
}
