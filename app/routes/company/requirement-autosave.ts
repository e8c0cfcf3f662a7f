import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { isBlank } from '#app/domain/checklist/unfinished.ts';
import type { Refusal } from '#app/domain/result.ts';
import { autosavedView } from '#app/features/checklists/answering/autosaved-view.ts';
import type { Autosaved } from '#app/features/checklists/answering/autosaved-view.ts';
import { readAnswer, readTyped } from '#app/features/checklists/form.ts';
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
 * What is no answer yet is kept as it was typed.
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
  const { requirement, parts } = opened.value;
  const partIds = parts.map((part) => part.id);
  const { answer, errors, seenRevision } = readAnswer(values, requirement, partIds);
  if (answer !== null) {
    const saved = await checklists.saveAnswer(actor, keys, { ...question, seenRevision, answer });
    if (saved.ok) return answered({ state: 'saved', at: saved.value.savedAt.toISOString(), by: person.name, revision: saved.value.revision }, 200);
    return answered(await notSaved(saved.refusal), 409);
  }
  const typed = readTyped(values, partIds);
  if (typed === null) return answered(autosavedView.incomplete(opened.value, seenRevision, errors, locale), 422);
  const kept = await checklists.keepTyped(actor, keys, { ...question, seenRevision, typed });
  if (!kept.ok) return answered(await notSaved(kept.refusal), 409);
  if (isBlank(typed)) return answered(autosavedView.incomplete(opened.value, kept.value.revision, errors, locale), 422);
  return answered(autosavedView.kept(opened.value, kept.value, errors, locale), 200);

  async function notSaved(refusal: Refusal): Promise<Autosaved> {
    if (refusal.code === 'wrong_state') return { state: 'closed' };
    if (refusal.code !== 'conflict_of_versions') throw refused(refusal);
    const now = await checklists.openRequirement(actor, keys, question);
    if (!now.ok) throw refused(now.refusal);
    return autosavedView.conflict(now.value, locale);
  }
}

function answered(outcome: Autosaved, status: number) {
  return page(outcome, { status });
}
