import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export type Column<Row> = {
  key: string;
  title: ReactNode;
  /** Right-aligned figures. */
  numeric?: boolean;
  /** The column that names the row. */
  rowHeader?: boolean;
  /** Link that sorts by this column, and the direction when it is sorted by it now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' };
  cell: (row: Row) => ReactNode;
};

export type DataTableProps<Row> = {
  id: string;
  /** Names the table and its region. */
  caption: ReactNode;
  /** The heading above says it already; the table is then no landmark of its own. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
  /** Paging links and the like. */
  footer?: ReactNode;
};

/**
 * A table in a region of its own that can be focused and scrolled sideways. On phones rows of words become blocks, each
 * cell beside the title of its column; columns of figures stay a table. The roles keep it a table where it is drawn otherwise.
 */
export function DataTable<Row>({ id, caption, captionHidden, columns, rows, rowKey, empty, footer }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const stacked = columns.filter((column) => !column.rowHeader && !column.numeric).length > 1 && columns.every((column) => !column.sort);
  return (
    <div className="stack stack--3">
      {/* What scrolls must be reachable by keyboard. */}
      <div className={classNames('table', stacked && 'table--stacked')} role={captionHidden ? 'group' : 'region'} aria-labelledby={`${id}-caption`} tabIndex={0}>
        <table id={id} role="table">
          <caption id={`${id}-caption`} className={captionHidden ? 'table__hidden-caption' : undefined}>
            {captionHidden ? <span className="vh">{caption}</span> : caption}
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <th key={column.key} scope="col" role="columnheader" className={column.numeric ? 'num' : undefined} aria-sort={column.sort?.direction}>
                  {column.sort ? (
                    <a href={column.sort.href}>
                      {column.title}
                      {column.sort.direction ? <span aria-hidden="true"> {column.sort.direction === 'ascending' ? '↑' : '↓'}</span> : null}
                    </a>
                  ) : (
                    column.title
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={rowKey(row)} role="row">
                {columns.map((column) =>
                  column.rowHeader ? (
                    <th key={column.key} scope="row" role="rowheader">
                      {column.cell(row)}
                    </th>
                  ) : (
                    // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- it stays a cell where it is drawn as a block
                    <td key={column.key} role="cell" className={column.numeric ? 'num' : undefined} data-title={stacked && typeof column.title === 'string' ? column.title : undefined}>
                      {stacked ? <div>{column.cell(row)}</div> : column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {footer}
    </div>
  );
}
