import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { exhibitPurposes } from '#app/domain/case/exhibit-types.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { SelectField, TextField } from '#app/ui/field/field.tsx';
import { ReaderNote } from '#app/ui/field/reader-note.tsx';
import { FileDrop } from '#app/ui/file-drop/file-drop.tsx';
import { fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Row, Stack } from '#app/ui/layout/layout.tsx';
import type { CaseLinkSet, CaseSide } from '../case-links.ts';
import { HiddenFields } from '../form-parts.tsx';
import type { ExhibitView } from '../view.ts';

/** Files of a case with hash, size, person and time. Nothing of them is ever shown in the page itself. */
export function ExhibitList({ exhibits, links, formToken }: { exhibits: readonly ExhibitView[]; links: CaseLinkSet; formToken: string }) {
  const t = useText('cases');
  if (exhibits.length === 0) return <EmptyState title={t('exhibits.none')} />;
  return (
    <Stack gap={4}>
      <ul className="rows">
        {exhibits.map((exhibit) => (
          <li key={exhibit.id}>
            <ExhibitRow exhibit={exhibit} href={links.exhibitFile(exhibit.id)} formToken={formToken} />
          </li>
        ))}
      </ul>
      <Callout tone="warn">
        <p>{t('exhibits.dangerous')}</p>
      </Callout>
    </Stack>
  );
}

function ExhibitRow({ exhibit, href, formToken }: { exhibit: ExhibitView; href: string; formToken: string }) {
  const t = useText('cases');
  const labels = useLabels();
  const format = useFormat();
  return (
    <Stack gap={1}>
      <p>
        <span className="muted t-2">{t('exhibits.number', { number: exhibit.number })}</span> <strong className="msg__body">{exhibit.name}</strong>
      </p>
      <p className="muted t-2">
        {labels.exhibitPurposes[exhibit.purpose]}, {format.fileSize(exhibit.size)}. {t('exhibits.addedBy', { person: exhibit.by, moment: format.dayTime(exhibit.at) })}
      </p>
      {exhibit.origin ? <p className="t-2">{t('exhibits.origin', { origin: exhibit.origin })}</p> : null}
      <Disclosure bare summary={<span className="t-2">{t('exhibits.hash', { short: exhibit.sha256.slice(0, 12) })}</span>}>
        <p className="msg__body t-2">
          {t('exhibits.hashFull')}: <code>{exhibit.sha256}</code>
        </p>
      </Disclosure>
      {exhibit.removedAt === null ? (
        <Row tight>
          <LinkButton look="secondary" small icon="download" href={href} download aria-describedby={undefined}>
            {t('exhibits.download')}
            <span className="vh">: {exhibit.name}</span>
          </LinkButton>
          {exhibit.mayRemove ? (
            <form method="post">
              <HiddenFields formToken={formToken} intent="remove" />
              <input type="hidden" name="exhibitId" value={exhibit.id} />
              <Button look="quiet" small>
                {t('exhibits.remove')}
                <span className="vh">: {exhibit.name}</span>
              </Button>
            </form>
          ) : null}
        </Row>
      ) : (
        <p className="muted t-2">{t('exhibits.removedAt', { moment: format.dayTime(exhibit.removedAt) })}</p>
      )}
    </Stack>
  );
}

/** Without script the browser posts the file itself. The fields stand before the file, so that they arrive first. */
export function ExhibitForm({ side, formToken, idempotencyKey, form, action, short }: { side: CaseSide; formToken: string; idempotencyKey: string; form: FormState; action: string; /** The file alone; what it is can be said on the page of the exhibits. */ short?: boolean }) {
  const t = useText('cases');
  const common = useText('common');
  const labels = useLabels();
  const file = fieldProps(form, 'file');
  return (
    <form className="stack stack--4" method="post" encType="multipart/form-data" action={action}>
      <HiddenFields formToken={formToken} idempotencyKey={idempotencyKey} />
      {short ? (
        <input type="hidden" name="purpose" value="other" />
      ) : (
        <>
          <SelectField {...fieldProps(form, 'purpose')} label={t('exhibits.purpose')} options={exhibitPurposes.map((value) => ({ value, label: labels.exhibitPurposes[value] }))} />
          <TextField {...fieldProps(form, 'origin')} label={t('exhibits.originField')} hint={t('exhibits.originHint')} optional={common('form.optional')} maxLength={500} />
        </>
      )}
      <FileDrop
        id={file.id}
        name="file"
        label={short ? t('exhibits.addTitle') : t('exhibits.file')}
        labelHidden={short}
        hint={short ? undefined : t('exhibits.fileHint')}
        error={file.error}
        multiple
        accept="image/*,.pdf,.eml,.msg,.log,.txt,.csv,.json,.pcap,.pcapng,.evtx,.zip"
        action={
          <Button look="secondary" small>
            {t('exhibits.upload')}
          </Button>
        }
      />
      {short ? null : <ReaderNote sealed>{side === 'company' ? t('exhibits.sealed') : t('exhibits.sealedProvider')}</ReaderNote>}
    </form>
  );
}
