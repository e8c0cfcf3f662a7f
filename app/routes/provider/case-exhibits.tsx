import { useActionData, useLoaderData } from '@remix-run/react';
import { ExhibitsPage } from '#app/features/cases/part-pages.tsx';
import { caseLinksFor } from '#app/http/case-links.ts';
import { exhibitsAction, exhibitsLoader } from '#app/http/case-part-routes.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'provider' };

export const loader = exhibitsLoader('provider');
export const action = exhibitsAction('provider');

/** Files of the case, with hash and time. */
export default function CaseExhibitsPage() {
  const { locale, caseId, side, ...data } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <ExhibitsPage {...data} side={side} links={caseLinksFor(side, locale, caseId)} form={posted?.form ?? emptyForm()} />;
}
