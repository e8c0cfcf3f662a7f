import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { DossierRows, LinkRows } from '#app/features/dossiers/document-lists.tsx';
import { shareForm } from '#app/features/dossiers/form.ts';
import { CreatedPanel, SharePanel } from '#app/features/dossiers/share-panel.tsx';
import { documentsView } from '#app/features/dossiers/view.ts';
import type { Refusal } from '#app/domain/result.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { LinkButton } from '#app/ui/button/button.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Section } from '#app/ui/panel/panel.tsx';

export const handle = { audience: 'company' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const { company } = pathsFor(locale);
  const asked = new URL(request.url).searchParams;
  const listed = await context.services.dossiers.listDossiers(actor);
  if (!listed.ok) throw refused(listed.refusal);
  const hrefs = { result: (id: string) => `${company.assessmentResult(id)}#pdf`, reports: company.caseReports, share: (id: string) => `${company.documents}?teilen=${id}#teilen` };
  const dossierId = asked.get('teilen');
  const begun = dossierId === null ? null : await context.services.dossiers.beginShareLink(actor, dossierId);
  if (begun !== null && !begun.ok) throw stepUpOr(begun.refusal, request, dossierId ?? '');
  const share = begun === null ? null : { ...begun.value, dossierId: dossierId ?? '', locale, formToken, days: 30, action: company.documents, cancelHref: company.documents };
  return page({
    title: textOf(locale, 'dossiers')('pages.documents.title'),
    view: documentsView(listed.value, hrefs, context.services.dossiers.now()),
    share,
    formToken,
    ended: asked.has('beendet'),
    hrefs: { documents: company.documents, assessments: company.assessments },
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const paths = pathsFor(locale);
  const posted = await readForm(request, context);
  if (posted.text('intent') === 'revoke') {
    const revoked = await context.services.dossiers.revokeShareLink(actor, posted.text('linkId'));
    if (!revoked.ok) throw refused(revoked.refusal);
    return seeOther(`${paths.company.documents}?beendet=1#links`);
  }
  const form = shareForm.safeParse(posted.values);
  if (!form.success) throw refused({ code: 'invalid_input' });
  const created = await context.services.dossiers.createShareLink(actor, keys, form.data);
  if (!created.ok) throw stepUpOr(created.refusal, request, form.data.dossierId);
  const address = `${context.site.baseUrl}${pathsFor(form.data.locale).shared(form.data.token)}`;
  return page({ created: { address, accessCode: form.data.accessCode, expiresAt: created.value.expiresAt.toISOString() } });
}

/** The second factor is asked for on its own page, which leads back to the form. */
function stepUpOr(refusal: Refusal, request: Request, dossierId: string): Response {
  const { accounts, company } = pathsFor(localeOf(request));
  if (refusal.code !== 'step_up_required') return refused(refusal);
  return seeOther(`${accounts.stepUp}?weiter=${encodeURIComponent(`${company.documents}?teilen=${dossierId}`)}`);
}

/** Everything the company has issued, and who can read it through a link. */
export default function DocumentsPage() {
  const { view, share, formToken, ended, hrefs } = useLoaderData<typeof loader>();
  const created = useActionData<typeof action>()?.created;
  const t = useText('dossiers');
  return (
    <Wrap>
      <Stack gap={6}>
        <PageHeader title={t('pages.documents.title')} lead={t('pages.documents.lead')} />
        {ended ? <Flash>{t('pages.share.revoked')}</Flash> : null}
        {created ? <CreatedPanel created={created} /> : null}
        {share ? <SharePanel form={share} /> : null}
        <Section id="ausgestellt" title={t('pages.documents.issued')} gap={3}>
          {view.dossiers.length === 0 ? (
            <EmptyState
              title={t('pages.documents.none')}
              action={<LinkButton href={hrefs.assessments}>{t('pages.documents.toAssessments')}</LinkButton>}
            >
              {t('pages.documents.noneText')}
            </EmptyState>
          ) : (
            <>
              <DossierRows dossiers={view.dossiers} />
              <p className="muted t-2 measure">{t('pages.documents.hashExplained')}</p>
            </>
          )}
        </Section>
        {view.dossiers.length === 0 ? null : (
          <Section id="links" title={t('pages.share.list')} gap={3}>
            {view.links.length === 0 ? <p className="muted">{t('pages.share.none')}</p> : <LinkRows links={view.links} formToken={formToken} action={hrefs.documents} />}
          </Section>
        )}
      </Stack>
    </Wrap>
  );
}
