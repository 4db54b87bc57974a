import { describe, expect, it } from "vitest";
import { type BulkDeed, type ConcernedMember, type Foreseen, foreseeDeed } from "./bulk-deed.ts";

const MEMBER: ConcernedMember = {
  status: "active",
  available: 50,
  levelId: "base",
  lockedUntil: null,
  excluded: false,
  isCustomer: true,
  tags: ["VIP"],
};
const reason = "why";
const points = (given: number): BulkDeed => ({ kind: "points", points: given, reason });
const tier = (levelId: string, lockedUntil: number | null = null): BulkDeed => ({
  ...{ kind: "tier", levelId, lockedUntil, reason },
});
const exclusion = (excluded: boolean): BulkDeed => ({ kind: "exclusion", excluded, reason });
const tag = (name: string, isTagged: boolean): BulkDeed => ({ kind: "tag", tag: name, isTagged, reason });
const REWARD: BulkDeed = { kind: "reward", rewardId: "five", reason };
const known = (moved = 0): Foreseen => ({ state: "known", points: moved });
const SAME: Foreseen = { state: "same" };
const NOT_JOINED: Foreseen = { state: "wrong", problem: "not_joined" };
const NO_CUSTOMER: Foreseen = { state: "wrong", problem: "no_customer" };
const OUT: Foreseen = { state: "wrong", problem: "takes_no_part" };

describe("what a deed for many would do for a member", () => {
  it.each<readonly [string, BulkDeed, Partial<ConcernedMember>, Foreseen]>([
    ["points are given", points(100), {}, known(100)],
    ["all somebody has can be taken", points(-50), {}, known(-50)],
    ["nobody is taken more than they have", points(-51), {}, { state: "wrong", problem: "too_few_points" }],
    ["another tier", tier("gold"), {}, known()],
    ["the tier they have", tier("base"), {}, SAME],
    ["the tier they have, with an end of its own", tier("base", 5), {}, known()],
    ["the tier they have, until the same day", tier("base", 5), { lockedUntil: 5 }, SAME],
    ["excluded", exclusion(true), {}, known()],
    ["excluded already", exclusion(true), { excluded: true }, SAME],
    ["included again", exclusion(false), { excluded: true }, known()],
    ["who has not joined takes part", points(1), { status: "shadow" }, known(1)],
    ["a reward", REWARD, {}, known()],
    ["a reward, excluded from earning", REWARD, { excluded: true }, known()],
    ["who has not joined has no panel to find a reward in", REWARD, { status: "shadow" }, NOT_JOINED],
    ["a reward for who has left", REWARD, { status: "left" }, OUT],
    ["a tag", tag("regular", true), {}, known()],
    ["a tag they have, in other letters", tag("vip", true), {}, SAME],
    ["a tag taken off", tag("vip", false), {}, known()],
    ["a tag taken off who has it not", tag("regular", false), {}, SAME],
    ["a guest has no tags", tag("regular", true), { isCustomer: false }, NO_CUSTOMER],
    ["nothing is written about who has not joined", tag("regular", true), { status: "shadow" }, NOT_JOINED],
    ["who has left does not", points(1), { status: "left" }, OUT],
    ["who was erased does not", exclusion(true), { status: "erased" }, OUT],
    ["who became part of another does not", tier("gold"), { status: "merged" }, OUT],
  ])("%s", (_, deed, member, foreseen) => {
    expect(foreseeDeed(deed, { ...MEMBER, ...member })).toEqual(foreseen);
  });
});
