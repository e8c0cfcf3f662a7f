import type { PdfModel } from './model.ts';
import { activeContentFaults, colourFaults, fontFaults, metadataFaults } from './rules.ts';
import { structureFaults } from './structure.ts';

/** Everything that our rules find wrong with a file that claims PDF/A-3a. */
export function archiveFaults(model: PdfModel): string[] {
  return [...activeContentFaults(model), ...colourFaults(model), ...fontFaults(model), ...metadataFaults(model), ...structureFaults(model)];
}
