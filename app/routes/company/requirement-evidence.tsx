import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { err } from '#app/domain/result.ts';
import type { Refusal } from '#app/domain/result.ts';
import { continueForm, evidenceErrors, evidenceForm, faultsOf } from '#app/features/checklists/evidence/evidence-form.ts';
import { EvidencePage } from '#app/features/checklists/evidence/evidence-pages.tsx';
import { questionEvidence } from '#app/features/checklists/evidence/evidence-view.ts';
import { isUpload, readUpload } from '#app/http/file-upload.ts';
import type { UploadRoom } from '#app/http/file-upload.ts';
import { readForm } from '#app/http/forms.ts';
import type { PostedForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { formStateOf } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company' };

/** One file of a form, as long as evidence may be. */
const room: UploadRoom = { files: 1, fields: 12, bodyBytes: 26 * 1024 * 1024 };

const flashes = { neu: 'added', entfernt: 'removed' } as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const { checklists } = context.services;
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const { assessmentId, requirementId } = placeOf(params);
  const opened = await checklists.openRequirement(actor, keys, { assessmentId, requirementId });
  if (!opened.ok) throw refused(opened.refusal);
  const { run, requirement } = opened.value;
  const query = new URL(request.url).searchParams;
  const view = {
    question: requirement.question[locale],
    evidence: questionEvidence(opened.value, locale, links, { today: checklists.today(), formKey: checklists.newFormKey() }),
    back: run.assessment.state === 'running' ? links.requirement(assessmentId, requirementId) : links.assessmentResult(assessmentId),
    flash: query.has('neu') ? flashes.neu : query.has('entfernt') ? flashes.entfernt : null,
  };
  return page({ title: textOf(locale, 'evidence')('pageTitle'), view, formToken });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const { checklists } = context.services;
  const locale = localeOf(request);
  const place = placeOf(params);
  const here = pathsFor(locale).company.evidence(place.assessmentId, place.requirementId);
  const refuse = (refusal: Refusal, posted: PostedForm) => {
    // The run was closed meanwhile: the page says so.
    if (refusal.code === 'wrong_state') return seeOther(here);
    const errors = evidenceErrors(refusal, locale);
    if (errors === null) throw refused(refusal);
    return page({ form: formStateOf(posted.entries, errors, { secret: ['formToken', 'idempotencyKey'] }) }, { status: 422 });
  };

  if (!isUpload(request)) {
    const posted = await readForm(request, context);
    const parsed = continueForm.safeParse(posted.values);
    if (!parsed.success) throw refused({ code: 'invalid_input' });
    const continued = await checklists.continueEvidence(actor, keys, { ...place, ...parsed.data });
    // What is not offered any more is here already, or has run out: the page shows which.
    if (continued.ok || continued.refusal.code === 'not_found') return seeOther(continued.ok ? `${here}?neu=1` : here);
    return refuse(continued.refusal, posted);
  }
  const { fields, results } = await readUpload(request, context, room, async (file, posted) => {
    const parsed = evidenceForm.safeParse(posted.values);
    if (!parsed.success) return err('invalid_input', { fields: faultsOf(parsed.error) });
    return checklists.addEvidence(actor, keys, { ...place, ...parsed.data, ...file });
  });
  const failed = results.find((one) => !one.ok);
  if (failed && !failed.ok) return refuse(failed.refusal, fields);
  if (results.length > 0) return seeOther(`${here}?neu=1`);
  const parsed = evidenceForm.safeParse(fields.values);
  return refuse({ code: 'invalid_input', fields: { ...(parsed.success ? {} : faultsOf(parsed.error)), file: ['missing'] } }, fields);
}

function placeOf(params: LoaderFunctionArgs['params']): { assessmentId: string; requirementId: string } {
  return { assessmentId: params['id'] ?? '', requirementId: params['anforderung'] ?? '' };
}

export default function RequirementEvidence() {
  const { view, formToken } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <EvidencePage view={view} formToken={formToken} form={result?.form} />;
}
