import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';
import type { TieKind } from '#app/domain/vetting/conflicts.ts';
import type { ProviderDeps } from './ports.ts';
import { requireOffice } from './vetting-rights.ts';

export type TieInput = {
  readonly kind: TieKind | null;
  /** The provider; null where the own firm is none of them. */
  readonly providerId: string | null;
  /** For a firm that is no provider here: what it does. */
  readonly capabilities: readonly IncidentKind[];
};

/**
 * A person of the office says what ties it to a provider. It counts from now on for everything it may judge. The same tie declared
 * again is one. Refused with `invalid_input` where the kind or what it speaks of is missing.
 */
export function declareTie(deps: ProviderDeps) {
  return async function (actor: Actor, { kind, providerId, capabilities }: TieInput): Promise<Result<null>> {
    const member = requireOffice(deps, actor, 'tie.declare');
    if (!member.ok) return member;
    if (kind === null) return err('invalid_input', { fields: { kind: ['choose'] } });
    const mayNameCapabilities = kind === 'own_firm' || kind === 'competitor';
    if (providerId === null && !(mayNameCapabilities && capabilities.length > 0)) return err('invalid_input', { fields: { provider: ['tieNeedsProvider'] } });
    if (providerId !== null && (await deps.providers.profile(providerId)) === null) return err('invalid_input', { fields: { provider: ['choose'] } });

    const { userId, organisationId } = member.value;
    const said = providerId === null ? capabilities : [];
    const before = await deps.ties.of(userId);
    if (before.some((tie) => tie.endedOn === null && tie.kind === kind && tie.organisationId === providerId && said.every((one) => tie.capabilities.includes(one)))) return ok(null);
    const id = deps.random.id();
    const at = deps.clock.now();
    await deps.transact(async (tx) => {
      await tx.ties.declare({ id, userId, kind, organisationId: providerId, capabilities: said, at });
      await tx.audit.append({ event: 'office.tie_declared', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'tie', id }, reason: kind });
    });
    return ok(null);
  };
}
