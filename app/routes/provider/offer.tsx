import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Result } from '#app/domain/result.ts';
import { OfferPage } from '#app/features/matching/offer-page.tsx';
import type { MatchingServices } from '#app/features/matching/services.server.ts';
import { readForm } from '#app/http/forms.ts';
import type { PostedForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';

export const handle = { audience: 'provider' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'provider');
  const locale = localeOf(request);
  const offer = await context.services.matching.openOffer(session.actor, params.id ?? '');
  if (!offer.ok) throw refused(offer.refusal);
  const { brief } = offer.value;
  return page({ title: textOf(locale, 'matching')('offer.eyebrow', { reference: brief.reference }), locale, formToken: session.formToken, view: offer.value });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'provider');
  const form = await readForm(request, context);
  const locale = localeOf(request);
  const t = textOf(locale, 'matching');
  const offerId = params.id ?? '';
  const done = await answer(context.services.matching, session.actor, offerId, form);
  if (done.ok) return seeOther(pathsFor(locale).provider.offer(offerId));
  const { code } = done.refusal;
  const status = statusOf(done.refusal);
  if (code === 'invalid_input') return page({ fault: null, fieldFault: t('faults.reasonNeeded') }, { status });
  if (code === 'not_eligible') return page({ fault: t('offer.notEligible'), fieldFault: null }, { status });
  if (code === 'already_taken') return page({ fault: t('offer.alreadyTaken'), fieldFault: null }, { status });
  throw refused(done.refusal);
}

function answer(matching: MatchingServices, actor: Actor, offerId: string, form: PostedForm): Promise<Result<unknown>> {
  switch (form.text('antwort')) {
    case 'annehmen':
      return matching.acceptOffer(actor, offerId);
    case 'bestaetigen':
      return matching.confirmOffer(actor, offerId);
    case 'konflikt':
      return matching.reportConflict(actor, offerId);
    default:
      return matching.declineOffer(actor, offerId, form.text('reason'));
  }
}

/** One offer, from the brief to the confirmation. */
export default function ProviderOffer() {
  const { locale, view, formToken } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const paths = pathsFor(locale).provider;
  return <OfferPage view={view} formToken={formToken} links={{ inbox: paths.overview, case: paths.case(view.caseId) }} fault={answered?.fault ?? null} fieldFault={answered?.fieldFault ?? null} />;
}
