import type { Actor, Member } from '#app/domain/access/actor.ts';
import type { AuditEventName } from '#app/domain/audit/events.ts';
import { mostSites } from '#app/domain/organisation/sites.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { SiteForm } from './form.ts';
import { requireOwn } from './own-sites.ts';
import type { SiteDeps, SiteTx } from './ports.ts';

/** Enters a further site. The same form posted again enters it once. `quota_exceeded` when the company has as many as it may. */
export function addSite(deps: SiteDeps) {
  return async function (actor: Actor, input: SiteForm & { readonly idempotencyKey: string }): Promise<Result<{ readonly siteId: string }>> {
    const at = deps.clock.now();
    const member = requireOwn(deps.clock, actor, 'organisation.change_profile');
    if (!member.ok) return member;
    const { userId, organisationId } = member.value;
    const id = deps.random.id();
    const { name, town, district } = input;
    return deps.transact(async (tx) => {
      const earlier = await tx.idempotency.claim(input.idempotencyKey, userId, id, at);
      if (earlier !== null) return ok({ siteId: earlier });
      if ((await tx.sites.add(organisationId, { id, name, town, district }, mostSites, at)) === 'full') return err('quota_exceeded');
      await record(tx, member.value, 'organisation.site_added', id, at);
      return ok({ siteId: id });
    });
  };
}

/** Changes name, town and district. `conflict_of_versions` when somebody has changed the site since it was seen; nothing is written then. */
export function changeSite(deps: SiteDeps) {
  return async function (actor: Actor, input: SiteForm & { readonly siteId: string; readonly seenRevision: number }): Promise<Result<null>> {
    const at = deps.clock.now();
    const member = requireOwn(deps.clock, actor, 'organisation.change_profile');
    if (!member.ok) return member;
    const { siteId, seenRevision, name, town, district } = input;
    return deps.transact(async (tx) => {
      const outcome = await tx.sites.change(member.value.organisationId, { id: siteId, name, town, district }, seenRevision, at);
      if (outcome !== 'changed') return err(outcome === 'absent' ? 'not_found' : 'conflict_of_versions');
      await record(tx, member.value, 'organisation.site_changed', siteId, at);
      return ok(null);
    });
  };
}

/**
 * Removes a site. Running checks hold for those that remain; closed ones keep the names that were confirmed. `wrong_state` for the
 * last one, `conflict_of_versions` when somebody has changed it since it was seen.
 */
export function removeSite(deps: SiteDeps) {
  return async function (actor: Actor, input: { readonly siteId: string; readonly seenRevision: number }): Promise<Result<null>> {
    const at = deps.clock.now();
    const member = requireOwn(deps.clock, actor, 'organisation.change_profile');
    if (!member.ok) return member;
    return deps.transact(async (tx) => {
      const outcome = await tx.sites.remove(member.value.organisationId, input.siteId, input.seenRevision);
      if (outcome === 'last') return err('wrong_state', { detail: 'last_site' });
      if (outcome !== 'removed') return err(outcome === 'absent' ? 'not_found' : 'conflict_of_versions');
      await record(tx, member.value, 'organisation.site_removed', input.siteId, at);
      return ok(null);
    });
  };
}

function record(tx: SiteTx, { userId, organisationId }: Member, event: AuditEventName, siteId: string, at: Date): Promise<void> {
  return tx.audit.append({ event, actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'site', id: siteId } });
}
