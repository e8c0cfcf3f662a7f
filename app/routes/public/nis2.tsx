import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DecisionPage } from '#app/features/checklists/decision-tree/decision-pages.tsx';
import { answersIn, decisionView } from '#app/features/checklists/decision-tree/decision-view.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';

export const handle = { audience: 'public' };

/** Whether the BSI act covers somebody: one question a page, the answers in the address. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const paths = pathsFor(locale);
  const query = new URL(request.url).searchParams;
  const walked = context.services.checklists.walkDecisionTree('nis2-betroffenheit', answersIn(query));
  if (!walked.ok) throw refused(walked.refusal);
  const view = decisionView(walked.value, query, paths.checklists.nis2, locale);
  const title = view.outcome?.title ?? view.question?.question ?? view.title;
  return page({ title, view, links: { checklists: paths.checklists.start } }, { status: view.question?.isMissing ? 422 : 200 });
}

export default function Nis2() {
  const { view, links } = useLoaderData<typeof loader>();
  return <DecisionPage view={view} links={links} />;
}
