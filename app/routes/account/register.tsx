import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { registerSchema } from '#app/features/accounts/form.ts';
import { GatePage } from '#app/features/accounts/gate-page.tsx';
import { RegisterForm } from '#app/features/accounts/register-form.tsx';
import { readPublicForm } from '#app/http/forms.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused, seeOther } from '#app/http/respond.ts';
import { sessionCookie } from '#app/http/session-cookie.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'signing_in', main: 'gate' };

const schema = registerSchema(suedwestsachsen.districts.map((district) => district.id));

export function loader({ request, context }: LoaderFunctionArgs) {
  return page({ title: textOf(localeOf(request), 'accounts')('register.title'), suggestion: context.services.accounts.suggestPassphrase() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const form = await readPublicForm(request);
  const parsed = schema.safeParse(form.values);
  const suggestion = form.text('suggested');
  if (!parsed.success) return formAgain({ form: formWithIssues(locale, form.values, parsed.error), suggestion }, { code: 'invalid_input' });
  const done = await context.services.accounts.registerCompany({ ...parsed.data, locale }, context.client);
  if (done.ok) return seeOther(pathsFor(locale).accounts.registerStep('postfach'), { headers: { 'Set-Cookie': sessionCookie(done.value.cookie, context.site) } });
  const state = formWithRefusal(locale, form.values, done.refusal, { field: 'password', wrong: 'password_guessable' });
  if (!state) throw refused(done.refusal);
  return formAgain({ form: state, suggestion }, done.refusal);
}

export default function Register() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const t = useText('accounts');
  const locale = useLocale();
  const paths = pathsFor(locale);
  const districts = suedwestsachsen.districts.map((district) => ({ value: district.id, label: district.name[locale] }));
  return (
    <GatePage title={t('register.title')} lead={t('register.lead')} step={{ step: 1, steps: 4, name: t('register.stepName') }} form={acted?.form} emergencyHref={paths.emergency.start}>
      <RegisterForm form={acted?.form ?? emptyForm()} suggestion={acted?.suggestion || loaded.suggestion} districts={districts} />
      <p className="t-2">{t.rich('gate.haveAccount', { link: (words) => <a href={paths.accounts.signIn}>{words}</a> })}</p>
    </GatePage>
  );
}
