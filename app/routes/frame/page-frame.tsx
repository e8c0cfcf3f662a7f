import type { ReactNode } from 'react';
import { contactOf } from '#app/content/region/region.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { useText } from '#app/content/use-text.tsx';
import { pathInLocale } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import type { Paths } from '#app/http/paths.ts';
import { EmergencyButton } from '#app/ui/button/button.tsx';
import { LanguageSwitch } from '#app/ui/language-switch/language-switch.tsx';
import { DemoBanner } from '#app/ui/layout/demo-banner.tsx';
import { Footer, ThinFooter } from '#app/ui/layout/footer.tsx';
import { Main } from '#app/ui/layout/layout.tsx';
import { SkipLink } from '#app/ui/skip-link/skip-link.tsx';
import { AppNav } from '#app/ui/top-bar/app-nav.tsx';
import type { AppPlace } from '#app/ui/top-bar/app-nav.tsx';
import { Brand } from '#app/ui/top-bar/brand.tsx';
import { PublicNav, TopBar, TopLink, Who } from '#app/ui/top-bar/top-bar.tsx';

/** For whom a page is; decides navigation, script and footer. */
export type Audience = 'public' | 'signing_in' | 'company' | 'provider' | 'office' | 'account' | 'link';

export type FrameFacts = {
  readonly locale: 'de' | 'en';
  readonly path: string;
  readonly isDemo: boolean;
  readonly person: { readonly name: string; readonly organisationName: string; readonly organisationType: 'company' | 'provider' | 'office' } | null;
};

type Props = { facts: FrameFacts; audience: Audience; flow?: boolean; emergency?: boolean; main?: 'page' | 'gate' | 'bare'; children: ReactNode };

const footerNavId = 'menue';
const hotline = contactOf(suedwestsachsen, suedwestsachsen.hotline).phone;

/** Header, navigation, main part and footer of every page. */
export function PageFrame({ facts, audience, flow, emergency, main, children }: Props) {
  const t = useText('common');
  const paths = pathsFor(facts.locale);
  const area = areaOf(audience, facts);
  return (
    <>
      <SkipLink>{t('app.skip')}</SkipLink>
      {facts.isDemo ? (
        <DemoBanner label={t('demo.label')}>
          {t('demo.text')} <a href={paths.demoMail}>{t('demo.mail')}</a>
        </DemoBanner>
      ) : null}
      <TopBar
        brand={<Brand href={paths.start} name={t('app.name')} claim={area ? undefined : t('app.claim')} />}
        nav={emergency ? undefined : area ? <AppNav label={t('nav.main')} places={places(area, paths, facts.path, t)} flow={flow} /> : <PublicNav label={t('nav.main')} links={publicLinks(paths, facts.path, t)} />}
        tools={<Tools facts={facts} paths={paths} signedIn={area !== null} emergency={emergency} />}
      />
      <Main kind={main ?? 'page'}>{children}</Main>
      {area || flow || emergency || audience === 'signing_in' ? (
        <ThinFooter app={area !== null && !flow} links={thinLinks(paths, facts, t)} />
      ) : (
        <Footer navId={footerNavId} navLabel={t('nav.footer')} links={footerLinks(paths, facts, t)} />
      )}
    </>
  );
}

type Area = 'company' | 'provider' | 'office';
type CommonText = ReturnType<typeof useText<'common'>>;

function areaOf(audience: Audience, facts: FrameFacts): Area | null {
  if (audience === 'company' || audience === 'provider' || audience === 'office') return audience;
  return audience === 'account' ? (facts.person?.organisationType ?? null) : null;
}

function Tools({ facts, paths, signedIn, emergency }: { facts: FrameFacts; paths: Paths; signedIn: boolean; emergency?: boolean }) {
  const t = useText('common');
  const other = facts.locale === 'de' ? 'en' : 'de';
  return (
    <>
      <LanguageSwitch
        onlyWide
        label={t('language.label')}
        languages={[
          { code: 'de', short: 'DE', name: t('language.de'), href: pathInLocale(facts.path, 'de'), current: other === 'en' },
          { code: 'en', short: 'EN', name: t('language.en'), href: pathInLocale(facts.path, 'en'), current: other === 'de' },
        ]}
      />
      {signedIn || emergency ? null : <TopLink only="narrow" href={`#${footerNavId}`} label={t('nav.menu')} />}
      {facts.person ? (
        <Who href={signedIn ? paths.accounts.account : homeOf(facts, paths)} name={facts.person.name} organisation={facts.person.organisationName} />
      ) : (
        <TopLink only="wide" href={paths.accounts.signIn} label={t('nav.signIn')} />
      )}
      {emergency && hotline ? (
        <EmergencyButton href={`tel:${hotline.dialled}`} label={hotline.shown} prefix={t('emergency.callPrefix')} />
      ) : (
        <EmergencyButton href={paths.emergency.start} label={t('emergency.button')} />
      )}
    </>
  );
}

/** The first page of a signed-in person. */
export function homeOf(facts: Pick<FrameFacts, 'person'>, paths: Paths): string {
  if (facts.person?.organisationType === 'office') return paths.office.board;
  if (facts.person?.organisationType === 'provider') return paths.provider.overview;
  return paths.company.overview;
}

function places(area: Area, paths: Paths, path: string, t: CommonText): AppPlace[] {
  const all: Record<Area, Omit<AppPlace, 'current'>[]> = {
    company: [
      { href: paths.company.overview, label: t('nav.overview'), icon: 'home' },
      { href: paths.company.assessments, label: t('nav.assessments'), icon: 'list' },
      { href: paths.company.cases, label: t('nav.cases'), icon: 'folder' },
      { href: paths.company.documents, label: t('nav.documents'), icon: 'document' },
    ],
    provider: [
      { href: paths.provider.overview, label: t('nav.offers'), icon: 'inbox' },
      { href: paths.provider.duty, label: t('nav.duty'), icon: 'bell' },
      { href: paths.provider.vetting, label: t('nav.vetting'), icon: 'shield' },
      { href: paths.provider.profile, label: t('nav.profile'), icon: 'person' },
    ],
    office: [
      { href: paths.office.board, label: t('nav.board'), icon: 'inbox' },
      { href: paths.office.providers, label: t('nav.providers'), icon: 'shield' },
      { href: paths.office.duty, label: t('nav.duty'), icon: 'bell' },
      { href: paths.office.audit, label: t('nav.audit'), icon: 'list' },
    ],
  };
  const current = all[area].filter((place) => path === place.href || path.startsWith(`${place.href}/`)).sort((a, b) => b.href.length - a.href.length)[0];
  return all[area].map((place) => ({ ...place, current: place.href === current?.href }));
}

function publicLinks(paths: Paths, path: string, t: CommonText) {
  return [
    { href: paths.checklists.start, label: t('nav.check') },
    { href: paths.providers.list, label: t('nav.forProviders') },
    { href: paths.security, label: t('nav.security') },
  ].map((link) => ({ ...link, current: path === link.href }));
}

function footerLinks(paths: Paths, facts: FrameFacts, t: CommonText) {
  const other = facts.locale === 'de' ? 'en' : 'de';
  return [
    { href: paths.emergency.start, label: t('nav.reportEmergency') },
    { href: paths.checklists.start, label: t('nav.check') },
    { href: paths.providers.list, label: t('nav.forProviders') },
    { href: paths.security, label: t('nav.security') },
    facts.person ? { href: homeOf(facts, paths), label: t('nav.overview') } : { href: paths.accounts.signIn, label: t('nav.signIn') },
    { href: paths.imprint, label: t('nav.imprint') },
    { href: paths.privacy, label: t('nav.privacy') },
    { href: paths.accessibility, label: t('nav.accessibility') },
    { href: pathInLocale(facts.path, other), label: t(`language.${other}`), lang: other, onlyNarrow: true },
  ];
}

function thinLinks(paths: Paths, facts: FrameFacts, t: CommonText) {
  const links = [
    { href: paths.imprint, label: t('nav.imprint') },
    { href: paths.privacy, label: t('nav.privacy') },
    { href: paths.security, label: t('nav.security') },
  ];
  return facts.person ? [...links, { href: paths.accounts.signOut, label: t('nav.signOut') }] : links;
}
