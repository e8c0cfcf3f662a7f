import type { ReactNode } from 'react';
import { FieldError } from '../field/field-frame.tsx';

export type Work = { key: string; href: string; title: ReactNode; state?: ReactNode; note?: ReactNode; current?: boolean };

/** Cases or requests of a person, the open one lit. */
export function WorkList({ id, title, works, empty, onlyWide }: { id: string; title: ReactNode; works: readonly Work[]; empty?: ReactNode; onlyWide?: boolean }) {
  return (
    <nav className={onlyWide ? 'panel panel--list hide-s' : 'panel panel--list'} aria-labelledby={id}>
      <h2 className="panel__title" id={id}>
        {title}
      </h2>
      {works.length === 0 && empty ? <p className="panel__empty">{empty}</p> : null}
      <ul className="worklist">
        {works.map((work) => (
          <li key={work.key}>
            <a href={work.href} aria-current={work.current ? 'page' : undefined}>
              <b>{work.title}</b>
              {work.state}
              {work.note ? (
                <>
                  <br />
                  <small>{work.note}</small>
                </>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export type Task = { key: string; name: string; value: string; label: ReactNode; note?: ReactNode; badge?: ReactNode; done?: boolean; disabled?: boolean };

/** Tasks to tick; the form around it has a button that saves the ticks. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="tasks">
      {tasks.map((task) => (
        <li key={task.key}>
          <label>
            <input type="checkbox" name={task.name} value={task.value} defaultChecked={task.done} disabled={task.disabled} />
            <span>
              <b>{task.label}</b>
              {task.note ? <small>{task.note}</small> : null}
            </span>
            {task.badge}
          </label>
        </li>
      ))}
    </ul>
  );
}

/** One point to judge, with the evidence above the answers. `asked` stands below an answer that `asks` for more, where the browser can tell. */
export function Criterion({ id, name, legend, evidence, error, options, chosen, asked, children }: { id: string; name: string; legend: ReactNode; evidence?: ReactNode; error?: ReactNode; options: readonly { value: string; label: ReactNode; asks?: boolean }[]; chosen?: string; asked?: ReactNode; children?: ReactNode }) {
  return (
    <fieldset className="crit" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      <div>
        {evidence ? <div className="muted t-2">{evidence}</div> : null}
        {error ? <FieldError id={id} error={error} /> : null}
        <div className="segment">
          {options.map((option, index) => (
            <label key={option.value}>
              <input type="radio" id={index === 0 ? id : `${id}-${index + 1}`} name={name} value={option.value} defaultChecked={chosen === option.value} data-asks={option.asks ? '' : undefined} />
              {option.label}
            </label>
          ))}
        </div>
        {asked ? <div className="crit__asked">{asked}</div> : null}
        {children}
      </div>
    </fieldset>
  );
}
