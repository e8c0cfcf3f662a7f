import { readDemoMailbox } from './demo-mailbox.server.ts';
import type { NoticeDeps } from './ports.ts';
import { sendDueNotices } from './send-due.server.ts';

export function createNoticeServices(deps: NoticeDeps) {
  return { sendDue: sendDueNotices(deps), readDemoMailbox: readDemoMailbox(deps) };
}

export type NoticeServices = ReturnType<typeof createNoticeServices>;
