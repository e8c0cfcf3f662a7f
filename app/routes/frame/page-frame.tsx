import type { ReactNode } from 'react';
import { useText } from '#app/content/use-text.tsx';
import type { Audience } from '#app/domain/access/routes.ts';
import { pathsFor } from '#app/http/paths.ts';
import { DemoBanner } from '#app/ui/layout/demo-banner.tsx';
import { Footer, ThinFooter } from '#app/ui/layout/footer.tsx';
import { Main } from '#app/ui/layout/layout.tsx';
import { SkipLink } from '#app/ui/skip-link/skip-link.tsx';
import { Brand } from '#app/ui/top-bar/brand.tsx';
import { PublicNav, TopBar } from '#app/ui/top-bar/top-bar.tsx';
import { AreaNav } from './area-nav.tsx';
import { areaOf } from './frame-facts.ts';
import type { FrameFacts } from './frame-facts.ts';
import { footerLinks, publicLinks, thinLinks } from './frame-links.ts';
import { FrameTools } from './frame-tools.tsx';

type Props = { facts: FrameFacts; audience: Audience; flow?: boolean; emergency?: boolean; main?: 'page' | 'gate' | 'bare'; children: ReactNode };

const menuId = 'menue';

/** Header, navigation, main part and footer of every page. */
export function PageFrame({ facts, audience, flow, emergency, main, children }: Props) {
  const t = useText('common');
  const paths = pathsFor(facts.locale);
  const area = areaOf(audience, facts);
  const isThin = area !== null || flow || emergency || audience === 'signing_in';
  const nav = area ? <AreaNav area={area} facts={facts} flow={flow} /> : <PublicNav label={t('nav.main')} links={publicLinks(facts, t)} />;
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
        nav={emergency ? undefined : nav}
        tools={<FrameTools facts={facts} signedIn={area !== null} emergency={emergency} menuId={isThin ? null : menuId} />}
      />
      <Main kind={main ?? 'page'}>{children}</Main>
      {isThin ? (
        <ThinFooter app={area !== null && !flow} links={thinLinks(facts, t)} />
      ) : (
        <Footer navId={menuId} navLabel={t('nav.footer')} links={footerLinks(facts, t)} />
      )}
    </>
  );
}
