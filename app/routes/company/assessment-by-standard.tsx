import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { standardViewNames } from '#app/features/checklists/results/standard-view-names.ts';
import { StandardViewPage } from '#app/features/checklists/results/standard-view-page.tsx';
import { standardView } from '#app/features/checklists/results/standard-view.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'company', scripts: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const assessmentId = params['id'] ?? '';
  const name = standardViewNames.find((each) => each === params['norm']);
  if (name === undefined) throw refused({ code: 'not_found' });
  const opened = await context.services.checklists.openStandardView(actor, keys, { assessmentId, view: name });
  if (!opened.ok && opened.refusal.code === 'wrong_state') throw seeOther(links.assessment(assessmentId));
  if (!opened.ok) throw refused(opened.refusal);
  const t = textOf(locale, 'results');
  return page({ title: `${t('views.title')}: ${t(`views.names.${name}`)}`, view: standardView(opened.value, name, locale, links) });
}

export default function AssessmentByStandard() {
  return <StandardViewPage view={useLoaderData<typeof loader>().view} />;
}
