import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { ReleasePage } from '#app/features/cases/decision-pages.tsx';
import { parseForm, releaseForm } from '#app/features/cases/form.ts';
import { caseLinksFor } from '#app/http/case-links.ts';
import { caseRequest, refusedForm, valueOrRefuse } from '#app/http/case-request.ts';
import { readForm } from '#app/http/forms.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, seeOther } from '#app/http/respond.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('company', request, context, params);
  const view = valueOrRefuse(await context.services.cases.openRelease(session.actor, session.keys, caseId));
  return page({ title: textOf(locale, 'cases')('release.title'), locale, caseId, view, formToken: session.formToken });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('company', request, context, params);
  const posted = await readForm(request, context);
  const parsed = parseForm(releaseForm, posted.values);
  if (!parsed.ok) return refusedForm({ code: 'invalid_input', fields: { consent: ['tick'] } }, posted, locale);
  const { providerId, fingerprint } = parsed.value;
  const released = await context.services.cases.releaseToProvider(session.actor, session.keys, { caseId, providerId, fingerprint, consent: true });
  if (released.ok) return seeOther(caseLinksFor('company', locale, caseId).overview);
  if (released.refusal.code === 'step_up_required') return seeOther(stepUpAddress(locale, caseId));
  return refusedForm(released.refusal, posted, locale);
}

function stepUpAddress(locale: 'de' | 'en', caseId: string): string {
  const paths = pathsFor(locale);
  return `${paths.accounts.stepUp}?weiter=${encodeURIComponent(paths.company.caseRelease(caseId))}`;
}

/** The company releases the content to the provider that leads its case. */
export default function CaseRelease() {
  const { locale, caseId, view, formToken } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const { overview } = caseLinksFor('company', locale, caseId);
  return <ReleasePage view={view} formToken={formToken} form={posted?.form ?? emptyForm()} caseHref={overview} stepUpHref={stepUpAddress(locale, caseId)} />;
}
