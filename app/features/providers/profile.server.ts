import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ProfileChange, ProviderDeps, ProviderProfile } from './ports.ts';
import { requireOwn } from './vetting-rights.ts';

export type OwnProfile = {
  readonly profile: ProviderProfile;
  readonly name: string;
  readonly exclusionNames: readonly { readonly id: string; readonly name: string }[];
  readonly mayChange: boolean;
};

/** The provider's own profile. */
export function readProfile(deps: ProviderDeps) {
  return async function (actor: Actor): Promise<Result<OwnProfile>> {
    const member = requireOwn(deps, actor, 'provider.read_area');
    if (!member.ok) return member;
    const profile = await deps.providers.profile(member.value.organisationId);
    if (profile === null) return err('not_found');
    const [organisation, names] = await Promise.all([
      deps.directory.organisation(profile.providerId),
      deps.directory.organisationNames(profile.exclusions),
    ]);
    return ok({
      profile,
      name: organisation?.name ?? '',
      exclusionNames: profile.exclusions.map((id) => ({ id, name: names.get(id) ?? '' })),
      mayChange: requireOwn(deps, actor, 'provider.change_profile').ok,
    });
  };
}

/** `exclude`: the exact name of a further company not to work for; empty: none. */
export type ProfileInput = ProfileChange & { readonly exclude: string };

/** Saves the profile. Routing reads it from the next decision on; offers that are open stay as they are. */
export function saveProfile(deps: ProviderDeps) {
  return async function (actor: Actor, { exclude, ...input }: ProfileInput): Promise<Result<null>> {
    const member = requireOwn(deps, actor, 'provider.change_profile');
    if (!member.ok) return member;
    if (!input.remote && !input.onSite) return err('invalid_input', { fields: { remote: ['wayRequired'] } });
    if (input.districts.some((id) => !deps.districtIds.includes(id))) return err('invalid_input', { fields: { districts: ['unknownDistrict'] } });
    const profile = await deps.providers.profile(member.value.organisationId);
    if (profile === null) return err('not_found');
    const further = exclude === '' ? null : await deps.directory.companyByName(exclude);
    if (exclude !== '' && further === null) return err('invalid_input', { fields: { exclude: ['companyUnknown'] } });
    // Only what stood there before may be kept: the form is no way to name a company by its id.
    const kept = input.exclusions.filter((id) => profile.exclusions.includes(id));
    const exclusions = further === null || kept.includes(further) ? kept : [...kept, further];
    const at = deps.clock.now();
    return deps.transact(async (tx) => {
      if (!(await tx.providers.saveProfile(profile.providerId, { ...input, exclusions }))) return err('not_found');
      await tx.audit.append({
        event: 'provider.profile_changed',
        actor: { kind: 'user', userId: member.value.userId },
        at,
        organisationId: profile.providerId,
        object: { kind: 'provider', id: profile.providerId },
      });
      return ok(null);
    });
  };
}
