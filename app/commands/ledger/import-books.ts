import { z } from "zod";
import { writeAudit } from "#app/db/audit.ts";
import {
  dropFirstProgram,
  isUntouched,
  raiseNumbers,
  writeCarriedRows,
  writeLiveVersion,
} from "#app/db/carried/carried-rows.ts";
import { CARRIED_TABLES, type CarriedTable } from "#app/db/carried/carried-tables.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { type LedgerProof, verifyWithin } from "#app/db/verify-ledger.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { BOOKS_FORM } from "#app/domain/ledger/books-form.ts";

const ROWS_AT_ONCE = 500;
const LINE = /^\{"table":"([a-z_]+)","row":(\{.*\})\}$/su;

const firstLine = z.object({ form: z.literal(BOOKS_FORM), liveVersion: z.int().nullable() });
const lastLine = z.object({ rows: z.int() });

/** Why books did not come in; nothing of them is there then. */
export class BooksRefused extends Error {}

/**
 * Brings the books of a shop, as they were written out, into one in which nothing has happened yet: all or nothing.
 * At the end the ledger is proved; books that contradict themselves do not come in. `lines`: a way through the file
 * from its beginning, for the database may ask for the work a second time.
 */
export function importBooks(
  database: Database,
  shopId: number,
  lines: () => AsyncIterable<string>,
  now: Instant,
): Promise<LedgerProof> {
  return database.transaction(async (tx) => {
    if (!(await isUntouched(tx, shopId))) {
      throw new BooksRefused(
        "the shop has members, orders or programs of its own already: books come into an empty one",
      );
    }
    await dropFirstProgram(tx, shopId);
    const liveVersion = await writeAll(tx, shopId, lines());
    await writeLiveVersion(tx, shopId, liveVersion);
    await raiseNumbers(tx);
    const details = { liveVersion };
    await writeAudit(tx, shopId, {
      at: now,
      actor: "command line",
      action: "import_books",
      memberId: null,
      details,
    });
    const proof = await verifyWithin(tx, shopId);
    if (proof.contradiction !== null)
      throw new BooksRefused(`the ledger is not proved: ${proof.contradiction}`);
    return proof;
  });
}

async function writeAll(
  tx: Statements,
  shopId: number,
  lines: AsyncIterable<string>,
): Promise<number | null> {
  const batch = new Batch(tx, shopId);
  let first: z.output<typeof firstLine> | null = null;
  let told: number | null = null;
  for await (const line of lines) {
    if (line === "") continue;
    if (told !== null) throw new BooksRefused("there is more behind the end of the file");
    if (first === null) {
      first = readLine(firstLine, line, "this is no file of books, or one of another version of the app");
      continue;
    }
    const [, table, row] = LINE.exec(line) ?? [];
    if (table === undefined || row === undefined) {
      told = readLine(lastLine, line, `line ${String(batch.rows + 2)} cannot be read`).rows;
      continue;
    }
    const carried = CARRIED_TABLES.find((one) => one.table === table);
    if (carried === undefined) throw new BooksRefused(`this version of the app has no ${table}`);
    await batch.add(carried, row);
  }
  await batch.flush();
  if (first === null || told !== batch.rows) {
    throw new BooksRefused("the file is not whole: its last lines are missing");
  }
  return first.liveVersion;
}

function readLine<Line>(form: z.ZodType<Line>, line: string, otherwise: string): Line {
  try {
    return form.parse(JSON.parse(line));
  } catch {
    throw new BooksRefused(otherwise);
  }
}

/** Rows of one table are written together. */
class Batch {
  rows = 0;
  private carried: CarriedTable | null = null;
  private waiting: string[] = [];

  constructor(
    private readonly tx: Statements,
    private readonly shopId: number,
  ) {}

  async add(carried: CarriedTable, row: string): Promise<void> {
    if (this.carried !== carried || this.waiting.length === ROWS_AT_ONCE) await this.flush();
    this.carried = carried;
    this.waiting.push(row);
    this.rows += 1;
  }

  async flush(): Promise<void> {
    const { carried, waiting } = this;
    if (carried === null || waiting.length === 0) return;
    this.waiting = [];
    await writeCarriedRows(this.tx, this.shopId, carried, waiting);
  }
}
