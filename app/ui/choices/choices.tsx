import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { FieldError, describedBy } from '../field/field-frame.tsx';

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
};

export type ChoicesProps = {
  id: string;
  name: string;
  legend: ReactNode;
  /** The question is the page's h1 (one question per page). */
  legendIsHeading?: boolean;
  legendHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  /** Word behind the legend of a question one may skip. */
  optional?: ReactNode;
  options: readonly Choice[];
  /** Values shown as chosen. */
  chosen?: readonly string[];
};

/** One answer of few, as cards. */
export function RadioCards(props: ChoicesProps) {
  return <ChoiceGroup {...props} type="radio" />;
}

/** Any number of answers, as cards. */
export function CheckboxList(props: ChoicesProps) {
  return <ChoiceGroup {...props} type="checkbox" />;
}

function ChoiceGroup({ type, id, name, legend, legendIsHeading, legendHidden, hint, error, optional, options, chosen }: ChoicesProps & { type: 'radio' | 'checkbox' }) {
  return (
    <fieldset className={classNames('stack', legendIsHeading ? 'stack--4' : 'stack--2', error && 'field--bad')} aria-describedby={describedBy(id, { hint, error })} role={type === 'radio' ? 'radiogroup' : undefined} aria-required={type === 'radio' && !optional ? 'true' : undefined} aria-invalid={error && type === 'radio' ? 'true' : undefined}>
      <Legend legend={legend} isHeading={legendIsHeading} hidden={legendHidden} optional={optional} />
      {hint ? (
        <p className={legendIsHeading ? 'muted measure' : 'field__hint'} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={id} error={error} /> : null}
      <div className="choices measure">
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input type={type} name={name} value={option.value} id={index === 0 ? id : `${id}-${index + 1}`} defaultChecked={chosen?.includes(option.value)} disabled={option.disabled} />
            <span>
              <b>{option.label}</b>
              {option.hint ? <small>{option.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One yes or no, as a card or, plain, as a line. */
export function Checkbox({ id, name, value, label, hint, error, checked, plain, disabled }: { id: string; name: string; value?: string; label: ReactNode; hint?: ReactNode; error?: ReactNode; checked?: boolean; plain?: boolean; disabled?: boolean }) {
  const box = (
    <label className={classNames('choice', plain && 'choice--plain')}>
      <input type="checkbox" id={id} name={name} value={value ?? 'yes'} defaultChecked={checked} disabled={disabled} aria-invalid={error ? 'true' : undefined} aria-describedby={describedBy(id, { error })} />
      <span>
        <b>{label}</b>
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  );
  if (!error) return box;
  return (
    <div className="field field--bad stack stack--2">
      <FieldError id={id} error={error} />
      {box}
    </div>
  );
}

/** One answer of two or three short ones, side by side. */
export function Segment({ id, name, legend, legendHidden, hint, error, options, chosen }: Omit<ChoicesProps, 'legendIsHeading' | 'optional'>) {
  return (
    <fieldset className={classNames('stack stack--2', error && 'field--bad')} aria-describedby={describedBy(id, { hint, error })}>
      <Legend legend={legend} hidden={legendHidden} />
      {hint ? (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={id} error={error} /> : null}
      <div className="segment">
        {options.map((option, index) => (
          <label key={option.value}>
            <input type="radio" name={name} value={option.value} id={index === 0 ? id : `${id}-${index + 1}`} defaultChecked={chosen?.includes(option.value)} disabled={option.disabled} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Legend({ legend, isHeading, hidden, optional }: { legend: ReactNode; isHeading?: boolean; hidden?: boolean; optional?: ReactNode }) {
  if (isHeading) {
    return (
      <legend>
        <h1>{legend}</h1>
      </legend>
    );
  }
  return (
    <legend className={hidden ? 'vh' : 'field__label'}>
      {legend}
      {optional ? <span className="field__optional"> ({optional})</span> : null}
    </legend>
  );
}
