import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { formatOf } from './formatter.ts';
import { labelsOf } from './messages.ts';
import { textOf } from './translator.ts';
import { LocaleProvider, useFormat, useLabels, useText } from './use-text.tsx';

test('a text with a number follows the rules of its language', () => {
  expect(textOf('de', 'common')('form.errors', { count: 1 })).toBe('Eine Angabe fehlt oder passt nicht');
  expect(textOf('de', 'common')('form.errors', { count: 7 })).toBe('7 Angaben fehlen oder passen nicht');
  expect(textOf('en', 'common')('form.errors', { count: 2 })).toBe('Two answers are missing or do not fit');
});

test('a key that does not exist is a bug and throws', () => {
  expect(() => textOf('de', 'common')('no.such.key' as 'app.name')).toThrow();
});

test('a forgotten argument is a bug and throws', () => {
  expect(() => (textOf('de', 'common') as unknown as (key: string) => string)('form.step')).toThrow();
});

test('dates and times are those of the region, in winter and in summer', () => {
  const format = formatOf('de');
  expect(format.dateTime('2026-11-20T05:40:00Z')).toBe('20.11.2026, 6:40 Uhr');
  expect(format.time('2026-07-20T05:40:00Z')).toBe('7:40 Uhr');
  expect(format.dayTime('2026-11-20T05:40:00Z')).toBe('Fr., 20.11., 6:40 Uhr');
  expect(format.dateLong('2026-11-19T23:30:00Z')).toBe('20. November 2026');
  expect(format.time('2026-11-19T23:05:00Z')).toBe('0:05 Uhr');
});

test('English shows the same moment without the word Uhr', () => {
  expect(formatOf('en').dateTime('2026-11-20T05:40:00Z')).toBe('20/11/2026, 6:40');
});

test('durations name the two largest units and never promise a minute more', () => {
  const format = formatOf('de');
  const minute = 60_000;
  expect(format.duration(59_000)).toBe('unter 1 Min.');
  expect(format.duration(12 * minute + 59_000)).toBe('12 Min.');
  expect(format.duration(920 * minute)).toBe('15 Std. 20 Min.');
  expect(format.duration(-920 * minute)).toBe('15 Std. 20 Min.');
  expect(format.duration(24 * 60 * minute)).toBe('24 Std.');
  expect(format.duration(72 * 60 * minute)).toBe('3 Tage');
  expect(format.duration(76 * 60 * minute)).toBe('3 Tage 4 Std.');
  expect(`seit ${format.durationSince(76 * 60 * minute)}`).toBe('seit 3 Tagen 4 Std.');
});

test('numbers, shares, sizes and lists are written as in German', () => {
  const format = formatOf('de');
  expect(format.number(12345)).toBe('12.345');
  expect(format.percent(0.824)).toBe('82\u00a0%');
  expect(format.fileSize(1_400_000)).toBe('1,4 MB');
  expect(format.list(['A', 'B', 'C'])).toBe('A, B und C');
});

test('components read texts in the language of the page', () => {
  function Line() {
    const t = useText('common');
    return (
      <p>
        {t('action.next')} {useLabels().severities.S1} {useFormat().number(1.5)}
      </p>
    );
  }
  expect(renderToStaticMarkup(<LocaleProvider locale="en"><Line /></LocaleProvider>)).toBe('<p>Continue Critical 1.5</p>');
  expect(renderToStaticMarkup(<LocaleProvider locale="de"><Line /></LocaleProvider>)).toBe('<p>Weiter Kritisch 1,5</p>');
});

test('every incident kind has a name in both languages', () => {
  expect(Object.keys(labelsOf('en').incidentKinds)).toEqual(Object.keys(labelsOf('de').incidentKinds));
});
