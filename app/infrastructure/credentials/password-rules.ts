import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as german from '@zxcvbn-ts/language-de';
import type { PasswordRules } from '#app/features/accounts/ports.ts';
import type { Random } from '#app/features/ports.ts';

const shortest = 12;
const longest = 256;
/** Below this many guesses (base 10 logarithm) a password is refused: offline attackers try billions a second. */
const fewestGuessesLog10 = 10;
/** zxcvbn's time grows with the square of the length; what is behind this many characters can only add strength. */
const judgedCharacters = 100;
const wordsInPassphrase = 5;

/** Length, common and leaked passwords, names of the person and the product, and guessability. No rules of composition. */
export function createPasswordRules(random: Random): PasswordRules {
  lexicon ??= readLexicon();
  const { judge, known, words } = lexicon;

  return {
    faultOf(password, context) {
      const normal = password.normalize('NFKC');
      if ([...normal].length < shortest) return 'too_short';
      if ([...normal].length > longest) return 'too_long';
      if (known.has(normal.toLowerCase())) return 'common';
      const parts = contextParts(context);
      const { guessesLog10, sequence } = judge.check(normal.slice(0, judgedCharacters), parts);
      if (guessesLog10 >= fewestGuessesLog10 && !isMostlyContext(normal, parts)) return null;
      return sequence.some((match) => 'dictionaryName' in match && match.dictionaryName === 'userInputs') || isMostlyContext(normal, parts)
        ? 'names_something_known'
        : 'guessable';
    },
    suggestPassphrase() {
      return Array.from({ length: wordsInPassphrase }, () => words[pick(words.length)]).join('-');
    },
  };

  /** Uniform below `count`, by rejection. */
  function pick(count: number): number {
    const limit = Math.floor(0x1_0000_0000 / count) * count;
    for (;;) {
      const value = random.bytes(4).readUInt32BE(0);
      if (value < limit) return value % count;
    }
  }
}

type Lexicon = { readonly judge: ZxcvbnFactory; readonly known: ReadonlySet<string>; readonly words: readonly string[] };

/** Ranking the dictionaries takes a while and they never change: once in a process. */
let lexicon: Lexicon | undefined;

function readLexicon(): Lexicon {
  return {
    judge: new ZxcvbnFactory({ dictionary: { ...common.dictionary, ...german.dictionary }, graphs: common.adjacencyGraphs }),
    known: new Set(common.dictionary['passwords-common'].map((word) => String(word).toLowerCase())),
    words: wordList(),
  };
}

/** 4096 words carry twelve bits each: five of them sixty. Common German words without umlauts, easy to type anywhere. */
function wordList(): string[] {
  const words = german.dictionary.commonWords.map(String).filter((word) => /^[a-z]{4,9}$/.test(word));
  const unique = [...new Set(words)];
  if (unique.length < 4096) throw new Error('The word list is too short for 60 bits.');
  return unique;
}

const productWords = ['geleucht', 'suedwestsachsen', 'südwestsachsen', 'digital', 'vogtland', 'erzgebirge', 'zwickau', 'chemnitz', 'passwort', 'notfall'];

function contextParts(context: readonly string[]): string[] {
  const parts = context.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).map((part) => part.toLowerCase());
  return [...new Set([...parts, ...productWords])].filter((part) => part.length >= 4);
}

/** The password without the known names: what is left must still be long. */
function isMostlyContext(password: string, parts: readonly string[]): boolean {
  let rest = password.toLowerCase();
  for (const part of [...parts].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(part, '');
  return rest.length < shortest / 2;
}
