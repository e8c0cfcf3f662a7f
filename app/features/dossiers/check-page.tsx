import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import type { ErrorKey } from './form.ts';
import type { DossierKind } from './ports.ts';

const fields = ['number', 'code', 'hash'] as const;
export type CheckField = (typeof fields)[number];

export type CheckFormView = {
  readonly typed: Readonly<Record<CheckField, string>>;
  readonly errors: Readonly<Partial<Record<CheckField, ErrorKey>>>;
};

export type FoundDocumentView = {
  readonly number: string;
  readonly kind: DossierKind;
  readonly locale: 'de' | 'en';
  readonly issuedAt: string;
  readonly sha256: string;
  readonly file: 'unchanged' | 'changed' | null;
};

/** What the portal knows of a document in hand: that it was issued, when, and whether the file is the same. */
export function FoundDocument({ found }: { found: FoundDocumentView }) {
  const t = useText('dossiers');
  const format = useFormat();
  return (
    <>
      {found.file === 'changed' ? (
        <Callout tone="danger" title={t('pages.check.changedTitle')}>{t('pages.check.changed')}</Callout>
      ) : found.file === 'unchanged' ? (
        <Callout tone="ok" title={t('pages.check.unchangedTitle')}>{t('pages.check.unchanged')}</Callout>
      ) : (
        <Callout tone="ok" title={t('pages.check.knownTitle')}>{t('pages.check.known')}</Callout>
      )}
      <Facts
        facts={[
          { key: 'what', term: t('pages.shared.what'), value: t(`pages.kinds.${found.kind}`) },
          { key: 'number', term: t('pages.shared.number'), value: found.number },
          { key: 'at', term: t('pages.shared.issuedAt'), value: format.dateTime(found.issuedAt) },
          { key: 'language', term: t('pages.documents.language'), value: t(`pages.languages.${found.locale}`) },
          { key: 'hash', term: t('pages.check.hash'), value: <code translate="no">{found.sha256}</code> },
        ]}
      />
    </>
  );
}

/** Asks for number and code, and for the hash of the own file where somebody wants to know more. */
export function CheckForm({ form }: { form: CheckFormView | null }) {
  const t = useText('dossiers');
  const tc = useText('common');
  const textAt = (field: CheckField) => {
    const error = form?.errors[field];
    return error === undefined ? undefined : t(`pages.errors.${error}`);
  };
  const wrong = fields.filter((field) => form?.errors[field] !== undefined);
  return (
    <>
      <ErrorSummary title={tc('form.errors', { count: wrong.length })} errors={wrong.map((field) => ({ field: `f-${field}`, text: textAt(field) }))} />
      <form method="post" className="stack stack--4">
        <TextField id="f-number" name="number" label={t('pages.check.number')} hint={t('pages.check.numberHint')} error={textAt('number')} defaultValue={form?.typed.number} autoComplete="off" spellCheck={false} maxLength={40} />
        <TextField id="f-code" name="code" label={t('pages.check.code')} hint={t('pages.check.codeHint')} error={textAt('code')} defaultValue={form?.typed.code} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} />
        <TextField id="f-hash" name="hash" label={t('pages.check.fileHash')} hint={t('pages.check.fileHashHint')} error={textAt('hash')} optional={tc('form.optional')} defaultValue={form?.typed.hash} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={200} />
        <Disclosure summary={t('pages.check.howTitle')}>
          <Command system={t('pages.check.how.windows')} line={`certutil -hashfile ${t('pages.check.how.file')} SHA256`} />
          <Command system={t('pages.check.how.mac')} line={`shasum -a 256 ${t('pages.check.how.file')}`} />
          <Command system={t('pages.check.how.linux')} line={`sha256sum ${t('pages.check.how.file')}`} />
        </Disclosure>
        <div>
          <Button>{t('pages.check.send')}</Button>
        </div>
      </form>
    </>
  );
}

function Command({ system, line }: { system: string; line: string }) {
  return (
    <p>
      {system}
      <br />
      <code translate="no">{line}</code>
    </p>
  );
}
