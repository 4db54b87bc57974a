import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceMembers } from "#app/commands/members/advance-due-members.ts";
import { mergeMembers } from "#app/commands/members/merge-members.ts";
import { undoMerge } from "#app/commands/members/undo-merge.ts";
import { eraseMember } from "#app/commands/members/erase-member.ts";
import { keepLink } from "#app/commands/referral/keep-link.ts";
import { reviewFriend } from "#app/commands/referral/review-friend.ts";
import { takeInvitation } from "#app/commands/referral/take-invitation.ts";
import { findLinkBearer } from "#app/db/referral/referral-links.ts";
import { adminFriends } from "#app/queries/referral/admin-friends.ts";
import { mergesOfMember } from "#app/queries/members/merges-of-member.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { openTestDatabase, databaseKinds, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, DAY, guest, orderFact, PlainShop, refund, START } from "./plain-shop.ts";
import { ReferringShop, referringProgram } from "./referring-shop.ts";

describe.each(databaseKinds)("friends brought along on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("a proven friend is a member at once, has a code, and their order brings points that mature by the clock", async () => {
    const referring = await ReferringShop.open(opened);
    const { shop, anna } = referring;
    const referred = await referring.bring("Ben@Example.com ");
    expect(referred).toMatchObject({ ok: true, isInReview: false });
    expect(referred.ok && referred.code).toMatch(/\w/u);
    expect(await referring.standingOf("ben@example.com")).toMatchObject({
      status: "active",
      customer_id: null,
    });
    await shop.tell(
      [orderFact("b1", guest("ben@example.com"), { euros: 40, paidAt: START + DAY })],
      START + DAY,
    );
    expect(await shop.member("anna")).toMatchObject({ pending: 500, available: 50 });
    await advanceMembers(shop.database, shop.shopId, [anna], START + 16 * DAY);
    expect(await shop.member("anna")).toMatchObject({ pending: 0, available: 550 });
    const back = [refund("r", 20, START + 20 * DAY)];
    const order = { euros: 40, paidAt: START + DAY, updatedAt: START + 20 * DAY, refunds: back };
    await shop.tell([orderFact("b1", guest("ben@example.com"), order)], START + 20 * DAY);
    expect(await shop.member("anna")).toMatchObject({ pending: 0, available: 50 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("the shop's customer with the friend's address is the friend, proven there or not", async () => {
    const referring = await ReferringShop.open(opened);
    const { shop } = referring;
    for (const [name, emailProven] of [
      ["cleo", true],
      ["dora", false],
    ] as const) {
      await referring.bring(`${name}@example.com`);
      const by = customer(name, { emailProven });
      await shop.tell([orderFact(`${name}1`, by, { euros: 40, paidAt: START + DAY })], START + DAY);
      expect(await referring.standingOf(`${name}@example.com`)).toMatchObject({ customer_id: name });
    }
    expect(await shop.member("anna")).toMatchObject({ pending: 1000 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("nobody brings themselves, a customer, a friend of another or a throw-away address", async () => {
    const referring = await ReferringShop.open(opened);
    const { shop } = referring;
    for (const own of [
      "anna.b@gmail.com",
      "ANNAB+friend@googlemail.com",
      "a.n.n.a.b@gmail.com",
      "аnna.b@gmail.com",
    ])
      expect(await referring.refusalOf(own), own).toBe("referral_self");
    await shop.tell([orderFact("e1", guest("emil@example.com"), { euros: 5 })]);
    expect(await referring.refusalOf("emil@example.com")).toBe("referral_existing_customer");
    await shop.tell([orderFact("f1", customer("fred"), { euros: 5 })]);
    const fred = await shop.memberId("fred");
    expect((await referring.bring("gina@example.com", fred)).ok).toBe(true);
    expect(await referring.refusalOf("gina@example.com")).toBe("referral_already");
    expect(await referring.refusalOf("someone@mailinator.com")).toBe("referral_throw_away");
    expect(await referring.standingOf("someone@mailinator.com")).toBeUndefined();
  });

  it("the same link followed again says the same again, and counts once", async () => {
    const referring = await ReferringShop.open(opened);
    const first = await referring.bring("hana@example.com");
    const again = await Promise.all([1, 2, 3].map(() => referring.bring("hana@example.com")));
    for (const one of again) expect(one).toEqual(first);
    const { figures } = await adminFriends(
      referring.shop.database,
      referring.shop.shopId,
      "Europe/Berlin",
      START,
    );
    expect(figures).toMatchObject({ joined: 1, codesGiven: 1 });
  });

  it("of two advocates whose friend proves the address at once one has them", async () => {
    const referring = await ReferringShop.open(opened);
    const { shop, anna } = referring;
    await shop.tell([orderFact("i1", customer("ines"), { euros: 5 })]);
    const ines = await shop.memberId("ines");
    const friends = Array.from({ length: 4 }, (_, index) => `friend${String(index)}@example.com`);
    const answers = await Promise.all(
      friends.flatMap((address) => [referring.bring(address, anna), referring.bring(address, ines)]),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(friends.length);
    const rows = await rowsOf(shop.database, "SELECT 1 FROM referral_friend WHERE shop_id = $1", [
      shop.shopId,
    ]);
    expect(rows).toHaveLength(friends.length);
    // While orders of theirs settle both advocates, nothing waits for the other in a circle.
    const orders = friends.map((address, index) =>
      orderFact(`o${String(index)}`, guest(address), { euros: 40, paidAt: START + DAY }),
    );
    for (const order of orders) await shop.deliver([order]);
    await Promise.all([
      shop.settle(START + DAY),
      ...Array.from({ length: 4 }, () =>
        advanceMembers(shop.database, shop.shopId, [ines, anna], START + DAY),
      ),
    ]);
    await shop.settle(START + DAY);
    const [a, i] = [await shop.member("anna"), await shop.member("ines")];
    expect(a.pending + i.pending).toBe(500 * friends.length);
    expect(await shop.contradiction()).toBeNull();
  });

  it("more than five a day wait for the shop, which approves or declines with its reason", async () => {
    const referring = await ReferringShop.open(opened);
    const { shop } = referring;
    const { database, shopId } = shop;
    for (let index = 0; index < 5; index += 1) await referring.bring(`many${String(index)}@example.com`);
    for (const name of ["late1", "late2"])
      expect(await referring.bring(`${name}@example.com`)).toMatchObject({
        ok: true,
        isInReview: true,
        code: null,
      });
    const { doubtful } = await adminFriends(database, shopId, "Europe/Berlin", START);
    expect(doubtful.map(({ friendEmail, doubt }) => [friendEmail, doubt])).toEqual([
      ["late1@example.com", "many_in_a_day"],
      ["late2@example.com", "many_in_a_day"],
    ]);
    const by = { shopId, reason: "a birthday party", actor: "staff", now: START };
    const [late1, late2] = [
      await referring.friendId("late1@example.com"),
      await referring.friendId("late2@example.com"),
    ];
    expect(await reviewFriend(database, { ...by, friendId: late1, approve: true })).toEqual({ ok: true });
    expect(await reviewFriend(database, { ...by, friendId: late2, approve: false })).toEqual({ ok: true });
    expect(await reviewFriend(database, { ...by, friendId: late2, approve: true })).toMatchObject({
      refusal: "referral_not_in_review",
    });
    expect(await referring.bring("late1@example.com")).toMatchObject({ ok: true, isInReview: false });
    expect(await referring.refusalOf("late2@example.com")).toBe("referral_already");
    const deeds = await rowsOf<{ action: string; details: { reason: string } }>(
      database,
      "SELECT action, details FROM audit WHERE shop_id = $1 AND action LIKE '%_friend' ORDER BY audit_id",
      [shopId],
    );
    expect(deeds.map(({ action, details }) => [action, details.reason])).toEqual([
      ["approve_friend", "a birthday party"],
      ["decline_friend", "a birthday party"],
    ]);
  });

  it("a member keeps one link, which leads to whom they have become, and nowhere in another shop", async () => {
    const referring = await ReferringShop.open(opened);
    const { shop, anna } = referring;
    const { database, shopId } = shop;
    const codes = await Promise.all(
      [1, 2, 3].map(() => keepLink(database, { shopId, memberId: anna, now: START })),
    );
    expect(new Set(codes).size).toBe(1);
    const [code = ""] = codes;
    expect(code).toMatch(/^[2-9a-hjkmnp-z]{10}$/u);
    expect(await findLinkBearer(database, shopId, code)).toEqual({ memberId: anna, firstName: "Anna" });
    const other = await PlainShop.open(database, referringProgram);
    expect(await findLinkBearer(database, other.shopId, code)).toBeNull();
    await referring.bring("jan@example.com");
    await shop.tell([orderFact("k1", customer("kim"), { euros: 5 })]);
    const kim = await shop.memberId("kim");
    const merge = { shopId, keptId: kim, endedId: anna, actor: "staff", now: START };
    expect((await mergeMembers(database, merge)).ok).toBe(true);
    expect((await findLinkBearer(database, shopId, code))?.memberId).toBe(kim);
    await shop.tell(
      [orderFact("j1", guest("jan@example.com"), { euros: 40, paidAt: START + DAY })],
      START + DAY,
    );
    expect(await shop.member("kim")).toMatchObject({ pending: 500 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("a merge with a friend in it is not undone, and the member's page offers none", async () => {
    const referring = await ReferringShop.open(opened);
    const { database, shopId } = referring.shop;
    await referring.shop.tell([orderFact("q1", customer("quinn"), { euros: 5 })]);
    await referring.bring("pat@example.com");
    const pat = await referring.friendId("pat@example.com");
    const pair = { shopId, keptId: pat, endedId: await referring.shop.memberId("quinn"), actor: "staff" };
    expect((await mergeMembers(database, { ...pair, now: START })).ok).toBe(true);
    expect(await undoMerge(database, { ...pair, now: START + DAY })).toMatchObject({
      refusal: "merge_not_parted",
    });
    const [merge] = await mergesOfMember(database, shopId, pat, START + DAY);
    expect(merge?.obstacle).toBe("merge_not_parted");
  });

  it("mails are counted by mailbox and by link, however an address is written", async () => {
    const { shop } = await ReferringShop.open(opened);
    const ask = (address: string, code: string, now: number) =>
      takeInvitation(shop.database, { shopId: shop.shopId, code, address, now });
    expect(await ask("lea@gmail.com", "one", START)).toBe("send");
    expect(await ask("l.e.a+x@googlemail.com", "two", START + 1)).toBe("had_enough");
    for (let index = 1; index < 30; index += 1)
      expect(await ask(`m${String(index)}@example.com`, "one", START + 2)).toBe("send");
    expect(await ask("last@example.com", "one", START + 3)).toBe("link_is_busy");
    expect(await ask("last@example.com", "one", START + 61 * 60_000)).toBe("send");
  });

  it("an erasure takes the link and whom somebody brought along; of a friend who is erased the points stay", async () => {
    const referring = await ReferringShop.open(opened);
    const { shop, anna } = referring;
    const { database, shopId } = shop;
    await keepLink(database, { shopId, memberId: anna, now: START });
    await referring.bring("nora@example.com");
    await shop.tell(
      [orderFact("n1", guest("nora@example.com"), { euros: 40, paidAt: START + DAY })],
      START + DAY,
    );
    const nora = await referring.friendId("nora@example.com");
    const record = await memberRecord(database, shopId, anna);
    expect(record?.friends).toHaveLength(1);
    expect(record?.friendLinks).toHaveLength(1);
    expect(JSON.stringify([record?.friends, record?.referral])).not.toContain(`"${nora}"`);
    await eraseMember(database, { shopId, memberId: nora, actor: "staff", now: START + 2 * DAY });
    expect(await shop.member("anna")).toMatchObject({ pending: 500 });
    await eraseMember(database, { shopId, memberId: anna, actor: "staff", now: START + 3 * DAY });
    for (const table of ["referral_friend", "referral_standing", "referral_link"]) {
      const rows = await rowsOf(database, `SELECT 1 FROM ${table} WHERE shop_id = $1 AND member_id = $2`, [
        shopId,
        anna,
      ]);
      expect(rows, table).toEqual([]);
    }
    expect(await shop.contradiction()).toBeNull();
  });
});
