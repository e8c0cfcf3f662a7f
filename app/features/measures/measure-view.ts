import { formatOf } from '#app/content/formatter.ts';
import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { closingValues } from '#app/domain/measures/closing.ts';
import { plannedStates } from '#app/domain/measures/measure.ts';
import type { MeasureState } from '#app/domain/measures/measure.ts';
import { answerBases } from '#app/domain/checklist/vocabulary.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import type { Locale } from '../ports.ts';
import { intoValue, maximumLength, outsideValue } from './form.ts';
import type { MeasureErrors } from './form.ts';
import type { MeasurePageData } from './open-measure.server.ts';
import { dueText, factsOf, howToOf, ownerText } from './view.ts';
import type { HowTo, MeasureLine } from './view.ts';

export type Option = { readonly value: string; readonly label: string; readonly hint?: string };

/** The page of one measure as plain JSON. */
export type MeasureView = {
  readonly id: string;
  readonly title: string;
  readonly state: MeasureState;
  readonly due: MeasureLine['due'];
  readonly revision: number;
  readonly howTo: HowTo;
  readonly facts: readonly string[];
  readonly source: string;
  readonly lastChange: string;
  readonly form: FormState;
  readonly states: readonly Option[];
  readonly members: readonly Option[];
  readonly done: null | { readonly title: string; readonly lines: readonly string[]; readonly isOffered: boolean };
  readonly topic: string | null;
  readonly advice: null | { readonly text: string; readonly href: string | null; readonly go: string; readonly mayAskAgain: boolean };
  readonly conflict: string | null;
};

/** `draft`: where an unsent request is written on. */
export type MeasurePageLinks = { case(id: string): string; draft(id: string): string };

export function measureView(data: MeasurePageData, locale: Locale, links: MeasurePageLinks): MeasureView {
  const { row, content, names } = data;
  const t = textOf(locale, 'measures');
  const format = formatOf(locale);
  const labels = labelsOf(locale);
  const { control, source, closing } = content;
  const members = data.members.map(({ userId, name }) => ({ value: userId, label: name }));
  const isGone = row.ownerUserId !== null && !members.some((one) => one.value === row.ownerUserId);
  return {
    id: row.id,
    title: control.title[locale],
    state: row.state,
    due: dueText(data, data.today, locale),
    revision: row.revision,
    howTo: howToOf(control, locale),
    facts: factsOf(control, content.effortHours, locale),
    source: `${t('one.source', { checklist: source.checklist[locale], date: format.date(source.closedAt) })} ${t(`one.outcomes.${content.outcome}`)}`,
    lastChange: t('one.lastChange', { moment: format.dateTime(row.updatedAt), name: names.get(row.updatedBy) ?? t('one.someone') }),
    form: emptyForm(planValues(data, locale)),
    states: plannedStates.map((state) => ({ value: state, label: t(`states.${state}`) })),
    members: isGone ? [...members, { value: row.ownerUserId ?? '', label: names.get(row.ownerUserId ?? '') ?? t('board.ownerGone') }] : members,
    done:
      row.state === 'done' && closing !== null
        ? {
            title: t('one.doneTitle', { date: format.date(closing.at), name: names.get(closing.by) ?? t('one.someone') }),
            lines: [
              closing.answer && closing.since
                ? t('one.doneAnswer', { answer: labels.answers[closing.answer.value], date: format.date(closing.since), basis: closing.answer.basis ? labels.answerBases[closing.answer.basis] : '' })
                : t('one.doneWithoutAnswer'),
              ...(content.hoursSpent ? [t('one.hoursSpent', { hours: content.hoursSpent })] : []),
              ...(content.note === '' ? [] : [content.note]),
            ],
            isOffered: closing.answer !== null,
          }
        : null,
    topic: control.capability === null ? null : labels.helpTopics[control.capability],
    advice: adviceOf(data, locale, links),
    conflict: null,
  };
}

function adviceOf({ advice }: MeasurePageData, locale: Locale, links: MeasurePageLinks): MeasureView['advice'] {
  if (advice === null) return null;
  const t = textOf(locale, 'measures');
  if (advice.state === 'draft') {
    if (advice.isOwnDraft) return { text: t('advice.ownDraft'), href: links.draft(advice.caseId), go: t('advice.goOn'), mayAskAgain: false };
    return { text: t('advice.othersDraft', { name: advice.by ?? t('one.someone') }), href: null, go: '', mayAskAgain: false };
  }
  const text = `${t('advice.case', { reference: advice.reference ?? '' })}: ${labelsOf(locale).caseStates[advice.state]}`;
  return { text, href: links.case(advice.caseId), go: t('advice.show'), mayAskAgain: advice.isOver };
}

function planValues({ row, content }: MeasurePageData, locale: Locale): Record<string, string> {
  return {
    state: row.state === 'done' ? 'open' : row.state,
    owner: row.ownerUserId ?? (content.outsideOwner === '' ? '' : outsideValue),
    outside: content.outsideOwner,
    dueOn: row.dueOn ?? '',
    hours: hoursText(content.hoursSpent, locale),
    note: content.note,
    deferredBecause: content.deferredBecause,
  };
}

export function hoursText(hours: number | null, locale: Locale): string {
  if (hours === null) return '';
  return locale === 'de' ? String(hours).replace('.', ',') : String(hours);
}

/** Texts at the fields, from the keys of a refused form. */
export function errorTexts(errors: MeasureErrors, locale: Locale): FormState['errors'] {
  const t = textOf(locale, 'measures');
  return Object.fromEntries(
    Object.entries(errors).map(([field, key]) => [field, [key === 'tooLong' ? t('errors.tooLong', { max: maximumLength[field as keyof typeof maximumLength] }) : t(`errors.${key}`)]]),
  );
}

/** What somebody else has stored since the page was made. */
export function conflictText(data: MeasurePageData, locale: Locale): string {
  const t = textOf(locale, 'measures');
  return t('conflict.text', {
    name: data.names.get(data.row.updatedBy) ?? t('one.someone'),
    moment: formatOf(locale).dateTime(data.row.updatedAt),
    state: t(`states.${data.row.state}`),
    owner: ownerText(data, data.names, locale),
    due: dueText(data, data.today, locale).text,
  });
}

/** The page that finishes a measure. */
export type CloseView = {
  readonly title: string;
  readonly question: string;
  readonly revision: number;
  readonly values: readonly Option[];
  readonly bases: readonly Option[];
  readonly runs: readonly Option[];
  readonly form: FormState;
  readonly conflict: string | null;
  readonly today: string;
};

export function closeView(data: MeasurePageData, locale: Locale): CloseView {
  const { row, content, running, today } = data;
  const t = textOf(locale, 'measures');
  const format = formatOf(locale);
  const labels = labelsOf(locale);
  const { control } = content;
  const parts = (control.parts ?? []).map((part) => part.text[locale]);
  const words = {
    yes: { label: control.answerTexts?.yes?.[locale] ?? t('close.yes'), hint: parts.length > 0 ? t('close.yesHintParts', { parts: parts.join('; ') }) : t('close.yesHint') },
    partly: { label: control.answerTexts?.partly?.[locale] ?? t('close.partly'), hint: t('close.partlyHint') },
  };
  const said = (answer: Answer | null) => (answer === null ? t('close.unanswered') : labels.answers[answer.value]);
  return {
    title: t('close.title', { title: control.title[locale] }),
    question: control.question[locale],
    revision: row.revision,
    values: [...closingValues(control).map((value) => ({ value, ...words[value] })), { value: 'keep', label: t('close.keep'), hint: t('close.keepHint') }],
    bases: answerBases.map((basis) => ({ value: basis, label: labels.answerBases[basis] })),
    runs: running.map((one) => ({
      value: intoValue(one.assessmentId, one.revision),
      label: t('close.intoRun', { checklist: one.checklist[locale] }),
      hint: t('close.intoRunNow', { date: format.date(one.startedAt), answer: said(one.answer) }),
    })),
    form: { values: { since: today, hours: hoursText(content.hoursSpent, locale), into: running.map((one) => intoValue(one.assessmentId, one.revision)) }, errors: {} },
    conflict: null,
    today,
  };
}
