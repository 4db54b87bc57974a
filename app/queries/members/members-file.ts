import type { Statements } from "#app/db/database.ts";
import { csvLine } from "#app/domain/csv.ts";
import { localDay } from "#app/domain/calendar.ts";
import { formatMoney } from "#app/domain/money.ts";
import { adminMembers, type ListedMember, type MembersAsked } from "./admin-members.ts";
import type { AddressUnits } from "./read-members-asked.ts";

const ROWS_AT_ONCE = 500;

const HEADINGS = [
  "id",
  "email",
  "first name",
  "last name",
  "status",
  "tier",
  "points",
  "on the way",
  "owed",
  "spent",
  "last order",
  "member since",
];

interface FileUnits extends AddressUnits {
  /** What a tier of this id is called. */
  readonly tierName: (levelId: string) => string;
}

/** Everybody the list would show, page by page, a line each; what a spreadsheet would run as a formula is a text. */
export async function* membersFile(
  statements: Statements,
  shopId: number,
  asked: Pick<MembersAsked, "filter" | "order">,
  units: FileUnits,
): AsyncGenerator<string> {
  yield csvLine(HEADINGS);
  let after: MembersAsked["after"] = null;
  do {
    const page = await adminMembers(statements, shopId, { ...asked, after, pageSize: ROWS_AT_ONCE });
    yield page.members.map((member) => lineOf(member, units)).join("");
    after = page.next;
  } while (after !== null);
}

function lineOf(member: ListedMember, { timezone, currencyDigits, tierName }: FileUnits): string {
  const { customerId, email, firstName, lastName, status, tierLevelId, lastOrderAt } = member;
  return csvLine([
    ...[customerId, email, firstName, lastName, status],
    tierLevelId === null ? null : tierName(tierLevelId),
    ...[member.available, member.pending, member.debt],
    member.spentMinor === null ? null : formatMoney(member.spentMinor, currencyDigits),
    lastOrderAt === null ? null : localDay(lastOrderAt, timezone),
    localDay(member.enrolledAt, timezone),
  ]);
}
