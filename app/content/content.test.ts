import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { english } from './english.ts';
import { german } from './german.ts';

type Entry = { readonly key: string; readonly text: string };

function entriesOf(node: unknown, path: readonly string[] = []): Entry[] {
  if (typeof node === 'string') return [{ key: path.join('/'), text: node }];
  if (typeof node !== 'object' || node === null) throw new Error(`neither text nor group: ${path.join('/')}`);
  return Object.entries(node).flatMap(([name, child]) => entriesOf(child, [...path, name]));
}

/** Arguments and tags of a message with their kind, for instance `count:plural`, `link:tag`. */
function argumentsOf(text: string): string[] {
  const found = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.argument) found.add(`${element.value}:text`);
      if (element.type === TYPE.number) found.add(`${element.value}:number`);
      if (element.type === TYPE.date || element.type === TYPE.time) found.add(`${element.value}:moment`);
      if (element.type === TYPE.select) {
        found.add(`${element.value}:select:${Object.keys(element.options).sort().join(',')}`);
        Object.values(element.options).forEach((option) => visit(option.value));
      }
      if (element.type === TYPE.plural) {
        found.add(`${element.value}:number`);
        Object.values(element.options).forEach((option) => visit(option.value));
      }
      if (element.type === TYPE.tag) {
        found.add(`${element.value}:tag`);
        visit(element.children);
      }
    }
  };
  visit(parse(text));
  return [...found].sort();
}

/** Faults of a German text; empty when it reads as the product speaks. */
function germanFaults(text: string): string[] {
  const faults: string[] = [];
  if (/["']/.test(text)) faults.push('straight quotation mark');
  if (text.includes('!')) faults.push('exclamation mark');
  if ((text.match(/„/g) ?? []).length !== (text.match(/“/g) ?? []).length) faults.push('German quotation marks do not pair');
  if (/[”«»‹›]/.test(text)) faults.push('foreign quotation mark');
  if (/(?:^|[^\p{L}])(?:du|dich|dir|dein|deine|deinen|deinem|deiner|deines|euch|euer|eure|euren|eurem|eurer)(?![\p{L}])/iu.test(text)) faults.push('reader addressed as du');
  if (/(?:^|[^\p{L}])(?:bitte|dürfen|möchten) sie(?![\p{L}])/u.test(text)) faults.push('Sie written small');
  if (/zero knowledge|ende-zu-ende/i.test(text)) faults.push('promise we do not make');
  if (/(?:^|[^\p{L}])(?:please|the|and|with|login|submit|password|error|warning|case|measure)(?![\p{L}])/iu.test(text.replace(/<[^>]*>/g, ' '))) faults.push('English left over');
  if (/ {2}| $|^ /.test(text)) faults.push('stray space');
  if (/ - /.test(text)) faults.push('hyphen used as a dash');
  if (/\.\.\./.test(text)) faults.push('three dots');
  return faults;
}

/** Faults of an English text. */
function englishFaults(text: string): string[] {
  const faults: string[] = [];
  if (/["']/.test(text)) faults.push('straight quotation mark');
  if (text.includes('!')) faults.push('exclamation mark');
  if (/[„«»]/.test(text)) faults.push('foreign quotation mark');
  if ((text.match(/“/g) ?? []).length !== (text.match(/”/g) ?? []).length) faults.push('quotation marks do not pair');
  if (/zero knowledge|end-to-end/i.test(text)) faults.push('promise we do not make');
  if (/(?:^|[^\p{L}])(?:bitte|und|oder|nicht|der|das|Sie|Ihre?|wird|werden)(?![\p{L}])/u.test(text)) faults.push('German left over');
  if (/ {2}| $|^ /.test(text)) faults.push('stray space');
  return faults;
}

const germanEntries = entriesOf(german);
const englishEntries = entriesOf(english);
const englishByKey = new Map(englishEntries.map((entry) => [entry.key, entry.text]));

describe('the catalogues', () => {
  test('have the same keys in both languages, in the same order', () => {
    expect(englishEntries.map((entry) => entry.key)).toEqual(germanEntries.map((entry) => entry.key));
  });

  test('have no empty text', () => {
    expect([...germanEntries, ...englishEntries].filter((entry) => entry.text.trim() === '')).toEqual([]);
  });

  test('are messages that can be read, with the same arguments in both languages', () => {
    const different = germanEntries.flatMap((entry) => {
      const mine = argumentsOf(entry.text);
      const other = argumentsOf(englishByKey.get(entry.key) ?? '');
      return mine.join(' ') === other.join(' ') ? [] : [`${entry.key}: ${mine.join(' ')} against ${other.join(' ')}`];
    });
    expect(different).toEqual([]);
  });

  test('speak German as the product speaks', () => {
    const faults = germanEntries.flatMap((entry) => germanFaults(entry.text).map((fault) => `${entry.key}: ${fault}: ${entry.text}`));
    expect(faults).toEqual([]);
  });

  test('speak English without leftovers', () => {
    const faults = englishEntries
      .filter((entry) => entry.key !== 'common/language/de')
      .flatMap((entry) => englishFaults(entry.text).map((fault) => `${entry.key}: ${fault}: ${entry.text}`));
    expect(faults).toEqual([]);
  });

  test('have plain words without arguments as labels', () => {
    const withArguments = entriesOf(german.labels).filter((entry) => argumentsOf(entry.text).length > 0 || /[{}<>]/.test(entry.text));
    expect(withArguments).toEqual([]);
  });
});

describe('the check of German text', () => {
  test.each([
    ['Speichere "jetzt"', 'straight quotation mark'],
    ['Geschafft!', 'exclamation mark'],
    ['Der Punkt „offen', 'German quotation marks do not pair'],
    ['Hast du Zeit?', 'reader addressed as du'],
    ['Prüfe deine Angaben', 'reader addressed as du'],
    ['Hier möchten sie weiterlesen', 'Sie written small'],
    ['Bitte submit drücken', 'English left over'],
    ['Sicher - und schnell', 'hyphen used as a dash'],
  ])('finds the fault in „%s“', (text, fault) => {
    expect(germanFaults(text)).toContain(fault);
  });

  test('accepts a sentence as we write it', () => {
    expect(germanFaults('Jede Frage lässt sich mit „Weiß ich nicht“ beantworten, und das Ergebnis bleibt nützlich.')).toEqual([]);
  });
});
