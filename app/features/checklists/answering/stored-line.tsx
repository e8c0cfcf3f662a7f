import { useFormat, useText } from '#app/content/use-text.tsx';
import type { RequirementView } from './requirement-view.ts';

/** Who has stored an answer and when, whose word it is, and since when it holds. Said only of what really is stored. */
export function StoredLine({ stored }: { stored: NonNullable<RequirementView['stored']> }) {
  const t = useText('checklists');
  const outside = useText('handOver');
  const results = useText('results');
  const exchange = useText('exchange');
  const format = useFormat();
  const name = stored.by ?? t('run.unknownPerson');
  const moment = format.dateTime(stored.at);
  if (stored.fromFile?.confirmed) return <>{exchange('import.confirmed', { origin: stored.fromFile.origin, moment, name })}</>;
  if (stored.fromFile) return <>{t('question.stored', { moment, name })} {exchange('import.stored', { origin: stored.fromFile.origin })}</>;
  if (stored.firstAt !== null) return <>{results('carryOver.stored', { first: format.date(stored.firstAt), moment, name })}{stored.source ? ` ${results('carryOver.source', { source: stored.source })}` : null}</>;
  return <>{stored.source ? outside('takenOver', { source: stored.source, name, moment }) : t('question.stored', { moment, name })}</>;
}
