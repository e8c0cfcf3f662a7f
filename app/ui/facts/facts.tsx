import type { ReactNode } from 'react';

export type Fact = { key: string; term: ReactNode; value: ReactNode };

/** Facts in two columns. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.flatMap((fact) => [<dt key={`${fact.key}-t`}>{fact.term}</dt>, <dd key={`${fact.key}-v`}>{fact.value}</dd>])}
    </dl>
  );
}

/** Large numbers with what they count. */
export function Figures({ figures }: { figures: readonly { key: string; value: ReactNode; unit?: ReactNode; label: ReactNode }[] }) {
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.key}>
          <dt>{figure.label}</dt>
          <dd>
            {figure.value} {figure.unit ? <small>{figure.unit}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
