import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { newFactorSchema } from '#app/features/accounts/form.ts';
import { GatePage } from '#app/features/accounts/gate-page.tsx';
import { SecondFactorSetUp } from '#app/features/accounts/second-factor-set-up.tsx';
import { readForm } from '#app/http/forms.ts';
import { requireStep } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused } from '#app/http/respond.ts';
import { goOn } from '#app/http/sign-in-steps.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'signing_in', main: 'gate' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { formToken } = await requireStep(request, context, 'set_up_second_factor');
  const factor = await context.services.accounts.beginSecondFactor(context.cookie, null);
  if (!factor.ok) throw refused(factor.refusal);
  return page({ title: textOf(localeOf(request), 'accounts')('factor.title'), factor: factor.value, formToken });
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requireStep(request, context, 'set_up_second_factor');
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const parsed = newFactorSchema.safeParse(form.values);
  const done = parsed.success ? await context.services.accounts.confirmSecondFactor(context.cookie, parsed.data, context.client) : null;
  if (done?.ok) return goOn(request, context, done.value);
  const state = parsed.success ? done && formWithRefusal(locale, form.values, done.refusal, { field: 'code', wrong: 'codeWrong' }) : formWithIssues(locale, form.values, parsed.error);
  const factor = await context.services.accounts.beginSecondFactor(context.cookie, form.text('secret'));
  const refusal = done?.refusal ?? { code: 'invalid_input' };
  if (!state || !factor.ok) throw refused(refusal);
  return formAgain({ form: state, factor: factor.value }, refusal);
}

export default function SetUpSecondFactor() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  return (
    <GatePage title={t('factor.title')} lead={t('factor.lead')} step={{ step: 3, steps: 4, name: t('factor.stepName') }} form={acted?.form} emergencyHref={paths.emergency.start}>
      <SecondFactorSetUp form={acted?.form ?? emptyForm()} factor={acted?.factor ?? loaded.factor} formToken={loaded.formToken} />
    </GatePage>
  );
}
