import type { createColors } from 'picocolors';
import { printable } from '../text/printable';

/*
 * Tables for a terminal, as wide as it is.
 */

export type Colors = ReturnType<typeof createColors>;

export interface Column<T> {
  title: string;
  /** Text from anywhere */
  cell(row: T): string;
  paint?(c: Colors, row: T): (text: string) => string;
}

type Sized<T> = Column<T> & { width: number };

export function sized<T>(columns: readonly Column<T>[], rows: readonly T[]): Sized<T>[] {
  return columns.map((column) => ({
    ...column,
    width: Math.max(column.title.length, ...rows.map((row) => printable(column.cell(row)).length)),
  }));
}

export function fits<T>(columns: readonly Sized<T>[], screen: number): boolean {
  return columns.reduce((sum, { width }) => sum + width + 2, -2) <= screen;
}

/** The columns that have room beside each other, without those of `dispensable` (titles, first to last) that have not; undefined: none have. */
export function fitting<T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  screen: number,
  dispensable: readonly string[],
): Sized<T>[] | undefined {
  let left = sized(columns, rows);
  for (const title of dispensable) {
    if (fits(left, screen)) break;
    left = left.filter((column) => column.title !== title);
  }
  return fits(left, screen) ? left : undefined;
}

/** A line of titles, and one for each row */
export function tableLines<T>(columns: readonly Sized<T>[], rows: readonly T[], c: Colors): string[] {
  const line = (cells: readonly string[], dress: (text: string, column: number) => string) =>
    cells
      .map((cell, index) => dress(cell.padEnd(columns[index]?.width ?? 0), index))
      .join('  ')
      .trimEnd();
  return [
    line(
      columns.map(({ title }) => title),
      (title) => c.dim(title),
    ),
    ...rows.map((row) =>
      line(
        columns.map((column) => printable(column.cell(row))),
        (text, index) => columns[index]?.paint?.(c, row)(text) ?? text,
      ),
    ),
  ];
}
