import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { TextField } from '#app/ui/field/field.tsx';

/** Asks for the access code. */
export function ShareGate({ error, typed }: { error?: string; typed?: string }) {
  const t = useText('dossiers');
  return (
    <>
      {error ? <ErrorSummary title={useText('common')('form.errors', { count: 1 })} errors={[{ field: 'f-code', text: error }]} /> : null}
      <form method="post" className="stack stack--4">
        <TextField id="f-code" name="code" width="share-code" label={t('pages.shared.code')} hint={t('pages.shared.codeHint')} error={error} defaultValue={typed} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={20} />
        <div>
          <Button>{t('pages.shared.open')}</Button>
        </div>
      </form>
    </>
  );
}

export type OpenedDocumentView = {
  readonly title: string;
  readonly number: string;
  readonly from: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly size: number;
  /** Shown once more for the download; nothing is kept between two requests. */
  readonly code: string;
};

/** What was shared, from whom, until when, and the file. */
export function OpenedDocument({ document, download }: { document: OpenedDocumentView; download: string }) {
  const t = useText('dossiers');
  const format = useFormat();
  return (
    <>
      <Facts
        facts={[
          { key: 'from', term: t('pages.shared.from'), value: document.from },
          { key: 'number', term: t('pages.shared.number'), value: document.number },
          { key: 'issued', term: t('pages.shared.issuedAt'), value: format.dateTime(document.issuedAt) },
          { key: 'expires', term: t('pages.shared.expires'), value: format.dateTime(document.expiresAt) },
        ]}
      />
      <form method="post" action={download} className="row row--tight">
        <input type="hidden" name="code" value={document.code} />
        <Button icon="download">{t('pages.shared.download')}</Button>
        <span className="muted t-2">{t('pages.shared.size', { size: format.fileSize(document.size) })}</span>
      </form>
      <p className="muted measure">{t('pages.shared.readOnly')}</p>
    </>
  );
}
