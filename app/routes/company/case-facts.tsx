import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { FactsChoice } from '#app/features/incidents/facts-page.tsx';
import { slugOf } from '#app/features/incidents/step-pages.ts';
import { caseRequest } from '#app/http/case-request.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('company', request, context, params);
  const facts = await context.services.incidents.readFacts(session.actor, caseId);
  if (!facts.ok) throw facts.refusal.code === 'wrong_state' ? seeOther(pathsFor(locale).company.case(caseId)) : refused(facts.refusal);
  return page({ title: textOf(locale, 'cases')('facts.title'), locale, caseId, steps: facts.value.steps });
}

/** Which facts of the case the company wants to correct. */
export default function CompanyCaseFacts() {
  const { locale, caseId, steps } = useLoaderData<typeof loader>();
  const { company } = pathsFor(locale);
  return <FactsChoice steps={steps} stepHref={(step) => company.caseFactsStep(caseId, slugOf(step))} caseHref={company.case(caseId)} />;
}
