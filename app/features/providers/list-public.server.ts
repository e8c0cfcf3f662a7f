import type { Actor } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { approvedLevel } from '#app/domain/routing/capabilities.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';
import type { ProviderDeps, PublicProvider } from './ports.ts';

export type PublicFilter = { readonly district: string | null; readonly kind: IncidentKind | null };

/** Providers that are approved today and agreed to be shown, by name. */
export function listPublicProviders(deps: ProviderDeps) {
  return async function (actor: Actor, filter: PublicFilter): Promise<Result<{ providers: readonly PublicProvider[]; total: number }>> {
    const now = deps.clock.now();
    const right = requireRight(actor, 'provider.browse', 'public', now);
    if (!right.ok) return right;
    const today = localDate(now, deps.zone);
    const all = await deps.providers.published(today);
    const providers = all
      .filter((one) => filter.district === null || one.districts.includes(filter.district))
      .filter((one) => filter.kind === null || approvedLevel(one.approvals.map((each) => ({ kind: each.capability, level: each.level, validUntil: each.validUntil })), filter.kind, today) > 0)
      .sort((a, b) => a.name.localeCompare(b.name, 'de'));
    return ok({ providers, total: all.length });
  };
}
