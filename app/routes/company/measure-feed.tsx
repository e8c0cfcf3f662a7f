import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { FeedForms } from '#app/features/measures/feed-page.tsx';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'company' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const feed = await context.services.measures.ownFeed(actor);
  if (!feed.ok) throw refused(feed.refusal);
  const own = feed.value;
  return page({
    title: textOf(locale, 'measures')('feed.title'),
    feed: own && { scope: own.scope, createdAt: own.createdAt.toISOString(), lastFetchedAt: own.lastFetchedAt?.toISOString() ?? null },
    ended: new URL(request.url).searchParams.has('beendet'),
    formToken,
    back: pathsFor(locale).company.measures,
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const paths = pathsFor(locale);
  const form = await readForm(request, context);
  if (form.text('intent') === 'revoke') {
    const revoked = await context.services.measures.revokeFeed(actor);
    if (!revoked.ok) throw refused(revoked.refusal);
    return seeOther(`${paths.company.measureFeed}?beendet=1`);
  }
  const made = await context.services.measures.makeFeed(actor, form.text('scope') === 'mine' ? 'mine' : 'all');
  if (!made.ok) throw refused(made.refusal);
  // Shown on the answer to this post and never again.
  return page({ address: `${context.site.baseUrl}${paths.files.measureFeed(made.value.token)}` });
}

export default function MeasureFeed() {
  const { feed, ended, formToken, back } = useLoaderData<typeof loader>();
  const address = useActionData<typeof action>()?.address ?? null;
  const t = useText('measures');
  return (
    <Wrap flow className="stack stack--5">
      {ended && address === null ? <Flash>{t('feed.revoked')}</Flash> : null}
      <PageHeader title={t('feed.title')} lead={t('feed.lead')} back={{ href: back, label: t('feed.back') }} />
      <FeedForms feed={feed} address={address} formToken={formToken} />
    </Wrap>
  );
}
