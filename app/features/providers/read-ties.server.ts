import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import { TIE_COUNTS_MONTHS, tieCountsOn } from '#app/domain/vetting/conflicts.ts';
import type { TieKind } from '#app/domain/vetting/conflicts.ts';
import { addMonths } from '#app/domain/vetting/validity.ts';
import type { ProviderDeps } from './ports.ts';
import { requireOffice } from './vetting-rights.ts';

/** The acting person's own ties that count, and the providers to choose from. Plain JSON. */
export type OwnTies = {
  readonly ties: readonly {
    readonly id: string;
    readonly kind: TieKind;
    /** Name of the provider; null: the own firm is none. */
    readonly provider: string | null;
    readonly capabilities: readonly string[];
    readonly declaredAt: string;
    /** Last day on which an ended tie counts; null: it has not ended. */
    readonly countsUntil: string | null;
  }[];
  readonly providers: readonly { readonly id: string; readonly name: string }[];
};

export function readTies(deps: ProviderDeps) {
  return async function (actor: Actor): Promise<Result<OwnTies>> {
    const member = requireOffice(deps, actor, 'tie.read_own');
    if (!member.ok) return member;
    const today = localDate(deps.clock.now(), deps.zone);
    const [ties, providers] = await Promise.all([deps.ties.of(member.value.userId), deps.providers.list()]);
    const nameOf = (id: string | null) => providers.find((one) => one.providerId === id)?.name ?? null;
    return ok({
      ties: ties
        .filter((tie) => tieCountsOn(tie, today))
        .map(({ id, kind, organisationId, capabilities, declaredAt, endedOn }) => ({
          id,
          kind,
          provider: nameOf(organisationId),
          capabilities,
          declaredAt: declaredAt.toISOString(),
          countsUntil: endedOn === null ? null : addMonths(endedOn, TIE_COUNTS_MONTHS),
        })),
      providers: providers.map(({ providerId, name }) => ({ id: providerId, name })).sort((a, b) => a.name.localeCompare(b.name, 'de')),
    });
  };
}
