import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { ChooseChecklist } from '#app/features/checklists/choosing/choose-checklist.tsx';
import { readWish } from '#app/features/checklists/choosing/choose-form.ts';
import { chooseView } from '#app/features/checklists/choosing/choose-view.ts';
import { ChecklistChoice, StartForm } from '#app/features/checklists/choosing/checklist-offer.tsx';
import { quickCheckId } from '#app/features/checklists/quick-check/quick-form.ts';
import { offerView } from '#app/features/checklists/runs/run-view.ts';
import type { OfferView } from '#app/features/checklists/runs/run-view.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, publicPage } from '#app/http/respond.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';

export const handle = { audience: 'public' };

const nothingKnown = { sizeClass: null, kind: null, sector: null };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const paths = pathsFor(locale);
  const { checklists } = context.services;
  const session = await context.session();
  const mayStart = session.kind === 'open' && session.actor.organisationType !== 'office';
  const read = readWish(new URL(request.url).searchParams, session.kind === 'open' ? await checklists.ownFacts(session.actor) : nothingKnown);
  const recommendation = read.wish && checklists.recommendChecklist(read.wish);
  const data = {
    choose: chooseView({ read, recommendation, path: paths.checklists.start, law: paths.checklists.nis2 }, locale),
    title: textOf(locale, 'checklists')('browse.title'),
    offers: checklists.listChecklists().map((offer) => offerView(offer, locale)),
    start: mayStart ? { action: paths.company.assessments, formToken: session.formToken, formKey: checklists.newFormKey() } : null,
    links: { quick: paths.checklists.quick, nis2: paths.checklists.nis2, comparison: paths.checklists.comparison, register: paths.accounts.register, signIn: `${paths.accounts.signIn}?weiter=${encodeURIComponent(paths.company.assessments)}` },
  };
  const status = Object.keys(read.errors).length > 0 ? 422 : 200;
  return session.kind === 'none' ? publicPage(data, { status }) : page(data, { status });
}

export default function Checklists() {
  const { offers, choose, links } = useLoaderData<typeof loader>();
  const t = useText('checklists');
  return (
    <Wrap className="stack stack--6">
      <PageHeader title={t('browse.title')} lead={t('browse.lead')} />
      <ChooseChecklist view={choose} start={(offer) => <WayToStart offer={offer} chosen />} />
      <ChecklistChoice offers={offers} start={(offer) => <WayToStart offer={offer} />} />
      <p className="muted t-2 measure">{t('browse.sealed')}</p>
      <p>
        <a href={links.comparison}>{useText('exchange')('explained.title')}</a>
      </p>
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

/** A button for who may start at once, the quick check for everybody, and the way to an account for the rest. */
function WayToStart({ offer, chosen }: { offer: OfferView; chosen?: boolean }) {
  const { start, links } = useLoaderData<typeof loader>();
  const t = useText('checklists');
  const look = chosen ? 'primary' : 'secondary';
  if (start) {
    return (
      <StartForm checklistId={offer.id} action={start.action} formToken={start.formToken} formKey={`${start.formKey}-${offer.id}`}>
        <Button arrow look={look}>
          {t('browse.start')}
        </Button>
      </StartForm>
    );
  }
  if (offer.id === quickCheckId) {
    return (
      <LinkButton href={links.quick} arrow>
        {t('quick.try')}
      </LinkButton>
    );
  }
  return (
    <>
      <LinkButton href={links.register} arrow look={look}>
        {t('browse.register')}
      </LinkButton>
      <LinkButton look="quiet" href={links.signIn}>
        {t('browse.signIn')}
      </LinkButton>
    </>
  );
}
