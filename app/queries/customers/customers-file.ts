import type { Statements } from "#app/db/database.ts";
import { csvLine } from "#app/domain/csv.ts";
import { formatMoney } from "#app/domain/money.ts";
import { customerList, readCustomerFilter, type CustomerFilter } from "./customer-list.ts";

const ROWS_AT_ONCE = 1_000;
/** A file for a spreadsheet: more rows it would not open. */
const MOST_PAGES = 200;

const HEADINGS = [
  "id",
  "email",
  "first name",
  "last name",
  "purchases",
  "spent",
  "days since last",
  "group",
  "expected",
];

/** Everybody of a group, a line each; what a spreadsheet would run as a formula is a text. */
export async function customersFile(
  statements: Statements,
  shopId: number,
  filter: CustomerFilter,
  digits: number,
): Promise<string> {
  let text = csvLine(HEADINGS);
  let page: CustomerFilter = { ...filter, after: null };
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const { customers, next } = await customerList(statements, shopId, page, ROWS_AT_ONCE);
    for (const one of customers) {
      const expected = one.predictedMinor === null ? null : formatMoney(one.predictedMinor, digits);
      const who = [one.customerId, one.email, one.firstName, one.lastName];
      text += csvLine([
        ...who,
        one.purchases,
        formatMoney(one.spentMinor, digits),
        ...[one.lapseDays, one.rfmName, expected],
      ]);
    }
    if (next === null) break;
    page = { ...page, after: readCustomerFilter(new URLSearchParams({ after: next })).after };
  }
  return text;
}
