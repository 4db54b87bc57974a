import { withoutMark } from "../csv.ts";
import { cleanText } from "../clean-text.ts";
import { normaliseAddress } from "../people/normalise-address.ts";
import type { MemberField } from "./member-field.ts";
import type { LotToCarry, MemberRow, ReadingPlan, RowProblem } from "./member-row.ts";
import { parseDayCell } from "./parse-day-cell.ts";
import { parseLotsCell } from "./lots-cell.ts";
import { parsePointsCell } from "./parse-points-cell.ts";

export interface ReadRow {
  readonly row: MemberRow;
  /** All that is wrong with it, in the order of the fields: a line with any is not taken over. */
  readonly problems: readonly RowProblem[];
}

const ADDRESS = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+$/u;
const LONGEST_NAME = 200;
const LONGEST_ID = 100;

/** Reads the cells of a line. `today` is the shop's day: what has ended before it is not carried over. */
export function readMemberRow(cells: readonly string[], plan: ReadingPlan, today: string): ReadRow {
  const problems: RowProblem[] = [];
  const columns = plan.mapping.length;
  if (cells.length !== columns) problems.push({ kind: "cells_differ", cells: cells.length, columns });
  const said = new Map<MemberField, string>();
  plan.mapping.forEach((field, index) => {
    const cell = cells[index];
    const text = cell === undefined ? "" : cleanText(withoutMark(cell)).trim();
    if (field !== null && text !== "") said.set(field, text);
  });
  const who = readWho(said, problems);
  const { points, lots } = readPoints(said, plan, { today, problems });
  const tier = readTier(said, plan, { today, problems });
  const birthday = readDay(said, "birthday", plan, problems);
  return { row: { ...who, points, lots, ...tier, birthday }, problems };
}

type Said = ReadonlyMap<MemberField, string>;

interface Reading {
  readonly today: string;
  readonly problems: RowProblem[];
}

function readWho(
  said: Said,
  problems: RowProblem[],
): Pick<MemberRow, "customerId" | "email" | "firstName" | "lastName"> {
  const address = said.get("email") ?? null;
  const customerId = customerNumber(said.get("customer_id") ?? null);
  if (address !== null && !ADDRESS.test(address)) problems.push({ kind: "email_unreadable", value: address });
  if (customerId !== null && customerId.length > LONGEST_ID) {
    problems.push({ kind: "customer_id_too_long", value: customerId.slice(0, LONGEST_ID) });
  }
  if (address === null && customerId === null) problems.push({ kind: "nobody" });
  const [first = null, last = null] = namesOf(said.get("full_name"));
  return {
    customerId,
    email: address === null ? null : normaliseAddress(address),
    firstName: shortened(said.get("first_name") ?? first),
    lastName: shortened(said.get("last_name") ?? last),
  };
}

/** Some exports name customers with the whole name of the platform: `gid://shopify/Customer/123`. */
function customerNumber(text: string | null): string | null {
  return text === null ? null : text.replace(/^gid:\/\/shopify\/Customer\//i, "");
}

function namesOf(full: string | undefined): (string | null)[] {
  if (full === undefined) return [];
  const [first = full, ...others] = full.split(/\s+/u);
  return [first, others.length === 0 ? null : others.join(" ")];
}

function shortened(name: string | null): string | null {
  return name === null ? null : cleanText(name.slice(0, LONGEST_NAME));
}

function readPoints(
  said: Said,
  plan: ReadingPlan,
  { today, problems }: Reading,
): { points: number | null; lots: readonly LotToCarry[] } {
  const points = readBalance(said.get("points"), plan, problems);
  const listed = said.get("lots");
  if (listed !== undefined) return { points: points ?? null, lots: readLots(listed, points, problems) };
  const expiresOn = readDay(said, "expires_on", plan, problems);
  if (points === undefined || points === null || points === 0) return { points: points ?? null, lots: [] };
  if (expiresOn !== null && expiresOn < today) problems.push({ kind: "expired_already", value: expiresOn });
  return { points, lots: [expiresOn === null ? { points } : { points, expiresOn }] };
}

/** Undefined: the cell cannot be read. */
function readBalance(
  value: string | undefined,
  plan: ReadingPlan,
  problems: RowProblem[],
): number | null | undefined {
  if (value === undefined) return null;
  const parsed = parsePointsCell(value, plan.pointSigns);
  if (parsed.ok) return parsed.points;
  problems.push({ kind: parsed.problem, value });
  return undefined;
}

function readLots(
  listed: string,
  points: number | null | undefined,
  problems: RowProblem[],
): readonly LotToCarry[] {
  const lots = parseLotsCell(listed);
  if (lots === null) {
    problems.push({ kind: "lots_unreadable", value: listed });
    return [];
  }
  const sum = lots.reduce((all, lot) => all + lot.points, 0);
  if (points !== undefined && sum !== (points ?? sum)) {
    problems.push({ kind: "lots_unequal", points: points ?? sum, sum });
  }
  return lots;
}

/** A tier's name as it is compared: without case and blanks around. */
export function tierKey(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}

function readTier(
  said: Said,
  plan: ReadingPlan,
  { today, problems }: Reading,
): Pick<MemberRow, "levelId" | "levelUntil"> {
  const name = said.get("tier");
  if (name === undefined) return { levelId: null, levelUntil: null };
  const levelId = new Map(Object.entries(plan.tiers)).get(tierKey(name));
  if (levelId === undefined) problems.push({ kind: "tier_unknown", value: name });
  const levelUntil = readDay(said, "tier_until", plan, problems);
  if (levelUntil !== null && levelUntil < today) {
    problems.push({ kind: "tier_until_past", value: levelUntil });
  }
  return levelId === undefined || levelId === null
    ? { levelId: null, levelUntil: null }
    : { levelId, levelUntil };
}

const DAY_PROBLEMS = {
  expires_on: { day_ambiguous: "expires_ambiguous", day_unreadable: "expires_unreadable" },
  tier_until: { day_ambiguous: "tier_until_ambiguous", day_unreadable: "tier_until_unreadable" },
  birthday: { day_ambiguous: "birthday_ambiguous", day_unreadable: "birthday_unreadable" },
} as const;

function readDay(
  said: Said,
  field: keyof typeof DAY_PROBLEMS,
  plan: ReadingPlan,
  problems: RowProblem[],
): string | null {
  const value = said.get(field);
  if (value === undefined) return null;
  const parsed = parseDayCell(value, plan.dayOrder, field === "birthday");
  if (parsed.ok) return parsed.day;
  problems.push({ kind: DAY_PROBLEMS[field][parsed.problem], value });
  return null;
}
