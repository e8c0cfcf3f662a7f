import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { exportForm } from '#app/features/checklists/exchange/form.ts';
import { runSchemaName } from '#app/features/checklists/exchange/run-json.ts';
import { attachment } from '#app/http/file-response.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'company' };

/** Opened as a page: the file is made by a form, because taking it leaves a trace. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const opened = await context.services.checklists.openAssessment(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  return seeOther(pathsFor(localeOf(request)).company.assessmentExport(opened.value.run.assessment.id));
}

/** All answers of a run as one file. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const { company, files } = pathsFor(locale);
  const assessmentId = params['id'] ?? '';
  const form = exportForm.safeParse((await readForm(request, context)).values);
  if (!form.success) return seeOther(`${company.assessmentExport(assessmentId)}?hinweis=invalid_input`);
  const schemaUrl = new URL(files.schema(runSchemaName), context.site.baseUrl).href;
  const exported = await context.services.checklists.exportRun(actor, keys, { assessmentId, format: form.data.format, locale, schemaUrl });
  if (exported.ok) return attachment(exported.value);
  // The page of the form asks for the second factor and comes back.
  if (exported.refusal.code === 'step_up_required') return seeOther(company.assessmentExport(assessmentId));
  throw refused(exported.refusal);
}
