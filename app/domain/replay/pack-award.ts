import { elementAt } from "../assert.ts";
import type { Award, OrderId } from "../books.ts";
import type {
  AwardUse,
  Exclusion,
  FrozenAward,
  FrozenLine,
  FrozenRate,
  FrozenRoom,
  RuleUse,
} from "../earning/award.ts";
import type { StandingOrder } from "../earning/awards.ts";
import { some } from "./byte-record.ts";
import type { ByteReader, ByteWriter } from "./byte-record.ts";
import { packShared, unpackList, unpackShared, unpackText } from "./packed-lists.ts";
import type { SharedParts } from "./shared-parts.ts";

/** Writes an award without its order's id and its member, which its shelf says. */
export function packAward(to: ByteWriter, shared: SharedParts, award: Award): void {
  const { frozen } = award;
  const isStanding = frozen.excluded === null && !award.cancelled;
  to.count(isStanding ? 1 : 0);
  to.integer(award.paidAt);
  to.count(frozen.orderRules.length);
  for (const { ruleId, points, once } of frozen.orderRules) {
    to.count(shared.numberOf(ruleId));
    to.integer(points);
    to.text(once);
  }
  to.text(award.orderName);
  to.count(award.programVersion);
  to.integer(award.target);
  to.integer(award.standing);
  to.integer(award.writtenOff);
  to.count(award.cancelled ? 1 : 0);
  to.count(award.lotIds.length);
  for (const lotId of award.lotIds) to.text(lotId);
  to.count(award.postings);
  to.integer(award.orderUpdatedAt);
  packFrozen(to, shared, frozen);
}

/** What other orders ask of this one, without reading the rest of it. */
export function readStanding(from: ByteReader, shared: SharedParts, orderId: OrderId): StandingOrder | null {
  if (from.count() === 0) return null;
  const paidAt = from.integer();
  const once = unpackList(from, shared, unpackOrderRule).flatMap((rule) => rule.once ?? []);
  return { orderId, paidAt, once };
}

export function unpackAward(
  from: ByteReader,
  shared: SharedParts,
  place: Pick<Award, "orderId" | "memberId">,
): Award {
  from.count();
  const paidAt = from.integer();
  const orderRules = unpackList(from, shared, unpackOrderRule);
  const orderName = from.text();
  const programVersion = from.count();
  const target = some(from.integer());
  const standing = some(from.integer());
  const writtenOff = some(from.integer());
  const cancelled = from.count() === 1;
  const lotIds = unpackList(from, shared, unpackText);
  const postings = from.count();
  const orderUpdatedAt = from.integer();
  const frozen = unpackFrozen(from, shared, orderRules);
  // In the sequence in which the engine makes an award: so that to the machine it is one form, and not two.
  return {
    orderId: place.orderId,
    memberId: place.memberId,
    orderName,
    programVersion,
    paidAt,
    frozen,
    target,
    standing,
    writtenOff,
    cancelled,
    lotIds,
    postings,
    orderUpdatedAt,
  };
}

function packFrozen(to: ByteWriter, shared: SharedParts, frozen: FrozenAward): void {
  to.count(frozen.excluded === null ? 0 : 1 + EXCLUSIONS.indexOf(frozen.excluded));
  to.count(frozen.tierId === null ? 0 : 1 + shared.numberOf(frozen.tierId));
  to.count(frozen.nth);
  to.count(frozen.lines.length);
  for (const line of frozen.lines) packLine(to, shared, line);
  packRates(to, shared, frozen.stepRules);
  const rooms = Object.entries(frozen.ruleRoom);
  to.count(rooms.length);
  for (const [ruleId, room] of rooms) {
    to.count(shared.numberOf(ruleId));
    to.integer(room.points);
    to.integer(room.count);
  }
  to.integer(frozen.capRoom);
  packFraction(to, frozen.basisNum, frozen.basisDen);
  to.count(frozen.uses.length);
  for (const { key, count, points } of frozen.uses) {
    to.count(shared.numberOf(key));
    to.integer(count);
    to.integer(points);
  }
  const parts = frozen.parts ?? NONE;
  to.count(frozen.parts === null ? 0 : 1);
  to.count(parts.length);
  for (const { ruleId, count, points } of parts) {
    to.count(shared.numberOf(ruleId));
    to.integer(count);
    to.integer(points);
  }
}

function unpackFrozen(
  from: ByteReader,
  shared: SharedParts,
  orderRules: FrozenAward["orderRules"],
): FrozenAward {
  const excluded = from.count();
  const tier = from.count();
  const nth = from.count();
  const lines = unpackList(from, shared, unpackLine);
  const stepRules = unpackList(from, shared, unpackRate);
  const ruleRoom = unpackRooms(from, shared);
  const capRoom = from.integer();
  const [basisNum, basisDen] = unpackFraction(from);
  const uses = unpackList(from, shared, unpackUse);
  const parts = unpackParts(from, shared);
  return {
    excluded: excluded === 0 ? null : elementAt(EXCLUSIONS, excluded - 1),
    tierId: tier === 0 ? null : shared.textOf(tier - 1),
    nth,
    lines,
    stepRules,
    orderRules,
    ruleRoom,
    capRoom,
    basisNum,
    basisDen,
    uses,
    parts,
  };
}

function packLine(to: ByteWriter, shared: SharedParts, line: FrozenLine): void {
  to.text(line.id);
  to.integer(line.basisMinor);
  to.integer(line.quantity);
  packRates(to, shared, line.spend);
  packShared(to, shared, line.steps);
  to.count(line.items.length);
  for (const { ruleId, points } of line.items) {
    to.count(shared.numberOf(ruleId));
    to.integer(points);
  }
  packFraction(to, line.multiplierNum, line.multiplierDen);
}

function unpackLine(from: ByteReader, shared: SharedParts): FrozenLine {
  const id = some(from.text());
  const basisMinor = some(from.integer());
  const quantity = some(from.integer());
  const spend = unpackList(from, shared, unpackRate);
  const steps = unpackList(from, shared, unpackShared);
  const items = unpackList(from, shared, unpackItem);
  const [multiplierNum, multiplierDen] = unpackFraction(from);
  return { id, basisMinor, quantity, spend, steps, items, multiplierNum, multiplierDen };
}

function packRates(to: ByteWriter, shared: SharedParts, rates: readonly FrozenRate[]): void {
  to.count(rates.length);
  for (const rate of rates) to.count(shared.numberOfRate(rate));
}

function unpackRate(from: ByteReader, shared: SharedParts): FrozenRate {
  return shared.rateOf(from.count());
}

function unpackItem(from: ByteReader, shared: SharedParts): FrozenLine["items"][number] {
  return { ruleId: shared.textOf(from.count()), points: some(from.integer()) };
}

/** Nearly every multiplier and share is one. Others may be an order's own, so they are not shared. */
function packFraction(to: ByteWriter, num: string, den: string): void {
  if (num === "1" && den === "1") {
    to.text(null);
    return;
  }
  to.text(num);
  to.text(den);
}

function unpackFraction(from: ByteReader): readonly [num: string, den: string] {
  const num = from.text();
  return num === null ? ONE : [num, some(from.text())];
}

const ONE = ["1", "1"] as const;

function unpackOrderRule(from: ByteReader, shared: SharedParts): FrozenAward["orderRules"][number] {
  return { ruleId: shared.textOf(from.count()), points: some(from.integer()), once: from.text() };
}

function unpackRooms(from: ByteReader, shared: SharedParts): Record<string, FrozenRoom> {
  const rooms: Record<string, FrozenRoom> = {};
  for (let left = from.count(); left > 0; left -= 1) {
    rooms[shared.textOf(from.count())] = { points: from.integer(), count: from.integer() };
  }
  return rooms;
}

function unpackUse(from: ByteReader, shared: SharedParts): AwardUse {
  return { key: shared.textOf(from.count()), count: some(from.integer()), points: some(from.integer()) };
}

function unpackParts(from: ByteReader, shared: SharedParts): FrozenAward["parts"] {
  const isWritten = from.count() === 1;
  const parts = unpackList(from, shared, unpackPart);
  return isWritten ? parts : null;
}

function unpackPart(from: ByteReader, shared: SharedParts): RuleUse {
  return { ruleId: shared.textOf(from.count()), count: some(from.integer()), points: some(from.integer()) };
}

const NONE: readonly never[] = [];

const EXCLUSIONS: readonly Exclusion[] = [
  "not_paid",
  "cancelled",
  "test_order",
  "customer_excluded",
  "email_domain_excluded",
  "excluded_by_hand",
  "member_left",
];
