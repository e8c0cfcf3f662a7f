/** Rules of language for content in German and English. Each takes texts and returns what breaks the rule, in words. */

export type Locale = 'de' | 'en';

/** One text with the place it comes from, for instance `backup-made.why`. */
export type PlacedText = { readonly owner: string; readonly field: string; readonly locale: Locale; readonly text: string };

/** Longest sentence in words. English needs more small words for the same thought. */
const longestSentence = { de: 25, en: 30 } as const;

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}@._/-]*/gu;

/** Every bilingual text inside a value, with its path as field. */
export function textsIn(owner: string, value: unknown, field = ''): PlacedText[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('de' in value && 'en' in value && typeof value.de === 'string' && typeof value.en === 'string') {
    return [
      { owner, field, locale: 'de', text: value.de },
      { owner, field, locale: 'en', text: value.en },
    ];
  }
  return Object.entries(value).flatMap(([key, inner]) => textsIn(owner, inner, field === '' ? key : `${field}.${key}`));
}

export function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(wordPattern) ?? []).map((word) => word.replace(/[._/-]+$/, ''));
}

/** Runs of `length` words that stand in the texts of two different owners. Each pair of owners is named once. */
export function repeatedRuns(texts: readonly PlacedText[], length: number): string[] {
  const firstSeen = new Map<string, PlacedText>();
  const found = new Map<string, string>();
  for (const placed of texts) {
    const words = wordsOf(placed.text);
    for (let start = 0; start + length <= words.length; start += 1) {
      const run = words.slice(start, start + length).join(' ');
      const first = firstSeen.get(run);
      if (first === undefined) firstSeen.set(run, placed);
      else if (first.owner !== placed.owner) {
        const pair = `${first.owner}.${first.field} and ${placed.owner}.${placed.field}`;
        if (!found.has(pair)) found.set(pair, `${pair}: „${run}“`);
      }
    }
  }
  return [...found.values()];
}

/** Sentences of a text; an ordinal, a common abbreviation or a number's dot does not end one. */
export function sentencesOf(text: string): string[] {
  const held = text.replace(/(?<!\p{L})(\p{L}|bzw|ca|etc|Nr|Abs|Art|vgl|Dr|Mr|St)\.(?=\s?[\p{L}\d])/gu, '$1').replace(/(\d)\.(?=\s\p{L})/gu, '$1');
  return held.split(/(?<=[.?!:;][“”’)]*)\s+/u).filter((sentence) => sentence.trim() !== '');
}

export function tooLongSentences({ text, locale }: PlacedText): string[] {
  return sentencesOf(text).filter((sentence) => wordsOf(sentence).length > longestSentence[locale]);
}

/** Marks that do not belong: straight or foreign quotation marks, unbalanced pairs, exclamation marks, three dots, double hyphens. */
export function wrongMarks({ text, locale }: PlacedText): string[] {
  const faults: string[] = [];
  if (text.includes('!')) faults.push('exclamation mark');
  if (text.includes('"')) faults.push('straight quotation mark');
  if (text.includes('...')) faults.push('three dots instead of …');
  if (/\s-\s|--/.test(text)) faults.push('hyphen instead of a dash');
  if (/[«»]/.test(text)) faults.push('foreign quotation marks');
  const [open, close] = locale === 'de' ? ['„', '“'] : ['“', '”'];
  if (text.split(open).length !== text.split(close).length) faults.push(`${open} and ${close} do not pair`);
  if (locale === 'de' && text.includes('”')) faults.push('English closing mark in German');
  if (locale === 'en' && text.includes('„')) faults.push('German opening mark in English');
  return faults;
}

const transcribed =
  /\b\p{L}*(fuer|ueber|koenn|muess|moegl|waer|haett|wuerd|groess|aender|pruef|loesch|schluess|oeffn|zurueck|gehoer|stoer|faelsch|faell|taegl|jaehr|laess|geraet|naech|raeum|schaed|waehl|zugaeng|verguet|rueck|buero|gaest|traeg|hoech|frueh|kuend|muend|gefaehr|erklaer|vollstaend|unabhaeng|strasse|gemaess|regelmaess|ausserdem|ausserhalb|draussen|schliess|heisst|weiss|gross|fuss|mass(nahm|gebl)|gruess)\p{L}*/giu;

/** German words written with ae, oe, ue or ss where an umlaut or ß belongs. */
export function transcribedWords({ text, locale }: PlacedText): string[] {
  return locale === 'de' ? (text.match(transcribed) ?? []) : [];
}

/** Familiar address where „Sie“ is due. „du“ inside quotation marks is somebody else speaking. */
export function familiarAddress({ text, locale }: PlacedText): string[] {
  if (locale !== 'de') return [];
  const unquoted = text.replace(/„[^“]*“/g, '');
  return unquoted.match(/(?<![\p{L}-])(du|dich|dir|dein(e|er|en|em|es)?|euch|euer|eure(n|m|r|s)?|ihr habt|ihr seid)(?![\p{L}])/giu) ?? [];
}

const englishWords =
  'the and with without your you please should must of for from security awareness incident compliance policy policies asset assets endpoint user users password passwords account accounts file files folder folders device devices backup-plan recovery management assessment cyber-security best-practice must-have up-to-date stakeholder responder provider vendor employee employees company data-breach breach';
const englishSet = new Set(englishWords.split(' '));

/** English words left standing in German text. Names in quotation marks (labels of a program) are left alone. */
export function englishLeftovers({ text, locale }: PlacedText): string[] {
  if (locale !== 'de') return [];
  return wordsOf(text.replace(/„[^“]*“/g, '')).filter((word) => englishSet.has(word));
}

const germanSet = new Set('der die das und nicht oder für mit sie ihre ihr eine einen ist sind wird auf beim vom zum zur'.split(' '));

/** German words left standing in English text. Names in quotation marks are left alone. */
export function germanLeftovers({ text, locale }: PlacedText): string[] {
  if (locale !== 'en') return [];
  return wordsOf(text.replace(/“[^”]*”/g, '')).filter((word) => germanSet.has(word));
}

const abbreviation = /(?<![\p{L}\p{N}])(?=\p{N}*\p{Lu})[\p{Lu}\p{N}]{2,}(?![\p{L}\p{N}])/gu;

/** Abbreviations in capitals that none of these words explains. What stands in quotation marks is the label of a program. */
export function unexplained({ text, locale }: PlacedText, words: ReadonlySet<string>): string[] {
  const [open, close] = locale === 'de' ? ['„', '“'] : ['“', '”'];
  const unquoted = text.replace(new RegExp(`${open}[^${close}]*${close}`, 'gu'), ' ');
  const explained = [...words].filter((word) => /\p{Lu}/u.test(word)).sort((a, b) => b.length - a.length);
  const rest = explained.reduce((left, word) => left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'gu'), ' '), unquoted);
  return [...new Set(rest.match(abbreviation) ?? [])];
}

/** Names that are protected, and promises that the product never makes. */
export function forbiddenNames({ text }: PlacedText): string[] {
  return text.match(/CyberRisikoCheck|CyFun|\bVdS\b|zero knowledge|Ende-zu-Ende|end-to-end encrypt\w*/giu) ?? [];
}
