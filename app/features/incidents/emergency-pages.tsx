import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { LinkButton } from '#app/ui/button/button.tsx';
import { DontList, FirstAidSteps } from '#app/ui/emergency/first-aid-steps.tsx';
import { CallBar, TriageList } from '#app/ui/emergency/triage-list.tsx';
import type { IconName } from '#app/ui/icon/icon.tsx';
import { ActionBar, Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { ContactList } from './contact-list.tsx';
import type { FirstAidView } from './first-aid-view.ts';

export type Phone = { readonly shown: string; readonly dialled: string };

const shownKinds = [
  ['ransomware', 'lock'],
  ['phishing_click', 'mail'],
  ['payment_fraud', 'euro'],
  ['account_takeover', 'person-key'],
  ['data_leak', 'document-out'],
  ['lost_device', 'smartphone'],
  ['website_defaced', 'globe'],
  ['production_disturbed', 'gear'],
  ['unsure', 'question'],
] as const satisfies readonly (readonly [string, IconName])[];

/** What happened: one tap leads to the first steps. */
export function EmergencyStart({ phone, cardHref, casesHref }: { phone: Phone; cardHref: (kind: string) => string; casesHref: string }) {
  const t = useText('incidents');
  const common = useText('common');
  const labels = useLabels();
  return (
    <Wrap className="stack stack--5">
      <Stack gap={2}>
        <h1>{t('emergency.title')}</h1>
        <p className="t-4 measure">{t('emergency.lead')}</p>
      </Stack>
      <TriageList
        three
        entries={shownKinds.map(([kind, icon]) => ({
          href: cardHref(kind),
          icon,
          title: t(`emergency.kinds.${kind}`),
          hint: kind === 'website_defaced' ? t('emergency.websiteHint') : labels.incidentHints[kind],
          unsure: kind === 'unsure',
        }))}
      />
      <Cols split="6-6">
        <CallBar text={t('emergency.speak')} hint={common('emergency.alwaysReachable')} href={`tel:${phone.dialled}`} label={phone.shown} phone />
        <CallBar text={t('emergency.already')} hint={t('emergency.alreadyHint')} href={casesHref} label={t('emergency.toCases')} />
      </Cols>
      <p className="muted measure">
        {t('emergency.device')} {common('emergency.dangerToPeople')}
      </p>
    </Wrap>
  );
}

/** First steps for one kind of incident: to tick, to print on one sheet. */
export function FirstAidPage({ view, phone, startHref, reportHref }: { view: FirstAidView; phone: Phone; startHref: string; reportHref: string }) {
  const t = useText('incidents');
  const format = useFormat();
  return (
    <div className="wrap cols cols--8-4 sheet-a4">
      <Stack gap={5}>
        <Stack gap={2}>
          <p className="t-2 no-print">
            <a href={startHref}>{t('card.other')}</a>
          </p>
          <h1>{view.title}</h1>
          <p className="t-4 measure">{view.firstSentence}</p>
          <p className="only-print">
            <b>{t('card.number', { phone: phone.shown })}</b>
          </p>
        </Stack>
        <FirstAidSteps
          steps={view.steps.map((step, index) => ({
            key: step.id,
            title: step.title,
            text: step.how,
            exception: t('card.why', { text: step.why }),
            doneLabel: t('card.stepDone', { step: index + 1 }),
          }))}
        />
        <ActionBar stick>
          <LinkButton href={reportHref} arrow>
            {t('card.report')}
          </LinkButton>
          <LinkButton href={`tel:${phone.dialled}`} look="secondary" icon="phone">
            {t('card.call')}
          </LinkButton>
        </ActionBar>
      </Stack>
      <Stack gap={5}>
        <DontList id="nicht" title={t('card.dont')} items={view.doNot.map((text) => ({ key: text, text }))} />
        <Panel id="anrufen" title={t('card.whoToCall')}>
          <ContactList contacts={view.contacts} />
        </Panel>
        <Panel id="aufheben" title={t('card.keep')}>
          <ul>
            {view.evidence.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Panel>
        <p className="muted t-2 no-print">{t('card.print')}</p>
        <p className="muted t-2">{t('card.checked', { date: format.date(view.checkedOn), sources: format.list(view.sources) })}</p>
      </Stack>
    </div>
  );
}

/** The ways a report can take for somebody who is not signed in. */
export function WaysToReport({ phone, links }: { phone: Phone; links: { card: string; signIn: string; register: string } }) {
  const t = useText('incidents');
  const common = useText('common');
  return (
    <Wrap flow className="stack stack--5">
      <Stack gap={2}>
        <h1>{t('way.title')}</h1>
        <p className="t-4 measure">{t('way.lead')}</p>
      </Stack>
      <Panel id="anruf" title={t('way.callTitle')}>
        <p>{t('way.callText')}</p>
        <ActionBar>
          <LinkButton href={`tel:${phone.dialled}`} look="emergency" icon="phone">
            {phone.shown}
          </LinkButton>
        </ActionBar>
      </Panel>
      <Panel id="anmeldung" title={t('way.signInTitle')}>
        <p>{t('way.signInText')}</p>
        <ActionBar>
          <LinkButton href={links.signIn}>{common('nav.signIn')}</LinkButton>
        </ActionBar>
      </Panel>
      <Panel id="registrierung" title={t('way.registerTitle')}>
        <p>{t('way.registerText')}</p>
        <ActionBar>
          <LinkButton href={links.register} look="secondary">
            {common('nav.register')}
          </LinkButton>
        </ActionBar>
      </Panel>
      <p>
        <a href={links.card}>{t('way.backToCard')}</a>
      </p>
    </Wrap>
  );
}
