import { accounts } from './de/accounts.ts';
import { audit } from './de/audit.ts';
import { cases } from './de/cases.ts';
import { checklists } from './de/checklists.ts';
import { common } from './de/common.ts';
import { dossiers } from './de/dossiers.ts';
import { exchange } from './de/exchange.ts';
import { evidence } from './de/evidence.ts';
import { handOver } from './de/hand-over.ts';
import { incidents } from './de/incidents.ts';
import { labels } from './de/labels.ts';
import { matching } from './de/matching.ts';
import { measures } from './de/measures.ts';
import { notices } from './de/notices.ts';
import { office } from './de/office.ts';
import { overview } from './de/overview.ts';
import { providers } from './de/providers.ts';
import { publicPages } from './de/public.ts';
import { refusals } from './de/refusals.ts';
import { results } from './de/results.ts';
import { sites } from './de/sites.ts';
import { triage } from './de/triage.ts';

/** Everything the product says, in German. */
export const german = {
  common,
  labels,
  refusals,
  public: publicPages,
  accounts,
  checklists,
  exchange,
  results,
  evidence,
  handOver,
  incidents,
  sites,
  triage,
  matching,
  measures,
  cases,
  providers,
  dossiers,
  office,
  audit,
  overview,
  notices,
} as const;
