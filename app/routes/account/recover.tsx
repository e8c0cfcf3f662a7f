import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { formWithIssues } from '#app/features/accounts/form-errors.ts';
import { recoverSchema } from '#app/features/accounts/form.ts';
import { GatePage } from '#app/features/accounts/gate-page.tsx';
import { readPublicForm } from '#app/http/forms.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page } from '#app/http/respond.ts';
import { Button } from '#app/ui/button/button.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { emptyForm, fieldProps } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'signing_in', main: 'gate' };

export function loader({ request }: LoaderFunctionArgs) {
  return page({ title: textOf(localeOf(request), 'accounts')('recover.title') });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const form = await readPublicForm(request);
  const parsed = recoverSchema.safeParse(form.values);
  if (!parsed.success) return page({ form: formWithIssues(locale, form.values, parsed.error), sent: false }, { status: 422 });
  await context.services.accounts.requestReset(parsed.data.email, locale, context.client);
  return page({ form: null, sent: true });
}

export default function Recover() {
  const acted = useActionData<typeof action>();
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  if (acted?.sent) {
    return (
      <GatePage title={t('recover.sentTitle')} emergencyHref={paths.emergency.start}>
        <p>{t('recover.sent')}</p>
      </GatePage>
    );
  }
  return (
    <GatePage title={t('recover.title')} lead={t('recover.lead')} form={acted?.form} emergencyHref={paths.emergency.start}>
      <form className="stack stack--4" method="post" noValidate>
        <TextField {...fieldProps(acted?.form ?? emptyForm(), 'email')} label={t('register.email')} type="email" autoComplete="username" spellCheck={false} />
        <p>
          <Button block>{t('recover.submit')}</Button>
        </p>
      </form>
    </GatePage>
  );
}
