import { useLabels, useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { SelectField, TextField } from '#app/ui/field/field.tsx';
import { fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { NewPasswordFields } from './new-password-fields.tsx';

type Props = { form: FormState; suggestion: string; districts: readonly { value: string; label: string }[] };

/** Company, person and password on one page: what is asked once is asked together. */
export function RegisterForm({ form, suggestion, districts }: Props) {
  const t = useText('accounts');
  const common = useText('common');
  const labels = useLabels();
  const empty = common('action.select');
  return (
    <form className="stack stack--6" method="post" noValidate>
      <section className="stack stack--4" aria-labelledby="company">
        <h2 id="company" className="t-4">{t('register.companyPart')}</h2>
        <TextField {...fieldProps(form, 'organisationName')} label={t('register.organisationName')} autoComplete="organization" />
        <TextField {...fieldProps(form, 'town')} label={t('register.town')} autoComplete="address-level2" />
        <SelectField {...fieldProps(form, 'district')} label={t('register.district')} empty={empty} options={districts} />
        <SelectField {...fieldProps(form, 'companyKind')} label={t('register.companyKind')} empty={empty} options={optionsOf(labels.companyKinds)} />
        <SelectField {...fieldProps(form, 'sectorSection')} label={t('register.sectorSection')} hint={t('register.sectorHint')} empty={empty} options={optionsOf(labels.sectors)} />
        <SelectField {...fieldProps(form, 'sizeClass')} label={t('register.sizeClass')} empty={empty} options={optionsOf(labels.sizeClasses)} />
      </section>
      <section className="stack stack--4" aria-labelledby="person">
        <h2 id="person" className="t-4">{t('register.personPart')}</h2>
        <TextField {...fieldProps(form, 'name')} label={t('register.name')} autoComplete="name" />
        <TextField {...fieldProps(form, 'email')} label={t('register.email')} hint={t('register.emailHint')} type="email" autoComplete="email" spellCheck={false} />
      </section>
      <NewPasswordFields form={form} suggestion={suggestion} />
      <p className="muted t-2">{t('register.office')}</p>
      <p>
        <Button block>{t('register.submit')}</Button>
      </p>
    </form>
  );
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
