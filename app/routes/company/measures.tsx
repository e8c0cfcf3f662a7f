import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { MeasureBoard } from '#app/features/measures/board-page.tsx';
import { readFilter } from '#app/features/measures/form.ts';
import { boardView } from '#app/features/measures/view.ts';
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
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const t = textOf(locale, 'measures');
  const query = new URL(request.url).searchParams;
  const filter = readFilter(query);
  const board = await context.services.measures.openBoard(actor, keys, filter);
  if (!board.ok) throw refused(board.refusal);
  const added = query.get('neu');
  return page({
    title: t('board.title'),
    view: boardView(board.value, locale, links, filter.state !== null || filter.owner !== null),
    filter: { state: filter.state ?? '', owner: typeof filter.owner === 'object' ? (filter.owner?.userId ?? '') : filter.owner },
    flash: added !== null && /^\d{1,3}$/.test(added) ? t('board.added', { count: Number(added) }) : query.has('entfernt') ? t('board.removed') : null,
    formToken,
    links: { measures: links.measures, measureGaps: links.measureGaps, measureFeed: links.measureFeed, assessments: links.assessments },
  });
}

/** Takes gaps into the plan. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const form = await readForm(request, context);
  const taken = await context.services.measures.takeOver(actor, keys, form.all('control'));
  if (!taken.ok) throw refused(taken.refusal);
  return seeOther(`${pathsFor(localeOf(request)).company.measures}?neu=${taken.value.added}`);
}

export default function CompanyMeasures() {
  const { view, filter, flash, formToken, links } = useLoaderData<typeof loader>();
  const t = useText('measures');
  return (
    <Wrap className="stack stack--6">
      {flash ? <Flash>{flash}</Flash> : null}
      <PageHeader title={t('board.title')} lead={t('board.lead')} tools={view.state === 'running' ? <a href={links.measureFeed}>{t('board.calendar')}</a> : undefined} />
      <MeasureBoard view={view} filter={filter} formToken={formToken} links={links} />
    </Wrap>
  );
}
