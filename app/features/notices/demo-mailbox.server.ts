import type { Result } from '#app/domain/result.ts';
import { err, ok } from '#app/domain/result.ts';
import type { DemoMail, NoticeDeps } from './ports.ts';

const onOnePage = 25;

export type DemoMailPage = { readonly mails: readonly DemoMail[]; readonly hasOlder: boolean };

/** The mails that the demo has "sent", newest first, on pages counted from 1; outside the demo the address does not exist. */
export function readDemoMailbox(deps: NoticeDeps) {
  return async function readMailbox(page: number): Promise<Result<DemoMailPage>> {
    if (!deps.demoMail) return err('not_found');
    const found = await deps.demoMail.newest(onOnePage + 1, (page - 1) * onOnePage);
    return ok({ mails: found.slice(0, onOnePage), hasOlder: found.length > onOnePage });
  };
}
