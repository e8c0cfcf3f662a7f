import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { err } from '#app/domain/result.ts';
import { textOf } from '#app/content/translator.ts';
import { useLocale } from '#app/content/use-text.tsx';
import { providerFaults } from '#app/features/providers/faults.ts';
import { capabilitiesFrom, conditionsFrom, itemDecisionsFrom } from '#app/features/providers/form.ts';
import { ReviewPage } from '#app/features/providers/review-page.tsx';
import { reviewView } from '#app/features/providers/review-view.server.ts';
import type { ReviewView } from '#app/features/providers/review-view.server.ts';
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
  const review = await context.services.providers.openReview(session.actor, params.id ?? '');
  if (!review.ok) throw refused(review.refusal);
  return page({ title: review.value.name || textOf(localeOf(request), 'providers')('office.title'), view: reviewView(review.value), formToken: session.formToken, done: new URL(request.url).searchParams.has('ok') });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'office');
  const locale = localeOf(request);
  const paths = pathsFor(locale);
  const id = params.id ?? '';
  const form = await readForm(request, context);
  const done = await act(id, form, session.actor, context.services.providers);
  if (done.ok) return seeOther(`${paths.office.provider(id)}?ok=1`);
  if (done.refusal.code === 'step_up_required') return seeOther(stepUpFor(paths, id));
  if (done.refusal.code === 'not_found') throw refused(done.refusal);
  return page({ form: { values: form.values, errors: providerFaults(locale, done.refusal, 'verdict') } }, { status: statusOf(done.refusal) });
}

function stepUpFor(paths: ReturnType<typeof pathsFor>, id: string): string {
  return `${paths.accounts.stepUp}?weiter=${encodeURIComponent(paths.office.provider(id))}`;
}

type Providers = LoaderFunctionArgs['context']['services']['providers'];

async function act(id: string, form: PostedForm, actor: Parameters<Providers['beginReview']>[0], providers: Providers) {
  const intent = form.text('intent');
  const hearingDocumented = form.text('hearing') === 'yes';
  switch (intent) {
    case 'begin':
      return providers.beginReview(actor, id);
    case 'take_over':
      return providers.takeOverReview(actor, id);
    case 'decide': {
      const verdict = (['approve', 'approve_with_conditions', 'reject', 'disagree'] as const).find((one) => one === form.text('verdict'));
      if (verdict === undefined) return err('invalid_input', { fields: { verdict: ['choose'] } });
      const words = { conditions: conditionsFrom(form), granted: capabilitiesFrom(form), reason: form.text('reason') || null, words: form.text('words').trim() };
      return providers.decideApplication(actor, id, { verdict, ...words });
    }
    case 'suspend':
      return providers.actOnSuspension(actor, id, { act: 'suspend', reason: form.text('suspendReason') });
    case 'confirm_suspension':
      return providers.actOnSuspension(actor, id, { act: 'confirm_suspension' });
    case 'lift_suspension':
      return providers.actOnSuspension(actor, id, { act: 'lift_suspension', hearingDocumented });
    case 'revoke':
      return providers.actOnSuspension(actor, id, { act: 'revoke', hearingDocumented, graveCause: form.text('grave') === 'yes' });
    case 'channel_test':
      return providers.recordChannelTest(actor, id, { channels: Number(form.text('channels')), voice: form.text('voice') === 'yes' });
    default:
      return providers.reviewItems(actor, id, itemDecisionsFrom(form), intent === 'finish_review' || intent === 'ask_for_more' ? intent : 'save');
  }
}

export default function Provider() {
  const { view, formToken, done } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>() as { form?: FormState } | undefined;
  const paths = pathsFor(useLocale());
  const hrefs = { providers: paths.office.providers, stepUp: stepUpFor(paths, view.providerId), ties: `${paths.office.ties}?dienstleister=${encodeURIComponent(view.providerId)}`, document: (id: string) => paths.files.vettingDocument(view.providerId, id) };
  return <ReviewPage view={view as ReviewView} form={posted?.form ?? emptyForm()} formToken={formToken} done={done && !posted} hrefs={hrefs} />;
}
