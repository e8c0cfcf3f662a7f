import type { Region } from '#app/content/region/region.ts';
import { formatOf } from '#app/content/formatter.ts';
import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { StoredDeadline } from '#app/domain/deadlines/deadline-rows.ts';
import { deadlineReasons } from '#app/domain/deadlines/legal.ts';
import type { LegalDuty } from '#app/domain/deadlines/legal.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import type { Locale } from '../ports.ts';
import { recipientName } from './contact-view.ts';
import { firstAidViewOf } from './first-aid-view.ts';
import type { FirstAidView } from './first-aid-view.ts';
import type { SentReport } from './read-sent.server.ts';

export type DeadlineView = {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly legalBasis: string;
  readonly recipient: string;
  readonly possible: boolean;
  /** Null: the law names no hours. */
  readonly dueAt: string | null;
  readonly periodMs: number;
  readonly leftMs: number;
};

export type SentView = {
  readonly reference: string;
  readonly state: CaseState;
  readonly severity: Severity;
  readonly severityName: string;
  readonly reasons: readonly string[];
  /** What happens now and until when, in one paragraph with the absolute time. */
  readonly now: string;
  readonly card: FirstAidView | null;
  readonly danger: boolean;
  readonly insurerFirst: boolean;
  readonly deadlines: readonly DeadlineView[];
};

/** The page after sending. */
export function sentViewOf(sent: SentReport, region: Region, locale: Locale): SentView {
  const triage = textOf(locale, 'triage');
  return {
    reference: sent.reference,
    state: sent.state,
    severity: sent.severity,
    severityName: labelsOf(locale).severities[sent.severity],
    reasons: sent.reasons.map((reason) => triage(`reasons.${reason.code}`)),
    now: whatHappens(sent, locale),
    card: sent.card === null ? null : afterAsking(firstAidViewOf(sent.kind, sent.card, region, locale)),
    danger: sent.callEmergencyServices,
    insurerFirst: sent.facts.insurer === 'bound',
    deadlines: sent.deadlines.map((row) => deadlineView(row, sent.now, region, locale)),
  };
}

/** Help has just been asked for, and the office has the report. */
function afterAsking(card: FirstAidView): FirstAidView {
  return { ...card, steps: card.steps.filter((step) => step.id !== 'ask_for_help'), contacts: card.contacts.filter((one) => one.id !== 'network_hotline') };
}

function whatHappens({ state, promisedUntil }: SentReport, locale: Locale): string {
  const t = textOf(locale, 'incidents');
  const moment = formatOf(locale).dayTime(promisedUntil);
  switch (state) {
    case 'ready':
    case 'matching':
    case 'escalated':
      return t('sent.nowReady', { moment });
    case 'reported':
    case 'in_triage':
    case 'query':
      return t('sent.nowTriage', { moment });
    case 'self_help':
      return t('sent.nowSelfHelp', { moment: formatOf(locale).dateLong(promisedUntil) });
    default:
      return t('sent.nowOther');
  }
}

/** A stored period in words, with what is left of it. */
export function deadlineView(row: StoredDeadline, now: Date, region: Region, locale: Locale): DeadlineView {
  const reason = deadlineReasons.find((one) => one === row.reason);
  return {
    id: row.id,
    name: labelsOf(locale).duties[row.data.duty as LegalDuty],
    reason: reason === undefined ? '' : textOf(locale, 'triage')(`deadlineReasons.${reason}`),
    legalBasis: row.data.legalBasis,
    recipient: recipientName(row.data.recipient, region, locale),
    possible: row.state === 'possible',
    dueAt: row.data.precision === 'exact' ? row.dueAt.toISOString() : null,
    periodMs: row.dueAt.getTime() - row.triggerAt.getTime(),
    leftMs: row.dueAt.getTime() - now.getTime(),
  };
}
