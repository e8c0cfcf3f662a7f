import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { progressOf } from '#app/domain/checklist/navigation.ts';
import type { ChecklistVersion } from '#app/domain/checklist/version.ts';
import type { Locale } from '../../ports.ts';
import type { AssessmentLinks } from '../links.ts';
import { nameWithRole } from '../name-with-role.ts';
import { holderOf } from './open-hand-overs.server.ts';
import type { HandOver, OpenHandOvers } from './open-hand-overs.server.ts';
import type { HandOverKind, HandOverState } from '../ports.ts';
import type { ReceivedAnswers } from './take-answers.server.ts';

/** Topics in other hands as plain JSON, ready for the page. */

export type HandOverLinks = AssessmentLinks & { topicHandOver(id: string, topicId: string): string; handOver(id: string, handOverId: string): string };

export type HandOverLine = {
  readonly id: string;
  readonly topic: string;
  readonly kind: HandOverKind;
  readonly state: HandOverState;
  /** Who has it; null: nobody who is named any more. */
  readonly who: string | null;
  readonly by: string | null;
  readonly at: string;
  readonly dueAt: string | null;
  /** Last day of a link that still holds. */
  readonly linkUntil: string | null;
  readonly opened: boolean;
  readonly href: string;
};

export type HandOversView = {
  /** The youngest first. */
  readonly lines: readonly HandOverLine[];
  /** Topics that nobody else has; empty once the run is closed. */
  readonly free: readonly { readonly id: string; readonly title: string; readonly href: string }[];
};

export function handOversView(open: OpenHandOvers, locale: Locale, links: HandOverLinks, now: Date): HandOversView {
  const { run, handOvers } = open;
  const { assessment, version } = run;
  const free = assessment.state === 'running' ? progressOf(run.standings).topics.filter(({ topicId }) => holderOf(handOvers, topicId) === null) : [];
  return {
    lines: handOvers.map((one) => lineOf(one, open, locale, links, now)).reverse(),
    free: free.map(({ topicId }) => ({ id: topicId, title: titleOf(version, topicId, locale), href: links.topicHandOver(assessment.id, topicId) })),
  };
}

export function lineOf({ row, topicId, outsider }: HandOver, { run, names }: OpenHandOvers, locale: Locale, links: HandOverLinks, now: Date): HandOverLine {
  const outside = outsider === null ? null : nameWithRole(outsider);
  return {
    id: row.id,
    topic: titleOf(run.version, topicId, locale),
    kind: row.kind,
    state: row.state,
    who: outside ?? (row.assignedTo === null ? null : (names.get(row.assignedTo) ?? null)),
    by: names.get(row.assignedBy) ?? null,
    at: row.createdAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    linkUntil: row.link !== null && row.link.revokedAt === null && row.link.expiresAt > now ? row.link.expiresAt.toISOString() : null,
    opened: (row.link?.openedCount ?? 0) > 0,
    href: links.handOver(run.assessment.id, row.id),
  };
}

export type HandOverView = {
  readonly line: HandOverLine;
  readonly checklist: string;
  readonly message: string;
  readonly reply: string;
  /** The person who looks has the topic. */
  readonly mine: boolean;
  readonly running: boolean;
  /** Where answering goes on. */
  readonly begin: string | null;
  readonly received: ReceivedView | null;
  readonly overview: string;
};

export type ReceivedView = {
  readonly from: string;
  readonly sentAt: string;
  readonly rows: readonly {
    readonly id: string;
    readonly question: string;
    readonly offered: AnswerWords;
    readonly present: (AnswerWords & { readonly by: string | null; readonly at: string }) | null;
    readonly revision: number;
    readonly taken: boolean;
  }[];
  readonly open: number;
};

export type AnswerWords = { readonly value: string; readonly parts: readonly string[]; readonly words: string | null };

export function handOverView(open: OpenHandOvers, handOver: HandOver, received: ReceivedAnswers | null, locale: Locale, links: HandOverLinks, viewer: { readonly userId: string; readonly now: Date }): HandOverView {
  const { run, names } = open;
  const { assessment } = run;
  const asked = run.standings.filter((one) => one.topicId === handOver.topicId && one.notAsked === null);
  const target = asked.find((one) => one.outcome === 'unanswered') ?? asked[0];
  return {
    line: lineOf(handOver, open, locale, links, viewer.now),
    checklist: run.version.title[locale],
    message: handOver.message,
    reply: handOver.reply,
    mine: handOver.row.assignedTo === viewer.userId,
    running: assessment.state === 'running',
    begin: target ? links.requirement(assessment.id, target.requirement.id) : null,
    received: received === null ? null : receivedView(received, names, locale),
    overview: assessment.state === 'running' ? links.assessment(assessment.id) : links.assessmentResult(assessment.id),
  };
}

function receivedView({ source, sentAt, answers }: ReceivedAnswers, names: ReadonlyMap<string, string>, locale: Locale): ReceivedView {
  return {
    from: nameWithRole(source),
    sentAt: sentAt.toISOString(),
    rows: answers.map(({ requirement, offered, present, revision, isTaken }) => {
      const partTexts = new Map((requirement.kind === 'control' ? (requirement.parts ?? []) : []).map((part) => [part.id, part.text[locale].replace(/\.$/, '')]));
      return {
        id: requirement.id,
        question: requirement.question[locale],
        offered: wordsOf(offered, partTexts, locale),
        present: present === null ? null : { ...wordsOf(present.answer, partTexts, locale), by: names.get(present.answeredBy) ?? null, at: present.answeredAt.toISOString() },
        revision,
        taken: isTaken,
      };
    }),
    open: answers.filter((one) => !one.isTaken).length,
  };
}

function wordsOf({ value, parts, reason, note }: Answer, partTexts: ReadonlyMap<string, string>, locale: Locale): AnswerWords {
  const labels = labelsOf(locale);
  return {
    value: labels.answers[value],
    parts: Object.entries(parts ?? {}).map(([id, part]) => `${partTexts.get(id) ?? id}: ${labels.answers[part]}`),
    words: [reason, note].filter((text) => text).join(' – ') || null,
  };
}

function titleOf(version: ChecklistVersion, topicId: string, locale: Locale): string {
  return version.topics.find((one) => one.id === topicId)?.title[locale] ?? textOf(locale, 'handOver')('unknownTopic');
}
