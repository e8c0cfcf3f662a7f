import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useFormat, useText } from '#app/content/use-text.tsx';
import { readForm } from '#app/http/forms.ts';
import { localeOf } from '#app/http/locale.ts';
import { page, publicPage } from '#app/http/respond.ts';
import { Button } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'public' };

export function loader({ request }: LoaderFunctionArgs) {
  return publicPage({ title: textOf(localeOf(request), 'dossiers')('pages.check.title') });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, context);
  const typed = { number: form.text('number').slice(0, 40), code: form.text('code').slice(0, 40) };
  const found = await context.services.dossiers.checkDocument(typed.number, typed.code);
  return found.ok ? page({ typed, found: { ...found.value, issuedAt: found.value.issuedAt.toISOString() } }) : page({ typed, found: null }, { status: 422 });
}

/** Whether a document in hand was issued here, and the hash of its file. */
export default function Authenticity() {
  const result = useActionData<typeof action>();
  const found = result?.found ?? null;
  const t = useText('dossiers');
  const format = useFormat();
  return (
    <Wrap flow>
      <Stack gap={5}>
        <PageHeader title={t('pages.check.title')} lead={t('pages.check.lead')} />
        {result && !found ? <Callout tone="warn" title={t('pages.check.unknownTitle')}>{t('pages.check.unknown')}</Callout> : null}
        {found ? (
          <>
            <Callout tone="ok" title={t('pages.check.knownTitle')}>{t('pages.check.known')}</Callout>
            <Facts
              facts={[
                { key: 'what', term: t('pages.shared.what'), value: t(`pages.kinds.${found.kind}`) },
                { key: 'number', term: t('pages.shared.number'), value: found.number },
                { key: 'at', term: t('pages.shared.issuedAt'), value: format.dateTime(found.issuedAt) },
                { key: 'language', term: t('pages.documents.language'), value: t(`pages.languages.${found.locale}`) },
                { key: 'hash', term: t('pages.check.hash'), value: <code translate="no">{found.sha256}</code> },
              ]}
            />
          </>
        ) : null}
        <form method="post" className="stack stack--4">
          <TextField id="f-number" name="number" label={t('pages.check.number')} hint={t('pages.check.numberHint')} defaultValue={result?.typed.number} autoComplete="off" spellCheck={false} maxLength={40} />
          <TextField id="f-code" name="code" label={t('pages.check.code')} hint={t('pages.check.codeHint')} defaultValue={result?.typed.code} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} />
          <div>
            <Button>{t('pages.check.send')}</Button>
          </div>
        </form>
      </Stack>
    </Wrap>
  );
}
