import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { RunEvidence } from '#app/features/checklists/evidence/evidence-pages.tsx';
import { runEvidence } from '#app/features/checklists/evidence/evidence-view.ts';
import { BenchmarkPanel } from '#app/features/checklists/benchmark/benchmark-panel.tsx';
import { benchmarkView } from '#app/features/checklists/benchmark/benchmark-view.ts';
import { useText } from '#app/content/use-text.tsx';
import { reminderMonths } from '#app/domain/checklist/reminder.ts';
import { Glossary } from '#app/features/checklists/catalogue/explained.tsx';
import { AgainPanel } from '#app/features/checklists/runs/again-panel.tsx';
import { readTaken, resultFormSchema } from '#app/features/checklists/form.ts';
import { ResultPage } from '#app/features/checklists/results/result-page.tsx';
import { resultView, textsOf } from '#app/features/checklists/results/result-view.ts';
import { takenCount, takingView } from '#app/features/checklists/results/taking-view.ts';
import type { Locale } from '#app/features/ports.ts';
import { IssuePanel } from '#app/features/dossiers/issue-panel.tsx';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Cols } from '#app/ui/layout/layout.tsx';

// Nothing here needs a script; the figure's geometry stays on the server.
export const handle = { audience: 'company', scripts: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const { checklists, company, files } = pathsFor(locale);
  const id = params['id'] ?? '';
  const opened = await context.services.checklists.openResult(actor, keys, id);
  if (!opened.ok && opened.refusal.code === 'wrong_state') throw seeOther(company.assessment(id));
  if (!opened.ok) throw refused(opened.refusal);
  const compared = await context.services.checklists.openBenchmark(actor, keys, id);
  if (!compared.ok) throw refused(compared.refusal);
  const view = resultView(opened.value, locale, { ...company, pdf: '#pdf' });
  const standings = await context.services.measures.openStandings(actor, keys, view.measures.map((measure) => measure.id), opened.value.runPlan ?? undefined);
  if (!standings.ok) throw refused(standings.refusal);
  const query = new URL(request.url).searchParams;
  return page({
    title: textOf(locale, 'checklists')('result.title'),
    view,
    terms: context.services.checklists.explainedTerms(locale, textsOf(view)),
    taking: takingView(standings.value, locale, company, query),
    evidence: runEvidence(opened.value, locale, company, context.services.checklists.today()),
    issue: { action: files.assessmentPdf(id), formToken, idempotencyKey: context.services.dossiers.newFormKey(), locale },
    again: { formToken, idempotencyKey: context.services.checklists.newFormKey(), mayStart: context.services.checklists.listChecklists().some((offer) => offer.version.checklistId === opened.value.run.version.checklistId) },
    saved: query.has('gespeichert'),
    benchmark: benchmarkView(compared.value, view.topics, locale, { decide: company.assessmentBenchmark(id), explained: checklists.comparison }),
    hint: hintFor(query.get('hinweis'), locale),
  });
}

function hintFor(code: string | null, locale: Locale): string | null {
  if (code === 'quota_exceeded') return textOf(locale, 'dossiers')('pages.quota');
  return code === 'entschieden' ? textOf(locale, 'exchange')('benchmark.changed') : null;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const { checklists, measures } = context.services;
  const links = pathsFor(localeOf(request)).company;
  const assessmentId = params['id'] ?? '';
  const form = await readForm(request, context);
  const parsed = resultFormSchema.safeParse(form.values);
  if (!parsed.success) throw refused({ code: 'invalid_input' });
  if (parsed.data.do === 'remind') {
    const { months } = parsed.data;
    const changed = await checklists.changeReminder(actor, { assessmentId, months: reminderMonths.find((each) => String(each) === months) ?? null });
    if (!changed.ok) throw refused(changed.refusal);
    return seeOther(`${links.assessmentResult(assessmentId)}?gespeichert=1#neu`);
  }
  if (parsed.data.do === 'take') {
    const opened = await checklists.openResult(actor, keys, assessmentId);
    if (!opened.ok) throw refused(opened.refusal);
    const taken = await measures.takeOver(actor, keys, readTaken(form));
    if (!taken.ok) throw refused(taken.refusal);
    return seeOther(`${links.assessmentResult(assessmentId)}?${takenCount}=${taken.value.added}#measures`);
  }
  const started = await checklists.startAgain(actor, keys, { assessmentId, idempotencyKey: parsed.data.idempotencyKey });
  if (!started.ok) throw refused(started.refusal);
  const { assessmentId: next, asksSites } = started.value;
  return seeOther(asksSites ? links.assessmentSites(next) : links.assessment(next));
}

export default function AssessmentResult() {
  const { view, terms, taking, evidence, issue, again, saved, hint, benchmark } = useLoaderData<typeof loader>();
  return (
    <Glossary terms={terms}>
      <ResultPage view={view} taking={taking} formToken={issue.formToken}>
        {hint === null ? null : <Flash tone="danger">{hint}</Flash>}
        {saved ? <Flash>{useText('results')('again.saved')}</Flash> : null}
        <RunEvidence items={evidence} />
        <BenchmarkPanel view={benchmark} formToken={issue.formToken} />
        <Cols split="6-6" fill>
          <AgainPanel view={view} form={again} />
          <IssuePanel id="pdf" kind="checklist_result" form={issue} />
        </Cols>
      </ResultPage>
    </Glossary>
  );
}
