import type { AccountServices } from '#app/features/accounts/services.server.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import type { NoticeServices } from '#app/features/notices/services.server.ts';

/** Every use case that routes may call, by feature. Built once in app/server/services.ts. */
export type Services = {
  readonly accounts: AccountServices;
  readonly checklists: ChecklistServices;
  readonly notices: NoticeServices;
};
