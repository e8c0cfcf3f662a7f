import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react';
import { classNames } from '../class-names.ts';
import { FieldFrame, describedBy } from './field-frame.tsx';
import type { FieldWords } from './field-frame.tsx';

type Common = FieldWords & {
  id: string;
  name: string;
  defaultValue?: string;
  disabled?: boolean;
  /** Ids of further texts that describe the control. */
  describedBy?: string;
};

export type TextFieldProps = Common &
  Pick<InputHTMLAttributes<HTMLInputElement>, 'autoComplete' | 'inputMode' | 'maxLength' | 'minLength' | 'min' | 'max' | 'step' | 'pattern' | 'spellCheck' | 'autoCapitalize' | 'readOnly' | 'list' | 'lang' | 'autoFocus'> & {
    type?: 'text' | 'email' | 'tel' | 'password' | 'url' | 'search' | 'number' | 'date' | 'time' | 'datetime-local';
    /** `short` for dates and numbers, `code` for one-time codes, `share-code` for the longer codes of links. */
    width?: 'full' | 'short' | 'code' | 'share-code';
    /** The label is a hint: inside a group whose legend asks. */
    small?: boolean;
  };

/** One line of text. A field is required unless `optional` names it otherwise; the browser does not check, the server does. */
export function TextField({ id, name, label, hint, error, optional, width, small, type, describedBy: also, ...rest }: TextFieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional} small={small}>
      <input
        {...rest}
        className={classNames('input', width === 'short' && 'input--short', (width === 'code' || width === 'share-code') && 'input--code', width === 'share-code' && 'input--share-code')}
        id={id}
        name={name}
        type={type ?? 'text'}
        aria-invalid={error ? 'true' : undefined}
        aria-required={optional ? undefined : 'true'}
        aria-describedby={describedBy(id, { hint, error, also })}
      />
    </FieldFrame>
  );
}

export type TextAreaProps = Common & Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'rows' | 'maxLength' | 'spellCheck' | 'autoComplete'>;

/** Several lines of text. */
export function TextArea({ id, name, label, hint, error, optional, rows, describedBy: also, ...rest }: TextAreaProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        {...rest}
        className="input"
        id={id}
        name={name}
        rows={rows ?? 3}
        aria-invalid={error ? 'true' : undefined}
        aria-required={optional ? undefined : 'true'}
        aria-describedby={describedBy(id, { hint, error, also })}
      />
    </FieldFrame>
  );
}

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectFieldProps = Common & {
  options: readonly SelectOption[] | readonly { group: string; options: readonly SelectOption[] }[];
  /** First line with an empty value, for instance „Bitte wählen“. */
  empty?: string;
  autoComplete?: string;
  width?: 'full' | 'short';
};

/** A choice from many; up to five options use `RadioCards` instead. */
export function SelectField({ id, name, label, hint, error, optional, options, empty, width, describedBy: also, ...rest }: SelectFieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <select
        {...rest}
        className={classNames('input', width === 'short' && 'input--short')}
        id={id}
        name={name}
        aria-invalid={error ? 'true' : undefined}
        aria-required={optional ? undefined : 'true'}
        aria-describedby={describedBy(id, { hint, error, also })}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((entry) =>
          'group' in entry ? (
            <optgroup key={entry.group} label={entry.group}>
              {entry.options.map(optionOf)}
            </optgroup>
          ) : (
            optionOf(entry)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function optionOf(option: SelectOption): ReactNode {
  return (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}
