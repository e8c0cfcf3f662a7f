import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Segment } from '#app/ui/choices/choices.tsx';
import { ActionBar } from '#app/ui/layout/layout.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { Secret } from '#app/ui/secret/secret.tsx';
import { shareDays } from './share-days.ts';
import { LanguageChoice, PartsChoice } from './issue-panel.tsx';
import type { DossierKind } from './ports.ts';

export type ShareForm = {
  readonly dossierId: string;
  readonly number: string;
  readonly kind: DossierKind;
  readonly token: string;
  readonly accessCode: string;
  readonly locale: 'de' | 'en';
  readonly formToken: string;
  readonly days: number;
  readonly action: string;
  readonly cancelHref: string;
};

/** Chooses how long a link holds and what it shows. */
export function SharePanel({ form, daysError }: { form: ShareForm; daysError?: string }) {
  const t = useText('dossiers');
  return (
    <Panel id="teilen" title={t('pages.share.title')} gap={4}>
      <p className="measure">{t('pages.share.lead')}</p>
      <p className="muted t-2">{t('pages.share.about', { number: form.number })}</p>
      <form method="post" action={form.action} className="stack stack--4">
        <input type="hidden" name="intent" value="share" />
        {(['formToken', 'dossierId', 'token', 'accessCode'] as const).map((name) => (
          <input key={name} type="hidden" name={name} value={form[name]} />
        ))}
        <Segment id="f-days" name="days" legend={t('pages.share.days')} error={daysError} options={shareDays.map((days) => ({ value: String(days), label: t('pages.share.dayCount', { days }) }))} chosen={[String(form.days)]} />
        <LanguageChoice id="f-locale" chosen={form.locale} />
        {form.kind === 'incident_report' ? <PartsChoice id="f-parts" /> : null}
        <ActionBar>
          <Button>{t('pages.share.create')}</Button>
          <LinkButton look="secondary" href={form.cancelHref}>
            {t('pages.share.cancel')}
          </LinkButton>
        </ActionBar>
      </form>
    </Panel>
  );
}

export type CreatedLink = { readonly address: string; readonly accessCode: string; readonly expiresAt: string };

/** Link and code, once. */
export function CreatedPanel({ created }: { created: CreatedLink }) {
  const t = useText('dossiers');
  const format = useFormat();
  return (
    <Panel id="erstellt" title={t('pages.share.ready')} gap={4}>
      <p className="measure">
        <strong>{t('pages.share.once')}</strong> {t('pages.share.until', { moment: format.dateTime(created.expiresAt) })}
      </p>
      <div className="field">
        <label className="field__label" htmlFor="f-link">
          {t('pages.share.link')}
        </label>
        <input className="input" id="f-link" type="text" readOnly value={created.address} translate="no" />
      </div>
      <Secret label={t('pages.share.code')} groups={created.accessCode.split('-')} />
      <p className="muted measure">{t('pages.share.codeHint')}</p>
    </Panel>
  );
}
