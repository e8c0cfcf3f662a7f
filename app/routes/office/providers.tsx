import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale } from '#app/content/use-text.tsx';
import { OfficeProviderList } from '#app/features/providers/office-list-page.tsx';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';

export const handle = { audience: 'office' };

const filters = ['all', 'to_review', 'approved', 'ending', 'stopped'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'office');
  const asked = new URL(request.url).searchParams;
  const query = { text: (asked.get('suche') ?? '').trim().slice(0, 100), filter: filters.find((one) => one === asked.get('nur')) ?? 'all' };
  const found = await context.services.providers.listProvidersForOffice(session.actor, query);
  if (!found.ok) throw refused(found.refusal);
  return page({ title: textOf(localeOf(request), 'providers')('office.title'), rows: found.value.rows, total: found.value.total, query });
}

export default function Providers() {
  const { rows, total, query } = useLoaderData<typeof loader>();
  return <OfficeProviderList rows={rows} total={total} query={query} hrefs={pathsFor(useLocale()).office} />;
}
