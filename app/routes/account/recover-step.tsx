import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { resetSchema } from '#app/features/accounts/form.ts';
import { GatePage } from '#app/features/accounts/gate-page.tsx';
import { NewPasswordFields } from '#app/features/accounts/new-password-fields.tsx';
import { readPublicForm } from '#app/http/forms.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused } from '#app/http/respond.ts';
import { goOn } from '#app/http/sign-in-steps.ts';
import { Button } from '#app/ui/button/button.tsx';
import { Checkbox } from '#app/ui/choices/choices.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { emptyForm, fieldProps } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'signing_in', main: 'gate' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { accounts } = context.services;
  if (!(await accounts.isResetOpen(params.token ?? ''))) throw refused({ code: 'link_expired' });
  return page({ title: textOf(localeOf(request), 'accounts')('recover.stepTitle'), suggestion: accounts.suggestPassphrase() });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const token = params.token ?? '';
  const form = await readPublicForm(request);
  const parsed = resetSchema.safeParse(form.values);
  if (!parsed.success) return page({ form: formWithIssues(locale, form.values, parsed.error), suggestion: form.text('suggested') }, { status: 422 });
  const { recoveryCode, password, lostSecondFactor } = parsed.data;
  const { accounts } = context.services;
  const done =
    recoveryCode === ''
      ? await accounts.resetWithoutCode(token, password, context.client)
      : await accounts.resetWithRecoveryCode(token, { code: recoveryCode, password, lostSecondFactor }, context.client);
  if (done.ok) return goOn(request, context, done.value);
  const state = formWithRefusal(locale, form.values, done.refusal, { field: 'recoveryCode', wrong: 'recovery_codeWrong' });
  if (!state) throw refused(done.refusal);
  return formAgain({ form: state, suggestion: form.text('suggested') }, done.refusal);
}

export default function RecoverStep() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  const form = acted?.form ?? emptyForm();
  return (
    <GatePage title={t('recover.stepTitle')} form={acted?.form} emergencyHref={paths.emergency.start}>
      <form className="stack stack--6" method="post" noValidate>
        <section className="stack stack--4" aria-labelledby="code-part">
          <h2 id="code-part" className="t-4">{t('recover.codePart')}</h2>
          <TextField {...fieldProps(form, 'recoveryCode')} label={t('recover.code')} hint={t('recover.codeHint')} optional={t('recover.codeOptional')} autoComplete="off" spellCheck={false} />
          <p className="muted t-2">{t('recover.lostHint')}</p>
          <Checkbox id="f-lostSecondFactor" name="lostSecondFactor" label={t('recover.lostFactor')} hint={t('recover.lostFactorHint')} checked={form.values.lostSecondFactor === 'yes'} />
        </section>
        <NewPasswordFields form={form} suggestion={acted?.suggestion || loaded.suggestion} />
        <p>
          <Button block>{t('recover.submitStep')}</Button>
        </p>
      </form>
    </GatePage>
  );
}
