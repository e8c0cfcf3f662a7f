import { useText } from '#app/content/use-text.tsx';
import { RadioCards } from '#app/ui/choices/choices.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Secret } from '#app/ui/secret/secret.tsx';

/** A new password: our suggestion first, an own one below it. */
export function NewPasswordFields({ form, suggestion }: { form: FormState; suggestion: string }) {
  const t = useText('accounts');
  const choice = choiceProps(form, 'passwordChoice');
  return (
    <div className="stack stack--4">
      <Secret label={t('password.suggestion')} groups={[suggestion]} words />
      <input type="hidden" name="suggested" value={suggestion} />
      <RadioCards
        {...choice}
        legend={t('password.part')}
        chosen={choice.chosen.length > 0 ? choice.chosen : ['suggested']}
        options={[
          { value: 'suggested', label: t('password.useSuggestion'), hint: t('password.writeDown') },
          { value: 'own', label: t('password.useOwn'), hint: t('password.ownHint') },
        ]}
      />
      <TextField {...fieldProps(form, 'password')} label={t('password.own')} optional={t('password.onlyOwn')} type="password" autoComplete="new-password" />
    </div>
  );
}
