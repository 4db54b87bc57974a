import { mergeMembers } from "#app/commands/members/merge-members.ts";
import { undoMerge } from "#app/commands/members/undo-merge.ts";
import { mergesOfMember } from "#app/queries/members/merges-of-member.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, PlainShop, START } from "./plain-shop.ts";

const program = {
  earning: {
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "join", kind: "activity", activity: "join", points: 20 },
    ],
  },
  rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 100 }],
  tiers: {
    metric: "spend",
    levels: [
      { id: "bronze", from: "0" },
      { id: "gold", from: "100.00", entryPoints: 7 },
    ],
  },
};

/** Two members of a shop, of whom one becomes part of the other. */
export class MergedPair {
  private constructor(
    readonly shop: PlainShop,
    readonly keptId: string,
    readonly endedId: string,
  ) {}

  static async open({ database }: TestDatabase, more: Record<string, unknown> = {}): Promise<MergedPair> {
    const shop = await PlainShop.open(database, { ...program, ...more });
    await shop.tell([
      { type: "customer", at: START, customer: customer("anna"), joined: true },
      { type: "customer", at: START, customer: customer("anja"), joined: true },
    ]);
    return new MergedPair(shop, await shop.memberId("anna"), await shop.memberId("anja"));
  }

  private get names() {
    const { shop, keptId, endedId } = this;
    return { shopId: shop.shopId, keptId, endedId, actor: "staff-1" };
  }

  merge(now = START) {
    return mergeMembers(this.shop.database, { ...this.names, now });
  }

  /** Why each merge on the kept member's page cannot be undone; null: it can. */
  async obstacles(now = START) {
    const merges = await mergesOfMember(this.shop.database, this.shop.shopId, this.keptId, now);
    return merges.map(({ obstacle }) => obstacle);
  }

  undo(now = START) {
    return undoMerge(this.shop.database, { ...this.names, now });
  }

  async both() {
    return [await this.shop.member("anna"), await this.shop.member("anja")];
  }

  /** What both have, shells of what moved away left out. */
  async holdings(): Promise<unknown> {
    const { database, shopId } = this.shop;
    const rows = (sql: string) => rowsOf<object>(database, sql, [shopId]);
    return {
      members: await rows(
        `SELECT member_id, status, email, available, pending, held, debt, earned, spent, expired, tier_level_id,
           tier_entered, merged_into FROM member WHERE shop_id = $1 ORDER BY 1`,
      ),
      lots: await rows(
        "SELECT member_id, lot_id, points, remaining, expires_at FROM lot WHERE shop_id = $1 AND points > 0 ORDER BY 1, 2",
      ),
      awards: await rows(
        "SELECT order_id, member_id, standing, lot_ids FROM award WHERE shop_id = $1 ORDER BY 1",
      ),
      orders: await rows("SELECT order_id, member_id FROM shop_order WHERE shop_id = $1 ORDER BY 1"),
      keys: await rows("SELECT member_id, activity_key FROM activity_key WHERE shop_id = $1 ORDER BY 1, 2"),
    };
  }
}
