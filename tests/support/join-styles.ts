import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const stylesFolder = join(dirname(fileURLToPath(import.meta.url)), '../../app/ui/styles');

/** A stylesheet with what it imports, as the build joins them. */
export function joinStyles(name: 'index' | 'emergency'): string {
  const index = readFileSync(join(stylesFolder, `${name}.css`), 'utf8');
  return index.replace(/@import "([^"]+)";/g, (_, path: string) => readFileSync(join(stylesFolder, path), 'utf8'));
}
