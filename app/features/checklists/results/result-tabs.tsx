import { useText } from '#app/content/use-text.tsx';
import { TabLinks } from '#app/ui/tab-links/tab-links.tsx';
import type { ResultTab, ResultTabLinks } from '../links.ts';

const order = ['result', 'plan', 'comparison', 'views', 'answers'] as const satisfies readonly ResultTab[];

/** The parts of a result, each with its own address. */
export function ResultTabs({ links, current }: { links: ResultTabLinks; current: ResultTab }) {
  const t = useText('results');
  return <TabLinks label={t('nav.label')} tabs={order.map((tab) => ({ href: links[tab], label: t(`nav.${tab}`), current: tab === current }))} />;
}
