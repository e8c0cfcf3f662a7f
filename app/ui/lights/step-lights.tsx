import type { ReactNode } from 'react';
import { litOfSteps } from '#app/figures/arc-of-lights.ts';
import { Arc } from './arc.tsx';

/** Where one is in a flow: lights and words, for instance „Schritt 2 von 6“ and „Zeitpunkt“. `done` shows all lights without a current one. */
export function StepLights({ step, steps, title, detail, done }: { step: number; steps: number; title: ReactNode; detail?: ReactNode; done?: boolean }) {
  const line = litOfSteps(step, steps);
  return (
    <p className="steps">
      <Arc size="steps" count={line.count} lit={done ? line.count : line.lit} now={!done} />
      <span className="steps__text">
        <strong>{title}</strong>
        {detail ? <span>{detail}</span> : null}
      </span>
    </p>
  );
}
