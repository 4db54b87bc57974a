import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adjustPoints } from "#app/commands/members/adjust-points.ts";
import { decideTier } from "#app/commands/members/decide-tier.ts";
import { noteMember } from "#app/commands/members/note-member.ts";
import { memberTimeline, type TimelineLine } from "#app/queries/members/timeline/member-timeline.ts";
import { writeConsents } from "#app/db/messages/consents.ts";
import type { TimelinePlace } from "#app/queries/members/timeline/happenings.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { book, openClub } from "./member-file-shop.ts";
import { customer, DAY, orderFact, START } from "./plain-shop.ts";

describe.each(databaseKinds)("everything that happened to a member, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("stands in one list, newest first, with who did it, and each of it once", async () => {
    const shop = await openClub(opened.database);
    const { database, shopId } = shop;
    await shop.tell([orderFact("1", customer("anna"), { euros: 20 })]);
    const memberId = await shop.memberId("anna");
    const by = (at: number, actor = "shopify:user:1") => ({
      ...{ shopId, memberId, actor, now: at, key: crypto.randomUUID() },
    });
    await book(shop, "customer_id,points\nanna,320\n", START + DAY);
    const reason = "Moved";
    await adjustPoints(database, {
      ...by(START + 2 * DAY, "shopify:user:2"),
      ...{ points: 5, qualifying: 0, sparesDebt: false, reason },
    });
    await decideTier(database, {
      ...by(START + 3 * DAY),
      ...{ levelId: "gold", lockedUntil: null, withoutEntry: true, reason },
    });
    await noteMember(database, by(START + 4 * DAY), { text: "Call first", now: START + 4 * DAY });

    const consent = {
      memberId,
      channel: "email",
      purpose: "marketing",
      granted: true,
      source: "shop",
      wording: null,
    } as const;
    await writeConsents(database, shopId, [
      { ...consent, recordOf: null, at: START + 5 * DAY },
      // A record tells the same again and again: it is told once, and where it changes.
      ...[6, 7, 8].map((day) => ({ ...consent, recordOf: "anna", at: START - day * DAY })),
    ]);

    const { lines, next } = await memberTimeline(database, shopId, memberId, { kind: null, after: null });
    expect(next).toBeNull();
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    expect(lines.slice(0, 6).map(told)).toEqual([
      ["consent", null],
      ["note", "shopify:user:1"],
      ["staff", "shopify:user:1"],
      ["tier", "shopify:user:1"],
      ["points", "shopify:user:2"],
      ["import", null],
    ]);
    expect(lines.slice(6).map(({ kind: one }) => one)).toEqual(
      expect.arrayContaining(["joined", "order", "points", "tier"]),
    );
    const given = lines.find(({ actor }) => actor === "shopify:user:2");
    expect(given?.is === "entry" ? [given.words.en.title, given.available] : null).toEqual([
      "The shop gave 5 points: Moved",
      5,
    ]);

    const tiers = await memberTimeline(database, shopId, memberId, { kind: "tier", after: null });
    expect(tiers.lines.every((line) => line.kind === "tier")).toBe(true);
    expect(tiers.lines).toHaveLength(2);
    expect(await behind(lines[0])).toEqual(lines.slice(1));
    expect(await behind(lines.at(-2))).toEqual(lines.slice(-1));

    async function behind(line: TimelineLine | undefined): Promise<readonly TimelineLine[]> {
      const after: TimelinePlace | null = line === undefined ? null : { at: line.at, key: line.key };
      return (await memberTimeline(database, shopId, memberId, { kind: null, after })).lines;
    }
  });
});

function told({ kind, actor }: TimelineLine) {
  return [kind, actor];
}
