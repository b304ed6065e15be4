import './table.css';
import type { ComponentChildren } from 'preact';

interface Cells<T> {
  readonly columns: readonly string[];
  /** What stands in each column. A row is drawn anew by itself when a signal changes that is read in here. */
  readonly cells: (row: T) => readonly ComponentChildren[];
}

interface Rows<T> extends Cells<T> {
  /** What it is a table of, for whoever hears it. */
  readonly caption: string;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string | number;
  /** What is said when there is no row; absent: nothing. */
  readonly none?: string;
}

/** A table of rows that are nothing but their cells. */
export function Table<T>({ caption, columns, rows, keyOf, cells, none }: Rows<T>) {
  if (rows.length === 0) return none === undefined ? null : <p>{none}</p>;
  return (
    <TableOf {...{ caption, columns }}>
      {rows.map((row) => (
        <Row key={keyOf(row)} {...{ row, columns, cells }} />
      ))}
    </TableOf>
  );
}

interface Framed {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly children: ComponentChildren;
}

/** A table whose rows are cards on a phone, with what they are about at the top. */
export function TableOf({ caption, columns, children }: Framed) {
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
      <tbody>{children}</tbody>
    </table>
  );
}

function Row<T>({ row, columns, cells }: Cells<T> & { readonly row: T }) {
  return <RowOf columns={columns} cells={cells(row)} />;
}

/** Its cells say on a phone what they are. */
export function RowOf({ columns, cells }: { columns: readonly string[]; cells: readonly ComponentChildren[] }) {
  return (
    <tr>
      {cells.map((cell, at) => (
        <td key={at} data-label={at === 0 ? undefined : columns[at]}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
