import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { tieBetween } from '#app/domain/vetting/conflicts.ts';
import type { ProviderDeps } from './ports.ts';
import { applicantAmong, requireOffice, reviewerOf } from './vetting-rights.ts';

/** What a test of a provider's ways of being reached has shown. */
export type ChannelTest = {
  /** How many independent ways worked: telephone, short message, mail. */
  readonly channels: number;
  /** Whether somebody answered the telephone or called back in time. */
  readonly voice: boolean;
};

const mostChannels = 4;

/**
 * A reviewer notes a successful test of a provider's channels. Routing asks only providers whose test is recent enough, so
 * that no urgent case waits for a telephone that nobody answers. Refused with `invalid_input` for an impossible count, `wrong_state`
 * (detail `untied`) for a reviewer with a tie.
 */
export function recordChannelTest(deps: ProviderDeps) {
  return async function (actor: Actor, providerId: string, { channels, voice }: ChannelTest): Promise<Result<null>> {
    const member = requireOffice(deps, actor, 'vetting.review');
    if (!member.ok) return member;
    if (!Number.isInteger(channels) || channels < 1 || channels > mostChannels) return err('invalid_input', { fields: { channels: ['choose'] } });
    const applicant = applicantAmong(providerId, await deps.vettings.ofProvider(providerId));
    if (tieBetween(await reviewerOf(deps, member.value.userId), applicant) !== null) return err('wrong_state', { detail: 'untied' });
    const at = deps.clock.now();
    return deps.transact(async (tx) => {
      if (!(await tx.providers.recordChannelTest(providerId, { channels, voice, at }))) return err('not_found');
      await tx.audit.append({
        event: 'provider.profile_changed',
        actor: { kind: 'user', userId: member.value.userId },
        at,
        organisationId: providerId,
        object: { kind: 'provider', id: providerId },
        reason: 'channel_test',
      });
      return ok(null);
    });
  };
}
