import { accounts } from './en/accounts.ts';
import { audit } from './en/audit.ts';
import { cases } from './en/cases.ts';
import { checklists } from './en/checklists.ts';
import { common } from './en/common.ts';
import { dossiers } from './en/dossiers.ts';
import { exchange } from './en/exchange.ts';
import { evidence } from './en/evidence.ts';
import { handOver } from './en/hand-over.ts';
import { incidents } from './en/incidents.ts';
import { labels } from './en/labels.ts';
import { matching } from './en/matching.ts';
import { measures } from './en/measures.ts';
import { notices } from './en/notices.ts';
import { office } from './en/office.ts';
import { overview } from './en/overview.ts';
import { providers } from './en/providers.ts';
import { publicPages } from './en/public.ts';
import { refusals } from './en/refusals.ts';
import { results } from './en/results.ts';
import { sites } from './en/sites.ts';
import { triage } from './en/triage.ts';

/** Everything the product says, in English; the same keys as in German. */
export const english = {
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
