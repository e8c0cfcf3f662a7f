import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useFormat, useText } from '#app/content/use-text.tsx';
import { OpenedDocument, ShareGate } from '#app/features/dossiers/shared-page.tsx';
import { readForm } from '#app/http/forms.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page } from '#app/http/respond.ts';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'link' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const token = params['token'] ?? '';
  const found = await context.services.dossiers.findShareLink(token);
  const t = textOf(locale, 'dossiers');
  const { files } = pathsFor(locale);
  // Unknown, expired and ended links look alike, and nothing of the document shows before the code.
  return page(
    { title: t(found.ok ? 'pages.shared.title' : 'pages.shared.goneTitle'), gone: !found.ok, download: files.sharedPdf(token) },
    { status: found.ok ? 200 : 410 },
  );
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await readForm(request, context);
  const code = form.text('code');
  const opened = await context.services.dossiers.openShareLink(params['token'] ?? '', code);
  if (opened.ok) {
    const { bytes, expiresAt, ...document } = opened.value;
    return page({ opened: { ...document, size: bytes.length, expiresAt: expiresAt.toISOString(), code }, refusal: null });
  }
  const { code: refusal, retryAfterSeconds } = opened.refusal;
  const again = retryAfterSeconds === undefined ? null : new Date(context.services.dossiers.now().getTime() + retryAfterSeconds * 1000).toISOString();
  const empty = code === '';
  return page(
    { opened: null, refusal: { code: empty ? ('empty' as const) : refusal, again, typed: code.slice(0, 20) } },
    { status: refusal === 'too_many_attempts' ? 429 : refusal === 'link_expired' ? 410 : 422, ...(retryAfterSeconds ? { headers: { 'Retry-After': String(retryAfterSeconds) } } : {}) },
  );
}

/** A document shared by link: the code first, then what it is and the file. */
export default function Shared() {
  const found = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { download } = found;
  // A link may end between the question and the answer: by too many wrong codes, by its day, or by the company.
  const gone = found.gone || result?.refusal?.code === 'link_expired';
  const t = useText('dossiers');
  const format = useFormat();
  const refusal = result?.refusal ?? null;
  const error =
    refusal === null
      ? undefined
      : refusal.code === 'empty'
        ? t('pages.errors.code')
        : refusal.again !== null
          ? t('pages.shared.paused', { time: format.time(refusal.again) })
          : t('pages.shared.wrongCode');
  return (
    <Wrap flow>
      <Stack gap={5}>
        <PageHeader title={result?.opened ? result.opened.title : t(gone ? 'pages.shared.goneTitle' : 'pages.shared.title')} lead={gone ? t('pages.shared.gone') : result?.opened ? undefined : t('pages.shared.lead')} />
        {gone ? null : result?.opened ? <OpenedDocument document={result.opened} download={download} /> : <ShareGate error={error} typed={refusal?.typed} />}
      </Stack>
    </Wrap>
  );
}
