import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Timeline } from '#app/ui/timeline/timeline.tsx';
import type { TimelineEntryView } from '../view.ts';

/** Steps of a case, newest first. Short: only what happened and when. */
export function CaseTimeline({ entries, short, label }: { entries: readonly TimelineEntryView[]; short?: boolean; label: string }) {
  const format = useFormat();
  return (
    <Timeline
      label={label}
      entries={entries.map((entry, at) => ({
        key: entry.key,
        dateTime: entry.at,
        time: format.dayTime(entry.at),
        state: at === 0 ? 'now' : 'done',
        content: <Step entry={entry} short={short} />,
      }))}
    />
  );
}

function Step({ entry, short }: { entry: TimelineEntryView; short?: boolean }) {
  const t = useText('cases');
  const labels = useLabels();
  const format = useFormat();
  const known = useEventNames();
  const reason = entry.reason === null ? null : (labels.caseReasons[entry.reason as keyof typeof labels.caseReasons] ?? labels.severityReasons[entry.reason as keyof typeof labels.severityReasons] ?? null);
  const channel = entry.data.channel ? labels.contactChannels[entry.data.channel as keyof typeof labels.contactChannels] : null;
  const duty = entry.data.duty ? labels.duties[entry.data.duty as keyof typeof labels.duties] : null;
  const details = [
    reason === null ? null : t('history.reason', { reason }),
    entry.data.contactAt && channel ? t('history.contactAt', { moment: format.dayTime(entry.data.contactAt), channel }) : null,
    entry.data.resumeAt ? t('history.resumeAt', { moment: format.dayShort(entry.data.resumeAt) }) : null,
    duty,
  ].filter((one) => one !== null && one !== undefined);
  const who = entry.by !== null && entry.organisation !== null ? t('history.by', { person: entry.by, organisation: entry.organisation }) : (entry.organisation ?? t('history.system'));
  return (
    <>
      {known(entry.event)}
      {entry.about ? <>: <span className="msg__body">{entry.about}</span></> : null}
      {short ? null : <><br /><span className="muted t-2">{who}</span></>}
      {details.length > 0 ? <><br /><span className="muted t-2">{details.join('. ')}</span></> : null}
      {entry.note ? <><br /><q className="t-2">{entry.note}</q></> : null}
    </>
  );
}

function useEventNames(): (event: string) => string {
  const t = useText('cases');
  return (event) => {
    try {
      return t(`history.events.${event}` as Parameters<typeof t>[0]);
    } catch {
      return t('history.unknownEvent');
    }
  };
}
