import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import { requirementsOf } from '#app/domain/checklist/version.ts';
import type { QuickCheckContent } from '#app/domain/dossier/quick-check-document.ts';
import { wordsOf } from '#app/domain/dossier/explained-words.ts';
import type { LocalTerm } from '#app/domain/checklist/glossary.ts';
import type { Locale } from '../../ports.ts';
import type { JudgedQuickRun } from './quick-check.server.ts';
import { judgedView } from '../results/result-view.ts';

/** A quick check as plain data for its sheet, in the language of the sheet. `explained`: the words of texts that the glossary knows. */
export function quickCheckForPrint(judged: JudgedQuickRun, locale: Locale, explained: (texts: readonly string[]) => readonly LocalTerm[]): QuickCheckContent {
  const { run, version } = judged;
  const view = judgedView(judged, locale);
  const labels = labelsOf(locale);
  const t = textOf(locale, 'checklists');
  const given = requirementsOf(version).map(({ id, question }) => ({ question: question[locale], value: run.answers[id] ?? 'unknown' }));
  return {
    title: version.title[locale],
    headline: view.band === 'gaps' ? t('result.headline.gaps', { critical: view.criticalTopics }) : t(`result.headline.${view.band ?? 'none'}`),
    on: run.on,
    size: labels.sizeClasses[run.sizeClass],
    organisation: labels.companyKinds[run.kind],
    points: view.points,
    maximum: view.maximum,
    asked: given.length,
    unknown: given.filter(({ value }) => value === 'unknown').length,
    must: view.mustOpen.map(({ title, reason, outcome }) => ({ title, reason, state: t(`outcomes.${outcome}`) })),
    measures: view.measures.map(({ title, summary, meta }) => ({ title, summary, effort: meta.slice(0, 2).join('\n') })),
    words: wordsOf(explained([...given.map(({ question }) => question), ...view.mustOpen.flatMap(({ title, reason }) => [title, reason]), ...view.measures.flatMap(({ title, summary }) => [title, summary])])),
    answers: given.map(({ question, value }) => ({ question, value, answer: labels.answers[value] })),
  };
}
