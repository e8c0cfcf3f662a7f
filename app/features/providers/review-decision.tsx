import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { rejectionReasons } from '#app/domain/vetting/vetting-machine.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { CheckboxList, RadioCards } from '#app/ui/choices/choices.tsx';
import { SelectField, TextArea } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps } from '#app/ui/form/form-state.ts';
import { Panel } from '#app/ui/panel/panel.tsx';
import type { ReviewPart } from './review-items.tsx';
import { approvalConditions } from './vetting-content.ts';

/** The second person decides, for each capability and level. */
export function Decision({ view, form, formToken, stepUp }: ReviewPart & { stepUp: string }) {
  const t = useText('providers');
  const labels = useLabels();
  const format = useFormat();
  return (
    <Panel id="entscheidung" title={t('review.decisionTitle')} gap={4}>
      <p className="muted">{view.isReviewerA ? t('review.sameReviewer') : t('review.decisionLead')}</p>
      {view.isReviewerA ? null : !view.steppedUp ? (
        <p>
          <LinkButton href={stepUp}>{t('review.stepUp')}</LinkButton>
        </p>
      ) : (
        <form method="post" className="stack stack--4">
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="intent" value="decide" />
          <fieldset className="stack stack--2" id="f-granted">
            <legend className="field__label">{t('review.grant')}</legend>
            {view.provable.map((one) => (
              <SelectField
                key={one.capability}
                id={`f-level-${one.capability}`}
                name={`level-${one.capability}`}
                label={labels.incidentKinds[one.capability]}
                hint={one.until ? t('review.provenUntil', { date: format.date(one.until) }) : t('review.notProven')}
                optional={null}
                empty={t('review.no')}
                defaultValue={one.until ? String(one.level) : ''}
                options={[1, 2, 3, 4].filter((level) => level <= one.level).map((level) => ({ value: String(level), label: `${level} ${labels.capabilityLevels[level as 1 | 2 | 3 | 4]}` }))}
              />
            ))}
          </fieldset>
          <RadioCards {...choiceProps(form, 'verdict')} legend={t('review.verdict')} options={(['approve', 'approve_with_conditions', 'reject', 'disagree'] as const).map((value) => ({ value, label: t(`review.verdicts.${value}`) }))} />
          <CheckboxList {...choiceProps(form, 'conditions')} legend={t('review.conditions')} optional={useText('common')('form.optional')} options={approvalConditions.map((value) => ({ value, label: t(`conditions.${value}`) }))} />
          <SelectField {...fieldProps(form, 'reason')} label={t('review.reason')} optional={useText('common')('form.optional')} empty={useText('common')('action.select')} options={rejectionReasons.map((value) => ({ value, label: t(`review.reasons.${value}`) }))} />
          <TextArea {...fieldProps(form, 'words')} label={t('review.words')} hint={t('review.wordsHint')} optional={useText('common')('form.optional')} rows={3} />
          <div>
            <Button>{t('review.decide')}</Button>
          </div>
        </form>
      )}
    </Panel>
  );
}
