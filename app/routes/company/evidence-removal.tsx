import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { EvidenceRemovalPage } from '#app/features/checklists/evidence/evidence-pages.tsx';
import { runEvidence } from '#app/features/checklists/evidence/evidence-view.ts';
import type { AppContext } from '#app/http/app-context.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { formToken } = await requireArea(request, context, 'company');
  const item = await findItem(request, context, params);
  if (item.removal === null) throw seeOther(item.question.href);
  return page({ title: textOf(localeOf(request), 'evidence')('removal.title', { name: item.name }), item, formToken });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireArea(request, context, 'company');
  await readForm(request, context);
  const { question } = await findItem(request, context, params);
  const removed = await context.services.checklists.removeEvidence(actor, { assessmentId: params['id'] ?? '', evidenceId: params['beleg'] ?? '' });
  if (removed.ok) return seeOther(`${question.href}?entfernt=1`);
  if (removed.refusal.code === 'wrong_state') return seeOther(question.href);
  throw refused(removed.refusal);
}

async function findItem(request: Request, context: AppContext, params: LoaderFunctionArgs['params']) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const { checklists } = context.services;
  const locale = localeOf(request);
  const opened = await checklists.openAssessment(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  const item = runEvidence(opened.value, locale, pathsFor(locale).company, checklists.today()).find((one) => one.id === params['beleg']);
  if (item === undefined) throw refused({ code: 'not_found' });
  return item;
}

export default function EvidenceRemoval() {
  const { item, formToken } = useLoaderData<typeof loader>();
  return <EvidenceRemovalPage item={item} formToken={formToken} />;
}
