import { fairShareEntries } from '#app/domain/routing/fair-share.ts';
import type { FairShareBatch } from '#app/domain/routing/fair-share.ts';
import type { MatchingWrites } from '#app/features/matching/ports.ts';
import type { Random } from '#app/features/ports.ts';
import type { DatabaseTransaction } from '../transact.ts';

/** Changes of routing inside the given transaction. Every change of a case names who may hold it. */
export function createMatchingWrites(tx: DatabaseTransaction, { random }: { readonly random: Random }): MatchingWrites {
  return {
    async lock(caseId, expected) {
      const only = 'fence' in expected ? { fence: expected.fence, nextActionAt: expected.nextActionAt } : { state: { in: [...expected] } };
      // no tenant: routing works on the cases of every company; who may act is decided before
      const { count } = await tx.case.updateMany({ where: { id: caseId, ...only }, data: { fence: { increment: 1 } } });
      return count === 1;
    },
    async reserve(caseId, offerId) {
      // no tenant: the offer belongs to this case
      const { count } = await tx.case.updateMany({
        where: { id: caseId, state: { in: ['matching', 'escalated'] }, reservedOfferId: null },
        data: { reservedOfferId: offerId },
      });
      return count === 1;
    },
    async changeCase(caseId, heldBy, patch, at) {
      // no tenant: routing works on the cases of every company; the holder is named instead
      const { count } = await tx.case.updateMany({ where: { id: caseId, reservedOfferId: heldBy }, data: { ...patch, updatedAt: at } });
      return count === 1;
    },
    async addDecision(caseId, record, at) {
      const last = await tx.routingDecision.aggregate({ where: { caseId }, _max: { sequence: true } });
      const id = random.id();
      await tx.routingDecision.create({
        data: { id, caseId, sequence: (last._max.sequence ?? 0) + 1, rulesVersion: record.decision.rulesVersion, content: JSON.stringify(record), createdAt: at },
      });
      return id;
    },
    async addWave(caseId, wave) {
      const id = random.id();
      await tx.wave.create({ data: { id, caseId, ...wave } });
      return id;
    },
    async endWaves(caseId, ids, at) {
      if (ids.length > 0) await tx.wave.updateMany({ where: { caseId, id: { in: [...ids] } }, data: { endedAt: at } });
    },
    async addOffer({ brief, explanation, ...columns }) {
      await tx.offer.create({ data: { ...columns, brief: JSON.stringify(brief), explanation: JSON.stringify(explanation) } });
    },
    async changeOffer(offerId, caseId, from, patch) {
      // no tenant: the case is named, and the caller has found the offer under it
      const { count } = await tx.offer.updateMany({ where: { id: offerId, caseId, state: { in: [...from] } }, data: patch });
      return count === 1;
    },
    async remindOfFirstContact(assignmentId, caseId, step) {
      // no tenant: the case is named
      await tx.assignment.updateMany({ where: { id: assignmentId, caseId }, data: { reminderStep: step } });
    },
    async addTask(caseId, kind, dueAt, at) {
      const id = random.id();
      await tx.dutyTask.create({ data: { id, caseId, kind, dueAt, createdAt: at } });
      return id;
    },
    async tellTask(taskId) {
      await tx.dutyTask.updateMany({ where: { id: taskId }, data: { fence: 1 } });
    },
    async endTask(taskId, by, outcome, at) {
      const { count } = await tx.dutyTask.updateMany({ where: { id: taskId, doneAt: null }, data: { doneAt: at, doneBy: by, outcome } });
      return count === 1;
    },
    async addBatch(caseId, waveId, batch) {
      const createdAt = new Date(batch.at);
      for (const row of rowsOf(batch)) {
        await tx.fairShareEntry.create({ data: { id: random.id(), caseId, waveId, batchId: batch.batchId, ...row, createdAt } });
      }
    },
    async replaceBatch(batch, at) {
      for (const { providerId, ...amounts } of rowsOf(batch)) {
        await tx.fairShareEntry.updateMany({ where: { batchId: batch.batchId, providerId }, data: amounts });
      }
      await tx.fairShareEntry.updateMany({ where: { batchId: batch.batchId, providerId: { in: [...batch.reversedProviderIds] }, reversedAt: null }, data: { reversedAt: at } });
    },
    async addShift({ at, ...shift }) {
      await tx.dutyShift.create({ data: { ...shift, createdAt: at } });
    },
    async removeShift(shiftId, organisationId) {
      const { count } = await tx.dutyShift.deleteMany({ where: { id: shiftId, organisationId } });
      return count === 1;
    },
  };
}

/** One row for every eligible provider of a batch; credits and debits together sum to zero. */
function rowsOf(batch: FairShareBatch): { providerId: string; credit: number; debit: number }[] {
  const entries = fairShareEntries(batch);
  const sum = (providerId: string, kind: 'credit' | 'debit') =>
    entries.filter((one) => one.providerId === providerId && one.kind === kind).reduce((total, one) => total + Math.abs(one.micro), 0);
  return batch.eligibleProviderIds.map((providerId) => ({ providerId, credit: sum(providerId, 'credit'), debit: sum(providerId, 'debit') }));
}
