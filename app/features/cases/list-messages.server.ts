import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { caseKeys, requireCase, subjectOf } from './case-rights.server.ts';
import type { OpenedCase, Side } from './case-rights.server.ts';
import { headOf } from './case-head.server.ts';
import { noteOpening } from './note-opening.server.ts';
import type { CaseDeps } from './ports.ts';
import { openJson, recordPlace } from './sealed-json.ts';
import type { MessageView, MessagesView } from './view.ts';

/** All messages of a case, newest first. */
export function listMessages(deps: CaseDeps) {
  return async function list(actor: Actor, keys: KeyRing, side: Side, caseId: string): Promise<Result<MessagesView>> {
    const opened = await requireCase(deps, actor, caseId, 'message.read', side);
    if (!opened.ok) return opened;
    const messages = await readMessages(deps, keys, opened.value);
    if (!messages.ok) return messages;
    await noteOpening(deps, opened.value, 'messages_opened');
    return ok({ head: await headOf(deps, keys, opened.value), messages: messages.value });
  };
}

/** Opens the messages for somebody whose right to read them was asked. */
export async function readMessages(deps: CaseDeps, keys: KeyRing, opened: OpenedCase, last?: number): Promise<Result<MessageView[]>> {
  const rows = (await deps.reads.records(opened.row.id, ['message'])).slice(last === undefined ? 0 : -last).reverse();
  const people = await deps.directory.people(rows.map((one) => one.authorUserId));
  const organisations = await deps.directory.organisations(rows.map((one) => one.organisationId));
  const keyOf = caseKeys(keys, subjectOf(opened.row));
  const messages: MessageView[] = [];
  for (const row of rows) {
    const key = await keyOf(row.keyVersion);
    if (!key.ok) return key;
    const content = openJson<{ text: string }>(key.value, recordPlace(row.id), row.sealedContent);
    if (!content.ok) return content;
    messages.push({
      id: row.id,
      author: people.get(row.authorUserId) ?? '',
      organisation: organisations.get(row.organisationId)?.name ?? '',
      own: row.authorUserId === opened.actor.userId,
      ownSide: row.organisationId === opened.actor.organisationId,
      at: row.createdAt.toISOString(),
      text: content.value.text,
    });
  }
  return ok(messages);
}
