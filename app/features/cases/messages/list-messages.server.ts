import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { requireCase, subjectOf } from '../case-rights.server.ts';
import type { OpenedCase, Side } from '../case-rights.server.ts';
import { headOf } from '../case-head.server.ts';
import { noteOpenings } from '../history/note-opening.server.ts';
import type { CaseDeps } from '../ports.ts';
import { isOfLaterVersion, openJson, recordPlace } from '../sealed-json.ts';
import type { MessageView, MessagesView } from '../view.ts';

/** All messages of a case, newest first. */
export function listMessages(deps: CaseDeps) {
  return async function list(actor: Actor, keys: KeyRing, side: Side, caseId: string): Promise<Result<MessagesView>> {
    const opened = await requireCase(deps, actor, caseId, 'message.read', side);
    if (!opened.ok) return opened;
    const messages = await readMessages(deps, keys, opened.value);
    if (!messages.ok) return messages;
    await noteOpenings(deps, opened.value, messages.value.length > 0 ? ['messages_opened'] : []);
    return ok({ head: await headOf(deps, keys, opened.value), messages: messages.value });
  };
}

/** Opens the messages for somebody whose right to read them was asked, the last ones or all. */
export async function readMessages(deps: CaseDeps, keys: KeyRing, opened: OpenedCase, last?: number): Promise<Result<MessageView[]>> {
  const rows = (await deps.reads.records(opened.row.id, ['message'])).reverse();
  if (rows.length === 0) return ok([]);
  const people = await deps.directory.people(rows.map((one) => one.authorUserId));
  const organisations = await deps.directory.organisations(rows.map((one) => one.organisationId));
  const key = await keys.open(subjectOf(opened.row));
  if (!key.ok) return key;
  const messages: MessageView[] = [];
  for (const row of rows) {
    if (messages.length === last) break;
    const content = openJson<{ text: string }>(key.value, recordPlace(row.id), row.sealedContent);
    if (isOfLaterVersion(content)) continue;
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
