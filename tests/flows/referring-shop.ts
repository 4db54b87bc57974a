import { type FriendReferred, referFriend } from "#app/commands/referral/refer-friend.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, orderFact, PlainShop, START } from "./plain-shop.ts";

/** What friends and who brings them along get. */
export const referringProgram = {
  name: "Club",
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
  rewards: [{ id: "friend-10", kind: "percentOff", percent: 10, validDays: 60 }],
  referral: {
    friend: { reward: "friend-10" },
    advocate: { points: 500, limit: { count: 10, per: "year" } },
    qualify: { minSubtotal: "30.00", maturityDays: 14 },
    linkDays: 30,
  },
};

interface Standing {
  readonly status: string;
  readonly customer_id: string | null;
  readonly available: number;
  readonly pending: number;
}

export class ReferringShop {
  private constructor(
    readonly shop: PlainShop,
    readonly anna: string,
  ) {}

  /** A shop with a program that brings friends along, and Anna, who is a member. */
  static async open(opened: TestDatabase): Promise<ReferringShop> {
    const shop = await PlainShop.open(opened.database, referringProgram);
    await shop.tell([orderFact("a1", customer("anna", { email: "anna.b@gmail.com" }), { euros: 50 })]);
    return new ReferringShop(shop, await shop.memberId("anna"));
  }

  bring(address: string, advocateId = this.anna, now = START): Promise<FriendReferred> {
    const { database, shopId } = this.shop;
    return referFriend(database, { shopId, advocateId, address, now });
  }

  async refusalOf(address: string): Promise<string | null> {
    const referred = await this.bring(address);
    return referred.ok ? null : referred.refusal;
  }

  async standingOf(email: string): Promise<Standing | undefined> {
    const rows = await rowsOf<Standing>(
      this.shop.database,
      "SELECT status, customer_id, available, pending FROM member WHERE shop_id = $1 AND email = $2 AND merged_into IS NULL",
      [this.shop.shopId, email],
    );
    return rows[0];
  }

  async friendId(email: string): Promise<string> {
    const rows = await rowsOf<{ id: string }>(
      this.shop.database,
      "SELECT member_id::text AS id FROM member WHERE shop_id = $1 AND email = $2 AND merged_into IS NULL",
      [this.shop.shopId, email],
    );
    return rows[0]?.id ?? "nobody";
  }
}
