import type { Actor } from '#app/domain/access/actor.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { itemRule, withPrintedEnd } from '#app/domain/vetting/items.ts';
import type { ItemCode } from '#app/domain/vetting/items.ts';
import type { LocalDate } from '#app/domain/vetting/validity.ts';
import { editableItem, openForEditing } from './edit-rights.ts';
import type { ProviderDeps, VettingDocument } from './ports.ts';
import type { ItemContent } from './vetting-content.ts';

/** What a provider hands in for one item. */
export type ItemInput = { readonly code: ItemCode } & Pick<
  ItemContent,
  'text' | 'reference' | 'endsOn' | 'persons' | 'certifiedProviderUntil' | 'capabilities'
> & {
  /** Documents that no longer count, by id. */
  readonly withdraw: readonly string[];
};

const longestText = 4000;

/**
 * Hands in one item. Its documents came before it (`addVettingDocument`). Refused with `invalid_input` for a proof without the file
 * or the end date it needs or one that is over, `wrong_state` where it may not change.
 */
export function saveVettingItem(deps: ProviderDeps) {
  return async function (actor: Actor, input: ItemInput): Promise<Result<null>> {
    const opened = await openForEditing(deps, actor);
    if (!opened.ok) return opened;
    const { vetting, userId } = opened.value;
    const item = editableItem(vetting, input.code);
    if (!item.ok) return item;
    const at = deps.clock.now();
    const documents = (await deps.documents.ofVetting(vetting.id)).filter((one) => one.code === input.code && one.withdrawnAt === null);
    const fields = faultsOf(input, documents, localDate(at, deps.zone));
    if (Object.keys(fields).length > 0) return err('invalid_input', { fields });

    const { code, withdraw, ...content } = input;
    const own = documents.map((one) => one.id).filter((id) => withdraw.includes(id));
    return deps.transact(async (tx) => {
      if (!(await tx.vettings.change(vetting, {}, at))) return err('conflict_of_versions');
      await tx.vettings.saveItem(vetting.id, { code, state: 'submitted', validUntil: null, content: { ...item.value.content, ...content } });
      const noted = { actor: { kind: 'user', userId }, at, organisationId: vetting.providerId } as const;
      for (const id of await tx.documents.withdraw(vetting.id, own, at)) {
        await tx.audit.append({ ...noted, event: 'vetting.document_withdrawn', object: { kind: 'vetting_document', id }, reason: code });
      }
      await tx.audit.append({ ...noted, event: 'vetting.changed_state', object: { kind: 'vetting', id: vetting.id }, reason: `item:${code}` });
      return ok(null);
    });
  };
}

/** Field names are those of the form. */
function faultsOf(input: ItemInput, documents: readonly VettingDocument[], today: LocalDate): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  if (input.text.length > longestText) faults.text = ['textTooLong'];
  if (input.endsOn === null && withPrintedEnd.includes(input.code)) faults.endsOn = ['endRequired'];
  if (input.endsOn !== null && input.endsOn < today) faults.endsOn = ['endOver'];
  if (input.code === 'V7' && input.persons.length === 0) faults['name-1'] = ['personRequired'];
  if (itemRule(input.code).needsDocument && documents.every((one) => input.withdraw.includes(one.id))) faults.file = ['fileRequired'];
  return faults;
}
