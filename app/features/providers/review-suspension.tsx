import { useFormat, useText } from '#app/content/use-text.tsx';
import { suspensionReasons } from '#app/domain/vetting/vetting-machine.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Checkbox } from '#app/ui/choices/choices.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { fieldProps } from '#app/ui/form/form-state.ts';
import { Panel } from '#app/ui/panel/panel.tsx';
import type { ReviewPart } from './review-items.tsx';

/** Suspending an approval, and what a second person may do about it. */
export function SuspensionPanel({ view, form, formToken, stepUp }: ReviewPart & { stepUp: string }) {
  const t = useText('providers');
  const format = useFormat();
  const { standing } = view;
  if (!standing || (!standing.maySuspend && standing.suspension === null)) return null;
  return (
    <Panel id="sperre" title={t('review.suspendTitle')} gap={4}>
      <p className="muted">{t('review.suspendLead')}</p>
      {standing.suspension ? (
        <p>
          {standing.suspension.byName}. {standing.suspension.confirmedBy ? t('review.confirmed') : t('review.confirmBy', { date: format.dateTime(standing.suspension.confirmBy) })}
        </p>
      ) : null}
      {!view.steppedUp ? (
        <p>
          <LinkButton look="secondary" href={stepUp}>{t('review.stepUp')}</LinkButton>
        </p>
      ) : (
        <form method="post" className="stack stack--3">
          <input type="hidden" name="formToken" value={formToken} />
          {standing.suspension === null ? (
            <>
              <SelectField {...fieldProps(form, 'suspendReason')} label={t('review.suspendReason')} empty={useText('common')('action.select')} options={suspensionReasons.map((value) => ({ value, label: t(`review.suspendReasons.${value}`) }))} />
              <Button look="secondary" name="intent" value="suspend">{t('review.suspend')}</Button>
            </>
          ) : view.mayConfirmSuspension ? (
            <>
              {standing.suspension.confirmedBy === null ? <Button name="intent" value="confirm_suspension" id="f-suspension">{t('review.confirm')}</Button> : null}
              <Checkbox id="f-hearing" name="hearing" label={t('review.hearing')} />
              <Checkbox id="f-grave" name="grave" label={t('review.grave')} />
              <Button look="secondary" name="intent" value="lift_suspension">{t('review.lift')}</Button>
              <Button look="quiet" name="intent" value="revoke">{t('review.revoke')}</Button>
            </>
          ) : null}
        </form>
      )}
    </Panel>
  );
}
