import { useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { ActionBar } from '#app/ui/layout/layout.tsx';
import { FieldError } from '#app/ui/field/field-frame.tsx';
import { TaskList } from '#app/ui/work-list/work-list.tsx';
import type { GapLine } from './view.ts';

/** Every gap that is not in the plan, to choose from. */
export function GapsForm({ gaps, error, formToken, back }: { gaps: readonly GapLine[]; error: boolean; formToken: string; back: string }) {
  const t = useText('measures');
  const checklists = useText('checklists');
  return (
    <form className="stack stack--5" method="post" noValidate>
      <input type="hidden" name="formToken" value={formToken} />
      <fieldset className={error ? 'stack stack--3 field--bad' : 'stack stack--3'} id="f-control" tabIndex={-1}>
        <legend className="field__label">{t('gaps.legend')}</legend>
        {error ? <FieldError id="f-control" error={t('gaps.chooseOne')} /> : null}
        <TaskList
          tasks={gaps.map((gap) => ({
            key: gap.controlId,
            name: 'control',
            value: gap.controlId,
            label: gap.title,
            note: (
              <>
                {gap.howTo.summary}
                <br />
                {gap.facts.join(' · ')}
                {gap.from ? (
                  <>
                    <br />
                    {gap.from}
                  </>
                ) : null}
              </>
            ),
            badge: gap.isMust ? <Badge>{checklists('question.must')}</Badge> : undefined,
          }))}
        />
      </fieldset>
      <ActionBar stick>
        <Button>{t('gaps.submit')}</Button>
        <LinkButton look="quiet" href={back}>
          {t('gaps.back')}
        </LinkButton>
      </ActionBar>
    </form>
  );
}
