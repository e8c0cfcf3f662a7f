import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';
import { Flash } from '#app/ui/callout/flash.tsx';
import { ConfirmPage } from '#app/ui/confirm/confirm.tsx';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const opened = await context.services.measures.openMeasure(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  const { row, content } = opened.value;
  return page({ title: textOf(locale, 'measures')('remove.title'), id: row.id, revision: row.revision, measure: content.control.title[locale], formToken });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireArea(request, context, 'company');
  const form = await readForm(request, context);
  const links = pathsFor(localeOf(request)).company;
  const removed = await context.services.measures.removeMeasure(actor, { measureId: params['id'] ?? '', seenRevision: Number(form.text('revision')) || 0 });
  if (removed.ok) return seeOther(`${links.measures}?entfernt=1`);
  if (removed.refusal.code === 'conflict_of_versions') return page({ changed: true }, { status: statusOf(removed.refusal) });
  throw refused(removed.refusal);
}

export default function MeasureRemove() {
  const { id, revision, measure, formToken } = useLoaderData<typeof loader>();
  const changed = useActionData<typeof action>()?.changed ?? false;
  const t = useText('measures');
  const { company } = pathsFor(useLocale());
  return (
    <ConfirmPage
      title={t('remove.title')}
      consequences={
        <>
          {changed ? <Flash tone="danger">{t('conflict.changedNote')}</Flash> : null}
          <p>{t('remove.text', { title: measure })}</p>
          <p>{t('remove.again')}</p>
          <p>{t('remove.instead')}</p>
        </>
      }
      fields={
        <>
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="revision" value={revision} />
        </>
      }
      confirm={t('remove.submit')}
      cancel={{ href: company.measure(id), label: t('remove.cancel') }}
    />
  );
}
