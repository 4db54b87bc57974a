import { MEMBER_STATUSES, type MemberFilter } from "#app/db/members/member-filter.ts";
import {
  MEMBER_SORTS,
  NEWEST_FIRST,
  type MemberOrder,
  type MemberPlace,
} from "#app/db/members/member-sorts.ts";
import { parseDay, startOfDayNumber, type Instant } from "#app/domain/calendar.ts";
import { parseMoney } from "#app/domain/money.ts";

/** What days and money of an address mean in a shop. */
export interface AddressUnits {
  readonly timezone: string;
  readonly currencyDigits: number;
}

const TEXT_MOST = 200;

/** Filters as the list's address says them; what is not of the form asks for nothing. */
export function readMemberFilter(asked: URLSearchParams, units: AddressUnits): MemberFilter {
  const status = asked.get("status");
  const isNever = asked.get("ordered") === "never";
  return {
    search: text(asked.get("search")),
    status: MEMBER_STATUSES.find((known) => known === status) ?? null,
    tier: text(asked.get("tier")),
    pointsFrom: points(asked.get("points_from")),
    pointsTo: points(asked.get("points_to")),
    inDebt: asked.get("balance") === "debt",
    neverOrdered: isNever,
    orderedFrom: isNever ? null : startOf(asked.get("ordered_from"), units),
    orderedBefore: isNever ? null : startOf(asked.get("ordered_before"), units),
    spentFromMinor: money(asked.get("spent_from"), units),
    spentToMinor: money(asked.get("spent_to"), units),
    tag: text(asked.get("tag")),
    segment: text(asked.get("segment")),
    joinedFrom: startOf(asked.get("joined_from"), units),
    joinedBefore: startOf(asked.get("joined_to"), units, 1),
    memberIds: null,
  };
}

const CHOSEN = /^\d{1,18}(?:,\d{1,18}){0,99}$/;

/** Some members by their numbers, whatever the list is narrowed to; null: that is no such list. */
export function readChosen(ids: string, units: AddressUnits): MemberFilter | null {
  if (!CHOSEN.test(ids)) return null;
  return { ...readMemberFilter(new URLSearchParams(), units), memberIds: ids.split(",") };
}

/** Such as `points-desc`. */
export function readMemberOrder(asked: URLSearchParams): MemberOrder {
  const [name, direction] = asked.get("sort")?.split("-") ?? [];
  const by = MEMBER_SORTS.find((known) => known === name);
  return by === undefined ? NEWEST_FIRST : { by, descending: direction !== "asc" };
}

/** A key may hold anything, a name above all; the member's number behind it does not. */
const PLACE = /^(?:=(.{0,500})|-)_(\d{1,18})$/su;
const NUMBER = /^-?\d{1,15}$/;

export function readMemberPlace(asked: URLSearchParams, { by }: MemberOrder): MemberPlace | null {
  const after = asked.get("after");
  const found = after === null ? null : PLACE.exec(after);
  const [, key, memberId] = found ?? [];
  if (memberId === undefined) return null;
  if (key !== undefined && by !== "name" && !NUMBER.test(key)) return null;
  return { key: key ?? null, memberId };
}

export function writeMemberPlace({ key, memberId }: MemberPlace): string {
  return `${key === null ? "-" : `=${key}`}_${memberId}`;
}

function text(given: string | null): string | null {
  const trimmed = given?.trim().slice(0, TEXT_MOST);
  return trimmed === undefined || trimmed === "" ? null : trimmed;
}

function points(given: string | null): number | null {
  return given !== null && /^\d{1,9}$/.test(given) ? Number(given) : null;
}

function money(given: string | null, { currencyDigits }: AddressUnits): number | null {
  return given === null ? null : parseMoney(given.trim().replace(",", "."), currencyDigits);
}

/** The start of a day, or of the one after it. */
function startOf(given: string | null, { timezone }: AddressUnits, daysOn = 0): Instant | null {
  const day = given === null ? null : parseDay(given);
  return day === null ? null : startOfDayNumber(day + daysOn, timezone);
}
