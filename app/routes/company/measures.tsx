import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatOf } from '#app/content/formatter.ts';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { MeasureList } from '#app/features/checklists/measure-list.tsx';
import { measuresView } from '#app/features/checklists/result-view.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';
import { LinkButton } from '#app/ui/button/button.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'company' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const t = textOf(locale, 'checklists');
  const opened = await context.services.checklists.openMeasures(actor, keys);
  if (!opened.ok) throw refused(opened.refusal);
  const newest = opened.value;
  const checklist = newest?.run.version.title[locale] ?? '';
  const date = newest?.run.assessment.closedAt ? formatOf(locale).date(newest.run.assessment.closedAt) : '';
  return page({
    title: t('measures.title'),
    lead: newest ? t('measures.lead', { checklist, date }) : null,
    measures: newest ? measuresView(newest, locale) : [],
    links: { assessments: links.assessments, result: newest ? links.assessmentResult(newest.run.assessment.id) : null },
  });
}

export default function CompanyMeasures() {
  const { lead, measures, links } = useLoaderData<typeof loader>();
  const t = useText('checklists');
  return (
    <Wrap className="stack stack--6">
      <PageHeader title={t('measures.title')} lead={lead} tools={links.result ? <a href={links.result}>{t('measures.toResult')}</a> : undefined} />
      {lead === null ? (
        <EmptyState title={t('measures.emptyTitle')} action={<LinkButton href={links.assessments}>{t('measures.emptyAction')}</LinkButton>}>
          {t('measures.emptyText')}
        </EmptyState>
      ) : measures.length === 0 ? (
        <p>{t('result.noMeasures')}</p>
      ) : (
        <MeasureList measures={measures} level={2} />
      )}
    </Wrap>
  );
}
