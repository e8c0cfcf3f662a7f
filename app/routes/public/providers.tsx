import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { incidentKinds } from '#app/domain/triage/kinds.ts';
import { textOf } from '#app/content/translator.ts';
import { useLocale } from '#app/content/use-text.tsx';
import { ProviderListPage } from '#app/features/providers/list-page.tsx';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { publicPage, refused } from '#app/http/respond.ts';

export const handle = { audience: 'public' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const district = query.get('lk') ?? '';
  const kind = incidentKinds.find((one) => one === query.get('art')) ?? null;
  const found = await context.services.providers.listPublicProviders({ kind: 'anonymous' }, { district: district === '' ? null : district, kind });
  if (!found.ok) throw refused(found.refusal);
  return publicPage({ title: textOf(localeOf(request), 'providers')('list.title'), providers: found.value.providers, filter: { district, kind: kind ?? '' } });
}

export default function Providers() {
  const { providers, filter } = useLoaderData<typeof loader>();
  return <ProviderListPage providers={providers} filter={filter} hrefs={pathsFor(useLocale()).providers} />;
}
