import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatOf } from '#app/content/formatter.ts';
import { textOf } from '#app/content/translator.ts';
import { CloseMeasurePage } from '#app/features/measures/close-page.tsx';
import { readClose } from '#app/features/measures/form.ts';
import { closeView, conflictText, errorTexts } from '#app/features/measures/measure-view.ts';
import type { MeasurePageData } from '#app/features/measures/open-measure.server.ts';
import type { AppContext } from '#app/http/app-context.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';
import { formStateOf } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const data = await measureOf(request, context, params);
  if (data.row.state === 'done') throw seeOther(links.measure(data.row.id));
  const view = closeView(data, locale);
  return page({ title: view.title, view, formToken, back: links.measure(data.row.id) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const t = textOf(locale, 'measures');
  const form = await readForm(request, context);
  const data = await measureOf(request, context, params);
  const back = links.measure(data.row.id);
  const posted = readClose(form, data.today);
  const again = async (errors: ReturnType<typeof errorTexts>, status: number, conflict: string | null) => {
    const now = await measureOf(request, context, params);
    const view = closeView(now, locale);
    const typed = formStateOf(form.entries, errors);
    // After a conflict the ticks stand on the answers that are stored now.
    const values = conflict === null ? typed.values : { ...typed.values, into: view.form.values['into'] ?? [] };
    const revision = conflict === null ? posted.seenRevision : view.revision;
    return page({ title: view.title, view: { ...view, form: { ...typed, values }, revision, conflict }, formToken, back }, { status });
  };
  if (posted.close === null) return again(errorTexts(posted.errors, locale), 422, null);
  const { answer } = posted.close;
  const noted = answer && { ...answer, note: [t('close.noteSince', { date: formatOf(locale).date(answer.since) }), answer.note].filter((text) => text !== '').join(' ') };
  const closed = await context.services.measures.closeMeasure(actor, keys, { ...posted.close, answer: noted, measureId: data.row.id, seenRevision: posted.seenRevision });
  if (closed.ok) return seeOther(`${back}?gespeichert=erledigt`);
  const { refusal } = closed;
  if (refusal.code === 'conflict_of_versions' || (refusal.code === 'wrong_state' && refusal.detail === 'closed')) {
    const stored = refusal.code === 'conflict_of_versions' && refusal.detail === undefined ? `${conflictText(data, locale)} ${t('conflict.keepClose')}` : t('conflict.answer');
    return again({}, statusOf(refusal), stored);
  }
  if (refusal.code === 'wrong_state') return seeOther(back);
  if (refusal.code === 'invalid_input') return again(errorTexts({ value: 'value' }, locale), 422, null);
  throw refused(refusal);
}

async function measureOf(request: Request, context: AppContext, params: LoaderFunctionArgs['params']): Promise<MeasurePageData> {
  const { actor, keys } = await requireArea(request, context, 'company');
  const opened = await context.services.measures.openMeasure(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  return opened.value;
}

export default function MeasureClose() {
  const loaded = useLoaderData<typeof loader>();
  const { view, formToken, back } = useActionData<typeof action>() ?? loaded;
  return <CloseMeasurePage view={view} formToken={formToken} back={back} />;
}
