import type { ReactNode } from 'react';
import { useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { MeasureCard, Measures } from '#app/ui/measure-card/measure-card.tsx';
import { Explained } from '../catalogue/explained.tsx';
import type { MeasureView } from './result-view.ts';

/** Measures in the order of the plan, each with why it stands there and how to go about it; `act` is what can be done with one. */
export function MeasureList({ measures, level, act }: { measures: readonly MeasureView[]; level: 2 | 3; act?: (measure: MeasureView) => ReactNode }) {
  const t = useText('checklists');
  return (
    <Measures>
      {measures.map((measure) => (
        <MeasureCard
          key={measure.id}
          level={level}
          title={measure.title}
          meta={measure.meta}
          badge={measure.isMust ? <Badge>{t('question.must')}</Badge> : undefined}
          more={
            <>
              <Disclosure bare summary={t('measure.steps')}>
                <ol>
                  {measure.steps.map((step) => (
                    <li key={step}>
                      <Explained text={step} />
                    </li>
                  ))}
                </ol>
                <p className="muted t-2">{t('measure.proof', { proof: measure.proof })}</p>
              </Disclosure>
              {act?.(measure)}
            </>
          }
        >
          <p>{measure.summary}</p>
          {measure.reasons.length > 0 ? <p className="muted t-2">{measure.reasons.join(' ')}</p> : null}
        </MeasureCard>
      ))}
    </Measures>
  );
}
