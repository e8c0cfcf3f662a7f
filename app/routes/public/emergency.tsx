import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { contactOf } from '#app/content/region/region.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { textOf } from '#app/content/translator.ts';
import { EmergencyStart } from '#app/features/incidents/emergency-pages.tsx';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { emergencyPage } from '#app/http/respond.ts';

export const handle = { audience: 'public', emergency: true };

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const hotline = contactOf(suedwestsachsen, suedwestsachsen.hotline);
  return emergencyPage(request, { title: textOf(locale, 'incidents')('emergency.title'), locale, phone: hotline.phone ?? { shown: '112', dialled: '112' } });
}

/** What happened: leads to the first steps, without script, cookie or account. */
export default function Emergency() {
  const { locale, phone } = useLoaderData<typeof loader>();
  const paths = pathsFor(locale);
  return <EmergencyStart phone={phone} cardHref={paths.emergency.card} casesHref={paths.company.cases} />;
}
