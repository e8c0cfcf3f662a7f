import { useText } from '#app/content/use-text.tsx';
import type { HowTo } from './view.ts';

/** What to do, why, in which steps, and what proves it. */
export function HowToText({ howTo }: { howTo: HowTo }) {
  const t = useText('measures');
  return (
    <div className="stack stack--3 measure">
      <p>{howTo.summary}</p>
      <p>
        <strong>{t('one.why')}.</strong> {howTo.why}
      </p>
      <p>
        <strong>{t('one.steps')}</strong>
      </p>
      <ol>
        {howTo.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="muted t-2">
        {t('one.proof')}: {howTo.proof}
      </p>
    </div>
  );
}
