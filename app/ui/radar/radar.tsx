import { DataTable } from '../data-table/data-table.tsx';
import { radar, radarSizes } from '#app/figures/radar.ts';

export type RadarTopic = { key: string; /** Short name, at most two words. */ label: string; value: number; /** Value of the run before. */ previous?: number };

/** Where the first of two lines starts, from the point of the label: some units down, and by the size of the type. */
const firstLine = {
  above: { down: 0, dy: '-1.1em' },
  beside: { down: 5, dy: '-0.45em' },
  below: { down: 12, dy: '0.2em' },
} as const;

/**
 * Topics of this run, and of the run before as a dashed line. `title` says the highest and the lowest value in words;
 * all values also stand in a list or table beside it. Needs three topics; with fewer it draws nothing.
 */
export function Radar({ id, title, topics }: { id: string; title: string; topics: readonly RadarTopic[] }) {
  if (topics.length < 3) return null;
  const figure = radar(topics.map((topic) => topic.value), topics.map((topic) => topic.previous ?? null), radarSizes.page);
  return (
    <svg className="radar" viewBox={`0 0 ${figure.width} ${figure.height}`} role="img" aria-labelledby={`${id}-title`}>
      <title id={`${id}-title`}>{title}</title>
      {figure.rings.map((ring, index) => (
        <path key={index} className="radar__grid" d={ring} />
      ))}
      {figure.axes.map((axis, index) => (
        <path key={index} className="radar__axis" d={axis} />
      ))}
      <path className="radar__area" d={figure.path} />
      {figure.previousPath ? <path className="radar__prev" d={figure.previousPath} /> : null}
      {topics.map((topic, index) => {
        const dot = figure.dots[index];
        const label = figure.labels[index];
        if (!dot || !label) return null;
        return (
          <g key={topic.key}>
            <circle className="radar__dot" cx={dot.cx} cy={dot.cy} r="4" />
            <text x={label.x} y={label.y + firstLine[label.side].down} textAnchor={label.anchor}>
              <tspan x={label.x} dy={firstLine[label.side].dy}>
                {topic.label}{' '}
              </tspan>
              <tspan x={label.x} dy="1.2em" className="v">
                {Math.round(topic.value)}
              </tspan>
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** What area and dashed line mean. */
export function RadarLegend({ current, previous }: { current: string; previous?: string }) {
  return (
    <ul className="legend">
      <li>
        <svg viewBox="0 0 28 14" aria-hidden="true" focusable="false">
          <rect className="radar__area" x="1.5" y="1.5" width="25" height="11" rx="2" />
        </svg>
        {current}
      </li>
      {previous ? (
        <li>
          <svg viewBox="0 0 28 14" aria-hidden="true" focusable="false">
            <path className="radar__prev" d="M0 7h28" />
          </svg>
          {previous}
        </li>
      ) : null}
    </ul>
  );
}

/** The same values as a table, for those who do not look at pictures. `none` is said where the run before has no value. */
export function RadarTable({ id, caption, titles, none, topics }: { id: string; caption: string; titles: { topic: string; current: string; previous?: string }; none: string; topics: readonly RadarTopic[] }) {
  const values = [
    { key: 'topic', title: titles.topic, rowHeader: true, cell: (topic: RadarTopic) => topic.label },
    { key: 'current', title: titles.current, numeric: true, cell: (topic: RadarTopic) => Math.round(topic.value) },
  ];
  const before = { key: 'previous', title: titles.previous, numeric: true, cell: (topic: RadarTopic) => (topic.previous === undefined ? none : Math.round(topic.previous)) };
  return <DataTable id={id} caption={caption} rows={topics} rowKey={(topic) => topic.key} columns={titles.previous ? [...values, before] : values} />;
}
