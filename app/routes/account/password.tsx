import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { CredentialPage } from '#app/features/accounts/credential-page.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { changePasswordSchema } from '#app/features/accounts/form.ts';
import { FormToken } from '#app/features/accounts/gate-page.tsx';
import { NewPasswordFields } from '#app/features/accounts/new-password-fields.tsx';
import { readForm } from '#app/http/forms.ts';
import { refuseOrStepUp, requireFreshFactor, requireSignedIn } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { formAgain, page, seeOther } from '#app/http/respond.ts';
import { sessionCookie } from '#app/http/session-cookie.ts';
import { Button } from '#app/ui/button/button.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { emptyForm, fieldProps } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'account' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { formToken } = await requireFreshFactor(request, context, 'account.change_password', 'self');
  const locale = localeOf(request);
  return page({ title: textOf(locale, 'accounts')('account.passwordTitle'), formToken, suggestion: context.services.accounts.suggestPassphrase(), back: pathsFor(locale).accounts.account });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request, context);
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const parsed = changePasswordSchema.safeParse(form.values);
  if (!parsed.success) return page({ form: formWithIssues(locale, form.values, parsed.error), suggestion: form.text('suggested') }, { status: 422 });
  const done = await context.services.accounts.changePassword(actor, context.cookie, parsed.data);
  if (done.ok) return seeOther(`${pathsFor(locale).accounts.account}?geaendert`, { headers: { 'Set-Cookie': sessionCookie(done.value.cookie, context.site) } });
  const state = formWithRefusal(locale, form.values, done.refusal, { field: 'current', wrong: 'password_currentWrong' });
  if (!state) throw refuseOrStepUp(done.refusal, request);
  return formAgain({ form: state, suggestion: form.text('suggested') }, done.refusal);
}

export default function Password() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const t = useText('accounts');
  const form = acted?.form ?? emptyForm();
  return (
    <CredentialPage title={t('account.passwordTitle')} lead={t('account.passwordLead')} back={loaded.back} form={acted?.form}>
      <form className="stack stack--5" method="post" noValidate>
        <FormToken token={loaded.formToken} />
        <TextField {...fieldProps(form, 'current')} label={t('password.current')} type="password" autoComplete="current-password" />
        <NewPasswordFields form={form} suggestion={acted?.suggestion || loaded.suggestion} />
        <p>
          <Button>{t('account.passwordSubmit')}</Button>
        </p>
      </form>
    </CredentialPage>
  );
}
