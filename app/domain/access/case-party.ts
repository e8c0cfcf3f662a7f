import type { Party } from '../case/parties.ts';
import type { Actor } from './actor.ts';
import type { Relation } from './relations.ts';

const providerRelations: readonly Relation[] = [
  'offered_provider',
  'accepted_provider',
  'assigned_provider',
  'released_provider',
];

/**
 * In which part an actor fires events of a case, an offer or an assignment; null: in none. Who reported stays the company,
 * also where the office has the same person; the officer on duty acts as such.
 */
export function casePartyOf(actor: Actor, relations: readonly Relation[]): Party | null {
  if (actor.kind === 'system') return 'system';
  if (actor.kind === 'guest') return relations.includes('case_recipient') ? 'company' : null;
  if (actor.kind !== 'member' || !actor.confirmed) return null;
  if (relations.includes('case_recipient')) return 'company';
  if (relations.some((relation) => providerRelations.includes(relation))) return 'provider';
  if (!relations.includes('office')) return null;
  if (actor.roles.includes('office.duty')) return 'duty';
  return actor.roles.includes('office.coordinator') ? 'office' : null;
}
