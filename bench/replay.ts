import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { eachLine } from "#app/cli/each-line.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { finishReplay, replayLine } from "#app/domain/replay/run-replay.ts";
import { startReplay } from "#app/domain/replay/replay.ts";
import { replayOutput } from "#app/domain/replay/results/output.ts";

/**
 * How many order lines a second `replay` works through on one core, beside merely parsing the same
 * lines as JSON. The history is the same in every run: its chance is a small generator with a seed.
 */
const ORDERS = Number(process.env["ORDERS"] ?? 300_000);
const MEMBERS = Number(process.env["MEMBERS"] ?? 5_000);
const LINES_A_WRITE = 5_000;
const DAY_MS = 86_400_000;
const BEGIN = Date.UTC(2026, 0, 1, 8);

// Collecting on demand is for the measurement of memory alone, before and after what is timed.
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const program = parseProgram({
  format: "regulars.program/1",
  name: "Bench",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: {
    maturity: { kind: "afterPaid", days: 14 },
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "new-in", kind: "spend", stack: "bonus", points: 1, per: "1.00", lines: { tags: ["new"] } },
      { id: "mugs", kind: "item", points: 25, lines: { products: ["p9"] } },
      { id: "large", kind: "order", points: 10, order: { minSubtotal: "100.00" } },
    ],
    caps: [{ points: 5000, per: "month" }],
  },
  expiry: { kind: "perLot", months: 12, toMonthEnd: true },
  tiers: {
    metric: "spend",
    window: { kind: "rolling", months: 12 },
    graceDays: 30,
    levels: [
      { id: "bronze", from: "0" },
      { id: "silver", from: "500.00", multiplier: 1.25, entryPoints: 100 },
      { id: "gold", from: "2000.00", multiplier: 1.5 },
    ],
  },
});

/** Numerical Recipes' linear congruential generator: enough for made-up shopping. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** On disk, as `replay` reads it: so memory is that of the run, and not of the history. */
function writeHistory(path: string): void {
  const pick = chance(7);
  const handle = openSync(path, "w");
  let lines: string[] = [];
  const stepMs = Math.floor((365 * DAY_MS) / ORDERS);
  for (let index = 0; index < ORDERS; index += 1) {
    const at = new Date(BEGIN + index * stepMs).toISOString();
    // Every twentieth line is a return of an order seen some time before.
    const order = index > 2000 && index % 20 === 0 ? index - 1 - pick(1500) : index;
    lines.push(JSON.stringify(orderLine(order, at, order === index ? null : at, stepMs)));
    if (lines.length < LINES_A_WRITE && index + 1 < ORDERS) continue;
    writeSync(handle, `${lines.join("\n")}\n`);
    lines = [];
  }
  closeSync(handle);
}

function orderLine(order: number, at: string, returnedAt: string | null, stepMs: number) {
  const pick = chance(order + 1);
  const paidAt = new Date(BEGIN + order * stepMs).toISOString();
  const member = `m${String(pick(MEMBERS))}`;
  const goods = Array.from({ length: 1 + pick(3) }, (_, line) => ({
    id: String(line + 1),
    product: `p${String(pick(40))}`,
    variant: `v${String(pick(90))}`,
    quantity: 1 + pick(2),
    unitPrice: `${String(5 + pick(60))}.${String(10 + pick(90))}`,
    discount: "0.00",
    tax: "1.20",
    giftCard: false,
    tags: pick(4) === 0 ? ["new"] : [],
    collections: ["all"],
    vendor: "Kiezcafé",
    kind: "Coffee",
  }));
  const refunds =
    returnedAt === null
      ? []
      : [{ id: "r1", at: returnedAt, amount: goods[0]?.unitPrice, lines: [{ line: "1", quantity: 1 }] }];
  return {
    at,
    type: "order",
    order: {
      id: String(100_000 + order),
      member: { id: member, email: `${member}@example.com` },
      ...{ currency: "EUR", placedAt: paidAt, paidAt, fulfilledAt: null, cancelledAt: null },
      ...{ taxesIncluded: true, channel: "online", paymentMethods: ["card"], lines: goods },
      ...{ orderDiscount: "0.00", shipping: "4.90", shippingTax: "0.78", paidByGiftCard: "0.00" },
      ...{ discountCodes: [], refunds },
    },
  };
}

/** The time the processor spent, in microseconds: a busy machine does not count as a slow program. */
async function spentOn(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const perSecond = (spent: number) => Math.round((ORDERS * 1_000_000) / spent);

/** What the books hold, without what is free to be collected: bytes. */
function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

if (!program.ok) throw new Error("the bench's own program is not valid");
const directory = mkdtempSync(join(tmpdir(), "regulars-bench-"));
const file = join(directory, "history.ndjson");
writeHistory(file);
const readLines = (read: (line: string) => void) =>
  eachLine(createReadStream(file, { highWaterMark: 2 ** 18 }), read);

const parseOnly = () =>
  spentOn(() =>
    readLines((line) => {
      JSON.parse(line);
    }),
  );
const parsingBefore = await parseOnly();
const replay = startReplay(program.program, {
  stopAt: null,
  translateLine: () => ({ ok: false, reason: "the bench has no platform" }),
  onTransaction: null,
});
const before = heldBytes();
let lineNumber = 0;
let end: number | null = null;
const replaying = await spentOn(async () => {
  await readLines((line) => {
    replayLine(replay, line, (lineNumber += 1));
  });
  end = finishReplay(replay);
});
const peakMb = Math.round(process.memoryUsage.rss() / 2 ** 20);
const heldMb = Math.round((heldBytes() - before) / 2 ** 20);
for (const rejected of replay.rejected) throw new Error(`refused: ${JSON.stringify(rejected)}`);
const answerBytes = [...replayOutput(replay, end)].reduce((sum, part) => sum + part.length, 0);
// Before and after: the machine is not as fast at one end of a minute as at the other.
const parsing = (parsingBefore + (await parseOnly())) / 2;
rmSync(directory, { recursive: true });
const ratio = Number((replaying / parsing).toFixed(2));
console.log(
  JSON.stringify({
    orders: ORDERS,
    members: MEMBERS,
    ordersPerSecond: perSecond(replaying),
    parseOnlyPerSecond: perSecond(parsing),
    ratio,
    peakMb,
    heldMb,
    answerBytes,
  }),
);
