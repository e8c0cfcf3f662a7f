import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { styles } from './theme.ts';
import type { FontBook, Line } from './typesetting.ts';
import { linesOf, runsOf } from './typesetting.ts';

/** The visible part of each line. */
function written(lines: readonly Line[]): string[] {
  return raw(lines).map((line) => line.trimEnd());
}

function raw(lines: readonly Line[]): string[] {
  return lines.map((line) => line.runs.map((run) => run.text).join(''));
}

/** Two fonts of one point per character: the first has printable Latin-1, the second Polish letters. */
const book: FontBook = {
  chains: { text: ['latin', 'polish'], strong: ['latin'], head: ['latin'] },
  hasGlyph: (font, codePoint) => (font === 'latin' ? codePoint >= 32 && codePoint < 256 : 'Łźłó'.includes(String.fromCodePoint(codePoint))),
  widthOf: (_, __, text) => [...text].length,
};

describe('typesetting', () => {
  test('a letter that the first font lacks comes from the next', () => {
    expect(runsOf('Łódź', 'text', book)).toEqual([
      { font: 'polish', text: 'Ł' }, { font: 'latin', text: 'ód' }, { font: 'polish', text: 'ź' },
    ]);
  });

  test('what no font has is printed as its code point', () => {
    expect(runsOf('a😀א', 'text', book)).toEqual([{ font: 'latin', text: 'a[U+1F600][U+05D0]' }]);
  });

  test('characters that act unseen are printed, half surrogates too', () => {
    expect(runsOf('\u202e\u0007\ud83d', 'text', book)[0]?.text).toBe('[U+202E][U+0007][U+D83D]');
  });

  test('narrow and non-breaking spaces become plain ones but do not break', () => {
    expect(written(linesOf('zehn 12\u00a0€ x', styles.body, 6, book))).toEqual(['zehn', '12 [U+', '20AC]', 'x']);
    expect(written(linesOf('aa 12\u00a0kg', styles.body, 5, book))).toEqual(['aa', '12 kg']);
  });

  test('lines break at spaces and after hyphens, and long words are cut', () => {
    expect(written(linesOf('IT-Sicherheit im Betrieb', styles.body, 12, book))).toEqual(['IT-', 'Sicherheit', 'im Betrieb']);
    expect(written(linesOf('abcdefghij', styles.body, 4, book))).toEqual(['abcd', 'efgh', 'ij']);
  });

  test('line ends and empty lines of a text are kept', () => {
    expect(written(linesOf('a\r\n\nb', styles.body, 10, book))).toEqual(['a', '', 'b']);
    expect(linesOf('  \n ', styles.body, 10, book)).toEqual([]);
  });

  test('the text layer keeps words apart across lines and joins what was cut', () => {
    expect(raw(linesOf('IT-Sicherheit im Betrieb', styles.body, 12, book))).toEqual(['IT-', 'Sicherheit ', 'im Betrieb ']);
    expect(raw(linesOf('abcdefghij kl', styles.body, 4, book)).join('')).toBe('abcdefghij kl ');
  });

  test('no letter is lost and no line is too wide, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'ß', 'Ł', ' ', '-', '/', '\u00a0'), maxLength: 120 }), fc.integer({ min: 1, max: 30 }), (text, width) => {
      const lines = linesOf(text, styles.body, width, book);
      const letters = (value: string): string => value.replace(/\s/g, '');
      expect(letters(written(lines).join(''))).toBe(letters(text));
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(width);
    }));
  });
});
