import type { ReactNode } from 'react';
import { Button } from '#app/ui/button/button.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Secret } from '#app/ui/secret/secret.tsx';
import { FormToken } from './gate-page.tsx';

type Props = {
  form: FormState;
  code: string;
  formToken: string;
  words: { label: string; sheetOf: string; print: string; lastGroup: string; lastGroupHint: string; submit: string };
  below?: ReactNode;
};

/** A code to print and to confirm: recovery code or emergency sheet. The code is made with the form and posted with it. */
export function CodeSheet({ form, code, formToken, words, below }: Props) {
  return (
    <form className="stack stack--5" method="post" noValidate>
      <FormToken token={formToken} />
      <input type="hidden" name="code" value={code} />
      <div className="stack stack--2">
        <p className="t-2 muted">{words.sheetOf}</p>
        <Secret label={words.label} groups={code.split('-')} />
      </div>
      <p>{words.print}</p>
      <div className="no-print stack stack--4">
        <TextField {...fieldProps(form, 'lastGroup')} label={words.lastGroup} hint={words.lastGroupHint} width="short" autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={20} />
        <p>
          <Button block>{words.submit}</Button>
        </p>
        {below}
      </div>
    </form>
  );
}
