import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { z } from 'zod';
import { textOf } from '#app/content/translator.ts';
import type { OpenSession } from '#app/features/accounts/session-state.ts';
import { AssessmentList } from '#app/features/checklists/runs/assessment-list.tsx';
import type { AssessmentListView } from '#app/features/checklists/runs/assessment-list.tsx';
import { readWish } from '#app/features/checklists/choosing/choose-form.ts';
import { chooseView } from '#app/features/checklists/choosing/choose-view.ts';
import { broughtFormSchema, startFormSchema } from '#app/features/checklists/form.ts';
import { goOn } from '#app/features/checklists/links.ts';
import { broughtView } from '#app/features/checklists/quick-check/quick-view.ts';
import { offerView, runCard } from '#app/features/checklists/runs/run-view.ts';
import type { AppContext } from '#app/http/app-context.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { endedQuickCookie, readQuickCookie } from '#app/http/quick-check-cookie.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { readWay } from '#app/http/way-cookie.ts';

export const handle = { audience: 'company' };

/** So many closed runs stand on the page; the older ones are a step away. */
const shownClosed = 8;
const allRuns = 'alle';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const { checklists } = context.services;
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const query = new URL(request.url).searchParams;
  const recent = await checklists.listAssessments(actor, keys, query.has(allRuns) ? Infinity : shownClosed);
  if (!recent.ok) throw refused(recent.refusal);
  const read = readWish(query, await checklists.ownFacts(actor));
  const recommendation = read.wish && checklists.recommendChecklist(read.wish);
  const view: AssessmentListView = {
    choose: chooseView({ read, recommendation, path: links.assessments, law: pathsFor(locale).checklists.nis2 }, locale),
    runs: recent.value.runs.map((run) => runCard(run, locale, links)),
    older: recent.value.older === 0 ? null : { count: recent.value.older, href: `${links.assessments}?${allRuns}=1#closed` },
    offers: checklists.listChecklists().map((offer) => offerView(offer, locale)),
    formKey: checklists.newFormKey(),
    brought: broughtView(readQuickCookie(request, context.site), checklists.quickCheck),
    links: { self: links.assessments, measures: links.measures },
  };
  return page({ title: textOf(locale, 'checklists')('list.title'), view, formToken }, { status: Object.keys(read.errors).length > 0 ? 422 : 200 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'company');
  const { actor, keys } = session;
  const form = await readForm(request, context);
  const brought = broughtFormSchema.safeParse(form.values);
  if (brought.success) return takeOrDrop(request, context, session, brought.data);
  const parsed = startFormSchema.safeParse(form.values);
  if (!parsed.success) throw refused({ code: 'invalid_input' });
  const started = await context.services.checklists.startAssessment(actor, keys, parsed.data);
  if (!started.ok) throw refused(started.refusal);
  const { assessmentId, first, asksSites } = started.value;
  const links = { ...pathsFor(localeOf(request)).company, way: readWay(request, context.site) };
  if (asksSites) return seeOther(links.assessmentSites(assessmentId));
  return seeOther(first ? goOn(links, assessmentId, first) : links.assessment(assessmentId));
}

/** The quick check in the cookie becomes a run, or is forgotten; either way the cookie ends. */
async function takeOrDrop(request: Request, context: AppContext, { actor, keys }: OpenSession, { quick, idempotencyKey }: z.infer<typeof broughtFormSchema>): Promise<Response> {
  const links = pathsFor(localeOf(request)).company;
  const headers = { 'Set-Cookie': endedQuickCookie(context.site) };
  const code = readQuickCookie(request, context.site);
  if (quick === 'drop' || code === null) return seeOther(links.assessments, { headers });
  const taken = await context.services.checklists.takeOverQuickCheck(actor, keys, { code, idempotencyKey });
  if (!taken.ok && taken.refusal.code !== 'not_found') throw refused(taken.refusal);
  return seeOther(taken.ok ? links.assessment(taken.value.assessmentId) : links.assessments, { headers });
}

export default function Assessments() {
  const { view, formToken } = useLoaderData<typeof loader>();
  return <AssessmentList view={view} formToken={formToken} />;
}
