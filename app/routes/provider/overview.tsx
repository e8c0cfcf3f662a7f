import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { OfferInbox } from '#app/features/matching/offer-inbox.tsx';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';

export const handle = { audience: 'provider' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'provider');
  const locale = localeOf(request);
  const inbox = await context.services.matching.listOffers(session.actor);
  if (!inbox.ok) throw refused(inbox.refusal);
  return page({ title: textOf(locale, 'matching')('inbox.title'), locale, inbox: inbox.value });
}

/** Offers that wait for this provider, and its cases. */
export default function ProviderOverview() {
  const { locale, inbox } = useLoaderData<typeof loader>();
  const paths = pathsFor(locale).provider;
  return <OfferInbox inbox={inbox} links={{ offer: paths.offer, case: paths.case, duty: paths.duty }} />;
}
