import type { EvidenceWrites } from '#app/features/checklists/ports.ts';
import { toBytes } from './bytes.ts';
import type { DatabaseTransaction } from './transact.ts';

/** Files that prove answers, inside the given transaction. Each method begins with a write on the run, which also asks whether it still goes on. */
export function createEvidenceWrites(tx: DatabaseTransaction): EvidenceWrites {
  const isRunning = async (organisationId: string, assessmentId: string) => {
    const running = { id: assessmentId, organisationId, state: 'running' };
    const { count } = await tx.assessment.updateMany({ where: running, data: { state: 'running' } });
    return count > 0;
  };
  return {
    async add({ organisationId, sealedMeta, wrappedFileKey, ...row }, bytesAllowed) {
      if (!(await isRunning(organisationId, row.assessmentId))) return 'not_running';
      const { _sum } = await tx.evidence.aggregate({ where: { assessmentId: row.assessmentId }, _sum: { size: true } });
      if ((_sum.size ?? 0) + row.size > bytesAllowed) return 'full';
      await tx.evidence.create({ data: { ...row, sealedMeta: toBytes(sealedMeta), wrappedFileKey: toBytes(wrappedFileKey) } });
      return 'added';
    },
    async remove({ organisationId, assessmentId, evidenceId }) {
      if (!(await isRunning(organisationId, assessmentId))) return 'not_running';
      const { count } = await tx.evidence.deleteMany({ where: { id: evidenceId, assessmentId } });
      return count > 0 ? 'removed' : 'absent';
    },
  };
}
