import { labelsOf } from '#app/content/messages.ts';
import type { Locale } from '#app/content/locale.ts';
import { localTerms, termsIn } from '#app/domain/checklist/glossary.ts';
import type { Term } from '#app/domain/checklist/glossary.ts';
import { standingsOf } from '#app/domain/checklist/standing.ts';
import { findRequirement } from '#app/domain/checklist/version.ts';
import type { ChecklistVersion, CompanyFacts, Condition, Requirement } from '#app/domain/checklist/version.ts';

/** Words of the preview that stand in no page. */
const words = {
  de: { why: 'Warum', how: 'So finden Sie es heraus', proof: 'Beleg', todo: 'Empfehlung', must: 'Muss-Punkt', weight: 'Gewicht', hours: 'Stunden', onlyIf: 'Nur wenn', follows: 'Nur nach', and: 'und', or: 'oder', not: 'nicht', sector: 'Wirtschaftsabschnitt', glossary: 'Begriffe' },
  en: { why: 'Why', how: 'How to find out', proof: 'Proof', todo: 'What to do', must: 'Must item', weight: 'weight', hours: 'hours', onlyIf: 'Only if', follows: 'Only after', and: 'and', or: 'or', not: 'not', sector: 'sector section', glossary: 'Words' },
} as const;

/**
 * A checklist as plain text, the way a person of that company would go through it: topics, questions with number, help and
 * advice, and at the end what the words mean. With `facts` given, what is never asked of such a company is left out.
 */
export function previewOf(version: ChecklistVersion, locale: Locale, facts: CompanyFacts, glossary: readonly Term[]): string {
  const asked = new Set(
    standingsOf(version, {}, facts)
      .filter((standing) => standing.notAsked === null || standing.notAsked === 'follow_up')
      .map((standing) => standing.requirement.id),
  );
  let number = 0;
  const lines = [`${version.title[locale]} (${version.checklistId} ${version.version})`, '', ...wrapped(version.summary[locale], ''), ''];
  for (const topic of version.topics) {
    const own = topic.requirements.filter(({ id }) => asked.has(id));
    if (own.length === 0) continue;
    lines.push(`## ${topic.title[locale]}`, '');
    for (const requirement of own) {
      number += 1;
      lines.push(...questionLines(version, number, requirement, locale), '');
    }
  }
  const terms = termsIn([lines.join(' ')], localTerms(glossary, locale));
  if (terms.length > 0) lines.push(`## ${words[locale].glossary}`, '', ...terms.flatMap((term) => wrapped(`${term.words[0] ?? term.id}: ${term.text}`, '', '  ')), '');
  return lines.join('\n');
}

function questionLines(version: ChecklistVersion, number: number, requirement: Requirement, locale: Locale): string[] {
  const say = words[locale];
  const labels = labelsOf(locale);
  const lines = [...wrapped(`${number}. ${requirement.question[locale]}`, '', '   '), `   (${requirement.id})`];
  if (requirement.hint) lines.push(...wrapped(requirement.hint[locale], '   '));
  const group = version.groups.find(({ id }) => id === requirement.group)?.appliesWhen;
  for (const condition of [group, requirement.appliesWhen]) {
    if (condition !== undefined) lines.push(...wrapped(`${say.onlyIf}: ${conditionInWords(version, condition, locale)}`, '   '));
  }
  lines.push(...wrapped(`${say.why}: ${requirement.why[locale]}`, '   '), ...wrapped(`${say.how}: ${requirement.howToFindOut[locale]}`, '   '));
  if (requirement.kind === 'status') return lines;
  if (requirement.followUpOf) lines.push(`   ${say.follows}: ${requirement.followUpOf.control} (${labels.answers[requirement.followUpOf.from]})`);
  for (const part of requirement.parts ?? []) lines.push(...wrapped(`☐ ${part.text[locale]}`, '   '));
  lines.push(...wrapped(`${say.proof}: ${requirement.proof[locale]}`, '   '), ...wrapped(`${say.todo}: ${requirement.recommendation.summary[locale]}`, '   '));
  requirement.recommendation.steps.forEach((step, index) => lines.push(...wrapped(`${index + 1}) ${step[locale]}`, '      ')));
  if (requirement.must) lines.push(...wrapped(`${say.must}: ${requirement.must.reason[locale]}`, '   '));
  lines.push(`   ${say.weight} ${requirement.weight} · ${requirement.effortHours} ${say.hours} · ${labels.costClasses[requirement.costClass]} · ${labels.doers[requirement.usuallyDoneBy]}`);
  return lines;
}

function conditionInWords(version: ChecklistVersion, condition: Condition, locale: Locale): string {
  const say = words[locale];
  const labels = labelsOf(locale);
  const joined = (parts: readonly Condition[], word: string): string => parts.map((part) => conditionInWords(version, part, locale)).join(` ${word} `);
  if ('all' in condition) return joined(condition.all, say.and);
  if ('any' in condition) return `(${joined(condition.any, say.or)})`;
  if ('not' in condition) return `${say.not} (${conditionInWords(version, condition.not, locale)})`;
  if ('answer' in condition) {
    const { requirement, is } = condition.answer;
    return `${findRequirement(version, requirement)?.title[locale] ?? requirement}: ${is.map((value) => labels.answers[value]).join(` ${say.or} `)}`;
  }
  const { company } = condition;
  if ('sizeClass' in company) return company.sizeClass.map((size) => labels.sizeClasses[size]).join(` ${say.or} `);
  if ('kind' in company) return company.kind.map((kind) => labels.companyKinds[kind]).join(` ${say.or} `);
  return `${say.sector} ${company.sector.join(', ')}`;
}

/** Lines of at most 100 characters. */
function wrapped(text: string, indent: string, hanging = indent): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length > 100 && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = hanging;
    }
    line += `${word} `;
  }
  lines.push(line.trimEnd());
  return lines;
}
