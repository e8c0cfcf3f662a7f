import { useText } from '#app/content/use-text.tsx';
import { optionalParts } from '#app/domain/dossier/leave-out.ts';
import { Button } from '#app/ui/button/button.tsx';
import { CheckboxList, Segment } from '#app/ui/choices/choices.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';

export type IssueForm = {
  /** Address of the PDF. */
  readonly action: string;
  readonly formToken: string;
  readonly idempotencyKey: string;
  readonly locale: 'de' | 'en';
};

/** The form that issues a document; the answer is the PDF. `kind` incident_report asks what goes in. */
export function IssuePanel({ id, kind, form }: { id: string; kind: 'checklist_result' | 'incident_report'; form: IssueForm }) {
  const t = useText('dossiers');
  const ofCase = kind === 'incident_report';
  return (
    <Panel id={id} title={t(ofCase ? 'pages.issue.caseTitle' : 'pages.issue.checklistTitle')} gap={4} className="no-print">
      <p className="measure">{t(ofCase ? 'pages.reports.lead' : 'pages.issue.checklistLead')}</p>
      <form method="post" action={form.action} className="stack stack--4">
        <input type="hidden" name="formToken" value={form.formToken} />
        <input type="hidden" name="idempotencyKey" value={form.idempotencyKey} />
        <LanguageChoice id={`${id}-sprache`} chosen={form.locale} />
        {ofCase ? <PartsChoice id={`${id}-teile`} /> : null}
        <TextField id={`${id}-fuer`} name="recipient" label={t('pages.issue.recipient')} hint={t('pages.issue.recipientHint')} optional={useText('common')('form.optional')} maxLength={120} autoComplete="off" />
        <p className="muted t-2 measure">{t('pages.issue.after')}</p>
        <div>
          <Button icon="download">{t('pages.issue.send')}</Button>
        </div>
      </form>
    </Panel>
  );
}

export function LanguageChoice({ id, chosen }: { id: string; chosen: 'de' | 'en' }) {
  const t = useText('dossiers');
  const options = (['de', 'en'] as const).map((value) => ({ value, label: t(`pages.languages.${value}`) }));
  return <Segment id={id} name="locale" legend={t('pages.issue.language')} options={options} chosen={[chosen]} />;
}

/** The parts that may stay out, all chosen. */
export function PartsChoice({ id, chosen }: { id: string; chosen?: readonly string[] }) {
  const t = useText('dossiers');
  const options = optionalParts.map((value) => ({ value, label: t(`pages.leaveOut.parts.${value}`), hint: t(`pages.issue.partHints.${value}`) }));
  return <CheckboxList id={id} name="parts" legend={t('pages.issue.parts')} hint={t('pages.issue.partsHint')} options={options} chosen={chosen ?? optionalParts} />;
}
