import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';

export type FirstAidStep = {
  key: string;
  title: ReactNode;
  text: ReactNode;
  /** When the step does not hold. */
  exception?: ReactNode;
  /** Read aloud for the tick, for instance „Schritt 1 erledigt“. */
  doneLabel: string;
};

/** What to do now, in order. Ticking is for the reader only, nothing is sent. */
export function FirstAidSteps({ steps }: { steps: readonly FirstAidStep[] }) {
  return (
    <ol className="aid">
      {steps.map((step, index) => (
        <li key={step.key}>
          <label>
            <span className="aid__n" aria-hidden="true">
              {index + 1}
            </span>
            <span className="aid__text">
              <b>{step.title}</b>
              {step.text}
              {step.exception ? (
                <>
                  {' '}
                  <em>{step.exception}</em>
                </>
              ) : null}
            </span>
            <input type="checkbox" autoComplete="off" />
            <span className="vh">{step.doneLabel}</span>
          </label>
        </li>
      ))}
    </ol>
  );
}

/** What to leave alone. */
export function DontList({ id, title, items }: { id: string; title: ReactNode; items: readonly { key: string; text: ReactNode }[] }) {
  return (
    <section className="dont" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="list">
        {items.map((item) => (
          <li key={item.key}>
            <Icon name="cross" />
            <span>{item.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Card to hang up: numbered short steps and lines to fill in. On paper it is A6, landscape. */
export function PrintCard({ id, title, lead, steps, blanks, action }: { id: string; title: ReactNode; lead?: ReactNode; steps: readonly { key: string; text: ReactNode }[]; /** Lines to write on, or with what is known filled in. */ blanks?: readonly { key: string; label: ReactNode; value?: ReactNode }[]; action?: ReactNode }) {
  return (
    <section className="card-print stack stack--3" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead ? <p className="t-2">{lead}</p> : null}
      <ol className="n">
        {steps.map((step) => (
          <li key={step.key}>{step.text}</li>
        ))}
      </ol>
      {blanks?.map((blank) => (
        <p className="blank" key={blank.key}>
          {blank.label}
          {blank.value ? <strong className="blank__value">{blank.value}</strong> : null}
        </p>
      ))}
      {action ? <div className="no-print">{action}</div> : null}
    </section>
  );
}
