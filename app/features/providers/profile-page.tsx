import { useLabels, useText } from '#app/content/use-text.tsx';
import { responseClasses } from '#app/domain/routing/response-class.ts';
import { Button } from '#app/ui/button/button.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Checkbox, CheckboxList } from '#app/ui/choices/choices.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps, summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { VettingBadge } from './office-list-page.tsx';
import type { OwnProfile } from './profile.server.ts';

/** The provider's own profile, and its pause. */
export function ProfilePage({ own, form, formToken, done }: { own: OwnProfile; form: FormState; formToken: string; done: boolean }) {
  const t = useText('providers');
  const labels = useLabels();
  const errors = summaryOf(form);
  const { profile } = own;
  const paused = profile.vettingState === 'paused';
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader title={t('profile.title')} kicker={<VettingBadge state={profile.vettingState} />} lead={t('profile.lead')} />
        <ErrorSummary title={useText('common')('form.errors', { count: errors.length })} errors={errors} />
        {done ? <Flash>{t('profile.saved')}</Flash> : null}
        <Cols split="8-4">
          <form method="post" className="measure stack stack--5">
            <input type="hidden" name="formToken" value={formToken} />
            <input type="hidden" name="intent" value="profile" />
            <CheckboxList {...choiceProps(form, 'districts')} legend={t('profile.districts')} options={Object.entries(labels.districts).map(([value, label]) => ({ value, label }))} />
            <CheckboxList {...choiceProps(form, 'ways')} error={choiceProps(form, 'remote').error} legend={t('profile.ways')} options={[{ value: 'remote', label: t('profile.remote') }, { value: 'onSite', label: t('profile.onSite') }]} />
            <CheckboxList {...choiceProps(form, 'languages')} legend={t('profile.languages')} options={Object.entries(labels.languages).map(([value, label]) => ({ value, label }))} />
            <TextField {...fieldProps(form, 'capacityLimit')} type="number" inputMode="numeric" min={1} max={100} width="short" label={t('profile.capacity')} hint={t('profile.capacityHint')} />
            <SelectField {...fieldProps(form, 'responseClass')} label={t('profile.responseClass')} options={responseClasses.map((value) => ({ value, label: t(`responseClasses.${value}`) }))} />
            <TextArea {...fieldProps(form, 'insurerPanels')} label={t('profile.panels')} hint={t('profile.panelsHint')} optional={useText('common')('form.optional')} />
            {own.exclusionNames.length > 0 ? (
              <CheckboxList id="f-exclusions" name="exclusions" legend={t('profile.exclusions')} chosen={own.exclusionNames.map((one) => one.id)} options={own.exclusionNames.map(({ id, name }) => ({ value: id, label: name }))} />
            ) : null}
            <TextField {...fieldProps(form, 'exclude')} label={own.exclusionNames.length > 0 ? t('profile.exclude') : t('profile.exclusions')} hint={t('profile.excludeHint')} optional={useText('common')('form.optional')} />
            <Checkbox id="f-published" name="published" label={t('profile.published')} checked={choiceProps(form, 'published').chosen.includes('yes')} />
            {own.mayChange ? (
              <div>
                <Button>{t('profile.save')}</Button>
              </div>
            ) : null}
          </form>
          <Panel id="pause" title={t('profile.pauseTitle')} as="aside">
            <p>{t('profile.pauseLead')}</p>
            {own.mayChange && (paused || profile.approvedUntil !== null) ? (
              <form method="post">
                <input type="hidden" name="formToken" value={formToken} />
                <Button look="secondary" name="intent" value={paused ? 'resume' : 'pause'} id="f-pause">
                  {paused ? t('profile.resume') : t('profile.pause')}
                </Button>
              </form>
            ) : null}
          </Panel>
        </Cols>
      </Stack>
    </Wrap>
  );
}

/** What the form shows before anybody has typed. */
export function profileValues({ profile }: OwnProfile): FormState['values'] {
  return {
    districts: profile.districts,
    languages: profile.languages,
    ways: [...(profile.remote ? ['remote'] : []), ...(profile.onSite ? ['onSite'] : [])],
    capacityLimit: String(profile.capacityLimit),
    responseClass: profile.responseClass,
    insurerPanels: profile.insurerPanels.join('\n'),
    published: profile.published ? 'yes' : 'no',
    exclude: '',
  };
}
