import { useActionData, useLoaderData } from '@remix-run/react';
import { useText } from '#app/content/use-text.tsx';
import { CodeSheet } from '#app/features/accounts/code-sheet.tsx';
import { CredentialPage } from '#app/features/accounts/credential-page.tsx';
import { useSheetWords } from '#app/features/accounts/recovery-words.tsx';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { actOnSheet, loadSheet } from './sheet-route.ts';

export function SheetRoute() {
  const loaded = useLoaderData<typeof loadSheet>();
  const acted = useActionData<typeof actOnSheet>();
  const t = useText('accounts');
  return (
    <CredentialPage title={t('sheet.title')} lead={`${t('sheet.lead')} ${t('sheet.replaces')}`} back={loaded.back} backLabel={t('sheet.back')} form={acted?.form}>
      <CodeSheet form={acted?.form ?? emptyForm()} code={acted?.code ?? loaded.code} formToken={loaded.formToken} words={useSheetWords(loaded.organisation)} />
    </CredentialPage>
  );
}
