import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { ClosePage } from '#app/features/checklists/closing/close-page.tsx';
import { closeView } from '#app/features/checklists/closing/close-view.ts';
import { readClose } from '#app/features/checklists/form.ts';
import type { CloseErrors } from '#app/features/checklists/form.ts';
import type { OpenClose } from '#app/features/checklists/closing/open-close.server.ts';
import type { AppContext } from '#app/http/app-context.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const opened = await openRun(request, context, params);
  return page({ title: textOf(locale, 'checklists')('close.title'), view: closeView(opened, locale, pathsFor(locale).company), formToken });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const form = await readForm(request, context);
  const read = readClose(form.values);
  if (read === null) throw refused({ code: 'invalid_input' });
  const again = async (errors: CloseErrors, why: 'changed' | 'noAnswers' | 'noSites' | null, status: number) => {
    const view = closeView(await openRun(request, context, params), locale, links, { values: form.values, errors });
    return page({ title: textOf(locale, 'checklists')('close.title'), view, formToken, refused: why }, { status });
  };
  if ('errors' in read) return again(read.errors, null, 422);
  const assessmentId = params['id'] ?? '';
  const { seenAnswers, seenSites, position } = read.closing;
  const closed = await context.services.checklists.closeAssessment(actor, keys, { assessmentId, seenAnswers, seenSites, position });
  if (closed.ok) return seeOther(links.assessmentResult(assessmentId));
  const { refusal } = closed;
  if (refusal.code === 'conflict_of_versions') return again({}, 'changed', statusOf(refusal));
  if (refusal.code === 'wrong_state') return again({}, refusal.detail === 'no_sites' ? 'noSites' : 'noAnswers', statusOf(refusal));
  throw refused(refusal);
}

/** The run of the address; a closed one leads to its result. */
async function openRun(request: Request, context: AppContext, params: LoaderFunctionArgs['params']): Promise<OpenClose> {
  const { actor, keys } = await requireArea(request, context, 'company');
  const opened = await context.services.checklists.openClose(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  const { assessment } = opened.value.run;
  if (assessment.state === 'closed') throw seeOther(pathsFor(localeOf(request)).company.assessmentResult(assessment.id));
  return opened.value;
}

export default function AssessmentClose() {
  const loaded = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { view, formToken } = again ?? loaded;
  return <ClosePage key={`${view.stamp}/${view.seenSites}`} view={view} formToken={formToken} refused={again?.refused ?? null} />;
}
