import { useText } from '#app/content/use-text.tsx';
import type { Outcome } from '#app/domain/checklist/standing.ts';
import { Badge } from '#app/ui/badge/badge.tsx';
import type { BadgeTone } from '#app/ui/badge/badge.tsx';

const tones: Readonly<Record<Outcome, BadgeTone>> = { met: 'ok', partly: 'warn', not_met: 'danger', unknown: 'warn', unanswered: 'neutral', not_applicable: 'neutral', out_of_scope: 'neutral' };

/** How a requirement stands, in a word. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const t = useText('checklists');
  const results = useText('results');
  return (
    <Badge tone={tones[outcome]} icon={outcome === 'unknown' ? 'question' : undefined}>
      {outcome === 'out_of_scope' ? results('comparison.outOfScope') : t(`outcomes.${outcome}`)}
    </Badge>
  );
}
