import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fitBgNbd } from "#app/domain/customers/models/bg-nbd.ts";
import { fitGammaGamma } from "#app/domain/customers/models/gamma-gamma.ts";
import { madeUpRepeats, madeUpSpending, sameChance } from "#tests/support/made-up-customers.ts";

/**
 * A million orders of 200,000 customers through the `customers` command as a merchant runs it, and the two
 * models fitted to as many customers as CDNOW's and to 200,000. The history is the same in every run.
 */
const ORDERS = Number(process.env["ORDERS"] ?? 1_000_000);
const CUSTOMERS = Math.ceil(ORDERS / 5);
const LINES_A_WRITE = 5_000;
const DAY_MS = 86_400_000;
const BEGIN = Date.UTC(2023, 0, 1, 8);
const DAYS = 1_000;
const KINDS = ["Coffee", "Tea", "Mug", "Filter"];

function writeHistory(path: string): void {
  const chance = sameChance(7);
  const handle = openSync(path, "w");
  let lines: string[] = [];
  for (let index = 0; index < ORDERS; index += 1) {
    const at = new Date(BEGIN + Math.floor((index / ORDERS) * DAYS * DAY_MS)).toISOString();
    lines.push(JSON.stringify({ at, type: "order", order: orderAt(index, at, chance) }));
    if (lines.length < LINES_A_WRITE && index + 1 < ORDERS) continue;
    writeSync(handle, `${lines.join("\n")}\n`);
    lines = [];
  }
  closeSync(handle);
}

/** Some customers come often and most hardly ever; a third buy as guests; one order in twenty comes back in part. */
function orderAt(index: number, at: string, chance: () => number) {
  const pick = (below: number) => Math.floor(chance() * below);
  const id = `c${String(Math.floor(chance() ** 2 * CUSTOMERS))}`;
  const email = `${id}@example.com`;
  const lines = Array.from({ length: 1 + pick(3) }, (_, line) => ({
    id: String(line + 1),
    product: `p${String(pick(400))}`,
    variant: `v${String(pick(3))}`,
    quantity: 1 + pick(2),
    unitPrice: `${String(5 + pick(60))}.${String(10 + pick(90))}`,
    tax: "1.20",
    cost: "4.00",
    tags: pick(4) === 0 ? ["new"] : [],
    collections: ["all"],
    kind: KINDS[pick(KINDS.length)],
  }));
  return {
    id: String(100_000 + index),
    member: pick(3) === 0 ? { email } : { id, email },
    ...{ currency: "EUR", paidAt: at, taxesIncluded: true, channel: "online", lines },
    refunds: pick(20) === 0 ? [{ id: "r", at, lines: [{ line: "1", quantity: 1 }] }] : [],
  };
}

/** Processor time, so that a busy machine does not count as a slow program. */
function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}

const folder = mkdtempSync(join(tmpdir(), "regulars-bench-"));
const events = join(folder, "events.ndjson");
writeHistory(events);
const output = openSync(join(folder, "customers.json"), "w");
const begun = Date.now();
const run = spawnSync(
  process.execPath,
  [
    "tools/run-bundled.mjs",
    "--growing-heap",
    "app/cli/customers.ts",
    "--events",
    events,
    "--segments",
    "ready-made",
  ],
  { stdio: ["ignore", output, "inherit"] },
);
const seconds = Math.round((Date.now() - begun) / 100) / 10;
closeSync(output);
rmSync(folder, { recursive: true });
if (run.status !== 0) throw new Error("the command failed");

const cdnow = madeUpRepeats(2357, 273);
const spending = madeUpSpending(cdnow);
const many = madeUpRepeats(200_000, 1500);
const spendingOfMany = madeUpSpending(many);
console.log(
  JSON.stringify({
    orders: ORDERS,
    customers: CUSTOMERS,
    seconds,
    fitAsManyAsCdnowMs: cpuMs(() => [fitBgNbd(cdnow), fitGammaGamma(spending)]),
    fitAgainMs: cpuMs(() => [fitBgNbd(cdnow), fitGammaGamma(spending)]),
    fit200000Ms: cpuMs(() => [fitBgNbd(many), fitGammaGamma(spendingOfMany)]),
  }),
);
