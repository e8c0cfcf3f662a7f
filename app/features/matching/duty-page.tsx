import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { DateTimeField } from '#app/ui/field/date-time-field.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { ActionBar, Cols, Hidden, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import { TopicList } from '#app/ui/topics/topic-list.tsx';
import type { DutyView } from './duty-shifts.server.ts';

type Props = { view: DutyView; of: 'provider' | 'office'; form: FormState; formToken: string; flash: 'added' | 'removed' | null };

/** Duty times of a provider or of the office: what is entered, what is open, a form for one more. */
export function DutyPage({ view, of, form, formToken, flash }: Props) {
  const t = useText('matching');
  const format = useFormat();
  const errors = Object.entries(form.errors).flatMap(([field, texts]) => texts.map((text) => ({ field, text })));
  return (
    <Wrap>
      <Stack gap={6}>
        <ErrorSummary title={t('faults.summary')} errors={errors} />
        <PageHeader title={t(of === 'office' ? 'duty.officeTitle' : 'duty.providerTitle')} lead={t(of === 'office' ? 'duty.officeLead' : 'duty.providerLead')} />
        {flash ? <Flash>{t(`duty.${flash}`)}</Flash> : null}
        <Cols split="8-4">
          <Stack gap={6}>
            <Section id="shifts" title={t('duty.shifts')}>
              <DataTable
                id="shift-table"
                caption={t('duty.shifts')}
                captionHidden
                rows={view.shifts}
                rowKey={(shift) => shift.id}
                empty={<EmptyState title={t('duty.shiftsEmpty')} />}
                columns={[
                  { key: 'from', title: t('duty.from'), rowHeader: true, cell: (shift) => format.dayTime(shift.from) },
                  { key: 'to', title: t('duty.to'), cell: (shift) => format.dayTime(shift.to) },
                  ...(of === 'office' ? [{ key: 'person', title: t('duty.person'), cell: (shift: DutyView['shifts'][number]) => shift.person }] : []),
                  {
                    key: 'remove',
                    title: t('duty.actions'),
                    cell: (shift) => (
                      <form method="post">
                        <input type="hidden" name="formToken" value={formToken} />
                        <input type="hidden" name="shift" value={shift.id} />
                        <Button look="quiet" small name="aktion" value="entfernen">
                          <span aria-hidden="true">{t('duty.remove')}</span>
                          <Hidden>{t('duty.removeOf', { moment: format.dayTime(shift.from) })}</Hidden>
                        </Button>
                      </form>
                    ),
                  },
                ]}
              />
            </Section>
            <Panel id="add" title={t('duty.add')} gap={4}>
              <form method="post" className="stack stack--4">
                <input type="hidden" name="formToken" value={formToken} />
                {of === 'office' ? (
                  <SelectField {...fieldProps(form, 'userId')} label={t('duty.person')} empty={t('duty.choose')} options={view.people.map((one) => ({ value: one.userId, label: one.name }))} />
                ) : null}
                <DateTimeField
                  legend={t('duty.from')}
                  hint={t('duty.addHint')}
                  date={{ ...fieldProps(form, 'fromDate'), label: t('duty.date') }}
                  time={{ ...fieldProps(form, 'fromTime'), label: t('duty.time') }}
                />
                <DateTimeField legend={t('duty.to')} date={{ ...fieldProps(form, 'toDate'), label: t('duty.date') }} time={{ ...fieldProps(form, 'toTime'), label: t('duty.time') }} />
                <ActionBar>
                  <Button name="aktion" value="eintragen">{t('duty.save')}</Button>
                </ActionBar>
              </form>
            </Panel>
          </Stack>
          <Panel id="gaps" as="aside" title={t('duty.gaps')}>
            {view.gaps.length === 0 ? (
              <p>{t('duty.gapsNone')}</p>
            ) : (
              <TopicList
                topics={view.gaps.map((gap) => ({
                  key: gap.from,
                  tone: 'warn',
                  label: (
                    <>
                      {t('duty.gap', { from: format.dayTime(gap.from), to: format.dayTime(gap.to) })}
                      <br />
                      <small>{t('duty.gapLength', { duration: format.duration(Date.parse(gap.to) - Date.parse(gap.from)) })}</small>
                    </>
                  ),
                }))}
              />
            )}
          </Panel>
        </Cols>
      </Stack>
    </Wrap>
  );
}
