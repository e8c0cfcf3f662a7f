import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { slugOf } from '#app/features/incidents/step-pages.ts';
import { readPlan } from '#app/features/measures/form.ts';
import { MeasurePage } from '#app/features/measures/measure-page.tsx';
import { conflictText, errorTexts, measureView } from '#app/features/measures/measure-view.ts';
import type { MeasureView } from '#app/features/measures/measure-view.ts';
import { adviceWords } from '#app/features/measures/view.ts';
import type { AppContext } from '#app/http/app-context.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';
import { formStateOf } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company' };

const notes = { plan: 'one.saved', reopen: 'one.reopened', erledigt: 'one.closed' } as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const t = textOf(locale, 'measures');
  const query = new URL(request.url).searchParams;
  const note = (['plan', 'reopen', 'erledigt'] as const).find((one) => one === query.get('gespeichert'));
  const flash = note === undefined ? null : t(notes[note]);
  return page({ ...(await frame(request, context, params)), flash });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const measureId = params['id'] ?? '';
  const form = await readForm(request, context);
  const { measures } = context.services;
  const intent = form.text('intent');
  if (intent === 'advice') {
    const words = (measure: Parameters<Parameters<typeof measures.askProvider>[2]['words']>[0]) => adviceWords(measure.content, locale);
    const asked = await measures.askProvider(actor, keys, { measureId, locale, idempotencyKey: form.text('idempotencyKey'), words });
    if (!asked.ok) throw refused(asked.refusal);
    return seeOther(links.reportStep(asked.value.caseId, slugOf('own_words')));
  }
  if (intent === 'reopen') {
    const reopened = await measures.reopenMeasure(actor, keys, { measureId, seenRevision: Number(form.text('revision')) || 0 });
    if (reopened.ok) return seeOther(`${links.measure(measureId)}?gespeichert=reopen`);
    if (reopened.refusal.code !== 'conflict_of_versions') throw refused(reopened.refusal);
    return page({ ...(await frame(request, context, params, (_, data) => ({ conflict: conflictText(data, locale) }))), flash: null }, { status: 409 });
  }
  const posted = readPlan(form);
  const again = async (errors: ReturnType<typeof errorTexts>, status: number, isConflict: boolean) => {
    const shown = await frame(request, context, params, (view, data) => ({
      form: formStateOf(form.entries, errors),
      // Until somebody decides about a conflict the form stands on what is stored now; after an error, on what the person saw.
      revision: isConflict ? view.revision : posted.seenRevision,
      conflict: isConflict ? conflictText(data, locale) : null,
    }));
    return page({ ...shown, flash: null }, { status });
  };
  if (posted.plan === null) return again(errorTexts(posted.errors, locale), 422, false);
  const saved = await measures.planMeasure(actor, keys, { measureId, seenRevision: posted.seenRevision, plan: posted.plan });
  if (saved.ok) return seeOther(`${links.measure(measureId)}?gespeichert=plan`);
  if (saved.refusal.code === 'conflict_of_versions') return again({}, statusOf(saved.refusal), true);
  if (saved.refusal.code === 'invalid_input') return again(errorTexts({ owner: 'owner' }, locale), 422, false);
  throw refused(saved.refusal);
}

type Change = (view: MeasureView, data: Parameters<typeof measureView>[0]) => Partial<MeasureView>;

/** The page with the measure as it stands, and what a refused form changes of it. */
async function frame(request: Request, context: AppContext, params: LoaderFunctionArgs['params'], change?: Change) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const opened = await context.services.measures.openMeasure(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  const view = measureView(opened.value, locale, { case: links.case, draft: (id) => links.reportStep(id, slugOf('own_words')) });
  return {
    title: view.title,
    view: { ...view, ...change?.(view, opened.value) },
    formToken,
    idempotencyKey: context.services.measures.newFormKey(),
    hrefs: { board: links.measures, close: links.measureClose(view.id), remove: links.measureRemove(view.id), self: links.measure(view.id), assessments: links.assessments },
  };
}

export default function Measure() {
  const loaded = useLoaderData<typeof loader>();
  const refusedForm = useActionData<typeof action>();
  const { title: _, ...shown } = refusedForm ?? loaded;
  return <MeasurePage key={`${shown.view.id} ${shown.view.revision}`} {...shown} />;
}
