import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { log, describeError } from "#app/log.server.ts";
import { columnParsers } from "./column-values.ts";
import type { Channel, Database, SqlValue, Statements } from "./database.ts";
import { PrismaClient } from "./generated/client.ts";
import { repeatTransaction } from "./repeat-transaction.ts";

const LOCK_TIMEOUT_MS = 20_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
const RECONNECT_DELAY_MS = 1_000;

const types = new pg.TypeOverrides();
for (const [id, parse] of Object.entries(columnParsers)) types.setTypeParser(Number(id), parse);

/** Opens a pool on a PostgreSQL (15 or later) that several processes may share. */
export async function openServerDatabase(url: string, poolSize: number): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    onConnect: beginInUtc,
  });
  pool.on("error", (error) => {
    log.warn("database_connection_lost", { reason: describeError(error) });
  });
  await pool.query("SELECT 1");
  const ears = new Ears(url);
  let prisma: PrismaClient | undefined;

  return {
    kind: "server",
    query: (sql, values) => run(pool, sql, values),
    transaction: (work) => repeatTransaction(() => once(pool, work)),
    async runScript(sql) {
      await pool.query(sql);
    },
    listen: (channel, heard) => ears.listen(channel, heard),
    async notify(channel, payload) {
      await run(pool, "SELECT pg_notify($1, $2)", [channel, payload]);
    },
    get prisma() {
      prisma ??= new PrismaClient({ adapter: new PrismaPg(pool) });
      return prisma;
    },
    jobStore: {
      async executeSql(text, values) {
        const result: unknown = await pool.query(text, values);
        return { rows: rowsOf(result) };
      },
    },
    async close() {
      await ears.close();
      await prisma?.$disconnect();
      await pool.end();
    },
  };
}

/** Prisma writes and reads moments without their zone, and takes it to be UTC. The pool waits for it. */
function beginInUtc(client: pg.ClientBase): unknown {
  return client.query("SET TIME ZONE 'UTC'");
}

/** Several statements in one text answer with a list of results. */
function rowsOf(result: unknown): unknown[] {
  if (Array.isArray(result)) return result.flatMap(rowsOf);
  return result instanceof pg.Result ? result.rows : [];
}

const statementNames = new Map<string, string>();

/** Statements are few and constant: each is prepared once per connection under a name of its own. */
function nameOf(sql: string): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  const name = `s${String(statementNames.size)}`;
  statementNames.set(sql, name);
  return name;
}

async function run(
  runner: pg.Pool | pg.PoolClient,
  sql: string,
  values: readonly SqlValue[] = [],
): Promise<readonly unknown[]> {
  const result = await runner.query<object>({ name: nameOf(sql), text: sql, values: [...values] });
  return result.rows;
}

async function once<Result>(pool: pg.Pool, work: (tx: Statements) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const result = await work({ query: (sql, values) => run(client, sql, values) });
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A connection of its own that listens, and comes back when it is lost. */
class Ears {
  private client: pg.Client | undefined;
  private connecting: Promise<void> | undefined;
  private closed = false;
  private readonly heardBy = new Map<Channel, Set<(payload: string) => void>>();

  constructor(private readonly url: string) {}

  async listen(channel: Channel, heard: (payload: string) => void): Promise<() => Promise<void>> {
    const listeners = this.heardBy.get(channel) ?? new Set();
    this.heardBy.set(channel, listeners);
    listeners.add(heard);
    this.connecting ??= this.connect();
    await this.connecting;
    await this.client?.query(`LISTEN ${channel}`);
    return () => {
      listeners.delete(heard);
      return Promise.resolve();
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    client.on("notification", ({ channel, payload }) => {
      for (const [name, listeners] of this.heardBy) {
        if (name === channel) for (const heard of listeners) heard(String(payload));
      }
    });
    client.on("error", (error) => {
      log.warn("listening_connection_lost", { reason: describeError(error) });
      setTimeout(() => void this.reconnect(), RECONNECT_DELAY_MS).unref();
    });
    await client.connect();
    for (const channel of this.heardBy.keys()) await client.query(`LISTEN ${channel}`);
    this.client = client;
  }

  private async reconnect(): Promise<void> {
    if (this.closed) return;
    try {
      await this.connect();
    } catch (error) {
      log.warn("listening_connection_refused", { reason: describeError(error) });
      setTimeout(() => void this.reconnect(), RECONNECT_DELAY_MS).unref();
    }
  }
}
