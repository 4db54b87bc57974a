import type { Statements } from "#app/db/database.ts";
import { conditionOf } from "#app/domain/books/codes.ts";
import { formatInstant } from "#app/domain/calendar.ts";
import { csvLine } from "#app/domain/csv.ts";
import { formatMoney } from "#app/domain/money.ts";
import { codeList, type CodeFilter } from "./code-list.ts";

const ROWS_AT_ONCE = 1_000;
/** A file for a spreadsheet: more rows it would not open. */
const MOST_PAGES = 200;

const HEADINGS = [
  "code",
  "state",
  "note",
  "reward",
  "origin",
  "member",
  "name",
  "email",
  "points",
  "points returned",
  "value",
  "claimed at",
  "valid until",
  "order",
];

/** How a file is written: the minor digits of its money, and the zone of its days. */
interface Written {
  readonly digits: number;
  readonly timezone: string;
}

/** Every code of a list, a line each; what a spreadsheet would run as a formula is a text. */
export async function codesFile(
  statements: Statements,
  shopId: number,
  filter: CodeFilter,
  { digits, timezone }: Written,
): Promise<string> {
  const at = (instant: number | null) => (instant === null ? null : formatInstant(instant, timezone));
  let text = csvLine(HEADINGS);
  let page: CodeFilter = { ...filter, after: null };
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const { codes, next } = await codeList(statements, shopId, page, ROWS_AT_ONCE);
    for (const one of codes) {
      const value = one.valueMinor === null ? null : formatMoney(one.valueMinor, digits);
      text += csvLine([
        ...[one.code, conditionOf(one), one.stateReason, one.rewardId, one.origin],
        ...[one.memberId, one.memberName, one.email, one.points, one.returnedPoints, value],
        ...[at(one.claimedAt), at(one.expiresAt), one.orderName],
      ]);
    }
    const last = codes.at(-1);
    if (next === null || last === undefined) break;
    page = { ...page, after: last };
  }
  return text;
}
