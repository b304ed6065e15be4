import './table.css';
import type { ComponentChildren } from 'preact';

interface Columns<T> {
  readonly columns: readonly string[];
  /** What stands in each column. A row is drawn anew by itself when a signal changes that is read in here. */
  readonly cells: (row: T) => readonly ComponentChildren[];
}

interface Rows<T> extends Columns<T> {
  /** What it is a table of, for whoever hears it. */
  readonly caption: string;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string | number;
  /** What is said when there is no row; absent: nothing. */
  readonly none?: string;
}

/** A table whose rows are cards on a phone, with what they are about at the top. */
export function Table<T>({ caption, columns, rows, keyOf, cells, none }: Rows<T>) {
  if (rows.length === 0) return none === undefined ? null : <p>{none}</p>;
  return (
    <table class="cards" aria-label={caption}>
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={at} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={keyOf(row)} {...{ row, columns, cells }} />
        ))}
      </tbody>
    </table>
  );
}

function Row<T>({ row, columns, cells }: Columns<T> & { readonly row: T }) {
  return (
    <tr>
      {cells(row).map((cell, at) => (
        <td key={at} data-label={at === 0 ? undefined : columns[at]}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
