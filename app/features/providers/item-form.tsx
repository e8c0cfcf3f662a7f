import { useFormat, useText } from '#app/content/use-text.tsx';
import { extensionsOf } from '#app/domain/files/file-types.ts';
import { vettingDocumentTypes } from '#app/domain/vetting/documents.ts';
import { withPrintedEnd } from '#app/domain/vetting/items.ts';
import { Button } from '#app/ui/button/button.tsx';
import { Checkbox } from '#app/ui/choices/choices.tsx';
import { TextArea, TextField } from '#app/ui/field/field.tsx';
import { FileDrop } from '#app/ui/file-drop/file-drop.tsx';
import type { FormState } from '#app/ui/form/form-state.ts';
import { DocumentList } from './document-list.tsx';
import { CapabilityFields, PersonFields } from './item-fields.tsx';
import type { ItemFields } from './item-fields.tsx';
import type { RequestedCapability } from './vetting-content.ts';
import type { OwnItem } from './vetting-view.server.ts';

type Props = { item: OwnItem; requested: readonly RequestedCapability[]; /** What was typed and refused, for this item only. */ form: FormState | null; formToken: string; document: (id: string) => string };

/** What a provider hands in for one proof. The fields stand before the files, so that they arrive first. */
export function ItemForm({ item, requested, form, formToken, document }: Props) {
  const t = useText('providers');
  const tc = useText('common');
  const optional = tc('form.optional');
  const { content } = item;
  const fields: ItemFields = {
    id: (name) => (form === null ? `f-${item.code}-${name}` : `f-${name}`),
    typed: (name, before) => (form === null ? before : String(form.values[name] ?? '')),
    error: (name) => form?.errors[name]?.[0],
  };
  const { id, typed, error } = fields;
  return (
    <form method="post" encType="multipart/form-data" className="stack stack--4">
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="intent" value="item" />
      <input type="hidden" name="code" value={item.code} />
      <TextArea id={id('text')} name="text" label={t('vetting.text')} defaultValue={typed('text', content.text)} error={error('text')} />
      <TextField id={id('reference')} name="reference" label={t('vetting.reference')} defaultValue={typed('reference', content.reference)} optional={optional} />
      {withPrintedEnd.includes(item.code) ? <TextField id={id('endsOn')} name="endsOn" type="date" width="short" label={t('vetting.endsOn')} defaultValue={typed('endsOn', content.endsOn ?? '')} error={error('endsOn')} /> : null}
      {item.code === 'V7' ? <PersonFields content={content} fields={fields} /> : null}
      {item.code === 'V6' ? <CapabilityFields content={content} requested={requested} fields={fields} /> : null}
      <Withdrawals item={item} form={form} document={document} />
      <FileDrop
        id={id('file')}
        name="file"
        label={item.documents.length === 0 ? t('documents.file') : t('documents.another')}
        hint={item.needsDocument ? t('documents.hint') : t('documents.hintOptional')}
        error={error('file')}
        multiple
        accept={extensionsOf(vettingDocumentTypes).join(',')}
      />
      <div>
        <Button look="secondary">{t('vetting.saveItem')}</Button>
      </div>
    </form>
  );
}

function Withdrawals({ item, form, document }: Pick<Props, 'item' | 'form' | 'document'>) {
  const t = useText('providers');
  const format = useFormat();
  if (item.documents.length === 0) return null;
  const chosen = form === null ? [] : [form.values.withdraw ?? []].flat();
  return (
    <div className="stack stack--2">
      <p className="field__label">{t('documents.present')}</p>
      <DocumentList documents={item.documents} href={document} />
      {item.documents.map((one) => (
        <Checkbox key={one.id} id={`f-withdraw-${one.id}`} name="withdraw" value={one.id} plain checked={chosen.includes(one.id)} label={t('documents.withdraw', { name: one.name, date: format.date(one.at) })} />
      ))}
    </div>
  );
}
