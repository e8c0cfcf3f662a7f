import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import { useFirstFocus } from './use-first-focus.ts';

export type SummaryError = {
  /** Id of the field, without `#`. */
  field: string;
  /** Word for word the text at the field. */
  text: ReactNode;
};

/**
 * What is wrong, at the top of a page after a failed post. The page's title starts with „Fehler:“. It has the focus from the first
 * moment, with script and without: a key goes on from here, and a screen reader begins here. Renders nothing without errors.
 */
export function ErrorSummary({ title, errors }: { title: ReactNode; errors: readonly SummaryError[] }) {
  return errors.length === 0 ? null : <Summary title={title} errors={errors} />;
}

function Summary({ title, errors }: { title: ReactNode; errors: readonly SummaryError[] }) {
  const summary = useRef<HTMLDivElement>(null);
  useFirstFocus(summary);
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- after a refusal the page begins at what is wrong
    <div ref={summary} className="errors" role="alert" aria-labelledby="errors-title" tabIndex={-1} autoFocus id="errors">
      <h2 id="errors-title">
        <Icon name="alert" />
        {title}
      </h2>
      <ul className="list">
        {errors.map((error, index) => (
          <li key={`${error.field}-${index}`}>
            <a href={`#${error.field}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
