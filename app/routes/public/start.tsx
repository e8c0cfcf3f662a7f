import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { publicPage } from '#app/http/respond.ts';
import { Facts, Figures } from '#app/ui/facts/facts.tsx';
import { Doors, Hero, Path } from '#app/ui/home/home.tsx';

export const handle = { audience: 'public', main: 'bare' };

export function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  return publicPage({ title: textOf(locale, 'public')('start.pageTitle'), locale });
}

/** Three doors, what can be relied on, what happens after a report. */
export default function Start() {
  const { locale } = useLoaderData<typeof loader>();
  const paths = pathsFor(locale);
  const t = useText('public');
  return (
    <>
      <Hero title={t.rich('start.title', { br: () => <br /> })} lead={t('start.lead')} />
      <div className="wrap home stack stack--7">
        <Doors
          doors={[
            { href: paths.emergency.start, icon: 'warning', emergency: true, title: t('start.doors.emergency.title'), text: t('start.doors.emergency.text'), go: t('start.doors.emergency.go') },
            { href: paths.checklists.start, icon: 'lamp', title: t('start.doors.check.title'), text: t('start.doors.check.textPlain'), go: t('start.doors.check.go') },
            { href: paths.providers.list, icon: 'shield', title: t('start.doors.provider.title'), text: t('start.doors.provider.text'), go: t('start.doors.provider.go') },
          ]}
        />
        <section className="stack stack--5" aria-labelledby="warum">
          <h2 id="warum">{t('start.trust.title')}</h2>
          <Figures
            words
            figures={[
              { key: 'content', value: t('start.trust.contentValue'), label: t('start.trust.content') },
              { key: 'nameless', value: t('start.trust.namelessValue'), label: t('start.trust.nameless') },
              { key: 'two', value: t('start.trust.twoPeopleValue'), label: t('start.trust.twoPeople') },
              { key: 'cost', value: '0', unit: t('start.trust.euro'), label: t('start.trust.cost') },
            ]}
          />
        </section>
        <section className="stack stack--5" aria-labelledby="ablauf">
          <h2 id="ablauf">{t('start.path.title')}</h2>
          <Path
            steps={[
              { key: 'now', title: t('start.path.nowTitle'), text: t('start.path.nowText') },
              { key: 'routing', title: t('start.path.routingTitle'), text: t('start.path.routingText') },
              { key: 'call', title: t('start.path.callTitle'), text: t('start.path.callText') },
              { key: 'after', title: t('start.path.afterTitle'), text: t('start.path.afterText') },
            ]}
          />
        </section>
        <section className="stack stack--4" aria-labelledby="fuerwen">
          <h2 id="fuerwen">{t('start.forWhom.title')}</h2>
          <p className="measure">{t('start.forWhom.lead')}</p>
          <Facts
            long
            facts={[
              { key: 'crafts', term: t('start.forWhom.crafts'), value: t('start.forWhom.craftsText') },
              { key: 'industry', term: t('start.forWhom.industry'), value: t('start.forWhom.industryText') },
              { key: 'public', term: t('start.forWhom.public'), value: t('start.forWhom.publicText') },
            ]}
          />
        </section>
      </div>
    </>
  );
}
