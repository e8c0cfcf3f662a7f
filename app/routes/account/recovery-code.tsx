import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { CodeSheet } from '#app/features/accounts/code-sheet.tsx';
import { CredentialPage } from '#app/features/accounts/credential-page.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { keptCodeSchema } from '#app/features/accounts/form.ts';
import { useRecoveryWords } from '#app/features/accounts/recovery-words.tsx';
import { readForm } from '#app/http/forms.ts';
import { refuseOrStepUp, requireFreshFactor, requireSignedIn } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused, seeOther } from '#app/http/respond.ts';
import { sessionCookie } from '#app/http/session-cookie.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'account' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { formToken, actor } = await requireFreshFactor(request, context, 'account.renew_recovery_code', 'self');
  const locale = localeOf(request);
  const { accounts } = context.services;
  const account = await accounts.readAccount(actor);
  if (!account.ok) throw refused(account.refusal);
  return page({ title: textOf(locale, 'accounts')('recovery.renewTitle'), formToken, code: accounts.newCode(), email: account.value.email, back: pathsFor(locale).accounts.account });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request, context);
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const parsed = keptCodeSchema.safeParse(form.values);
  const done = parsed.success ? await context.services.accounts.renewRecoveryCode(actor, context.cookie, parsed.data) : null;
  if (done?.ok) return seeOther(`${pathsFor(locale).accounts.account}?geaendert`, { headers: { 'Set-Cookie': sessionCookie(done.value.cookie, context.site) } });
  const state = parsed.success ? done && formWithRefusal(locale, form.values, done.refusal, { field: 'lastGroup', wrong: 'recovery_lastGroupWrong' }) : formWithIssues(locale, form.values, parsed.error);
  const refusal = done?.refusal ?? { code: 'invalid_input' };
  if (!state) throw refuseOrStepUp(refusal, request);
  return formAgain({ form: state, code: form.text('code') }, refusal);
}

export default function RecoveryCode() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const t = useText('accounts');
  return (
    <CredentialPage title={t('recovery.renewTitle')} lead={t('recovery.renewLead')} back={loaded.back} form={acted?.form}>
      <CodeSheet form={acted?.form ?? emptyForm()} code={acted?.code ?? loaded.code} formToken={loaded.formToken} words={useRecoveryWords(loaded.email)} />
    </CredentialPage>
  );
}
