import { useText } from '#app/content/use-text.tsx';
import { CheckYourAnswers } from '#app/ui/answers/check-your-answers.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import type { RunView } from './run-view.ts';

/** Every answer to look through, then the close. */
export function ClosePage({ view, formToken, refused }: { view: RunView; formToken: string; refused: 'changed' | 'noAnswers' | null }) {
  const t = useText('checklists');
  const groups = view.groups.map((group) => ({
    key: group.id,
    title: t('close.topic', { topic: group.title, answered: group.questions.filter((question) => question.answer).length, total: group.questions.length }),
    rows: group.questions.map((question) => ({
      key: question.id,
      question: question.title,
      answer: question.answer ? [question.answer, question.note].filter((text) => text).join('. ') : t('close.notAnswered'),
      change: { href: question.href, label: t('close.change') },
    })),
  }));
  const openCount = view.open.length;
  return (
    <CheckYourAnswers
      title={t('close.title')}
      lead={t('close.lead')}
      summary={refused ? <Flash tone="danger">{t(`close.${refused}`)}</Flash> : undefined}
      groups={groups}
      next={
        openCount > 0 ? (
          <Callout tone="warn" title={t('close.openWarning', { count: openCount })}>
            <p>
              <a href={view.links.open}>{t('close.openLink')}</a>
            </p>
          </Callout>
        ) : null
      }
      fields={
        <>
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="seenAnswers" value={view.stamp} />
        </>
      }
      submit={t('close.submit')}
      back={{ href: view.links.overview, label: t('close.back') }}
    />
  );
}
