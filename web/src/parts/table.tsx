import type { ComponentChildren } from 'preact';

interface Rows<T> {
  /** What it is a table of, for whoever hears it. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string | number;
  /** What stands in each column. */
  readonly cells: (row: T) => readonly ComponentChildren[];
  /** What is said when there is no row. */
  readonly none: string;
}

/** A table whose rows are cards on a phone, with what they are about at the top. */
export function Table<T>({ caption, columns, rows, keyOf, cells, none }: Rows<T>) {
  if (rows.length === 0) return <p>{none}</p>;
  return (
    <table class="cards" aria-label={caption}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {cells(row).map((cell, at) => (
              <td key={columns[at]} data-label={at === 0 ? undefined : columns[at]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
