import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { CodeSheet } from '#app/features/accounts/code-sheet.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { keptCodeSchema } from '#app/features/accounts/form.ts';
import { GatePage } from '#app/features/accounts/gate-page.tsx';
import { useRecoveryWords } from '#app/features/accounts/recovery-words.tsx';
import { readForm } from '#app/http/forms.ts';
import { requireStep } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused } from '#app/http/respond.ts';
import { goOn } from '#app/http/sign-in-steps.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'signing_in', main: 'gate' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { formToken, email } = await requireStep(request, context, 'keep_recovery_code');
  return page({ title: textOf(localeOf(request), 'accounts')('recovery.title'), code: context.services.accounts.newCode(), formToken, email });
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requireStep(request, context, 'keep_recovery_code');
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const parsed = keptCodeSchema.safeParse(form.values);
  const done = parsed.success ? await context.services.accounts.keepRecoveryCode(context.cookie, parsed.data) : null;
  if (done?.ok) return goOn(request, context, done.value);
  const state = parsed.success ? done && formWithRefusal(locale, form.values, done.refusal, { field: 'lastGroup', wrong: 'recovery_lastGroupWrong' }) : formWithIssues(locale, form.values, parsed.error);
  const refusal = done?.refusal ?? { code: 'invalid_input' };
  if (!state) throw refused(refusal);
  return formAgain({ form: state, code: form.text('code') }, refusal);
}

export default function KeepRecoveryCode() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  return (
    <GatePage title={t('recovery.title')} lead={t('recovery.lead')} step={{ step: 4, steps: 4, name: t('recovery.stepName') }} form={acted?.form} emergencyHref={paths.emergency.start}>
      <CodeSheet form={acted?.form ?? emptyForm()} code={acted?.code ?? loaded.code} formToken={loaded.formToken} words={useRecoveryWords(loaded.email)} />
    </GatePage>
  );
}
