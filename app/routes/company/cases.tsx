import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { CaseListPage } from '#app/features/incidents/case-list.tsx';
import { discardSlug, slugOf } from '#app/features/incidents/step-pages.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';

export const handle = { audience: 'company' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const t = textOf(locale, 'incidents');
  const list = await context.services.incidents.listCases(session.actor, session.keys);
  if (!list.ok) throw refused(list.refusal);
  const discarded = new URL(request.url).searchParams.has('verworfen');
  return page({ title: t('list.title'), locale, list: list.value, flash: discarded ? t('discard.done') : null });
}

/** The company's cases with their states and clocks. */
export default function Cases() {
  const { locale, list, flash } = useLoaderData<typeof loader>();
  const paths = pathsFor(locale).company;
  const links = {
    newCase: paths.newCase,
    case: paths.case,
    draft: (id: string) => paths.reportStep(id, slugOf('check')),
    discard: (id: string) => paths.reportStep(id, discardSlug),
  };
  return <CaseListPage list={list} links={links} flash={flash} />;
}
