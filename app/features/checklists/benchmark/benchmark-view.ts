import { getMessages } from '#app/content/messages.ts';
import type { TopicScore } from '../results/result-view.ts';
import type { Locale } from '../../ports.ts';
import type { OpenBenchmark } from './open-benchmark.server.ts';

export type BenchmarkView = {
  /** In words; null: the company takes no part. */
  readonly sizeGroup: string | null;
  readonly topics: readonly { readonly id: string; readonly title: string; readonly own: number | null; readonly average: number }[];
  readonly decision: 'shared' | 'declined' | null;
  readonly decidedOn: string;
  readonly revision: number;
  readonly mayDecide: boolean;
  readonly links: { readonly decide: string; readonly explained: string };
};

export function benchmarkView(opened: OpenBenchmark, topics: readonly TopicScore[], locale: Locale, links: BenchmarkView['links']): BenchmarkView {
  const { groups } = getMessages(locale).exchange.benchmark;
  return {
    sizeGroup: opened.sizeGroup === null ? null : groups[opened.sizeGroup],
    topics: topics.flatMap(({ id, title, percent }) => {
      const average = opened.averages.get(id);
      return average === undefined ? [] : [{ id, title, own: percent, average }];
    }),
    decision: opened.decision?.state ?? null,
    decidedOn: opened.decision === null ? '' : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(new Date(opened.decision.at)),
    revision: opened.revision,
    mayDecide: opened.mayDecide,
    links,
  };
}
