import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { contactOf } from '#app/content/region/region.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { textOf } from '#app/content/translator.ts';
import { FirstAidPage, WaysToReport } from '#app/features/incidents/emergency-pages.tsx';
import { firstAidViewOf } from '#app/features/incidents/first-aid-view.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { emergencyPage, page, refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'public', emergency: true };

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** `/notfall/melden` leads to the report; every other last part names a kind of incident. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const paths = pathsFor(locale);
  const hotline = contactOf(suedwestsachsen, suedwestsachsen.hotline);
  const phone = hotline.phone ?? { shown: '112', dialled: '112' };
  if (params.art === 'melden') {
    const kind = new URL(request.url).searchParams.get('art') ?? '';
    const known = (await context.services.incidents.readFirstAid(kind)).ok;
    const target = known ? `${paths.company.newCase}?art=${kind}` : paths.company.newCase;
    const session = await context.session();
    if (session.kind === 'open' && session.actor.organisationType !== 'office') throw seeOther(target);
    const links = {
      card: known ? paths.emergency.card(kind) : paths.emergency.start,
      signIn: `${paths.accounts.signIn}?weiter=${encodeURIComponent(target)}`,
      register: paths.accounts.register,
    };
    return page({ title: textOf(locale, 'incidents')('way.title'), locale, phone, card: null, ways: links });
  }
  const found = await context.services.incidents.readFirstAid(params.art ?? '');
  if (!found.ok) throw refused(found.refusal);
  const card = firstAidViewOf(found.value.kind, found.value.card, suedwestsachsen, locale);
  return emergencyPage(request, { title: card.title, locale, phone, card, ways: null });
}

/** First steps for one kind of incident. */
export default function FirstAidCardPage() {
  const { locale, phone, card, ways } = useLoaderData<typeof loader>();
  const paths = pathsFor(locale);
  if (ways !== null) return <WaysToReport phone={phone} links={ways} />;
  return <FirstAidPage view={card} phone={phone} startHref={paths.emergency.start} reportHref={`${paths.emergency.report}?art=${card.kind}`} />;
}
