import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { autosavedView } from '#app/features/checklists/answering/autosaved-view.ts';
import type { Autosaved } from '#app/features/checklists/answering/autosaved-view.ts';
import { readAnswer } from '#app/features/checklists/form.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';

/** For people: the question itself. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const question = { assessmentId: params['id'] ?? '', requirementId: params['anforderung'] ?? '' };
  const opened = await context.services.checklists.openRequirement(actor, keys, question);
  if (!opened.ok) throw refused(opened.refusal);
  return seeOther(pathsFor(localeOf(request)).company.requirement(question.assessmentId, question.requirementId));
}

/**
 * Saves one answer while its page stays open, by the same rules as the page's own button, and says in JSON what became of it.
 * A locked or ended session is said, never led to the sign-in: the form still stands in the browser and goes there with it.
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const state = await context.session();
  if (state.kind !== 'open') return answered({ state: 'session' }, 401);
  const { actor, keys, person } = await requireArea(request, context, 'company');
  const { checklists } = context.services;
  const locale = localeOf(request);
  const { values } = await readForm(request, context);
  const question = { assessmentId: params['id'] ?? '', requirementId: params['anforderung'] ?? '' };
  const opened = await checklists.openRequirement(actor, keys, question);
  if (!opened.ok) throw refused(opened.refusal);
  const posted = readAnswer(values, opened.value.requirement, opened.value.parts.map((part) => part.id));
  if (posted.answer === null) return answered(autosavedView.incomplete(opened.value, posted.errors, locale), 422);

  const saved = await checklists.saveAnswer(actor, keys, { ...question, seenRevision: posted.seenRevision, answer: posted.answer });
  if (saved.ok) return answered({ state: 'saved', at: saved.value.savedAt.toISOString(), by: person.name, revision: saved.value.revision }, 200);
  if (saved.refusal.code === 'wrong_state') return answered({ state: 'closed' }, 409);
  if (saved.refusal.code !== 'conflict_of_versions') throw refused(saved.refusal);
  const now = await checklists.openRequirement(actor, keys, question);
  if (!now.ok) throw refused(now.refusal);
  return answered(autosavedView.conflict(now.value, locale), 409);
}

function answered(outcome: Autosaved, status: number) {
  return page(outcome, { status });
}
