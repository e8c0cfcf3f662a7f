import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export type Fact = { key: string; term: ReactNode; value: ReactNode };

/** Facts in two columns. */
export function Facts({ facts, long }: { facts: readonly Fact[]; /** Terms are long: on phones they stand above their facts. */ long?: boolean }) {
  return (
    <dl className={classNames('facts', long && 'facts--long')}>
      {facts.flatMap((fact) => [<dt key={`${fact.key}-t`}>{fact.term}</dt>, <dd key={`${fact.key}-v`}>{fact.value}</dd>])}
    </dl>
  );
}

/** Large numbers with what they count. */
export function Figures({ figures, words }: { figures: readonly { key: string; value: ReactNode; unit?: ReactNode; label: ReactNode }[]; /** Most values are words. */ words?: boolean }) {
  return (
    <dl className={classNames('figures', words && 'figures--words')}>
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
