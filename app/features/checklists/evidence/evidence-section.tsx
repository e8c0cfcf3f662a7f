import { useFormat, useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { ReaderNote } from '#app/ui/field/reader-note.tsx';
import { FileDrop } from '#app/ui/file-drop/file-drop.tsx';
import { emptyForm, fieldProps, hasErrors } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Row, Stack } from '#app/ui/layout/layout.tsx';
import { Rows } from '#app/ui/panel/panel.tsx';
import { acceptedFiles, longestDescription } from './evidence-limits.ts';
import type { EvidenceItem, QuestionEvidence } from './evidence-view.ts';

/** Evidence of one question: what is there, what earlier runs offer, and the form for more. Stands outside the form of the answer. */
export function EvidenceSection({ evidence, formToken, form }: { evidence: QuestionEvidence; formToken: string; /** After a refused upload. */ form?: FormState }) {
  const t = useText('evidence');
  const { items, offered, action } = evidence;
  const state = form ?? emptyForm();
  return (
    <section className="measure stack stack--4" id="nachweise" aria-labelledby="evidence-title">
      <h2 className="t-4" id="evidence-title">
        {t('title', { count: items.length })}
      </h2>
      {items.length > 0 ? <Rows items={items.map((item) => ({ key: item.id, content: <EvidenceLine item={item} /> }))} /> : <p className="muted t-2">{t('none')}</p>}
      {action === null ? null : (
        <>
          {offered.map((one) => (
            <Offered key={one.id} one={one} evidence={evidence} formToken={formToken} />
          ))}
          <Disclosure summary={t('add')} open={hasErrors(state)}>
            <UploadForm evidence={evidence} formToken={formToken} form={state} />
          </Disclosure>
        </>
      )}
    </section>
  );
}

/** One file with its days; nothing of it is ever shown in the page itself. Beside its question, hash and removal stand on the page of that question. */
export function EvidenceLine({ item, withQuestion }: { item: EvidenceItem; withQuestion?: boolean }) {
  const t = useText('evidence');
  const format = useFormat();
  const { name, description, takenOn, expiresOn, validity, size, by, at, removal, question } = item;
  return (
    <Stack gap={1}>
      <p>
        <a href={item.file} download className="msg__body">
          {name}
        </a>{' '}
        {validity === 'valid' ? null : <Badge tone={validity === 'expired' ? 'danger' : 'warn'}>{t(`validity.${validity}`)}</Badge>}
      </p>
      {description ? <p className="msg__body">{description}</p> : null}
      {withQuestion ? (
        <p className="t-2">
          <a href={question.href}>{question.title}</a>
        </p>
      ) : null}
      <p className="muted t-2">
        {expiresOn ? t('days', { takenOn: format.date(takenOn), expiresOn: format.date(expiresOn) }) : t('day', { takenOn: format.date(takenOn) })} {format.fileSize(size)}.{' '}
        {t('by', { name: by ?? t('unknownPerson'), moment: format.dateTime(at) })}
      </p>
      {withQuestion ? null : (
        <Row tight>
          <Disclosure bare summary={<span className="t-2">{t('hash', { short: item.sha256.slice(0, 12) })}</span>}>
            <p className="msg__body t-2">
              <code>{item.sha256}</code>
            </p>
          </Disclosure>
          {removal ? (
            <a className="t-2" href={removal}>
              {t('remove')}
              <span className="vh">: {name}</span>
            </a>
          ) : null}
        </Row>
      )}
    </Stack>
  );
}

/** Evidence of an earlier run, to go on using with one click. */
function Offered({ one, evidence: { action, formKey }, formToken }: { one: QuestionEvidence['offered'][number]; evidence: QuestionEvidence; formToken: string }) {
  const t = useText('evidence');
  const format = useFormat();
  return (
    <Callout tone="light" icon="clock" title={one.expiresOn ? t('offered.until', { takenOn: format.date(one.takenOn), expiresOn: format.date(one.expiresOn) }) : t('offered.title', { takenOn: format.date(one.takenOn) })}>
      <p className="msg__body">
        <a href={one.file} download>
          {one.name}
        </a>
        {one.description ? `: ${one.description}` : null}
      </p>
      <form method="post" action={action ?? undefined}>
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="idempotencyKey" value={`${formKey}-${one.id}`} />
        <input type="hidden" name="evidenceId" value={one.id} />
        <Button look="secondary" small>
          {t('offered.use')}
          <span className="vh">: {one.name}</span>
        </Button>
      </form>
    </Callout>
  );
}

/** Without script the browser posts the file itself. The fields stand before the file, so that they arrive first. */
function UploadForm({ evidence: { action, formKey, today }, formToken, form }: { evidence: QuestionEvidence; formToken: string; form: FormState }) {
  const t = useText('evidence');
  const optional = useText('common')('form.optional');
  const file = fieldProps(form, 'file');
  return (
    <form className="stack stack--4" method="post" encType="multipart/form-data" action={action ?? undefined} noValidate>
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="idempotencyKey" value={formKey} />
      <div className="field-row">
        <TextField {...fieldProps(form, 'takenOn')} type="date" width="short" label={t('takenOn')} max={today} />
        <TextField {...fieldProps(form, 'expiresOn')} type="date" width="short" label={t('expiresOn')} optional={optional} />
      </div>
      <TextField {...fieldProps(form, 'description')} label={t('description')} hint={t('descriptionHint')} optional={optional} maxLength={longestDescription} />
      <FileDrop id={file.id} name="file" label={t('file')} hint={t('fileHint')} error={file.error} accept={acceptedFiles} />
      <div>
        <Button look="secondary">{t('upload')}</Button>
      </div>
      <ReaderNote sealed>{t('sealed')}</ReaderNote>
    </form>
  );
}
