import { openCompanyOverview } from './open-company-overview.server.ts';
import type { OverviewDeps } from './ports.ts';

export function createOverviewServices(deps: OverviewDeps) {
  return { openCompanyOverview: openCompanyOverview(deps) };
}

export type OverviewServices = ReturnType<typeof createOverviewServices>;
