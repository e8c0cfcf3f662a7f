import type { AccountServices } from '#app/features/accounts/services.server.ts';

/** Every use case that routes may call, by feature. Built once in app/server/services.ts. */
export type Services = {
  readonly accounts: AccountServices;
};
