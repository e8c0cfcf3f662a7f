import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Glossary } from '#app/features/checklists/catalogue/explained.tsx';
import { textsOf } from '#app/features/checklists/answering/requirement-view.ts';
import type { OpenTopic } from '#app/features/checklists/answering/open-topic.server.ts';
import { answersIn, readTopic, shownIn } from '#app/features/checklists/answering/topic-answers-form.ts';
import { TopicPage } from '#app/features/checklists/answering/topic-page.tsx';
import { outdatedMark } from '#app/features/checklists/answering/question-field.ts';
import { afterTopic, topicView } from '#app/features/checklists/answering/topic-view.ts';
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
  const opened = await openTopic(request, context, params);
  const query = new URL(request.url).searchParams;
  const added = (query.get('neu') ?? '').split(' ').slice(0, 100);
  const view = topicView(opened, localeOf(request), linksOf(request), { takeOffered: query.get('vorschlag') === '1', isOutdated: query.has(outdatedMark), added });
  const terms = context.services.checklists.explainedTerms(localeOf(request), view.questions.flatMap(textsOf));
  return page({ title: view.title, view, formToken, terms }, { headers: rememberedWay(request, context.site) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const links = linksOf(request);
  const { values } = await readForm(request, context);
  const { run, topic, questions, followUps } = await openTopic(request, context, params);
  const [assessmentId, topicId] = [run.assessment.id, topic.id];
  const posted = readTopic(values, questions);
  const { answers, isOutdated } = answersIn(values, [...questions, ...followUps], posted);
  // What is no answer yet is kept as it was typed.
  const typed = posted.flatMap((each) => (each.answer === null && each.typed !== null ? [{ ...each, typed: each.typed }] : []));
  const saved = await context.services.checklists.saveTopic(actor, keys, { assessmentId, topicId, shown: shownIn(values), answers, typed });
  if (!saved.ok) throw saved.refusal.code === 'wrong_state' ? seeOther(links.assessmentResult(assessmentId)) : refused(saved.refusal);

  const left = posted
    .map((each) => ({ ...each, seenRevision: saved.value.kept[each.requirementId] ?? each.seenRevision, isConflict: saved.value.conflicts.includes(each.requirementId) }))
    .filter(({ errors, isConflict }) => Object.keys(errors).length > 0 || isConflict);
  if (left.length === 0) return seeOther(afterTopic(saved.value, { assessmentId, topicId, isOutdated }, links));
  const view = topicView(await openTopic(request, context, params), localeOf(request), links, { refused: left, added: saved.value.appeared });
  const terms = context.services.checklists.explainedTerms(localeOf(request), view.questions.flatMap(textsOf));
  return page({ title: view.title, view, formToken, terms }, { status: left.some(({ isConflict }) => isConflict) ? 409 : 422 });
}

function linksOf(request: Request) {
  return { ...pathsFor(localeOf(request)).company, way: 'thema' } as const;
}

/** The topic of the address; a closed run leads to its result. */
async function openTopic(request: Request, context: AppContext, params: LoaderFunctionArgs['params']): Promise<OpenTopic> {
  const { actor, keys } = await requireArea(request, context, 'company');
  const assessmentId = params['id'] ?? '';
  const opened = await context.services.checklists.openTopic(actor, keys, { assessmentId, topicId: params['thema'] ?? '' });
  if (!opened.ok) throw refused(opened.refusal);
  if (opened.value.run.assessment.state === 'closed') throw seeOther(linksOf(request).assessmentResult(assessmentId));
  return opened.value;
}

export default function Topic() {
  const loaded = useLoaderData<typeof loader>();
  const refusedForm = useActionData<typeof action>();
  const { view, formToken, terms } = refusedForm ?? loaded;
  return (
    <Glossary terms={terms}>
      <TopicPage key={view.id} view={view} formToken={formToken} />
    </Glossary>
  );
}
