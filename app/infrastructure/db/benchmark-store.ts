import { figureDue } from '#app/domain/statistics/benchmark.ts';
import type { BenchmarkStore, BenchmarkWrites } from '#app/features/checklists/ports.ts';
import type { Random } from '#app/features/ports.ts';
import type { Database } from './connect.ts';
import type { DatabaseTransaction } from './transact.ts';

/** Reads decisions, which are an organisation's, and figures, which are nobody's. */
export function createBenchmarkStore(db: Database): BenchmarkStore {
  return {
    decisions: (organisationId) => db.benchmarkDecision.findMany({ where: { organisationId }, select: { assessmentId: true, sealedDecision: true, revision: true } }),
    async figures(cell) {
      const [figures, counts] = await Promise.all([
        db.benchmarkFigure.findMany({ where: cell, select: { topicId: true, average: true } }),
        db.benchmarkRow.groupBy({ by: ['topicId'], where: { ...cell, isPublished: true }, _count: { _all: true } }),
      ]);
      const publishedRows = new Map(counts.map(({ topicId, _count }) => [topicId, _count._all]));
      return figures.map(({ topicId, average }) => ({ topicId, average, publishedRows: publishedRows.get(topicId) ?? 0 }));
    },
  };
}

export function createBenchmarkWrites(tx: DatabaseTransaction, { random }: { readonly random: Random }): BenchmarkWrites {
  return {
    async decide({ organisationId, assessmentId, seenRevision, sealedDecision }) {
      const content = { sealedDecision: new Uint8Array(sealedDecision), revision: seenRevision + 1 };
      const { count } = await tx.benchmarkDecision.updateMany({ where: { assessmentId, organisationId, revision: seenRevision }, data: content });
      if (count === 1) return true;
      const stored = await tx.benchmarkDecision.findFirst({ where: { assessmentId, organisationId }, select: { revision: true } });
      if (stored !== null || seenRevision !== 0) return false;
      await tx.benchmarkDecision.create({ data: { assessmentId, organisationId, ...content } });
      return true;
    },
    async decisionsMade(organisationId) {
      const { _sum } = await tx.benchmarkDecision.aggregate({ where: { organisationId }, _sum: { revision: true } });
      return _sum.revision ?? 0;
    },
    async remove(withdrawalHashes) {
      await tx.benchmarkRow.deleteMany({ where: { withdrawalHash: { in: [...withdrawalHashes] } } });
    },
    async add(cell, rows, rules, at) {
      const added = rows.map((row) => ({ id: random.id(), ...cell, ...row, isPublished: false }));
      const there = await tx.benchmarkRow.findMany({ where: cell });
      const all = [...there, ...added];
      const due = [...new Set(all.map((row) => row.topicId))].flatMap((topicId) => {
        const figure = figureDue(all.filter((row) => row.topicId === topicId), rules);
        return figure === null ? [] : [{ topicId, ...figure }];
      });
      const published = new Set(due.map(({ topicId }) => topicId));
      // Written anew in the order of their random ids: the order on disk tells neither who came last nor which belong together.
      await tx.benchmarkRow.deleteMany({ where: cell });
      const shuffled = all.map((row) => (published.has(row.topicId) ? { ...row, isPublished: true } : row)).sort((a, b) => (a.id < b.id ? -1 : 1));
      await tx.benchmarkRow.createMany({ data: shuffled });
      for (const { topicId, average, companies } of due) {
        const key = { ...cell, topicId };
        const figure = { average, companies, publishedAt: at };
        await tx.benchmarkFigure.upsert({ where: { checklistId_version_sizeGroup_topicId: key }, create: { id: random.id(), ...key, ...figure }, update: figure });
      }
      return due.length;
    },
  };
}
