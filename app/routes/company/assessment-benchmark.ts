import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { sharingForm } from '#app/features/checklists/benchmark/form.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'company' };

/** The comparison stands on the page of the result. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const opened = await context.services.checklists.openAssessment(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  return seeOther(pathsFor(localeOf(request)).company.assessmentResult(opened.value.run.assessment.id));
}

/** Whether the company adds its topic results to the figures of the region. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const assessmentId = params['id'] ?? '';
  const form = sharingForm.safeParse((await readForm(request, context)).values);
  if (!form.success) throw refused({ code: 'invalid_input' });
  const { sharing, seenRevision } = form.data;
  const decided = await context.services.checklists.decideSharing(actor, keys, { assessmentId, agree: sharing === 'agree', seenRevision });
  const result = pathsFor(localeOf(request)).company.assessmentResult(assessmentId);
  if (decided.ok) return seeOther(`${result}#benchmark`);
  // The page shows how it stands by now.
  if (decided.refusal.code === 'conflict_of_versions') return seeOther(`${result}?hinweis=entschieden#benchmark`);
  throw refused(decided.refusal);
}
