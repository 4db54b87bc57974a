import { elementAt } from "../../assert.ts";
import { dayText } from "../../calendar.ts";
import { formatMoney } from "../../money.ts";
import type { WindowFigures } from "../insight/window.ts";
import { liabilityOf } from "./liability-of.ts";
import { writtenCustomer } from "./report-json.ts";
import type { Report } from "./report.ts";

const COLUMNS = [
  "purchases.count",
  "purchases.value",
  "lapse.days",
  "rfm.name",
  "clv.alive",
  "clv.purchases",
  "clv.value",
] as const;
const COLUMNS_AROUND = ["customer", ...COLUMNS, "segments"];

/** For the eye: what the shop did, and the main facts of each customer. */
export function* reportTable(report: Report): Generator<string> {
  yield* shopTable(report);
  yield* liabilityTable(report);
  yield "\n";
  const rows: string[][] = [COLUMNS_AROUND];
  for (const customer of report.customers) {
    const { id, facts, segments } = writtenCustomer(report, customer);
    rows.push([id, ...COLUMNS.map((fact) => shortened(facts[fact])), segments.join(" ")]);
  }
  const widths = COLUMNS_AROUND.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, elementAt(row, column).length), 0),
  );
  for (const row of rows) {
    const cells = row.map((text, column) => text.padEnd(elementAt(widths, column)));
    yield `${cells.join("  ").trimEnd()}\n`;
  }
}

function* shopTable({ insight, currency, digits }: Report): Generator<string> {
  const { window, before } = insight;
  const money = (minor: number | null) =>
    minor === null ? "–" : [formatMoney(minor, digits), currency].join(" ").trim();
  yield `${dayText(window.days.from)} up to and with ${dayText(window.days.to - 1)}, and the time before\n`;
  const lines: readonly (readonly [string, (figures: WindowFigures) => string])[] = [
    ["revenue", ({ revenueMinor }) => money(revenueMinor)],
    ["orders", ({ orders }) => String(orders)],
    ["customers", ({ customers }) => String(customers)],
    ["average order", ({ averageOrderMinor }) => money(averageOrderMinor)],
    ["repeat rate", ({ repeatRate }) => percent(repeatRate)],
    ["churn rate", ({ churnRate }) => percent(churnRate)],
    ["active members", ({ activeRate }) => percent(activeRate)],
    ["top tenth brings", ({ topDecileShare }) => percent(topDecileShare)],
  ];
  for (const [name, figure] of lines) {
    yield `  ${name.padEnd(18)}${figure(window).padStart(16)}${figure(before).padStart(16)}\n`;
  }
}

/** What is owed in points, by both ways of looking at it. */
function* liabilityTable(report: Report): Generator<string> {
  if (report.books === null) return;
  const liability = liabilityOf(report, report.insight);
  if (liability === null) {
    yield "  what points will cost: not known before points were used and their time was over\n";
    return;
  }
  const { deferredMinor, releasedMinor, costMinor, pointsEarned, used } = liability;
  const money = (minor: number) => [formatMoney(minor, report.digits), report.currency].join(" ").trim();
  yield `  deferred (IFRS 15) ${money(deferredMinor - releasedMinor)}, of ${money(deferredMinor)} for ${String(pointsEarned)} points\n`;
  yield `  cost still expected ${money(costMinor)}, with ${percent(used.share)} of points used (${percent(used.from)} to ${percent(used.to)})\n`;
}

function percent(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(1)}%`;
}

function shortened(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "number"
    ? String(Number(value.toFixed(3)))
    : JSON.stringify(value).replace(/^"|"$/g, "");
}
