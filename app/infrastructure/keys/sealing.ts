import { isNextVersionDue } from '#app/domain/access/key-recipients.ts';
import type { SubjectKey, WritingKey } from '#app/features/ports.ts';

/** What the attack tests switch off, one by one, to prove that they can fail. Production uses `sealing` as it is. */
export type Sealing = {
  readingKey(key: SubjectKey): SubjectKey;
  writingKey(key: WritingKey): WritingKey;
  readonly isNextVersionDue: typeof isNextVersionDue;
};

export const sealing: Sealing = { readingKey: (key) => key, writingKey: (key) => key, isNextVersionDue };
