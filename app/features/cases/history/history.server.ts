import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/may.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { isCaseState } from '#app/domain/case/statuses.ts';
import { openingEvents } from '../../case-moves.ts';
import type { OpeningEvent } from '../../case-moves.ts';
import type { KeyRing } from '../../ports.ts';
import { endedPartOf, headOf, mayReadContent, valueOf } from '../case-head.server.ts';
import { requireCase, subjectOf } from '../case-rights.server.ts';
import type { OpenedCase, Side } from '../case-rights.server.ts';
import type { CaseDeps, EventRow } from '../ports.ts';
import { noteOpenings } from './note-opening.server.ts';
import { readExhibits } from '../exhibits/read-exhibits.server.ts';
import { openJson, recordPlace } from '../sealed-json.ts';
import type { HistoryView, TimelineEntryView } from '../view.ts';

const openings: readonly string[] = openingEvents;
/** Steps of the machinery that tell a reader nothing. */
const silent = ['begin_triage', ...openings];

/** Everything that happened, newest first; for the company also who of the provider opened what. */
export function readHistory(deps: CaseDeps) {
  return async function read(actor: Actor, keys: KeyRing, side: Side, caseId: string): Promise<Result<HistoryView>> {
    const opened = await requireCase(deps, actor, caseId, 'case.read_timeline', side);
    if (!opened.ok) return opened;
    const entries = await readTimeline(deps, keys, opened.value);
    await noteOpenings(deps, opened.value, openingsOfSteps(entries));
    const seesOpenings = side === 'company' && may(actor, 'assignment.read_access_log', opened.value.relations);
    return ok({
      head: await headOf(deps, keys, opened.value),
      entries: entries.filter((one) => !silent.includes(one.event)),
      openings: seesOpenings ? entries.filter((one) => openings.includes(one.event)) : null,
    });
  };
}

/** Of the steps only notes and names of files are sealed. */
export function openingsOfSteps(steps: readonly TimelineEntryView[]): OpeningEvent[] {
  return steps.some((one) => one.note !== null || one.about !== null) ? ['history_opened'] : [];
}

/** The timeline without the openings, newest first. */
export async function readSteps(deps: CaseDeps, keys: KeyRing, opened: OpenedCase): Promise<TimelineEntryView[]> {
  return (await readTimeline(deps, keys, opened)).filter((one) => !silent.includes(one.event));
}

async function readTimeline(deps: CaseDeps, keys: KeyRing, opened: OpenedCase): Promise<TimelineEntryView[]> {
  const rows = (await deps.reads.events(opened.row.id)).filter((row) => isBeforeTheEnd(opened, row)).reverse();
  const people = await deps.directory.people(rows.flatMap((one) => one.actorUserId ?? []));
  const names = await deps.directory.organisations(rows.flatMap((one) => one.organisationId ?? []));
  const readable = mayReadContent(opened);
  const notes = readable ? await readNotes(deps, keys, opened) : new Map<string, string>();
  const exhibits = readable ? (valueOf(await readExhibits(deps, keys, opened)) ?? []) : [];
  return rows.map((row) => ({
    key: String(row.sequence),
    event: row.event,
    at: row.at.toISOString(),
    by: namesPerson(opened, row, readable) ? (people.get(row.actorUserId ?? '') ?? null) : null,
    organisation: names.get(row.organisationId ?? '')?.name ?? null,
    reason: row.reason,
    toState: row.toState !== null && row.toState !== row.fromState && isCaseState(row.toState) ? row.toState : null,
    note: notes.get(row.data.recordId ?? '') ?? null,
    about: exhibits.find((one) => one.id === row.data.exhibitId)?.name ?? null,
    data: row.data,
  }));
}

/** A former provider sees the steps until its own end, its successor's first one in the same moment not among them. */
function isBeforeTheEnd(opened: OpenedCase, row: EventRow): boolean {
  const end = endedPartOf(opened)?.endedAt?.getTime();
  if (end === undefined || row.at.getTime() < end) return true;
  return row.at.getTime() === end && (row.organisationId === null || row.organisationId === opened.row.organisationId || row.organisationId === opened.actor.organisationId);
}

/** Before the release a provider knows its own people and the one to call back, nobody else of the company. */
function namesPerson(opened: OpenedCase, row: EventRow, readable: boolean): boolean {
  return readable || row.organisationId === opened.actor.organisationId;
}

async function readNotes(deps: CaseDeps, keys: KeyRing, opened: OpenedCase): Promise<Map<string, string>> {
  const notes = new Map<string, string>();
  const key = await keys.open(subjectOf(opened.row));
  if (!key.ok) return notes;
  for (const row of await deps.reads.records(opened.row.id, ['milestone', 'reason'])) {
    const content = openJson<{ note: string }>(key.value, recordPlace(row.id), row.sealedContent);
    if (content.ok) notes.set(row.id, content.value.note);
  }
  return notes;
}
