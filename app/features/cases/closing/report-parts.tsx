import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { Heading } from '#app/ui/heading/heading.tsx';
import { Stack } from '#app/ui/layout/layout.tsx';
import type { ClosingReportView, ReportView } from '../view.ts';

/** The reporter's own words. */
export function ReportedWords({ report }: { report: ReportView }) {
  const t = useText('cases');
  const parts = [
    { key: 'description', term: t('report.description'), value: report.description },
    { key: 'systems', term: t('report.systems'), value: report.systems },
    { key: 'measures', term: t('report.measuresSoFar'), value: report.measuresSoFar },
    { key: 'contacts', term: t('report.furtherContacts'), value: report.furtherContacts },
    { key: 'insurer', term: t('report.insurer'), value: report.insurerName === null ? null : report.policyNumber === null ? report.insurerName : `${report.insurerName}, ${t('report.policy', { number: report.policyNumber })}` },
  ].filter((one) => one.value !== null);
  if (parts.length === 0) return <p className="muted">{t('report.empty')}</p>;
  return <Words parts={parts} level={3} />;
}

/** What the provider states at the end. */
export function ClosingReportText({ report, level }: { report: ClosingReportView; /** Of the headings; 3 where a heading stands above. */ level: 2 | 3 }) {
  const t = useText('cases');
  const labels = useLabels();
  const format = useFormat();
  const words = [
    { key: 'causeText', term: t('closure.causeText'), value: report.causeText },
    { key: 'measures', term: t('closure.measuresTaken'), value: report.measuresTaken },
    { key: 'recommendations', term: t('closure.recommendations'), value: report.recommendations },
    { key: 'open', term: t('closure.openPoints'), value: report.openPoints },
  ].filter((one) => one.value.trim() !== '');
  return (
    <Stack gap={4} className="measure">
      <p className="muted t-2">{t('closure.handedIn', { moment: format.dayTime(report.at), person: report.by })}</p>
      <Facts
        facts={[
          { key: 'outcome', term: t('closure.outcome'), value: labels.closingOutcomes[report.outcome] },
          { key: 'effort', term: t('closure.effort'), value: labels.effortClasses[report.effort] },
          { key: 'causes', term: t('closure.causes'), value: format.list(report.causes.map((one) => labels.causes[one])) },
        ]}
      />
      <Words parts={words} level={level} />
    </Stack>
  );
}

/** Longer texts, each below its name. Line breaks are kept. */
function Words({ parts, level }: { level: 2 | 3; parts: readonly { readonly key: string; readonly term: string; readonly value: string | null }[] }) {
  return (
    <Stack gap={4}>
      {parts.map((one) => (
        <div key={one.key}>
          <Heading level={level} className="t-4">
            {one.term}
          </Heading>
          <p className="msg__body measure">{one.value}</p>
        </div>
      ))}
    </Stack>
  );
}
