import { useFormat, useText } from '#app/content/use-text.tsx';
import type { RequirementView } from './requirement-view.ts';
import { StoredLine } from './stored-line.tsx';

/** What is stored at a question, and what is kept beside it. Said only of what really is. */
export function StateLine({ stored, unfinished, confirms }: Pick<RequirementView, 'stored' | 'unfinished'> & { /** Saving here confirms what came out of a file. */ confirms?: boolean }) {
  const t = useText('exchange');
  return (
    <>
      {stored ? <StoredLine stored={stored} /> : null}
      {confirms && stored?.fromFile?.confirmed === false ? ` ${t('import.confirmHow')}` : null}
      {stored && unfinished ? ' ' : null}
      {unfinished ? <UnfinishedLine unfinished={unfinished} /> : null}
    </>
  );
}

/** Says what is kept although it is no answer, and what it lacks. */
function UnfinishedLine({ unfinished: { at, by, missing, isAnswered } }: { unfinished: NonNullable<RequirementView['unfinished']> }) {
  const t = useText('checklists');
  const kept = { name: by ?? t('run.unknownPerson'), moment: useFormat().dateTime(at), missing: missing ?? '' };
  return <>{t(isAnswered ? 'question.keptBeside' : 'question.kept', kept)}</>;
}
