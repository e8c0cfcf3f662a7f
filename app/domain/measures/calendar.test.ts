import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf, escapeText, foldLine } from './calendar.ts';
import type { CalendarDay, CalendarWords } from './calendar.ts';

const words: CalendarWords = {
  name: 'Maßnahmen (Geleucht)',
  summary: 'Maßnahme fällig: im Portal ansehen',
  description: 'Eine Maßnahme ist heute fällig; worum es geht, sehen Sie nach dem Anmelden, im Portal.',
  urlOf: (id) => `https://portal.example/betrieb/massnahmen/${id}`,
  host: 'portal.example',
  language: 'de',
};

const day: CalendarDay = { id: 'm1', dueOn: '2026-12-31', changedAt: new Date('2026-11-23T09:05:07.890Z'), revision: 3 };

/** Content lines as a calendar program reads them: unfolded. */
function linesOf(text: string): string[] {
  return text.replaceAll('\r\n ', '').split('\r\n');
}

test('one all-day event, word for word', () => {
  expect(linesOf(calendarOf([day], words))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//portal.example//Geleucht//DE',
    'CALSCALE:GREGORIAN',
    'NAME:Maßnahmen (Geleucht)',
    'X-WR-CALNAME:Maßnahmen (Geleucht)',
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    'BEGIN:VEVENT',
    'UID:massnahme-m1@portal.example',
    'DTSTAMP:20261123T090507Z',
    'LAST-MODIFIED:20261123T090507Z',
    'SEQUENCE:3',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY;LANGUAGE=de:Maßnahme fällig: im Portal ansehen',
    'DESCRIPTION;LANGUAGE=de:Eine Maßnahme ist heute fällig\\; worum es geht\\, sehen Sie nach dem Anmelden\\, im Portal.',
    'URL;VALUE=URI:https://portal.example/betrieb/massnahmen/m1',
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('an event keeps its identity when its day moves', () => {
  const uid = (text: string) => linesOf(text).filter((line) => line.startsWith('UID:'));
  expect(uid(calendarOf([{ ...day, dueOn: '2027-02-01', revision: 4 }], words))).toEqual(uid(calendarOf([day], words)));
});

test('no line is longer than 75 octets, none breaks inside a character, and unfolding gives the line back', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ß', '€', '😀', ' ', ';', '\\'), maxLength: 300 });
  fc.assert(
    fc.property(text, (line) => {
      const folded = foldLine(line);
      for (const part of folded.split('\r\n')) {
        expect(Buffer.byteLength(part, 'utf8')).toBeLessThanOrEqual(75);
        expect(Buffer.from(part, 'utf8').toString('utf8')).toBe(part);
      }
      expect(folded.replaceAll('\r\n ', '')).toBe(line);
    }),
  );
});

test('a text cannot break out of its line', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\u0000', '\u2028', ';', ',', '\\', ':', 'ß') }), (text) => {
      expect(escapeText(text)).not.toMatch(/[\r\n]/);
      expect(linesOf(calendarOf([day], { ...words, summary: text }))).toHaveLength(23);
    }),
  );
});
