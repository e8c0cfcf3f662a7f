import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getMessages } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { refusalCodes } from '#app/domain/result.ts';
import { CaseFrame } from '#app/features/cases/case-frame.tsx';
import { DossierRows } from '#app/features/dossiers/document-lists.tsx';
import { IssuePanel } from '#app/features/dossiers/issue-panel.tsx';
import { documentsView } from '#app/features/dossiers/view.ts';
import { caseLinksFor } from '#app/http/case-links.ts';
import { caseRequest, valueOrRefuse } from '#app/http/case-request.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';
import { Flash } from '#app/ui/callout/flash.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { Cols } from '#app/ui/layout/layout.tsx';
import { Section } from '#app/ui/panel/panel.tsx';

export const handle = { audience: 'company' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { session, locale, caseId: id } = await caseRequest('company', request, context, params);
  const { actor, keys, formToken } = session;
  const { company, files } = pathsFor(locale);
  const { cases, dossiers } = context.services;
  const found = await dossiers.listReportsOfCase(actor, id);
  if (!found.ok) throw refused(found.refusal);
  const head = valueOrRefuse(await cases.openCaseHead(actor, keys, 'company', id));
  const hrefs = { result: company.assessmentResult, reports: company.caseReports, share: (dossierId: string) => `${company.documents}?teilen=${dossierId}#teilen` };
  const t = textOf(locale, 'dossiers');
  const hint = refusalCodes.find((code) => code === new URL(request.url).searchParams.get('hinweis'));
  return page({
    title: t('pages.reports.title', { reference: found.value.reference }),
    view: documentsView(found.value, hrefs, dossiers.now()),
    form: { action: files.casePdf(id), formToken, idempotencyKey: dossiers.newFormKey(), locale },
    hint: hint === undefined ? null : hint === 'quota_exceeded' ? t('pages.quota') : getMessages(locale).refusals[hint],
    head,
    locale,
  });
}

/** Issues reports of a case and lists those that went out. */
export default function CaseReports() {
  const { head, locale, view, form, hint } = useLoaderData<typeof loader>();
  const t = useText('dossiers');
  return (
    <CaseFrame head={head} side="company" links={caseLinksFor('company', locale, head.caseId)} part="reports" flash={null}>
      {hint === null ? null : <Flash tone="danger">{hint}</Flash>}
      <Cols split="7-5">
        <Section id="ausgestellt" title={t('pages.reports.issued')} gap={3}>
          {view.dossiers.length === 0 ? <EmptyState title={t('pages.reports.none')}>{t('pages.reports.noneText')}</EmptyState> : <DossierRows dossiers={view.dossiers} />}
        </Section>
        <IssuePanel id="bericht" kind="incident_report" form={form} />
      </Cols>
    </CaseFrame>
  );
}
