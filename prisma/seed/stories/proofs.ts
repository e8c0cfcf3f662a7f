import type { DemoFile } from '../cases/tale.ts';
import { makeFile, once } from '../make-file.ts';
import { must } from '../stage.ts';
import type { Stage } from '../stage.ts';

/** A file that proves an answer. Days are counted from the moment at which it is handed in. */
export type Proof = {
  readonly requirementId: string;
  readonly words: string;
  readonly takenDaysAgo: number;
  /** From the day it was taken. */
  readonly goodForDays: number;
  readonly file: Pick<DemoFile, 'kind' | 'lines' | 'name'>;
};

const dayMs = 86_400_000;

/** Hands the files in at the questions that they prove. */
export async function handInProofs(stage: Stage, person: string, assessmentId: string, proofs: readonly Proof[]): Promise<void> {
  const { actor, keys } = await stage.visit(person);
  for (const { requirementId, words, takenDaysAgo, goodForDays, file } of proofs) {
    const taken = new Date(stage.clock.now().getTime() - takenDaysAgo * dayMs);
    const { bytes, type } = await makeFile(file, taken);
    const added = await stage.services.checklists.addEvidence(actor, keys, {
      assessmentId,
      requirementId,
      description: words,
      takenOn: dayOf(taken),
      expiresOn: dayOf(new Date(taken.getTime() + goodForDays * dayMs)),
      fileName: file.name,
      claimedType: type,
      idempotencyKey: stage.random.id(),
      content: once(bytes),
    });
    must(added, `evidence for ${requirementId}`);
  }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
