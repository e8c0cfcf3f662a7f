import { capabilityLevels } from '#app/domain/routing/capabilities.ts';
import type { CapabilityLevel } from '#app/domain/routing/capabilities.ts';
import { incidentKinds } from '#app/domain/triage/kinds.ts';
import { itemCodes, itemStates } from '#app/domain/vetting/items.ts';
import { isVettingState } from '#app/domain/vetting/statuses.ts';
import type { VettingState } from '#app/domain/vetting/statuses.ts';
import type { AccountVault, Random } from '#app/features/ports.ts';
import type { ApprovalRow, Vetting, VettingReads, VettingWrites } from '#app/features/providers/ports.ts';
import { toBytes } from './bytes.ts';
import type { Database } from './connect.ts';
import type { Prisma } from './generated/client.ts';
import { dayColumn, dayColumnOrNull, dayOf, dayOrNull } from './local-dates.ts';
import type { DatabaseTransaction } from './transact.ts';

/** `zone`: the region's, in which approvals end. */
type Parts = { readonly vault: AccountVault; readonly random: Random; readonly zone: string };
type VettingRow = Prisma.VettingGetPayload<{ include: { items: true; requested: true } }>;
const whole = { items: true, requested: true } as const;

/** States in which a date alone may change something. */
const runningStates: readonly VettingState[] = ['approved', 'approved_with_conditions', 'expiring', 'paused', 'suspended', 'more_needed'];

export function createVettingReads(db: Database | DatabaseTransaction, { vault, zone }: Pick<Parts, 'vault' | 'zone'>): VettingReads {
  return {
    async ofProvider(providerId) {
      const rows = await db.vetting.findMany({ where: { providerId }, include: whole, orderBy: { createdAt: 'desc' } });
      return rows.map((row) => vettingOf(row, vault, zone));
    },
    async approvals(providerId) {
      const rows = await db.approval.findMany({ where: { providerId, endedAt: null }, orderBy: [{ capability: 'asc' }, { level: 'asc' }] });
      return rows.flatMap((row) => approvalOf(row, zone));
    },
    async runningWithDates() {
      const rows = await db.vetting.findMany({ where: { state: { in: [...runningStates] } }, include: whole, orderBy: { createdAt: 'desc' } });
      const seen = new Set<string>();
      // Of several approvals of one provider the newest decides; older ones are history.
      const newest = rows.filter((row) => {
        if (row.state === 'more_needed') return true;
        if (seen.has(row.providerId)) return false;
        seen.add(row.providerId);
        return true;
      });
      return newest.map((row) => vettingOf(row, vault, zone));
    },
  };
}

export function createVettingWrites(tx: DatabaseTransaction, { vault, random, zone }: Parts): VettingWrites {
  return {
    async create({ id, providerId, items, requested, at }) {
      await tx.vetting.create({ data: { id, providerId, state: 'draft', createdAt: at, updatedAt: at } });
      for (const { code, state, content } of items) {
        const itemId = random.id();
        await tx.vettingItem.create({ data: { id: itemId, vettingId: id, code, state, box: toBytes(vault.seal('VettingItem', itemId, content)) } });
      }
      await addRequested(tx, random, id, requested);
    },
    async hold({ id, providerId }, states) {
      const { count } = await tx.vetting.updateMany({ where: { id, providerId, ...(states === 'any' ? {} : { state: { in: [...states] } }) }, data: { providerId } });
      return count === 1;
    },
    async change(vetting, { conditions, suspension, verdict, validUntil, ...change }, at) {
      const { count } = await tx.vetting.updateMany({
        where: { id: vetting.id, providerId: vetting.providerId, state: vetting.state, updatedAt: vetting.updatedAt },
        data: {
          ...change,
          ...(validUntil === undefined ? {} : { validUntil: dayColumnOrNull(validUntil, zone) }),
          ...(conditions === undefined ? {} : { conditions: JSON.stringify(conditions) }),
          ...(suspension === undefined ? {} : { suspension: suspension === null ? null : JSON.stringify(suspension) }),
          ...(verdict === undefined ? {} : { verdictBox: verdict === null ? null : toBytes(vault.seal('Vetting', vetting.id, verdict)) }),
          // Two changes within a millisecond must not look alike.
          updatedAt: at > vetting.updatedAt ? at : new Date(vetting.updatedAt.getTime() + 1),
        },
      });
      return count === 1;
    },
    async saveItem(vettingId, { code, content, validUntil, ...rest }) {
      const row = await tx.vettingItem.findFirstOrThrow({ where: { vettingId, code }, select: { id: true } });
      await tx.vettingItem.update({
        where: { id: row.id },
        data: { ...rest, validUntil: dayColumnOrNull(validUntil, zone), box: toBytes(vault.seal('VettingItem', row.id, content)) },
      });
    },
    async setRequested(vettingId, requested) {
      await tx.requestedApproval.deleteMany({ where: { vettingId } });
      await addRequested(tx, random, vettingId, requested);
    },
    async storeApprovals({ id, providerId }, approvals, at) {
      await tx.approval.updateMany({ where: { providerId, endedAt: null }, data: { endedAt: at } });
      for (const { capability, level, validUntil } of approvals) {
        await tx.approval.create({ data: { id: random.id(), providerId, vettingId: id, capability, level, validUntil: dayColumn(validUntil, zone), grantedAt: at } });
      }
    },
    async endApprovals(providerId, at) {
      await tx.approval.updateMany({ where: { providerId, endedAt: null }, data: { endedAt: at } });
    },
  };
}

async function addRequested(tx: DatabaseTransaction, random: Random, vettingId: string, requested: Vetting['requested']): Promise<void> {
  for (const { capability, level } of requested) {
    await tx.requestedApproval.create({ data: { id: random.id(), vettingId, capability, level } });
  }
}

function vettingOf(row: VettingRow, vault: AccountVault, zone: string): Vetting {
  return {
    id: row.id,
    providerId: row.providerId,
    state: vettingStateOf(row.state),
    submittedAt: row.submittedAt,
    reviewerA: row.reviewerA,
    reviewerB: row.reviewerB,
    decidedAt: row.decidedAt,
    validUntil: dayOrNull(row.validUntil, zone),
    conditions: JSON.parse(row.conditions ?? '[]') as Vetting['conditions'],
    suspension: row.suspension === null ? null : (JSON.parse(row.suspension) as Vetting['suspension']),
    verdict: row.verdictBox === null ? null : vault.open<Vetting['verdict']>('Vetting', row.id, row.verdictBox),
    dueAt: row.dueAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    items: itemCodes.flatMap((code) => {
      const item = row.items.find((one) => one.code === code);
      const state = itemStates.find((one) => one === item?.state);
      if (item === undefined || state === undefined || item.box === null) return [];
      return [{ code, state, validUntil: dayOrNull(item.validUntil, zone), content: vault.open<Vetting['items'][number]['content']>('VettingItem', item.id, item.box), decidedBy: item.decidedBy, decidedAt: item.decidedAt }];
    }),
    requested: row.requested.flatMap((one) => {
      const capability = incidentKinds.find((kind) => kind === one.capability);
      const level = levelOf(one.level);
      return capability === undefined || level === undefined ? [] : [{ capability, level }];
    }).sort((a, b) => incidentKinds.indexOf(a.capability) - incidentKinds.indexOf(b.capability)),
  };
}

/** A row whose code the rules do not know any more grants nothing. */
export function approvalOf(row: { capability: string; level: number; validUntil: Date }, zone: string): readonly ApprovalRow[] {
  const capability = incidentKinds.find((kind) => kind === row.capability);
  const level = levelOf(row.level);
  return capability === undefined || level === undefined ? [] : [{ capability, level, validUntil: dayOf(row.validUntil, zone) }];
}

export function vettingStateOf(text: string): VettingState {
  if (!isVettingState(text)) throw new Error(`Unknown vetting state ${text}`);
  return text;
}

function levelOf(number: number): CapabilityLevel | undefined {
  return capabilityLevels.find((level) => level === number);
}
