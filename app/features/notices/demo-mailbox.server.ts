import type { Result } from '#app/domain/result.ts';
import { err, ok } from '#app/domain/result.ts';
import type { DemoMail, NoticeDeps } from './ports.ts';

const shownAtMost = 50;

/** The mails that the demo has "sent", newest first; outside the demo the address does not exist. */
export function readDemoMailbox(deps: NoticeDeps) {
  return async function readMailbox(): Promise<Result<DemoMail[]>> {
    return deps.demoMail ? ok(await deps.demoMail.newest(shownAtMost)) : err('not_found');
  };
}
