import type { Action } from '#app/domain/access/actions.ts';
import type { Actor, Member } from '#app/domain/access/actor.ts';
import { casePartyOf } from '#app/domain/access/case-party.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationsToCase } from '#app/domain/access/relations.ts';
import type { Relation } from '#app/domain/access/relations.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Subject } from '../ports.ts';
import type { CaseDeps, CaseRow } from './ports.ts';

/** The two sides that work a case. Whoever reported stays the company, also where the same firm is a provider. */
export type Side = 'company' | 'provider';

export type OpenedCase = { readonly row: CaseRow; readonly actor: Member; readonly relations: readonly Relation[]; readonly side: Side };

/** The right to an act on a case, asked as one side. Foreign, absent and other-sided cases all answer `not_found`. */
export async function requireCase(deps: Pick<CaseDeps, 'reads' | 'clock'>, actor: Actor, caseId: string, action: Action, side?: Side): Promise<Result<OpenedCase>> {
  const now = deps.clock.now();
  const found = await deps.reads.byId(caseId);
  const all = found === null ? (['none'] as const) : relationsToCase(actor, found.access, now);
  const relations = side === undefined ? all : ofSide(all, side);
  const right = requireRight(actor, action, relations, now);
  if (!right.ok) return right;
  if (found === null || actor.kind !== 'member') return err('not_found');
  const party = casePartyOf(actor, relations);
  const own: Side = party === 'company' ? 'company' : 'provider';
  return ok({ row: found.row, actor, relations, side: own });
}

function ofSide(relations: readonly Relation[], side: Side): readonly Relation[] {
  const kept = relations.filter((one) => (one === 'case_recipient') === (side === 'company') && one !== 'office');
  return kept.length > 0 ? kept : ['none'];
}

export function subjectOf(row: { readonly id: string; readonly organisationId: string }): Subject {
  return { kind: 'case', id: row.id, organisationId: row.organisationId };
}
