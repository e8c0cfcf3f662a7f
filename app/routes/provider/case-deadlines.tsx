import { useLoaderData } from '@remix-run/react';
import { DeadlinesPage } from '#app/features/cases/part-pages.tsx';
import { caseLinksFor } from '#app/http/case-links.ts';
import { deadlinesLoader } from '#app/http/case-part-routes.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'provider' };

export const loader = deadlinesLoader('provider');

/** The company's legal periods, as its provider sees them. */
export default function CaseDeadlines() {
  const { locale, caseId, side, ...data } = useLoaderData<typeof loader>();
  return <DeadlinesPage {...data} side={side} formKey="" links={caseLinksFor(side, locale, caseId)} form={emptyForm()} />;
}
