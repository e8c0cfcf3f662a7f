import type { IncidentWrites } from '#app/features/incidents/ports.ts';
import { toBytes } from '../bytes.ts';
import type { DatabaseTransaction } from '../transact.ts';

/** Changes reports and cases inside the given transaction. */
export function createIncidentWrites(tx: DatabaseTransaction): IncidentWrites {
  return {
    async insertDraft({ caseId, organisationId, createdBy, language, keyVersion, sealedReport, step, at }) {
      await tx.case.create({ data: { id: caseId, organisationId, state: 'draft', language, keyVersion, createdBy, createdAt: at, updatedAt: at } });
      await tx.incident.create({ data: { caseId, sealedReport: toBytes(sealedReport), keyVersion, step, updatedAt: at } });
    },
    async saveDraft({ caseId, organisationId, revision }, sealedReport, step, at) {
      const { count } = await tx.incident.updateMany({
        where: { caseId, revision, case: { organisationId, state: 'draft' } },
        data: { sealedReport: toBytes(sealedReport), step, revision: revision + 1, updatedAt: at },
      });
      if (count === 1) await tx.case.updateMany({ where: { id: caseId, organisationId }, data: { updatedAt: at } });
      return count === 1;
    },
    async submitDraft({ caseId, organisationId, revision }, submitted, sealedReport) {
      const { reportedAt, callbackBox, ...columns } = submitted;
      const { count } = await tx.case.updateMany({
        where: { id: caseId, organisationId, state: 'draft', incident: { revision } },
        data: { ...columns, callbackBox: toBytes(callbackBox), reportedAt, updatedAt: reportedAt },
      });
      if (count === 0) return false;
      await tx.incident.update({ where: { caseId }, data: { sealedReport: toBytes(sealedReport), step: 'sent', revision: revision + 1, updatedAt: reportedAt } });
      return true;
    },
    async takeReference(caseId, organisationId, year) {
      const number = await nextNumber(tx, `case_reference.${year}`);
      const reference = `GL-${year}-${String(number).padStart(4, '0')}`;
      await tx.case.updateMany({ where: { id: caseId, organisationId }, data: { reference } });
      return reference;
    },
    async removeReport(caseId) {
      await tx.incident.deleteMany({ where: { caseId } });
    },
  };
}

/** Counts on. The row is written under a condition, so two transactions never take the same number. */
async function nextNumber(tx: DatabaseTransaction, key: string): Promise<number> {
  for (;;) {
    const row = await tx.setting.upsert({ where: { key }, create: { key, value: '0' }, update: {} });
    const next = Number(row.value) + 1;
    const { count } = await tx.setting.updateMany({ where: { key, value: row.value }, data: { value: String(next) } });
    if (count === 1) return next;
  }
}
