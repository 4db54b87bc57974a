/** A row as JSON carries it into a statement; PostgreSQL gives it its types. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** Remembers rows as they were loaded, so that only those that changed are written. */
export class KeptRows {
  private readonly rows = new Map<string, string>();

  remember(key: string, row: JsonRow): void {
    this.rows.set(key, JSON.stringify(row));
  }

  get isEmpty(): boolean {
    return this.rows.size === 0;
  }

  has(key: string): boolean {
    return this.rows.has(key);
  }

  isUnchanged(key: string, row: JsonRow): boolean {
    return this.rows.get(key) === JSON.stringify(row);
  }

  /** Keys that were loaded and are no longer among these. */
  goneFrom(present: ReadonlySet<string>): string[] {
    return [...this.rows.keys()].filter((key) => !present.has(key));
  }
}
