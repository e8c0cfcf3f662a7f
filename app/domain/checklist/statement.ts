import type { MemberRole } from '../access/roles.ts';
import type { Answer } from './answers.ts';
import type { AnswerBasis } from './vocabulary.ts';

/** How many answers one person gave, and on what they rest. `name` null: the person is no longer known. */
export type AnswerShare = {
  readonly name: string | null;
  readonly role: MemberRole | null;
  readonly answers: number;
  readonly byBasis: Readonly<Record<AnswerBasis | 'not_stated', number>>;
};

/** Who answered in which role, as the person who closed the run confirmed it. Kept as it stood then, whatever names and roles are later. */
export type CloseStatement = {
  readonly people: readonly AnswerShare[];
  readonly confirmedBy: { readonly name: string; readonly position: string };
};

/** Everybody's part in a run, who gave most answers first; ties in the order of the answers. */
export function answerShares(
  records: Iterable<{ readonly answer: Answer; readonly answeredBy: string }>,
  people: ReadonlyMap<string, { readonly name: string; readonly role: MemberRole | null }>,
): AnswerShare[] {
  const shares = new Map<string, { answers: number; byBasis: Record<AnswerBasis | 'not_stated', number> }>();
  for (const { answer, answeredBy } of records) {
    const share = shares.get(answeredBy) ?? { answers: 0, byBasis: { checked: 0, provider_said: 0, document_seen: 0, estimated: 0, not_stated: 0 } };
    share.answers += 1;
    share.byBasis[answer.basis ?? 'not_stated'] += 1;
    shares.set(answeredBy, share);
  }
  return [...shares]
    .map(([id, share]) => ({ name: people.get(id)?.name ?? null, role: people.get(id)?.role ?? null, ...share }))
    .sort((a, b) => b.answers - a.answers);
}
