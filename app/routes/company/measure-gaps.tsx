import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { GapsForm } from '#app/features/measures/gaps-page.tsx';
import { gapLines } from '#app/features/measures/view.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { LinkButton } from '#app/ui/button/button.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'company' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const board = await context.services.measures.openBoard(actor, keys, { state: null, owner: null });
  if (!board.ok) throw refused(board.refusal);
  const { measures, assessments } = pathsFor(locale).company;
  return page({ title: textOf(locale, 'measures')('gaps.title'), gaps: gapLines(board.value.gaps, locale), toChecks: board.value.hasClosedRun ? null : assessments, formToken, back: measures });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const form = await readForm(request, context);
  const chosen = form.all('control');
  if (chosen.length === 0) return page({ error: true }, { status: 422 });
  const taken = await context.services.measures.takeOver(actor, keys, chosen);
  if (!taken.ok) throw refused(taken.refusal);
  return seeOther(`${pathsFor(localeOf(request)).company.measures}?neu=${taken.value.added}`);
}

export default function MeasureGaps() {
  const { gaps, toChecks, formToken, back } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error ?? false;
  const t = useText('measures');
  const common = useText('common');
  return (
    <Wrap flow className="stack stack--5">
      <ErrorSummary title={common('form.errors', { count: 1 })} errors={error ? [{ field: 'f-control', text: t('gaps.chooseOne') }] : []} />
      <PageHeader title={t('gaps.title')} lead={t('gaps.lead')} back={{ href: back, label: t('gaps.back') }} />
      {gaps.length > 0 ? <GapsForm gaps={gaps} error={error} formToken={formToken} back={back} /> : <NoGaps toChecks={toChecks} back={back} />}
    </Wrap>
  );
}

/** All gaps are in the plan, or no check has found any yet. */
function NoGaps({ toChecks, back }: { toChecks: string | null; back: string }) {
  const t = useText('measures');
  if (toChecks === null) return <EmptyState title={t('gaps.none')} action={<LinkButton href={back}>{t('gaps.back')}</LinkButton>} />;
  return (
    <EmptyState title={t('board.emptyTitle')} action={<LinkButton href={toChecks}>{t('board.emptyAction')}</LinkButton>}>
      {t('board.emptyText')}
    </EmptyState>
  );
}
