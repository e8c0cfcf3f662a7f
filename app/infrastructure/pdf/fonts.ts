import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Face } from './theme.ts';

/** Font files by name, and for each face the names in the order in which a glyph is looked for. */
export type PdfFonts = {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly chains: Readonly<Record<Face, readonly string[]>>;
};

const scriptsOfText = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'] as const;
const scriptsOfHead = ['latin', 'latin-ext', 'vietnamese'] as const;

/**
 * Reads the font files of @fontsource into memory, once per process. A file there holds one script only and drops what it
 * lacks, therefore the chains: headings fall through to the text face, and what no font has is printed as its code point.
 */
export function loadPdfFonts(): PdfFonts {
  const require = createRequire(import.meta.url);
  const folderOf = (family: string): string =>
    path.join(path.dirname(require.resolve(`@fontsource/${family}/package.json`)), 'files');
  const text = folderOf('source-sans-3');
  const head = folderOf('barlow-semi-condensed');
  const files = new Map<string, Buffer>();

  function load(folder: string, family: string, scripts: readonly string[], weight: number): string[] {
    return scripts.map((script) => {
      const name = `${family}-${script}-${weight}-normal`;
      files.set(name, readFileSync(path.join(folder, `${name}.woff`)));
      return name;
    });
  }

  const regular = load(text, 'source-sans-3', scriptsOfText, 400);
  const strong = load(text, 'source-sans-3', scriptsOfText, 600);
  const heads = load(head, 'barlow-semi-condensed', scriptsOfHead, 600);
  return { files, chains: { text: regular, strong, head: [...heads, ...strong] } };
}
