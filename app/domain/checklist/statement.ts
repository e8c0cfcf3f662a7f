import type { MemberRole } from '../access/roles.ts';
import type { Answer, AnswerSource } from './answers.ts';
import type { FrozenSite } from './site-scope.ts';
import type { AnswerBasis } from './vocabulary.ts';

/**
 * How many answers one person gave, and on what they rest. `name` null: the person is no longer known. `outside`: firm or function
 * of somebody outside, in their own words, whose answers a member took over; absent for members.
 */
export type AnswerShare = {
  readonly name: string | null;
  readonly role: MemberRole | null;
  readonly outside?: string;
  readonly answers: number;
  readonly byBasis: Readonly<Record<AnswerBasis | 'not_stated', number>>;
};

/** Who answered in which role, as the person who closed the run confirmed it. Kept as it stood then, whatever names, roles and sites are later. */
export type CloseStatement = {
  readonly people: readonly AnswerShare[];
  readonly confirmedBy: { readonly name: string; readonly position: string };
  /** Every site that the company had; absent in runs closed before sites were known. */
  readonly sites?: readonly FrozenSite[];
};

/** Everybody's part in a run, who gave most answers first; ties in the order of the answers. What came from outside counts for its source. */
export function answerShares(
  records: Iterable<{ readonly answer: Answer; readonly answeredBy: string }>,
  people: ReadonlyMap<string, { readonly name: string; readonly role: MemberRole | null }>,
): AnswerShare[] {
  const shares = new Map<string, Omit<AnswerShare, 'answers' | 'byBasis'> & { answers: number; byBasis: Record<AnswerBasis | 'not_stated', number> }>();
  for (const { answer, answeredBy } of records) {
    const { source } = answer;
    const key = source ? sourceKey(source) : answeredBy;
    const who = source ? { name: source.name, role: null, outside: source.role } : { name: people.get(answeredBy)?.name ?? null, role: people.get(answeredBy)?.role ?? null };
    const share = shares.get(key) ?? { ...who, answers: 0, byBasis: { checked: 0, provider_said: 0, document_seen: 0, estimated: 0, not_stated: 0 } };
    share.answers += 1;
    share.byBasis[answer.basis ?? 'not_stated'] += 1;
    shares.set(key, share);
  }
  return [...shares.values()].sort((a, b) => b.answers - a.answers);
}

/** What one person outside said, as far as members took it over. */
export type OutsideShare = {
  readonly source: AnswerSource;
  /** Days on which they sent it, ISO times, oldest first; empty where that was not kept. */
  readonly sentAt: readonly string[];
  readonly topicIds: readonly string[];
  readonly answers: number;
};

/** Everybody outside whose word stands in a run, in the order of its questions. */
export function outsideShares(standings: readonly { readonly topicId: string; readonly requirement: { readonly id: string } }[], records: ReadonlyMap<string, { readonly answer: Answer }>): OutsideShare[] {
  const shares = new Map<string, { source: AnswerSource; sentAt: Set<string>; topicIds: Set<string>; answers: number }>();
  for (const { topicId, requirement } of standings) {
    const source = records.get(requirement.id)?.answer.source;
    if (source === undefined) continue;
    const key = sourceKey(source);
    const share = shares.get(key) ?? { source, sentAt: new Set<string>(), topicIds: new Set<string>(), answers: 0 };
    share.topicIds.add(topicId);
    if (source.at !== undefined) share.sentAt.add(source.at);
    share.answers += 1;
    shares.set(key, share);
  }
  return [...shares.values()].map((share) => ({ ...share, sentAt: [...share.sentAt].sort(), topicIds: [...share.topicIds] }));
}

/** The same person outside, whenever they said it. */
export function sourceKey({ name, role }: Pick<AnswerSource, 'name' | 'role'>): string {
  return JSON.stringify([name, role]);
}
