import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** What takes longest, longest first; a new checkout knows nothing of earlier runs. */
const long = ['demo.test.ts', 'route-matrix.test.ts', 'main-job.test.ts', 'pages.test.ts', 'incident-pages.test.ts', 'dossiers.test.ts', 'ui-gallery.test.ts'];

/** Starts long files before short ones, so that no core waits for the last of them alone. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.endsWith(`/${name}`));
      return at < 0 ? long.length : at;
    };
    return [...(await super.sort(files))].sort((one, other) => rank(one) - rank(other));
  }
}
