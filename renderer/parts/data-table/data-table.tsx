import type { ReactNode } from 'react';
import styles from './data-table.module.css';

/** What tests and styles find an element by. */
type Marks = Readonly<Record<`data-${string}`, string | number | boolean>>;

export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** Its cells never break: a date is read at one glance. */
  readonly inOneLine?: boolean;
  /** Its cells are figures: they end where their column does, clear of the words before them. */
  readonly isFigure?: boolean;
}

interface DataTableProps<Row> {
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  readonly marks?: Marks;
  readonly marksOf?: (row: Row) => Marks;
  /**
   * What the table is called. Given where its cells may be wider than its frame, and nothing in them takes the focus: the Tab key stops
   * at the frame then, which the arrow keys scroll.
   */
  readonly name?: string;
  /** The line below: how many there are, and what else is to be said of all of them. */
  readonly total?: { readonly count: ReactNode; readonly more?: ReactNode };
}

/** A table of things that staff look after: a line each, their acts in the last column, and a total. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { columns, rows, keyOf, marks, marksOf, name, total } = props;
  const [, ...others] = columns;
  const frame = name === undefined ? {} : { role: 'region', 'aria-label': name, tabIndex: 0 };
  return (
    <div className={styles.scroll} {...frame}>
      <table className={styles.table} {...marks}>
        <thead>
          <tr>
            {columns.map(({ heading, isFigure }) => (
              <th key={heading} scope="col" data-figure={isFigure}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} {...marksOf?.(row)}>
              <th scope="row" data-in-one-line={columns[0]?.inOneLine}>
                {columns[0]?.cell(row)}
              </th>
              {others.map(({ heading, cell, inOneLine, isFigure }) => (
                <td key={heading} data-in-one-line={inOneLine} data-figure={isFigure}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {total === undefined ? null : (
          <tfoot>
            <tr>
              <th scope="row" colSpan={total.more === undefined ? columns.length : 2}>
                {total.count}
              </th>
              {total.more === undefined ? null : <td colSpan={others.length - 1}>{total.more}</td>}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
