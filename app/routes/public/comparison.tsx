import type { LoaderFunctionArgs } from '@remix-run/node';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { publicPage } from '#app/http/respond.ts';
import { Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Rows, Section } from '#app/ui/panel/panel.tsx';

export const handle = { audience: 'public', scripts: false };

export function loader({ request }: LoaderFunctionArgs) {
  return publicPage({ title: textOf(localeOf(request), 'exchange')('explained.title') });
}

/** What companies share with each other in numbers, in plain words. */
export default function Comparison() {
  const t = useText('exchange');
  const { checklists } = pathsFor(useLocale());
  const list = (...items: readonly string[]) => (
    <div className="measure">
      <Rows items={items.map((item) => ({ key: item, content: item }))} />
    </div>
  );
  return (
    <Wrap flow className="stack stack--6">
      <PageHeader back={{ href: checklists.start, label: t('explained.back') }} title={t('explained.title')} lead={t('explained.lead')} />
      <Section id="shared" title={t('explained.sharedTitle')} gap={3}>
        {list(t('explained.shared.topics'), t('explained.shared.size'), t('explained.shared.checklist'))}
      </Section>
      <Section id="not-shared" title={t('explained.notSharedTitle')} gap={3}>
        {list(t('explained.notShared.answers'), t('explained.notShared.identity'), t('explained.notShared.together'))}
      </Section>
      <Section id="rules" title={t('explained.rulesTitle')} gap={3}>
        {list(t('explained.rules.ten'), t('explained.rules.batches'), t('explained.rules.oneFilter'), t('explained.rules.rounded'))}
      </Section>
      <Section id="choice" title={t('explained.choiceTitle')} gap={3}>
        <p className="measure">{t('explained.choice')}</p>
      </Section>
      <Section id="withdraw" title={t('explained.withdrawTitle')} gap={3}>
        <p className="measure">{t('explained.withdraw')}</p>
      </Section>
    </Wrap>
  );
}
