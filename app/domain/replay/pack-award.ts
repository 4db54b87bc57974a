import { elementAt } from "../assert.ts";
import type { Award, OrderId } from "../books.ts";
import type {
  AwardUse,
  Exclusion,
  FrozenAward,
  FrozenLine,
  FrozenRate,
  FrozenRoom,
} from "../earning/award.ts";
import type { StandingOrder } from "../earning/awards.ts";
import { some } from "./byte-record.ts";
import type { ByteReader, ByteWriter } from "./byte-record.ts";

/** Texts that come again and again (ids of rules, keys of limits, factors), each kept once. */
export class Names {
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];

  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  nameOf(number: number): string {
    return elementAt(this.names, number);
  }
}

/** Writes an award without its order's id and its member, which its shelf says. */
export function packAward(to: ByteWriter, names: Names, award: Award): void {
  const { frozen } = award;
  const isStanding = frozen.excluded === null && !award.cancelled;
  to.count(isStanding ? 1 : 0);
  to.integer(award.paidAt);
  packList(to, frozen.orderRules, ({ ruleId, points, once }) => {
    to.count(names.numberOf(ruleId));
    to.integer(points);
    to.text(once);
  });
  to.text(award.orderName);
  to.count(award.programVersion);
  to.integer(award.target);
  to.integer(award.standing);
  to.integer(award.writtenOff);
  to.count(award.cancelled ? 1 : 0);
  packList(to, award.lotIds, (lotId) => {
    to.text(lotId);
  });
  to.count(award.postings);
  to.integer(award.orderUpdatedAt);
  packFrozen(to, names, frozen);
}

/** What other orders ask of this one, without reading the rest of it. */
export function readStanding(from: ByteReader, names: Names, orderId: OrderId): StandingOrder | null {
  if (from.count() === 0) return null;
  const paidAt = from.integer();
  const once = unpackList(from, () => orderRule(from, names)).flatMap((rule) => rule.once ?? []);
  return { orderId, paidAt, once };
}

export function unpackAward(
  from: ByteReader,
  names: Names,
  place: Pick<Award, "orderId" | "memberId">,
): Award {
  from.count();
  const paidAt = from.integer();
  const orderRules = unpackList(from, () => orderRule(from, names));
  return {
    ...place,
    paidAt,
    orderName: from.text(),
    programVersion: from.count(),
    target: some(from.integer()),
    standing: some(from.integer()),
    writtenOff: some(from.integer()),
    cancelled: from.count() === 1,
    lotIds: unpackList(from, () => some(from.text())),
    postings: from.count(),
    orderUpdatedAt: from.integer(),
    frozen: unpackFrozen(from, names, orderRules),
  };
}

function packFrozen(to: ByteWriter, names: Names, frozen: FrozenAward): void {
  to.count(frozen.excluded === null ? 0 : 1 + EXCLUSIONS.indexOf(frozen.excluded));
  to.count(frozen.tierId === null ? 0 : 1 + names.numberOf(frozen.tierId));
  to.count(frozen.nth);
  packList(to, frozen.lines, (line) => {
    packLine(to, names, line);
  });
  packList(to, frozen.stepRules, (rate) => {
    packRate(to, names, rate);
  });
  packList(to, Object.entries(frozen.ruleRoom), ([ruleId, room]) => {
    to.count(names.numberOf(ruleId));
    to.integer(room.points);
    to.integer(room.count);
  });
  to.integer(frozen.capRoom);
  to.count(names.numberOf(frozen.basisNum));
  to.count(names.numberOf(frozen.basisDen));
  packList(to, frozen.uses, (use) => {
    to.count(names.numberOf(use.key));
    to.integer(use.count);
    to.integer(use.points);
  });
  to.count(frozen.parts === null ? 0 : 1);
  packList(to, frozen.parts ?? NONE, ({ ruleId, count, points }) => {
    to.count(names.numberOf(ruleId));
    to.integer(count);
    to.integer(points);
  });
}

function unpackFrozen(from: ByteReader, names: Names, orderRules: FrozenAward["orderRules"]): FrozenAward {
  const excluded = from.count();
  const tier = from.count();
  return {
    excluded: excluded === 0 ? null : elementAt(EXCLUSIONS, excluded - 1),
    tierId: tier === 0 ? null : names.nameOf(tier - 1),
    nth: from.count(),
    lines: unpackList(from, () => unpackLine(from, names)),
    stepRules: unpackList(from, () => unpackRate(from, names)),
    orderRules,
    ruleRoom: Object.fromEntries(unpackList(from, () => unpackRoom(from, names))),
    capRoom: from.integer(),
    basisNum: names.nameOf(from.count()),
    basisDen: names.nameOf(from.count()),
    uses: unpackList(from, () => unpackUse(from, names)),
    parts: unpackParts(from, names),
  };
}

function packLine(to: ByteWriter, names: Names, line: FrozenLine): void {
  to.text(line.id);
  to.integer(line.basisMinor);
  to.integer(line.quantity);
  packList(to, line.spend, (rate) => {
    packRate(to, names, rate);
  });
  packList(to, line.steps, (ruleId) => {
    to.count(names.numberOf(ruleId));
  });
  packList(to, line.items, ({ ruleId, points }) => {
    to.count(names.numberOf(ruleId));
    to.integer(points);
  });
  to.count(names.numberOf(line.multiplierNum));
  to.count(names.numberOf(line.multiplierDen));
}

function unpackLine(from: ByteReader, names: Names): FrozenLine {
  return {
    id: some(from.text()),
    basisMinor: some(from.integer()),
    quantity: some(from.integer()),
    spend: unpackList(from, () => unpackRate(from, names)),
    steps: unpackList(from, () => names.nameOf(from.count())),
    items: unpackList(from, () => ({ ruleId: names.nameOf(from.count()), points: some(from.integer()) })),
    multiplierNum: names.nameOf(from.count()),
    multiplierDen: names.nameOf(from.count()),
  };
}

function packRate(to: ByteWriter, names: Names, rate: FrozenRate): void {
  to.count(names.numberOf(rate.ruleId));
  to.integer(rate.points);
  to.integer(rate.perMinor);
}

function unpackRate(from: ByteReader, names: Names): FrozenRate {
  return { ruleId: names.nameOf(from.count()), points: some(from.integer()), perMinor: some(from.integer()) };
}

function orderRule(from: ByteReader, names: Names): FrozenAward["orderRules"][number] {
  return { ruleId: names.nameOf(from.count()), points: some(from.integer()), once: from.text() };
}

function unpackRoom(from: ByteReader, names: Names): [string, FrozenRoom] {
  return [names.nameOf(from.count()), { points: from.integer(), count: from.integer() }];
}

function unpackUse(from: ByteReader, names: Names): AwardUse {
  return { key: names.nameOf(from.count()), count: some(from.integer()), points: some(from.integer()) };
}

function unpackParts(from: ByteReader, names: Names): FrozenAward["parts"] {
  const isWritten = from.count() === 1;
  const parts = unpackList(from, () => ({
    ruleId: names.nameOf(from.count()),
    count: some(from.integer()),
    points: some(from.integer()),
  }));
  return isWritten ? parts : null;
}

function packList<Entry>(to: ByteWriter, list: readonly Entry[], pack: (entry: Entry) => void): void {
  to.count(list.length);
  for (const entry of list) pack(entry);
}

const NONE: never[] = [];

function unpackList<Entry>(from: ByteReader, unpack: () => Entry): Entry[] {
  const length = from.count();
  if (length === 0) return NONE;
  const list: Entry[] = [];
  while (list.length < length) list.push(unpack());
  return list;
}

const EXCLUSIONS: readonly Exclusion[] = [
  "not_paid",
  "cancelled",
  "test_order",
  "customer_excluded",
  "email_domain_excluded",
  "excluded_by_hand",
  "member_left",
];
