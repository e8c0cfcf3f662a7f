import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { contactOf } from '#app/content/region/region.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { textOf } from '#app/content/translator.ts';
import { BeginReport } from '#app/features/incidents/begin-report.tsx';
import { slugOf } from '#app/features/incidents/step-pages.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const { incidents } = context.services;
  const list = await incidents.listCases(session.actor, session.keys);
  if (!list.ok) throw refused(list.refusal);
  return page({
    title: textOf(locale, 'incidents')('begin.title'),
    locale,
    formToken: session.formToken,
    idempotencyKey: incidents.newFormKey(),
    kind: new URL(request.url).searchParams.get('art') ?? '',
    phone: contactOf(suedwestsachsen, suedwestsachsen.hotline).phone ?? { shown: '112', dialled: '112' },
    draftId: list.value.drafts[0]?.caseId ?? null,
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'company');
  const form = await readForm(request, context);
  const locale = localeOf(request);
  const input = { idempotencyKey: form.text('idempotencyKey'), locale, kind: form.text('kind') };
  const created = await context.services.incidents.createDraft(session.actor, session.keys, input);
  if (!created.ok) throw refused(created.refusal);
  return seeOther(pathsFor(locale).company.reportStep(created.value.caseId, slugOf('what_happened')));
}

/** Begins a report. */
export default function NewCase() {
  const { locale, draftId, ...data } = useLoaderData<typeof loader>();
  return <BeginReport {...data} draftHref={draftId === null ? null : pathsFor(locale).company.reportStep(draftId, slugOf('check'))} />;
}
