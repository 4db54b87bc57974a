import { AsyncLocalStorage } from "node:async_hooks";
import { EventEmitter } from "node:events";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { fromPglite } from "pg-boss";
import { assert } from "#app/domain/assert.ts";
import { columnParsers } from "./column-values.ts";
import type { Database, Statements } from "./database.ts";
import { lockDataDirectory } from "./data-directory-lock.ts";
import { PrismaClient } from "./generated/client.ts";
import { repeatTransaction } from "./repeat-transaction.ts";

/** Opens the embedded database in a directory, for this process alone; without one, in memory. */
export async function openEmbeddedDatabase(directory: string | null): Promise<Database> {
  const unlock = directory === null ? () => undefined : lockDataDirectory(directory);
  try {
    const lite =
      directory === null
        ? await PGlite.create({ parsers: columnParsers })
        : await PGlite.create(join(directory, "database"), { parsers: columnParsers });
    return embeddedDatabase(lite, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The same over a PGlite that is already there. */
export function embeddedDatabase(lite: PGlite, unlock: () => void = () => undefined): Database {
  const inTransaction = new AsyncLocalStorage<true>();
  const signals = new EventEmitter();
  let prisma: PrismaClient | undefined;

  const outside = (): void => {
    assert(inTransaction.getStore() === undefined, "within a transaction only its own statements are used");
  };
  const statementsOf = (runner: Pick<PGlite, "query">): Statements => ({
    async query(sql, values = []) {
      return (await runner.query(sql, [...values])).rows;
    },
  });
  const direct = statementsOf(lite);

  return {
    kind: "embedded",
    query: (sql, values) => {
      outside();
      return direct.query(sql, values);
    },
    transaction: (work) => {
      outside();
      return repeatTransaction(() =>
        lite.transaction((tx) => inTransaction.run(true, () => work(statementsOf(tx)))),
      );
    },
    async runScript(sql) {
      await lite.transaction((tx) => tx.exec(sql));
    },
    listen(channel, heard) {
      signals.on(channel, heard);
      return Promise.resolve(() => {
        signals.off(channel, heard);
        return Promise.resolve();
      });
    },
    notify(channel, payload) {
      signals.emit(channel, payload);
      return Promise.resolve();
    },
    get prisma() {
      outside();
      prisma ??= new PrismaClient({ adapter: new PrismaPGlite(lite) });
      return prisma;
    },
    jobStore: fromPglite(lite),
    async close() {
      await prisma?.$disconnect();
      await lite.close();
      unlock();
    },
  };
}
