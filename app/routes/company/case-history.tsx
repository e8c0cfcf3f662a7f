import { useLoaderData } from '@remix-run/react';
import { HistoryPage } from '#app/features/cases/part-pages.tsx';
import { caseLinksFor } from '#app/http/case-links.ts';
import { historyLoader } from '#app/http/case-part-routes.ts';

export const handle = { audience: 'company' };

export const loader = historyLoader('company');

/** Everything that happened in the case. */
export default function CaseHistory() {
  const { locale, caseId, side, view } = useLoaderData<typeof loader>();
  return <HistoryPage view={view} side={side} links={caseLinksFor(side, locale, caseId)} flash={null} />;
}
