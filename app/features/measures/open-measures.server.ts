import { requireRight } from '#app/domain/access/may.ts';
import type { Action } from '#app/domain/access/actions.ts';
import type { Actor, Member } from '#app/domain/access/actor.ts';
import { relationToOrganisation } from '#app/domain/access/relations.ts';
import type { MeasureContent } from '#app/domain/measures/measure.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing, SealedRow, Subject, SubjectKey, WritingKey } from '../ports.ts';
import type { MeasureDeps, MeasureRow, MeasureStore, PlanRow } from './ports.ts';

/** A measure with its content opened. */
export type OpenMeasure = { readonly row: MeasureRow; readonly content: MeasureContent };

/** The member, when it has the right to this act on its own organisation's measures. */
export function requireOwn(deps: Pick<MeasureDeps, 'clock'>, actor: Actor, action: Action): Result<Member> {
  if (actor.kind !== 'member') return err('not_signed_in');
  const right = requireRight(actor, action, relationToOrganisation(actor, actor.organisationId), deps.clock.now());
  return right.ok ? ok(actor) : right;
}

export function planSubject(organisationId: string, planId: string): Subject {
  return { kind: 'measure_plan', id: planId, organisationId };
}

/** Where the sealed content of a measure belongs. */
export function contentPlace(measureId: string): SealedRow {
  return { table: 'Measure', column: 'sealedContent', rowId: measureId };
}

export function sealContent(key: WritingKey, measureId: string, content: MeasureContent): Buffer {
  return key.seal(contentPlace(measureId), Buffer.from(JSON.stringify(content), 'utf8'));
}

export function openContent(key: SubjectKey, row: MeasureRow): Result<MeasureContent> {
  const opened = key.open(contentPlace(row.id), row.sealedContent);
  return opened.ok ? ok(JSON.parse(opened.value.toString('utf8')) as MeasureContent) : opened;
}

/** Every measure of an organisation; empty before the first. Refused with `key_missing` for who is no recipient of the plan's key. */
export async function openPlan(measures: MeasureStore, organisationId: string, keys: KeyRing): Promise<Result<{ readonly plan: PlanRow | null; readonly measures: readonly OpenMeasure[] }>> {
  const plan = await measures.plan(organisationId);
  if (plan === null || plan.measures.length === 0) return ok({ plan, measures: [] });
  const key = await keys.open(planSubject(organisationId, plan.id));
  if (!key.ok) return key;
  const opened: OpenMeasure[] = [];
  for (const row of plan.measures) {
    const content = openContent(key.value, row);
    if (!content.ok) return content;
    opened.push({ row, content: content.value });
  }
  return ok({ plan, measures: opened });
}

/** One measure of the member's own organisation; a foreign one is `not_found`. */
export async function findMeasure(deps: Pick<MeasureDeps, 'measures'>, member: Member, keys: KeyRing, measureId: string): Promise<Result<OpenMeasure>> {
  const row = await deps.measures.find(member.organisationId, measureId);
  if (row === null) return err('not_found');
  const key = await keys.open(planSubject(row.organisationId, row.planId));
  if (!key.ok) return key;
  const content = openContent(key.value, row);
  return content.ok ? ok({ row, content: content.value }) : content;
}
