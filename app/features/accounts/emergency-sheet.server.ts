import { requireRight } from '#app/domain/access/may.ts';
import { relationToOrganisation } from '#app/domain/access/relations.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { recoveryLimits, secondFactorLimits } from './limits.ts';
import type { AccountDeps, OrganisationGrant, WaitingReset } from './ports.ts';
import { isLastGroup } from './recovery-code.server.ts';
import type { KeptCode } from './recovery-code.server.ts';
import { putInPlace } from './reset-without-code.server.ts';
import { withSeed } from './session-life.server.ts';

/** The organisation's printed sheet: its code opens the organisation's key when nobody else is left who could. One is good at a time. */
export function makeEmergencySheet(deps: AccountDeps) {
  return async function (actor: Actor, ring: KeyRing, kept: KeptCode): Promise<Result<null>> {
    const now = deps.clock.now();
    if (actor.kind !== 'member') return err('not_signed_in');
    const { organisationId, userId } = actor;
    const allowed = requireRight(actor, 'organisation.issue_emergency_sheet', relationToOrganisation(actor, organisationId), now);
    if (!allowed.ok) return allowed;
    if (!isLastGroup(kept)) return err('invalid_input', { fields: { lastGroup: ['recovery.lastGroupWrong'] } });
    const id = deps.random.id();
    const halves = deps.keys.newSheet(id, kept.code);
    if (!halves) return err('invalid_input');
    const sheet = { id, ...halves, createdAt: now };
    const copy = await deps.keys.grantToSheet(ring, organisationId, sheet);
    if (!copy.ok) return copy;
    await deps.transact(async (tx) => {
      for (const old of await tx.team.retireSheets(organisationId, now)) await tx.team.removeGrants(organisationId, 'sheet', old);
      await tx.team.addSheet({ ...sheet, organisationId });
      await tx.team.addGrant(copy.value.organisationKeyId, copy.value.grant, now);
      await tx.audit.append({ event: 'organisation.emergency_sheet_made', actor: { kind: 'user', userId }, at: now, organisationId, object: { kind: 'sheet', id } });
    });
    return ok(null);
  };
}

/** Grants a waiting reset by the organisation's sheet, where no colleague can. Needs the code of the new second factor too. */
export function useEmergencySheet(deps: AccountDeps) {
  return async function (cookie: string | null, input: { sheetCode: string; code: string }): Promise<Result<null>> {
    const done = await withSeed(deps, cookie, async ({ session, person, seed }): Promise<Result<null>> => {
      const waiting = await deps.store.people.waitingReset(person.id);
      if (session.stage !== 'waiting' || !waiting?.secondFactor) return err('wrong_state');
      const memberships = await deps.store.team.membershipsOf(person.id);
      const organisationId = memberships.find((member) => member.confirmedAt !== null)?.organisationId;
      if (organisationId === undefined) return err('not_eligible');
      const limits = [...recoveryLimits(organisationId), ...secondFactorLimits(person.id)];
      const wait = await deps.limits.take(limits, deps.clock.now());
      if (wait !== null) return err('too_many_attempts', { retryAfterSeconds: wait });
      const factor = await countCode(waiting, seed, input.code);
      if (!factor.ok) return factor;
      const grant = await openSheet(organisationId, waiting, input.sheetCode);
      if (!grant.ok) return grant;
      const placed = await putInPlace(deps, waiting, organisationId, grant.value, { kind: 'user', userId: person.id });
      if (!placed.ok) return placed;
      await deps.limits.forget(limits);
      await writeUse(organisationId, person.id);
      return ok(null);
    });
    return done ?? err('not_signed_in');
  };

  async function countCode(waiting: WaitingReset, seed: Buffer, typed: string): Promise<Result<null>> {
    if (!waiting.secondFactor) return err('wrong_state');
    const secret = deps.keys.openSecondFactor(waiting.userId, seed, waiting.secondFactor.sealedSecret);
    try {
      const step = await deps.totp.acceptedStep(secret, typed.replace(/\s/g, ''), deps.clock.now(), waiting.secondFactor.lastStep);
      if (step === null) return err('invalid_input', { fields: { code: ['codeWrong'] } });
      return (await deps.store.people.useWaitingStep(waiting.userId, step)) ? ok(null) : err('code_already_used');
    } finally {
      secret.fill(0);
    }
  }

  async function openSheet(organisationId: string, waiting: WaitingReset, sheetCode: string): Promise<Result<{ organisationKeyId: string; grant: OrganisationGrant }>> {
    const sheet = await deps.store.team.activeSheet(organisationId);
    const [key] = await deps.store.team.organisationKeys(organisationId);
    const sealed = sheet && key ? await deps.store.team.sheetGrant(key.id, sheet.id) : null;
    const wrong = err('invalid_input', { fields: { sheetCode: ['sheet.codeWrong'] } });
    if (!sheet || !key || !sealed) return wrong;
    const { userId, publicKey } = waiting;
    const member = { userId, publicKey, directorySignature: deps.keys.vouchFor(userId, publicKey) };
    const grant = deps.keys.redeemSheet(organisationId, sheetCode, sheet, sealed, key, member);
    if (!grant.ok) return grant.refusal.code === 'wrong_credentials' ? wrong : grant;
    return ok({ organisationKeyId: key.id, grant: grant.value });
  }

  /** The code has been typed into a computer: it is good no longer, and everybody hears of it. */
  async function writeUse(organisationId: string, userId: string): Promise<void> {
    const now = deps.clock.now();
    await deps.transact(async (tx) => {
      for (const old of await tx.team.retireSheets(organisationId, now)) await tx.team.removeGrants(organisationId, 'sheet', old);
      await tx.audit.append({ event: 'organisation.emergency_sheet_used', actor: { kind: 'user', userId }, at: now, organisationId });
    });
  }
}
