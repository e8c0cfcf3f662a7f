import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Refusal } from '#app/domain/result.ts';
import { textOf } from '#app/content/translator.ts';
import { EvidenceSection } from '#app/features/checklists/evidence/evidence-section.tsx';
import { questionEvidence } from '#app/features/checklists/evidence/evidence-view.ts';
import { origins, readAnswer, readTyped } from '#app/features/checklists/form.ts';
import { Glossary } from '#app/features/checklists/catalogue/explained.tsx';
import { RequirementPage } from '#app/features/checklists/answering/requirement-page.tsx';
import { afterSaving, requirementView, textsOf } from '#app/features/checklists/answering/requirement-view.ts';
import { confirmField, outdatedMark } from '#app/features/checklists/answering/question-field.ts';
import type { OpenRequirement } from '#app/features/checklists/answering/open-requirement.server.ts';
import type { Locale } from '#app/features/ports.ts';
import type { AppContext } from '#app/http/app-context.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { rememberedWay } from '#app/http/way-cookie.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const opened = await openQuestion(request, context, params);
  const query = new URL(request.url).searchParams;
  const from = origins.find((origin) => origin === query.get('von'));
  const view = requirementView(opened, locale, links, { from, takeOffered: query.get('vorschlag') === '1', isOutdated: query.has(outdatedMark) });
  const { number, total, topic } = view;
  const terms = context.services.checklists.explainedTerms(locale, textsOf(view));
  return page({ title: `${textOf(locale, 'checklists')('question.step', { number, total })}: ${topic.title}`, view, evidence: evidenceOf(opened, locale, context), formToken, terms }, { headers: rememberedWay(request, context.site) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const form = await readForm(request, context);
  const { run, requirement, parts } = await openQuestion(request, context, params);
  const partIds = parts.map((part) => part.id);
  const posted = readAnswer(form.values, requirement, partIds);
  const assessmentId = run.assessment.id;
  const again = async (isConflict: boolean, status: number, seenRevision = posted.seenRevision) => {
    const shown = { values: form.values, errors: posted.errors, isConflict };
    const view = requirementView(await openQuestion(request, context, params), locale, links, { from: posted.from, posted: shown });
    // Until somebody decides about a conflict, the form stands on what is stored now; after an error, on what the person saw.
    const title = `${textOf(locale, 'checklists')('question.step', { number: view.number, total: view.total })}: ${view.topic.title}`;
    return page({ title, view: isConflict ? view : { ...view, revision: seenRevision }, formToken, terms: context.services.checklists.explainedTerms(locale, textsOf(view)) }, { status });
  };
  const seen = form.values[confirmField];
  if (typeof seen === 'string') {
    const confirmed = await context.services.checklists.confirmOffered(actor, keys, { assessmentId, requirementId: requirement.id, seen });
    if (confirmed.ok) return seeOther(afterSaving(posted.from, confirmed.value.next, assessmentId, links, confirmed.value.openQuestions));
    if (confirmed.refusal.code !== 'conflict_of_versions') return instead(confirmed.refusal);
    return seeOther(`${links.requirement(assessmentId, requirement.id)}?${outdatedMark}=1`);
  }
  if (posted.answer === null) {
    // No answer comes of it yet; not a word of it is lost all the same.
    const typed = readTyped(form.values, partIds);
    if (typed === null) return again(false, 422);
    const kept = await context.services.checklists.keepTyped(actor, keys, { assessmentId, requirementId: requirement.id, seenRevision: posted.seenRevision, typed });
    return kept.ok ? again(false, 422, kept.value.revision) : instead(kept.refusal);
  }

  const { seenRevision, answer, wasOpen } = posted;
  const saved = await context.services.checklists.saveAnswer(actor, keys, { assessmentId, requirementId: requirement.id, seenRevision, answer, wasOpen });
  if (saved.ok) return seeOther(afterSaving(posted.from, saved.value.next, assessmentId, links, saved.value.openQuestions));
  return instead(saved.refusal);

  async function instead(refusal: Refusal) {
    if (refusal.code === 'conflict_of_versions') return again(true, 409);
    if (refusal.code === 'wrong_state') throw seeOther(links.assessmentResult(assessmentId));
    throw refused(refusal);
  }
}

function evidenceOf(opened: OpenRequirement, locale: Locale, { services: { checklists } }: AppContext) {
  return questionEvidence(opened, locale, pathsFor(locale).company, { today: checklists.today(), formKey: checklists.newFormKey() });
}

/** The question of the address; a closed run leads to its result. */
async function openQuestion(request: Request, context: AppContext, params: LoaderFunctionArgs['params']): Promise<OpenRequirement> {
  const { actor, keys } = await requireArea(request, context, 'company');
  const assessmentId = params['id'] ?? '';
  const opened = await context.services.checklists.openRequirement(actor, keys, { assessmentId, requirementId: params['anforderung'] ?? '' });
  if (!opened.ok) throw refused(opened.refusal);
  if (opened.value.run.assessment.state === 'closed') throw seeOther(pathsFor(localeOf(request)).company.assessmentResult(assessmentId));
  return opened.value;
}

export default function Question() {
  const loaded = useLoaderData<typeof loader>();
  const refusedForm = useActionData<typeof action>();
  const { view, formToken, terms } = refusedForm ?? loaded;
  return (
    <Glossary terms={terms}>
      <RequirementPage key={`${view.question} ${view.revision}`} view={view} formToken={formToken} below={<EvidenceSection evidence={loaded.evidence} formToken={formToken} />} />
    </Glossary>
  );
}
