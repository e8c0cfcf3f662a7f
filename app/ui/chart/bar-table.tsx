import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';

export type BarRow = { key: string; label: ReactNode; /** Length of the bar; null where the number is not shown. */ value: number | null; /** The number as it is read, for instance „unter 5“. */ text: ReactNode };

/** Numbers with bars, readable without the bars. */
export function BarTable({ id, caption, labelTitle, barTitle, valueTitle, rows }: { id: string; caption: ReactNode; labelTitle: ReactNode; barTitle: ReactNode; valueTitle: ReactNode; rows: readonly BarRow[] }) {
  const longest = Math.max(1, ...rows.map((row) => row.value ?? 0));
  const length = scaleLinear([0, longest], [0, 100]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div className="table hbars" role="region" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{labelTitle}</th>
            <th scope="col">
              <span className="vh">{barTitle}</span>
            </th>
            <th scope="col" className="num">
              {valueTitle}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              <td>
                {row.value ? (
                  <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect className="chart__a" x="0" y="0" width={Math.round(length(row.value))} height="8" />
                  </svg>
                ) : null}
              </td>
              <td className="num">{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
