import { useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { RadioCards } from '#app/ui/choices/choices.tsx';
import { Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { exchangeFormats } from './form.ts';

export type ExportView = {
  readonly checklist: string;
  readonly hasAnswers: boolean;
  readonly links: { readonly back: string; readonly file: string; readonly bring: string };
};

/** The way out of the portal for the answers of one run. */
export function ExportPage({ view, formToken, missing }: { view: ExportView; formToken: string; missing: boolean }) {
  const t = useText('exchange');
  return (
    <Wrap flow className="stack stack--5">
      <PageHeader back={{ href: view.links.back, label: t('export.back') }} title={t('export.title')} lead={t('export.lead', { checklist: view.checklist })} />
      {missing ? <Flash tone="danger">{t('export.errors.format')}</Flash> : null}
      <Callout tone="warn" title={t('export.openFile')}>
        <p>{t('export.openFileText')}</p>
      </Callout>
      {view.hasAnswers ? null : <p className="muted measure">{t('export.noAnswers')}</p>}
      <form method="post" action={view.links.file} className="stack stack--4">
        <input type="hidden" name="formToken" value={formToken} />
        <RadioCards
          id="format"
          name="format"
          legend={t('export.format')}
          chosen={['xlsx']}
          options={exchangeFormats.map((format) => ({ value: format, label: t(`export.formats.${format}`), hint: t(`export.hints.${format}`) }))}
        />
        <p>
          <Button icon="download">{t('export.submit')}</Button>
        </p>
      </form>
      <p>
        <a href={view.links.bring}>{t('export.bring')}</a>
      </p>
    </Wrap>
  );
}
