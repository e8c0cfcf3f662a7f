import { sweepFiles } from '../../file-sweep.server.ts';
import type { CaseDeps } from '../ports.ts';

/** Removes bodies of exhibits that no row names. */
export function sweepExhibits(deps: CaseDeps) {
  return () => sweepFiles(deps.files, deps.clock, (names) => deps.reads.storageNames(names));
}
