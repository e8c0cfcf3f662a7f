import { useActionData, useLoaderData } from '@remix-run/react';
import { DeadlinesPage } from '#app/features/cases/part-pages.tsx';
import { caseLinksFor } from '#app/http/case-links.ts';
import { deadlinesAction, deadlinesLoader } from '#app/http/case-part-routes.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company' };

export const loader = deadlinesLoader('company');
export const action = deadlinesAction;

/** Legal periods, and what was reported. */
export default function CaseDeadlinesPage() {
  const { locale, caseId, side, ...data } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <DeadlinesPage {...data} side={side} formKey="" links={caseLinksFor(side, locale, caseId)} form={posted?.form ?? emptyForm()} />;
}
