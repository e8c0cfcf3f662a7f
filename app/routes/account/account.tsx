import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLabels, useLocale, useText } from '#app/content/use-text.tsx';
import { navigationOf } from '#app/domain/access/places.ts';
import type { Place } from '#app/domain/access/places.ts';
import { requireSignedIn } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';
import { placeLinks } from '#app/routes/frame/place-links.ts';
import { LinkButton } from '#app/ui/button/button.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel, Rows } from '#app/ui/panel/panel.tsx';

export const handle = { audience: 'account' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, person } = await requireSignedIn(request, context);
  const account = await context.services.accounts.readAccount(actor);
  if (!account.ok) throw refused(account.refusal);
  const { name, email, fingerprint } = account.value;
  const changed = new URL(request.url).searchParams.has('geaendert');
  const places = navigationOf(actor, actor.organisationType).more;
  const company = actor.organisationType === 'provider' ? navigationOf(actor, 'company').bar : [];
  const view = { name, email, fingerprint, organisation: person.organisationName, roles: actor.roles, changed, places, company };
  return page({ title: textOf(localeOf(request), 'accounts')('account.title'), view });
}

export default function Account() {
  const { view } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const common = useText('common');
  const roles = useLabels().roles;
  const paths = pathsFor(useLocale());
  const links = [
    { key: 'password', href: paths.accounts.password, label: t('account.password') },
    { key: 'factor', href: paths.accounts.secondFactor, label: t('account.factor') },
    { key: 'recovery', href: paths.accounts.recoveryCode, label: t('account.recovery') },
    { key: 'sessions', href: paths.accounts.sessions, label: t('account.sessions') },
  ];
  const linksTo = (places: readonly Place[]) => places.map((place) => ({ key: place, content: <a href={placeLinks[place].href(paths)}>{common(`nav.${placeLinks[place].label}`)}</a> }));
  return (
    <Wrap>
      <Stack gap={6}>
        <PageHeader title={t('account.title')} />
        {view.changed ? <Flash>{t('account.changed')}</Flash> : null}
        <Cols split="7-5">
          <Stack gap={4}>
            <Facts
              long
              facts={[
                { key: 'name', term: t('account.name'), value: view.name },
                { key: 'email', term: t('account.email'), value: view.email },
                { key: 'organisation', term: t('account.organisation'), value: view.organisation },
                { key: 'roles', term: t('account.roles'), value: view.roles.map((role) => roles[role]).join(', ') },
                { key: 'fingerprint', term: t('account.fingerprint'), value: <span translate="no">{view.fingerprint}</span> },
              ]}
            />
            <p className="muted t-2 measure">{t('account.fingerprintHint')}</p>
            <p>
              <LinkButton look="secondary" href={paths.accounts.signOut}>{t('account.signOut')}</LinkButton>
            </p>
          </Stack>
          <Stack gap={5}>
            <Panel id="credentials" title={t('account.credentials')}>
              <Rows open items={links.map((link) => ({ key: link.key, content: <a href={link.href}>{link.label}</a> }))} />
            </Panel>
            {view.places.length > 0 ? (
              <Panel id="places" title={t('account.places')}>
                <Rows open items={linksTo(view.places)} />
              </Panel>
            ) : null}
            {view.company.length > 0 ? (
              <Panel id="company" title={common('nav.ownCompany')}>
                <Rows open items={linksTo(view.company)} />
              </Panel>
            ) : null}
          </Stack>
        </Cols>
      </Stack>
    </Wrap>
  );
}
