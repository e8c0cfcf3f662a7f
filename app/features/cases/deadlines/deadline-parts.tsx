import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { DeadlineClock } from '#app/ui/deadline-clock/deadline-clock.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { DateTimeField } from '#app/ui/field/date-time-field.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Cols, Stack } from '#app/ui/layout/layout.tsx';
import { unbroken } from '#app/ui/term/citation.ts';
import { HiddenFields } from '../form-parts.tsx';
import type { DeadlineView } from '../view.ts';

/** One running duty as a clock; the absolute time always stands beside what is left. */
export function DutyClock({ deadline, small }: { deadline: DeadlineView; small?: boolean }) {
  const t = useText('cases');
  const common = useText('common');
  const labels = useLabels();
  const format = useFormat();
  const name = labels.duties[deadline.duty as keyof typeof labels.duties] ?? deadline.duty;
  const left =
    deadline.clock === 'done' ? common('deadline.done') : deadline.clock === 'lapsed' ? t('deadlines.lapsed') : deadline.atOnce ? t('deadlines.atOnce') : deadline.clock === 'overdue' ? common('deadline.overdueSince', { duration: format.durationSince(deadline.leftMs) }) : format.duration(deadline.leftMs);
  const by =
    deadline.state === 'done' && deadline.doneAt !== null
      ? t('deadlines.doneAt', { moment: format.dayTime(deadline.doneAt) })
      : deadline.atOnce
        ? t('deadlines.from', { moment: format.dayTime(deadline.triggerAt) })
        : t('deadlines.by', { moment: format.dayTime(deadline.dueAt) });
  const badge = deadline.atOnce ? undefined : deadline.clock === 'overdue' ? common('deadline.overdue') : common('deadline.soon');
  return <DeadlineClock name={name} state={deadline.clock} left={left} by={by} periodMs={Math.max(1, deadline.periodMs)} leftMs={deadline.atOnce && deadline.clock !== 'lapsed' ? 1 : Math.max(0, deadline.leftMs)} badge={badge} small={small} />;
}

/** The open duties that come first, for the lamp. */
export function mostPressing(deadlines: readonly DeadlineView[], count: number): readonly DeadlineView[] {
  return inOrder(deadlines).filter((one) => isOpen(one) && one.clock !== 'lapsed').slice(0, count);
}

function isOpen(deadline: DeadlineView): boolean {
  return deadline.state === 'open' || deadline.state === 'possible';
}

/** Open before done, an hour before „as soon as possible“, the next hour first. */
function inOrder(deadlines: readonly DeadlineView[]): readonly DeadlineView[] {
  return [...deadlines].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || Number(a.atOnce) - Number(b.atOnce) || a.dueAt.localeCompare(b.dueAt));
}

type Props = { deadlines: readonly DeadlineView[]; mayReport: boolean; formToken: string; form: FormState; today: string; opened: string | null; reasons: Readonly<Record<string, string>>; recipients: Readonly<Record<string, string>> };

/** Every duty with its reason; the company enters what it has reported. */
export function DeadlineList({ deadlines, mayReport, formToken, form, today, opened, reasons, recipients }: Props) {
  const t = useText('cases');
  const labels = useLabels();
  if (deadlines.length === 0) return <EmptyState title={t('deadlines.none')} />;
  return (
    <ul className="rows">
      {inOrder(deadlines).map((deadline) => {
        const name = labels.duties[deadline.duty as keyof typeof labels.duties] ?? deadline.duty;
        const mine = opened === deadline.id;
        const errors = mine ? form.errors : {};
        return (
          <li key={deadline.id}>
            <Cols split="5-7">
              <DutyClock deadline={deadline} />
              <Stack gap={2}>
                {deadline.state === 'possible' ? <p><Badge tone="neutral">{t('deadlines.possible')}</Badge></p> : null}
                <p className="measure">{reasons[deadline.reason] ?? ''}</p>
                <p className="muted t-2">
                  {t('deadlines.to', { recipient: recipients[deadline.recipient] ?? deadline.recipient })}. {t('deadlines.basis', { basis: unbroken(deadline.legalBasis) })}
                </p>
                {deadline.fileNumber ? <p className="t-2">{t('deadlines.fileNumber', { number: deadline.fileNumber })}</p> : null}
                {mayReport && isOpen(deadline) ? (
                  <Disclosure bare summary={<>{t('deadlines.mark')}<span className="vh">: {name}</span></>} open={mine}>
                    <form className="stack stack--4" method="post">
                      <HiddenFields formToken={formToken} />
                      <input type="hidden" name="deadlineId" value={deadline.id} />
                      <DateTimeField
                        legend={t('deadlines.date')}
                        date={{ id: `d-${deadline.id}`, name: 'date', label: t('provider.contactDate'), defaultValue: mine ? String(form.values.date ?? today) : today, error: errors.date?.[0] }}
                        time={{ id: `t-${deadline.id}`, name: 'time', label: t('deadlines.time'), defaultValue: mine ? String(form.values.time ?? '') : '', error: errors.time?.[0] }}
                        max={today}
                      />
                      <TextField id={`n-${deadline.id}`} name="fileNumber" label={t('deadlines.fileNumberField')} hint={t('deadlines.fileNumberHint')} optional={<Optional />} defaultValue={mine ? String(form.values.fileNumber ?? '') : ''} error={errors.fileNumber?.[0]} />
                      <p><Button look="secondary">{t('deadlines.save')}</Button></p>
                    </form>
                  </Disclosure>
                ) : null}
              </Stack>
            </Cols>
          </li>
        );
      })}
    </ul>
  );
}

function Optional() {
  const common = useText('common');
  return <>{common('form.optional')}</>;
}
