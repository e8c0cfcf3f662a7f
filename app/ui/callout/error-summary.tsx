import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';

export type SummaryError = {
  /** Id of the field, without `#`. */
  field: string;
  /** Word for word the text at the field. */
  text: ReactNode;
};

/** What is wrong, at the top of a page after a failed post. The page's title starts with „Fehler:“. Renders nothing without errors. */
export function ErrorSummary({ title, errors }: { title: ReactNode; errors: readonly SummaryError[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="errors" role="alert" aria-labelledby="errors-title" tabIndex={-1} id="errors">
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
