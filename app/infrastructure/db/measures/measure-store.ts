import { measureStates } from '#app/domain/measures/measure.ts';
import type { MeasureRow, MeasureStore, MeasureWrites } from '#app/features/measures/ports.ts';
import { toBytes } from '../bytes.ts';
import type { Database } from '../connect.ts';
import type { Measure } from '../generated/client.ts';
import type { DatabaseTransaction } from '../transact.ts';

/** Reads the measures of an organisation. */
export function createMeasureStore(db: Database | DatabaseTransaction): MeasureStore {
  return {
    async plan(organisationId) {
      const plan = await db.measurePlan.findFirst({ where: { organisationId }, include: { measures: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } } });
      return plan && { id: plan.id, organisationId, revision: plan.revision, measures: plan.measures.map(rowOf) };
    },
    async find(organisationId, measureId) {
      const row = await db.measure.findFirst({ where: { id: measureId, organisationId } });
      return row && rowOf(row);
    },
  };
}

/** Changes measures inside the given transaction. Each method begins with a write. */
export function createMeasureWrites(tx: DatabaseTransaction): MeasureWrites {
  return {
    async begin({ id, organisationId, at }) {
      const plan = await tx.measurePlan.upsert({ where: { organisationId }, create: { id, organisationId, createdAt: at }, update: { organisationId } });
      return plan.id;
    },
    async claimPlan(organisationId, seenRevision) {
      const { count } = await tx.measurePlan.updateMany({ where: { organisationId, revision: seenRevision }, data: { revision: seenRevision + 1 } });
      return count === 1;
    },
    async add({ sealedContent, ...measure }) {
      await tx.measure.create({ data: { ...measure, sealedContent: toBytes(sealedContent), revision: 1, updatedAt: measure.createdAt } });
    },
    async change({ id, organisationId, seenRevision, sealedContent, at, ...columns }) {
      const { count } = await tx.measure.updateMany({
        where: { id, organisationId, revision: seenRevision },
        data: { ...columns, sealedContent: toBytes(sealedContent), revision: seenRevision + 1, updatedAt: at },
      });
      return count === 1;
    },
    async remove({ id, organisationId, seenRevision }) {
      const { count } = await tx.measure.deleteMany({ where: { id, organisationId, revision: seenRevision } });
      return count === 1;
    },
  };
}

function rowOf({ state, ...row }: Measure): MeasureRow {
  const known = measureStates.find((one) => one === state);
  if (known === undefined) throw new Error('Unknown state of a measure in the database');
  return { ...row, state: known };
}
