import type { PrismaClient } from "./generated/client.ts";

export type SqlValue = string | number | bigint | boolean | null | readonly string[] | readonly number[];

/**
 * Runs statements. 64-bit integers come back as JavaScript numbers (refused where they would not be
 * exact), `timestamptz` as epoch milliseconds, JSON parsed. What the rows hold nobody promises: who
 * reads them parses them, with `readRows`.
 */
export interface Statements {
  query(sql: string, values?: readonly SqlValue[]): Promise<readonly unknown[]>;
}

export type Channel = "inbox" | "outbox" | "questions";

/** What pg-boss runs its statements through. */
export interface JobStore {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** The one door to the data: PostgreSQL, or the embedded PGlite, with the same SQL. */
export interface Database extends Statements {
  readonly kind: "embedded" | "server";
  /**
   * All or nothing. `work` may run again, after a deadlock or where a new code's text was taken already, so it
   * changes nothing but the database, and makes its codes itself.
   * Within it only `tx` may be used: the embedded database has one connection.
   */
  transaction<Result>(work: (tx: Statements) => Promise<Result>): Promise<Result>;
  /** Several statements without values, as a migration has them; each script is one transaction. */
  runScript(sql: string): Promise<void>;
  /** Hears what `notify` says, in this process and, on PostgreSQL, from others. A hint: poll as well. */
  listen(channel: Channel, heard: (payload: string) => void): Promise<() => Promise<void>>;
  notify(channel: Channel, payload: string): Promise<void>;
  /**
   * For a simple read or write of one table that stands alone. Not within a transaction: a client made for
   * its connection would cost more than the transaction, and the one there is joins lookups of several.
   */
  readonly prisma: PrismaClient;
  readonly jobStore: JobStore;
  close(): Promise<void>;
}
