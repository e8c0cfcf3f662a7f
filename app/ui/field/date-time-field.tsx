import type { ReactNode } from 'react';
import { TextField } from './field.tsx';

type Part = { id: string; name: string; defaultValue?: string; error?: ReactNode; label: ReactNode; hint?: ReactNode };

/** A moment: date and time side by side under one question. `max` is the latest date (`2026-11-19`), usually today. */
export function DateTimeField({ legend, legendIsHeading, optional, hint, date, time, min, max, timeOptional }: { legend: ReactNode; /** The question is the page's h1. */ legendIsHeading?: boolean; /** Word behind the question of a moment one may leave out. */ optional?: ReactNode; hint?: ReactNode; date: Part; time: Part; min?: string; max?: string; timeOptional?: ReactNode }) {
  const hintId = hint ? `${date.id}-group-hint` : undefined;
  return (
    <fieldset className="stack stack--4">
      {legendIsHeading ? (
        <legend>
          <h1>{legend}</h1>
        </legend>
      ) : (
        <legend className="field__label">
          {legend}
          {optional ? <span className="field__optional"> ({optional})</span> : null}
        </legend>
      )}
      {hint ? (
        <p className="muted measure" id={hintId}>
          {hint}
        </p>
      ) : null}
      <div className="field-row">
        <TextField {...date} type="date" width="short" min={min} max={max} describedBy={hintId} />
        <TextField {...time} type="time" width="short" optional={timeOptional} describedBy={hintId} />
      </div>
    </fieldset>
  );
}
