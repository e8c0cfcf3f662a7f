import { textOf } from '#app/content/translator.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { draftOf, readTopic, topicErrorTexts } from '#app/features/checklists/answering/topic-form.ts';
import type { TopicDraft } from '#app/features/checklists/hand-over/topic-content.ts';
import type { TopicForOutsider } from '#app/features/checklists/hand-over/answer-topic.server.ts';
import type { Locale } from '#app/features/ports.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import type { AppContext } from './app-context.ts';
import type { PostedForm } from './forms.ts';

/** What an outsider has before him after a post: the questions, with what was typed. */
export type AnsweringView = {
  readonly topic: TopicForOutsider['topic'];
  readonly code: string;
  readonly revision: number;
  readonly expiresAt: string;
  readonly sentAt: string | null;
  readonly keptAt: string | null;
  readonly conflict: boolean;
  readonly form: FormState;
};

type Answering = { readonly view: AnsweringView; readonly status: number };

/**
 * A post to the link of a topic: the code alone opens it; `intent` `save` keeps what was typed, `send` sends it to the company.
 * Nothing typed is lost: whatever is wrong, it stands on the page again.
 */
export async function answerTopic({ services: { checklists } }: AppContext, token: string, posted: PostedForm, locale: Locale): Promise<Result<Answering>> {
  const code = posted.text('code');
  const intent = posted.text('intent');
  const opened = await checklists.openTopicLink(token, code, intent === '');
  if (!opened.ok) return opened;
  const { topic, expiresAt, draft: kept, revision, sentAt } = opened.value;
  const base = { topic, code, expiresAt: expiresAt.toISOString(), keptAt: null, conflict: false };
  if (sentAt !== null) return ok({ view: { ...base, revision, sentAt: sentAt.toISOString(), form: emptyForm() }, status: 200 });
  if (intent === '') return ok({ view: { ...base, revision, sentAt: null, form: emptyForm({ ...topic.outsider, ...kept }) }, status: 200 });

  const draft: TopicDraft = draftOf(topic, (name) => posted.text(name));
  const seen = Number(posted.text('revision'));
  const seenRevision = Number.isSafeInteger(seen) ? seen : 0;
  const typed = (errors: FormState['errors'] = {}): FormState => ({ values: draft, errors });
  if (intent === 'save') {
    const saved = await checklists.saveTopicDraft(token, code, { draft, seenRevision });
    if (saved.ok) return ok({ view: { ...base, revision: saved.value.revision, sentAt: null, keptAt: saved.value.at.toISOString(), form: typed() }, status: 200 });
    if (saved.refusal.code !== 'conflict_of_versions') return saved;
    return ok({ view: { ...base, revision, sentAt: null, conflict: true, form: typed() }, status: 409 });
  }

  const { answers, errors } = readTopic(topic, draft, locale);
  const name = draft['name'] ?? '';
  const [firstQuestion] = topic.questions;
  const isEmpty = Object.keys(answers).length === 0 && Object.keys(errors).length === 0;
  const all = {
    ...errors,
    ...(name === '' ? topicErrorTexts({ name: 'name' }, locale) : {}),
    ...(isEmpty && firstQuestion ? { [fieldOfFirst(firstQuestion)]: [textOf(locale, 'handOver')('errors.nothing')] } : {}),
  };
  if (Object.keys(all).length > 0) return ok({ view: { ...base, revision: seenRevision, sentAt: null, form: typed(all) }, status: 422 });
  const sent = await checklists.sendTopicAnswers(token, code, { source: { name, role: draft['role'] ?? '' }, answers });
  if (!sent.ok) return sent;
  return ok({ view: { ...base, revision, sentAt: checklists.now().toISOString(), form: emptyForm() }, status: 200 });
}

function fieldOfFirst({ requirement, parts }: TopicForOutsider['topic']['questions'][number]): string {
  const [part] = parts;
  return `${requirement.id}.${part ? `part-${part.id}` : 'value'}`;
}
