import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { ChecklistChoice, StartForm } from '#app/features/checklists/checklist-offer.tsx';
import { quickCheckId } from '#app/features/checklists/quick-form.ts';
import { offerView } from '#app/features/checklists/run-view.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, publicPage } from '#app/http/respond.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';

export const handle = { audience: 'public' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const paths = pathsFor(locale);
  const { checklists } = context.services;
  const session = await context.session();
  const mayStart = session.kind === 'open' && session.actor.organisationType !== 'office';
  const data = {
    title: textOf(locale, 'checklists')('browse.title'),
    offers: checklists.listChecklists().map((offer) => offerView(offer, locale)),
    start: mayStart ? { action: paths.company.assessments, formToken: session.formToken, formKey: checklists.newFormKey() } : null,
    links: { quick: paths.checklists.quick, nis2: paths.checklists.nis2, register: paths.accounts.register, signIn: `${paths.accounts.signIn}?weiter=${encodeURIComponent(paths.company.assessments)}` },
  };
  return session.kind === 'none' ? publicPage(data) : page(data);
}

export default function Checklists() {
  const { offers, start, links } = useLoaderData<typeof loader>();
  const t = useText('checklists');
  return (
    <Wrap className="stack stack--6">
      <PageHeader title={t('browse.title')} lead={t('browse.lead')} />
      <ChecklistChoice
        offers={offers}
        start={(offer) =>
          offer.id === quickCheckId && !start ? (
            <LinkButton href={links.quick} arrow>
              {t('quick.try')}
            </LinkButton>
          ) : start ? (
            <StartForm checklistId={offer.id} action={start.action} formToken={start.formToken} formKey={`${start.formKey}-${offer.id}`}>
              <Button arrow look="secondary">
                {t('browse.start')}
              </Button>
            </StartForm>
          ) : (
            <>
              <LinkButton href={links.register} arrow look="secondary">
                {t('browse.register')}
              </LinkButton>
              <LinkButton look="quiet" href={links.signIn}>
                {t('browse.signIn')}
              </LinkButton>
            </>
          )
        }
      />
      <p className="muted t-2 measure">{t('browse.sealed')}</p>
      <Panel id="nis2" title={t('decision.offerTitle')}>
        <p className="measure">{t('decision.offerText')}</p>
        <div className="row row--tight">
          <LinkButton look="secondary" href={links.nis2} arrow>
            {t('decision.offerGo')}
          </LinkButton>
        </div>
      </Panel>
    </Wrap>
  );
}
