import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';

export type FieldWords = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Word behind the label of a field one may leave empty, for instance „freiwillig“. Fields without it are required. */
  optional?: ReactNode;
};

/** Label, hint, error, control: the order in which a field is read. */
export function FieldFrame({ id, label, hint, error, optional, small, children }: FieldWords & { id: string; small?: boolean; children: ReactNode }) {
  return (
    <div className={classNames('field', error && 'field--bad', `stack stack--${small ? 1 : 2}`)}>
      <label className={small ? 'field__hint' : 'field__label'} htmlFor={id}>
        {label}
        {optional ? <span className="field__optional"> ({optional})</span> : null}
      </label>
      {hint ? (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? <FieldError id={id} error={error} /> : null}
      {children}
    </div>
  );
}

/** The error of a field or of a group. */
export function FieldError({ id, error }: { id: string; error: ReactNode }) {
  return (
    <p className="field__error" id={`${id}-error`}>
      <Icon name="alert" />
      <span>{error}</span>
    </p>
  );
}

/** Ids that describe a control: its error first, then its hint, then what the page adds. */
export function describedBy(id: string, words: { hint?: ReactNode; error?: ReactNode; also?: string }): string | undefined {
  return classNames(words.error ? `${id}-error` : null, words.hint ? `${id}-hint` : null, words.also) || undefined;
}
