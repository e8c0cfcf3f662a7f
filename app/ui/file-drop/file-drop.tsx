import type { ReactNode } from 'react';
import { FieldError, describedBy } from '../field/field-frame.tsx';
import { Icon } from '../icon/icon.tsx';

/** A file field; its form posts as `multipart/form-data`. Dropping onto the field is the browser's own. `action` is the button beside it. */
export function FileDrop({ id, name, label, labelHidden, hint, error, multiple, accept, disabled, action }: { id: string; name: string; label: ReactNode; labelHidden?: boolean; hint?: ReactNode; error?: ReactNode; multiple?: boolean; accept?: string; disabled?: boolean; action?: ReactNode }) {
  return (
    <div className={error ? 'field field--bad stack stack--2' : 'field stack stack--2'}>
      <label className={labelHidden ? 'vh' : 'field__label'} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? <FieldError id={id} error={error} /> : null}
      <div className="filedrop">
        <Icon name="upload" />
        <input id={id} name={name} type="file" multiple={multiple} accept={accept} disabled={disabled} aria-invalid={error ? 'true' : undefined} aria-describedby={describedBy(id, { hint, error })} />
        {action}
      </div>
    </div>
  );
}
