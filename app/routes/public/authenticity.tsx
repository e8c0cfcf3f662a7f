import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { CheckForm, FoundDocument } from '#app/features/dossiers/check-page.tsx';
import { checkForm, checkFaults } from '#app/features/dossiers/form.ts';
import { readForm } from '#app/http/forms.ts';
import { localeOf } from '#app/http/locale.ts';
import { page, publicPage } from '#app/http/respond.ts';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'public' };

export function loader({ request }: LoaderFunctionArgs) {
  return publicPage({ title: textOf(localeOf(request), 'dossiers')('pages.check.title') });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, context);
  const typed = { number: form.text('number').slice(0, 40), code: form.text('code').slice(0, 40), hash: form.text('hash').slice(0, 200) };
  const read = checkForm.safeParse(typed);
  if (!read.success) return page({ form: { typed, errors: checkFaults(read.error) }, found: null, unknown: false }, { status: 422 });
  const found = await context.services.dossiers.checkDocument(read.data);
  return found.ok
    ? page({ form: { typed, errors: {} }, found: { ...found.value, issuedAt: found.value.issuedAt.toISOString() }, unknown: false })
    : page({ form: { typed, errors: {} }, found: null, unknown: true }, { status: 422 });
}

/** Whether a document in hand was issued here, and whether the file is the one that was. */
export default function Authenticity() {
  const result = useActionData<typeof action>();
  const t = useText('dossiers');
  return (
    <Wrap flow>
      <Stack gap={5}>
        <PageHeader title={t('pages.check.title')} lead={t('pages.check.lead')} />
        {result?.unknown ? <Callout tone="warn" title={t('pages.check.unknownTitle')}>{t('pages.check.unknown')}</Callout> : null}
        {result?.found ? <FoundDocument found={result.found} /> : null}
        <CheckForm form={result?.form ?? null} />
      </Stack>
    </Wrap>
  );
}
