import type { VettingDocument } from './ports.ts';

/** A document as pages show it. Dates ISO. */
export type DocumentView = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly at: string;
  readonly withdrawnAt: string | null;
  /** Its body can be read. */
  readonly kept: boolean;
};

/** The documents of one proof. */
export function documentsFor(documents: readonly VettingDocument[], code: VettingDocument['code']): readonly DocumentView[] {
  return documents
    .filter((one) => one.code === code)
    .map(({ id, name, size, sha256, createdAt, withdrawnAt, erasedAt }) => ({
      id,
      name,
      size,
      sha256,
      at: createdAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
      kept: erasedAt === null,
    }));
}
