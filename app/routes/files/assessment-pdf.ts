import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { issueForm } from '#app/features/dossiers/form.ts';
import { attachment } from '#app/http/file-response.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { refusedPdf, viaForm } from './pdf-answers.ts';

export const handle = { audience: 'company' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireArea(request, context, 'company');
  const locale = localeOf(request);
  return viaForm(locale, pathsFor(locale).company.assessmentResult(params['id'] ?? ''));
}

/** Issues the result of a checklist and sends it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const { company } = pathsFor(locale);
  const id = params['id'] ?? '';
  const form = issueForm.safeParse((await readForm(request, context)).values);
  const issued = form.success
    ? await context.services.dossiers.issueChecklistDossier(actor, keys, id, form.data)
    : ({ ok: false, refusal: { code: 'invalid_input' } } as const);
  if (!issued.ok) return refusedPdf(issued.refusal, locale, company.assessmentResult(id), company.assessments);
  return attachment({ bytes: issued.value.bytes, type: 'application/pdf', name: issued.value.fileName });
}
