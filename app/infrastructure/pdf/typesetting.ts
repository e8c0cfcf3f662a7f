import type { Face, TextStyle } from './theme.ts';

/** A stretch of text in one font. */
export type Run = { readonly font: string; readonly text: string };
/**
 * One line. Its runs end with a space unless a word goes on in the next line: readers of the text layer would otherwise join
 * the words. The width is that of the visible part.
 */
export type Line = { readonly runs: readonly Run[]; readonly width: number };

/** What the typesetter asks of the fonts. */
export type FontBook = {
  readonly chains: Readonly<Record<Face, readonly string[]>>;
  readonly hasGlyph: (font: string, codePoint: number) => boolean;
  /** Width in points. */
  readonly widthOf: (font: string, size: number, text: string) => number;
};

const invisible = /\p{C}/u;
const anySpace = /\p{Zs}/u;
const plainHyphens = new Set([0x2010, 0x2011]);

/** A character that no font can show, in a form that a reader can look up. */
export function visibleCodePoint(codePoint: number): string {
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/**
 * Distributes a text over the fonts of a face, character by character. Nothing gets lost: what no font has, and what would
 * act unseen (control and direction characters), is printed as its code point. Special spaces become plain ones, because
 * fonts share one glyph for all of them and the text layer could no longer tell which was meant.
 */
export function runsOf(text: string, face: Face, book: FontBook): Run[] {
  const chain = book.chains[face];
  const first = chain[0];
  if (first === undefined) throw new Error(`No font for ${face}`);
  const runs: { font: string; text: string }[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    let font = first;
    let shown = character;
    if (anySpace.test(character)) shown = ' ';
    else if (plainHyphens.has(codePoint)) shown = '-';
    else if (invisible.test(character)) shown = visibleCodePoint(codePoint);
    else {
      const found = chain.find((candidate) => book.hasGlyph(candidate, codePoint));
      if (found === undefined) shown = visibleCodePoint(codePoint);
      else font = found;
    }
    const last = runs.at(-1);
    if (last?.font === font) last.text += shown;
    else runs.push({ font, text: shown });
  }
  return runs;
}

/**
 * Breaks a text into lines of at most `width` points: at spaces, after hyphens and slashes, and within a word when it is
 * longer than a line. Line ends of the text are kept; an empty text gives no line.
 */
export function linesOf(text: string, style: TextStyle, width: number, book: FontBook): Line[] {
  const normal = text.normalize('NFC').replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n').replace(/\t/g, ' ').replace(/\u00ad/g, '').trimEnd();
  if (normal === '') return [];
  return normal.split('\n').flatMap((paragraph) => linesOfParagraph(paragraph, style, width, book));
}

function linesOfParagraph(paragraph: string, style: TextStyle, width: number, book: FontBook): Line[] {
  const widthOf = (runs: readonly Run[]): number =>
    runs.reduce((sum, run) => sum + book.widthOf(run.font, style.size, run.text), 0);
  const lines: Line[] = [];
  let current: Run[] = [];
  let currentWidth = 0;

  function finish(wordGoesOn: boolean): void {
    const visible = withoutTrailingSpace(current);
    const end = wordGoesOn || visible.length === 0 ? [] : [{ font: visible.at(-1)!.font, text: ' ' }];
    lines.push({ runs: joined([...visible, ...end]), width: widthOf(visible) });
    current = [];
    currentWidth = 0;
  }

  function add(runs: readonly Run[], itsWidth: number): void {
    current.push(...runs);
    currentWidth += itsWidth;
  }

  for (const token of tokensOf(paragraph)) {
    const runs = runsOf(token, style.face, book);
    const tokenWidth = widthOf(runs);
    if (/^ +$/.test(token)) {
      if (current.length > 0) add(runs, tokenWidth);
    } else if (currentWidth + tokenWidth <= width) {
      add(runs, tokenWidth);
    } else if (tokenWidth <= width) {
      finish(!endsWithSpace(current));
      add(runs, tokenWidth);
    } else {
      if (current.length > 0) finish(!endsWithSpace(current));
      for (const run of runs) {
        for (const character of run.text) {
          const characterWidth = book.widthOf(run.font, style.size, character);
          if (current.length > 0 && currentWidth + characterWidth > width) finish(true);
          add([{ font: run.font, text: character }], characterWidth);
        }
      }
      current = joined(current);
    }
  }
  finish(false);
  return lines;
}

/** Words and spaces; a word may end with a hyphen or slash inside a longer one. */
function tokensOf(paragraph: string): string[] {
  return paragraph
    .split(/( +|\u200b+)/)
    .flatMap((part) => part.split(/(?<=[\p{L}\p{N}][-–—/])(?=[\p{L}\p{N}])/u))
    .filter((part) => part !== '' && !part.startsWith('\u200b'));
}

function joined(runs: readonly Run[]): Run[] {
  const result: { font: string; text: string }[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last?.font === run.font) last.text += run.text;
    else result.push({ ...run });
  }
  return result;
}

function endsWithSpace(runs: readonly Run[]): boolean {
  return runs.at(-1)?.text.endsWith(' ') ?? true;
}

function withoutTrailingSpace(runs: readonly Run[]): Run[] {
  const result = joined(runs);
  const last = result.at(-1);
  if (last) result[result.length - 1] = { ...last, text: last.text.trimEnd() };
  return result;
}
