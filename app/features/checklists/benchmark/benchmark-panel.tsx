import { useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { Section } from '#app/ui/panel/panel.tsx';
import type { BenchmarkView } from './benchmark-view.ts';

/** Other companies of the same size beside one's own topics, and the decision about adding one's own. */
export function BenchmarkPanel({ view, formToken }: { view: BenchmarkView; formToken: string }) {
  const t = useText('exchange');
  if (view.sizeGroup === null) return null;
  const title = t('benchmark.title');
  return (
    <Section id="benchmark" title={title} aside={<a href={view.links.explained}>{t('benchmark.whatIsShared')}</a>} gap={4}>
      {view.topics.length === 0 ? (
        <p className="measure">{t('benchmark.tooFew', { group: view.sizeGroup })}</p>
      ) : (
        <>
          <p className="measure">{t('benchmark.lead', { group: view.sizeGroup })}</p>
          <DataTable
            id="benchmark-values"
            caption={title}
            captionHidden
            rows={view.topics}
            rowKey={(topic) => topic.id}
            columns={[
              { key: 'topic', title: t('columns.topic'), rowHeader: true, cell: (topic) => topic.title },
              { key: 'own', title: t('benchmark.own'), numeric: true, cell: (topic) => topic.own ?? '–' },
              { key: 'others', title: t('benchmark.others'), numeric: true, cell: (topic) => t('benchmark.about', { average: topic.average }) },
            ]}
          />
        </>
      )}
      <Decision view={view} formToken={formToken} />
    </Section>
  );
}

function Decision({ view, formToken }: { view: BenchmarkView; formToken: string }) {
  const t = useText('exchange');
  if (!view.mayDecide) return <p className="muted measure">{t('benchmark.adminDecides')}</p>;
  return (
    <form method="post" action={view.links.decide} className="stack stack--3 no-print">
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="seenRevision" value={view.revision} />
      <p className="measure">{view.decision === 'shared' ? t('benchmark.shared', { date: view.decidedOn }) : view.decision === 'declined' ? t('benchmark.declined', { date: view.decidedOn }) : t('benchmark.ask')}</p>
      {view.decision === 'shared' ? null : <p className="measure">{t('benchmark.consent')}</p>}
      <div className="row row--tight">
        {view.decision === 'shared' ? null : (
          <Button look="secondary" name="sharing" value="agree">
            {t('benchmark.agree')}
          </Button>
        )}
        {view.decision === 'declined' ? null : (
          <Button look="quiet" name="sharing" value="decline">
            {view.decision === 'shared' ? t('benchmark.withdraw') : t('benchmark.decline')}
          </Button>
        )}
      </div>
    </form>
  );
}
