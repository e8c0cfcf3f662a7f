/** One day in the calendar feed. Nothing here tells what the measure is about. */
export type CalendarDay = {
  /** Random id of the measure: the same event keeps its identity when its day moves. */
  readonly id: string;
  /** Local date, `YYYY-MM-DD`. */
  readonly dueOn: string;
  /** When the measure was last changed. */
  readonly changedAt: Date;
  /** Raised by every change. */
  readonly revision: number;
};

export type CalendarWords = {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  /** Where the measure of that id stands. */
  readonly urlOf: (id: string) => string;
  /** Host that makes the identifiers unique in the world. */
  readonly host: string;
  /** `de` or `en`. */
  readonly language: string;
};

/**
 * The feed as iCalendar (RFC 5545): all-day events that leave the day free. The text ends every line with CR LF and holds no
 * line of more than 75 octets.
 */
export function calendarOf(days: readonly CalendarDay[], words: CalendarWords): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${words.host}//Geleucht//${words.language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(words.name)}`,
    `X-WR-CALNAME:${escapeText(words.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...days.flatMap((day) => eventOf(day, words)),
    'END:VCALENDAR',
    '',
  ]
    .map(foldLine)
    .join('\r\n');
}

function eventOf(day: CalendarDay, words: CalendarWords): string[] {
  const changed = utcText(day.changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:massnahme-${day.id}@${words.host}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${day.revision}`,
    `DTSTART;VALUE=DATE:${dateText(day.dueOn)}`,
    `DTEND;VALUE=DATE:${dateText(dayAfter(day.dueOn))}`,
    `SUMMARY;LANGUAGE=${words.language}:${escapeText(words.summary)}`,
    `DESCRIPTION;LANGUAGE=${words.language}:${escapeText(words.description)}`,
    `URL;VALUE=URI:${words.urlOf(day.id)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks inside a text. Other control characters have no place in it. */
export function escapeText(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

const longestLine = 75;

/** RFC 5545, 3.1: a longer line goes on behind a line break and a blank. Counted in octets, never inside a character. */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > longestLine) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** Length of one character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function dateText(date: string): string {
  return date.replaceAll('-', '');
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function utcText(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
