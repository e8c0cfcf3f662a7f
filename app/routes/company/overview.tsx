import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { CompanyOverviewPage } from '#app/features/overview/company-overview.tsx';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';

export const handle = { audience: 'company' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'company');
  const overview = await context.services.overview.openCompanyOverview(session.actor, session.keys);
  if (!overview.ok) throw refused(overview.refusal);
  const locale = localeOf(request);
  return page({ title: textOf(locale, 'overview')('pageTitle'), locale, organisationName: session.person.organisationName, overview: overview.value });
}

export default function Overview() {
  const { locale, organisationName, overview } = useLoaderData<typeof loader>();
  const { company } = pathsFor(locale);
  return (
    <CompanyOverviewPage
      overview={overview}
      organisationName={organisationName}
      links={{
        assessments: company.assessments,
        cases: company.cases,
        newCase: company.newCase,
        measures: company.measures,
        measure: company.measure,
        team: company.team,
        assessment: company.assessment,
        result: company.assessmentResult,
        handOver: company.handOver,
        case: company.case,
        report: (id) => company.reportStep(id, 'what_happened'),
      }}
    />
  );
}
