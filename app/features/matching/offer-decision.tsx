import { declineReasons } from '#app/domain/case/reasons.ts';
import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { ActionBar } from '#app/ui/layout/layout.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import type { OfferView } from './view.ts';

export type OfferLinks = { readonly inbox: string; readonly case: string };

type Props = { view: OfferView; formToken: string; links: OfferLinks; fieldFault: string | null };

/** What the provider can do now; every step is a form of its own that works without script. */
export function OfferDecision({ view, formToken, links, fieldFault }: Props) {
  const t = useText('matching');
  switch (view.stage) {
    case 'answer':
      return <Answer title={t('offer.decide')} formToken={formToken} fieldFault={fieldFault} />;
    case 'answer_late':
      return <Answer title={t('offer.lateTitle')} lead={t('offer.lateText')} formToken={formToken} fieldFault={fieldFault} late />;
    case 'confirm':
      return <Confirm view={view} formToken={formToken} />;
    case 'reserve':
      return (
        <Panel id="decision" title={t('offer.reserveTitle')}>
          <p>{t('offer.reserveText')}</p>
          <DeclineForm formToken={formToken} fieldFault={fieldFault} words={t('offer.reserveWithdraw')} />
        </Panel>
      );
    case 'leads':
      return (
        <Panel id="decision" title={t('offer.leadsTitle')}>
          <p>{t('offer.leadsText')}</p>
          <p>
            <LinkButton look="primary" href={links.case} arrow>{t('offer.toCase')}</LinkButton>
          </p>
        </Panel>
      );
    case 'taken':
      return <Ended title={t('offer.takenTitle')} text={t('offer.takenText')} links={links} />;
    case 'declined':
      return <Ended title={t('offer.declinedTitle')} text={t('offer.declinedText')} links={links} />;
    case 'conflict':
      return <Ended title={t('offer.conflictTitle')} text={t('offer.conflictText')} links={links} />;
    case 'over':
      return <Ended title={t('offer.overTitle')} text={t('offer.overText')} links={links} />;
  }
}

function Ended({ title, text, links }: { title: string; text: string; links: OfferLinks }) {
  const t = useText('matching');
  return (
    <Panel id="decision" title={title}>
      <p>{text}</p>
      <p>
        <LinkButton look="secondary" href={links.inbox}>{t('offer.back')}</LinkButton>
      </p>
    </Panel>
  );
}

function Answer({ title, lead, formToken, fieldFault, late }: { title: string; lead?: string; formToken: string; fieldFault: string | null; late?: boolean }) {
  const t = useText('matching');
  return (
    <Panel id="decision" title={title} gap={4}>
      {lead ? <p>{lead}</p> : null}
      <form method="post" className="stack stack--3">
        <input type="hidden" name="formToken" value={formToken} />
        <p className="muted t-2">{t('offer.acceptMore')}</p>
        <ActionBar>
          <Button name="antwort" value="annehmen" arrow>{t('offer.accept')}</Button>
        </ActionBar>
      </form>
      {late ? null : <DeclineForm formToken={formToken} fieldFault={fieldFault} words={t('offer.decline')} />}
    </Panel>
  );
}

function DeclineForm({ formToken, fieldFault, words }: { formToken: string; fieldFault: string | null; words: string }) {
  const t = useText('matching');
  const labels = useLabels();
  return (
    <form method="post" className="stack stack--3">
      <input type="hidden" name="formToken" value={formToken} />
      <SelectField id="reason" name="reason" label={t('offer.declineReason')} hint={t('offer.declineNeutral')} error={fieldFault ?? undefined} empty={t('offer.choose')} options={declineReasons.map((value) => ({ value, label: labels.caseReasons[value] }))} />
      <ActionBar>
        <Button look="secondary" name="antwort" value="ablehnen">{words}</Button>
      </ActionBar>
    </form>
  );
}

function Confirm({ view, formToken }: { view: OfferView; formToken: string }) {
  const t = useText('matching');
  const format = useFormat();
  return (
    <Panel id="decision" title={t('offer.confirmTitle')} gap={4}>
      <p>{t('offer.confirmLead', { moment: format.dayTime(view.until) })}</p>
      <Facts facts={[{ key: 'name', term: t('offer.confirmName'), value: view.company?.name ?? '' }, { key: 'town', term: t('offer.confirmTown'), value: view.company?.town ?? '' }]} />
      <form method="post" className="stack stack--3">
        <input type="hidden" name="formToken" value={formToken} />
        <p className="muted t-2">{t('offer.confirmMore')}</p>
        <ActionBar>
          <Button name="antwort" value="bestaetigen">{t('offer.confirm')}</Button>
          <Button look="secondary" name="antwort" value="konflikt">{t('offer.conflict')}</Button>
        </ActionBar>
        <p className="muted t-2">{t('offer.conflictMore')}</p>
      </form>
    </Panel>
  );
}
