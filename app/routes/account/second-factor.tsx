import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { CredentialPage } from '#app/features/accounts/credential-page.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { newFactorSchema } from '#app/features/accounts/form.ts';
import { SecondFactorSetUp } from '#app/features/accounts/second-factor-set-up.tsx';
import { readForm } from '#app/http/forms.ts';
import { refuseOrStepUp, requireFreshFactor, requireSignedIn } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused, seeOther } from '#app/http/respond.ts';
import { sessionCookie } from '#app/http/session-cookie.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'account' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { formToken } = await requireFreshFactor(request, context, 'account.change_second_factor', 'self');
  const locale = localeOf(request);
  const factor = await context.services.accounts.beginSecondFactor(context.cookie, null);
  if (!factor.ok) throw refused(factor.refusal);
  return page({ title: textOf(locale, 'accounts')('factor.replaceTitle'), formToken, factor: factor.value, back: pathsFor(locale).accounts.account });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request, context);
  const locale = localeOf(request);
  const { accounts } = context.services;
  const form = await readForm(request, context);
  const parsed = newFactorSchema.safeParse(form.values);
  const done = parsed.success ? await accounts.replaceSecondFactor(actor, context.cookie, parsed.data) : null;
  if (done?.ok) return seeOther(`${pathsFor(locale).accounts.account}?geaendert`, { headers: { 'Set-Cookie': sessionCookie(done.value.cookie, context.site) } });
  const state = parsed.success ? done && formWithRefusal(locale, form.values, done.refusal, { field: 'code', wrong: 'codeWrong' }) : formWithIssues(locale, form.values, parsed.error);
  const factor = await accounts.beginSecondFactor(context.cookie, form.text('secret'));
  const refusal = done?.refusal ?? { code: 'invalid_input' };
  if (!state || !factor.ok) throw refuseOrStepUp(refusal, request);
  return formAgain({ form: state, factor: factor.value }, refusal);
}

export default function SecondFactor() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const t = useText('accounts');
  return (
    <CredentialPage title={t('factor.replaceTitle')} lead={t('factor.replaceLead')} back={loaded.back} form={acted?.form}>
      <SecondFactorSetUp form={acted?.form ?? emptyForm()} factor={acted?.factor ?? loaded.factor} formToken={loaded.formToken} />
    </CredentialPage>
  );
}
