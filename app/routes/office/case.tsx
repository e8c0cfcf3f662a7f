import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { severities } from '#app/domain/triage/kinds.ts';
import { textOf } from '#app/content/translator.ts';
import { useLocale } from '#app/content/use-text.tsx';
import { OfficeCasePage } from '#app/features/office/case-page.tsx';
import type { OfficeCaseView } from '#app/features/office/view.ts';
import { officeFaults } from '#app/features/office/faults.ts';
import { readForm } from '#app/http/forms.ts';
import type { PostedForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'office' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'office');
  const view = await context.services.office.openOfficeCase(session.actor, params.id ?? '');
  if (!view.ok) throw refused(view.refusal);
  const title = textOf(localeOf(request), 'office')('case.title', { reference: view.value.ticket.reference });
  return page({ title, view: view.value, formToken: session.formToken, done: new URL(request.url).searchParams.has('ok') });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'office');
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const done = await act(params.id ?? '', form, session.actor, context.services.office);
  if (done.ok) return seeOther(`${pathsFor(locale).office.case(params.id ?? '')}?ok=1`);
  if (done.refusal.code === 'not_found') throw refused(done.refusal);
  return page({ form: { values: form.values, errors: officeFaults(locale, done.refusal, 'decision') } }, { status: statusOf(done.refusal) });
}

type Office = LoaderFunctionArgs['context']['services']['office'];

function act(caseId: string, form: PostedForm, actor: Parameters<Office['decideCase']>[0], office: Office) {
  switch (form.text('intent')) {
    case 'severity':
      return office.changeSeverity(actor, { caseId, severity: severities.find((one) => one === form.text('severity')) ?? 'S4', reason: form.text('severity') === '' ? '' : form.text('reason') });
    case 'note':
      return office.writeNote(actor, { caseId, text: form.text('text'), formKey: form.text('idempotencyKey') });
    default:
      return office.decideCase(actor, {
        caseId,
        decision: form.text('decision'),
        taskId: form.text('taskId'),
        providerId: form.text('providerId'),
        companyConsents: form.text('companyConsents') === 'yes',
        question: form.text('question'),
        survivingReference: form.text('survivingReference'),
      });
  }
}

export default function OfficeCase() {
  const { view, formToken, done } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>() as { form?: FormState } | undefined;
  const { office } = pathsFor(useLocale());
  return <OfficeCasePage view={view as unknown as OfficeCaseView} form={posted?.form ?? emptyForm()} formToken={formToken} done={done && !posted} hrefs={office} />;
}
