import type { Term } from '#app/domain/checklist/glossary.ts';
import { glossaryFileSchema } from './glossary-file.ts';
import { faultsOf } from './json-source.server.ts';
import type { JsonSource } from './json-source.server.ts';
import type { ChecklistFault } from '../ports.ts';

export const glossaryFile = 'glossary.json';

/** The terms of `glossary.json`; with a fault in it, none. No file means no glossary. */
export function compileGlossary(sources: readonly JsonSource[]): { readonly terms: readonly Term[]; readonly faults: readonly ChecklistFault[] } {
  const source = sources.find(({ file }) => file === glossaryFile);
  if (source === undefined) return { terms: [], faults: [] };
  const parsed = glossaryFileSchema.safeParse(source.value);
  if (!parsed.success) return { terms: [], faults: faultsOf(source, [], parsed.error) };
  const faults: ChecklistFault[] = [];
  const seen = new Set<string>();
  parsed.data.forEach((term, index) => {
    const keys = [`id ${term.id}`, ...(['de', 'en'] as const).flatMap((locale) => term.words[locale].map((word) => `${locale} ${word}`))];
    for (const key of keys) {
      if (seen.has(key)) faults.push(source.fault(key.startsWith('id ') ? [index, 'id'] : [index, 'words'], `„${key.slice(3)}“ is explained twice`));
      seen.add(key);
    }
  });
  return { terms: faults.length > 0 ? [] : parsed.data, faults };
}
