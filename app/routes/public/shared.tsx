import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useFormat, useLocale, useText } from '#app/content/use-text.tsx';
import type { Refusal } from '#app/domain/result.ts';
import { AnswerTopic } from '#app/features/checklists/hand-over/answer-topic-page.tsx';
import { OpenedDocument, ShareGate } from '#app/features/dossiers/shared-page.tsx';
import type { AppContext } from '#app/http/app-context.ts';
import { readForm } from '#app/http/forms.ts';
import type { PostedForm } from '#app/http/forms.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page } from '#app/http/respond.ts';
import { answerTopic } from '#app/http/topic-answering.ts';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'link' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const token = params['token'] ?? '';
  const document = await context.services.dossiers.findShareLink(token);
  const topic = document.ok ? document : await context.services.checklists.findTopicLink(token);
  const found = document.ok || topic.ok;
  const t = textOf(locale, 'dossiers');
  const { files } = pathsFor(locale);
  // Unknown, expired and ended links look alike, and nothing of what is shared shows before the code.
  return page(
    { title: t(found ? 'pages.shared.title' : 'pages.shared.goneTitle'), gone: !found, download: files.sharedPdf(token) },
    { status: found ? 200 : 410 },
  );
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await readForm(request, context);
  const token = params['token'] ?? '';
  const isTopic = await context.services.checklists.findTopicLink(token);
  return isTopic.ok ? openTopic(request, context, token, form) : openDocument(context, token, form);
}

async function openDocument(context: AppContext, token: string, form: PostedForm) {
  const code = form.text('code');
  const opened = await context.services.dossiers.openShareLink(token, code);
  if (!opened.ok) return refuse(context, opened.refusal, code);
  const { bytes, expiresAt, ...document } = opened.value;
  return page({ opened: { ...document, size: bytes.length, expiresAt: expiresAt.toISOString(), code }, topic: null, refusal: null });
}

async function openTopic(request: Request, context: AppContext, token: string, form: PostedForm) {
  const answered = await answerTopic(context, token, form, localeOf(request));
  if (!answered.ok) return refuse(context, answered.refusal, form.text('code'));
  return page({ opened: null, topic: answered.value.view, refusal: null }, { status: answered.value.status });
}

function refuse(context: AppContext, { code: refusal, retryAfterSeconds }: Refusal, code: string) {
  const again = retryAfterSeconds === undefined ? null : new Date(context.services.dossiers.now().getTime() + retryAfterSeconds * 1000).toISOString();
  return page(
    { opened: null, topic: null, refusal: { code: code === '' ? ('empty' as const) : refusal, again, typed: code.slice(0, 20) } },
    { status: refusal === 'too_many_attempts' ? 429 : refusal === 'link_expired' ? 410 : 422, ...(retryAfterSeconds ? { headers: { 'Retry-After': String(retryAfterSeconds) } } : {}) },
  );
}

/** What was shared by link: the code first, then a document to read or questions to answer. */
export default function Shared() {
  const found = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { download } = found;
  // A link may end between the question and the answer: by too many wrong codes, by its day, or by the company.
  const gone = found.gone || result?.refusal?.code === 'link_expired';
  const t = useText('dossiers');
  const h = useText('handOver');
  const format = useFormat();
  const locale = useLocale();
  const refusal = result?.refusal ?? null;
  const topic = gone ? null : (result?.topic ?? null);
  const error =
    refusal === null
      ? undefined
      : refusal.code === 'empty'
        ? t('pages.errors.code')
        : refusal.again !== null
          ? t('pages.shared.paused', { time: format.time(refusal.again) })
          : t('pages.shared.wrongCode');
  if (topic) {
    return (
      <Wrap flow>
        <Stack gap={5}>
          <PageHeader title={topic.topic.topic[locale]} lead={h('answer.lead', { company: topic.topic.company, checklist: topic.topic.checklist[locale], until: format.dateTime(topic.expiresAt) })} />
          <AnswerTopic key={`${topic.revision}-${topic.keptAt ?? ''}`} view={topic} />
        </Stack>
      </Wrap>
    );
  }
  return (
    <Wrap flow>
      <Stack gap={5}>
        <PageHeader title={result?.opened ? result.opened.title : t(gone ? 'pages.shared.goneTitle' : 'pages.shared.title')} lead={gone ? t('pages.shared.gone') : result?.opened ? undefined : t('pages.shared.lead')} />
        {gone ? null : result?.opened ? <OpenedDocument document={result.opened} download={download} /> : <ShareGate error={error} typed={refusal?.typed} />}
      </Stack>
    </Wrap>
  );
}
