import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { saveJourneys } from "#app/commands/journeys/save-journeys.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { journey } from "#tests/support/journey-story.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { STORE as store } from "#tests/support/ecwid-bench.ts";
import { crashBattery, type CrashBench } from "./crash-battery.ts";
import { EcwidShop } from "./ecwid-shop.ts";
import { customer, orderFact, PlainShop, refundFact, START } from "./plain-shop.ts";
import { runWorker } from "./run-worker.ts";

const rewards = [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 100 }];

crashBattery({
  name: "Shopify",
  // Before the n-th statement: while reading mail, in the middle of recording, before the commit, at the outbox.
  killPoints: ["4", "9", "16", "19", "22", "25", "27", "31", "36", "40", "44", "after-asking"],
  open: openPlain,
});
crashBattery({
  name: "Ecwid",
  // At the hint, between asking the store and writing down what it said, while recording that, at the coupon.
  killPoints: ["8", "15", "22", "31", "40", "after-asking"],
  open: openEcwid,
});

async function writtenTo({ database }: TestDatabase, shopId: number): Promise<string[]> {
  const rows = await rowsOf<{ customer_id: string }>(
    database,
    `SELECT m.customer_id FROM message w JOIN member m ON m.shop_id = w.shop_id AND m.member_id = w.member_id
     WHERE w.shop_id = $1 ORDER BY m.customer_id`,
    [shopId],
  );
  return rows.map(({ customer_id }) => customer_id);
}

async function openPlain(): Promise<CrashBench> {
  const test = await openTestDatabase("server");
  const directory = mkdtempSync(join(tmpdir(), "regulars-crash-"));
  const [anna, bert] = [customer("anna"), customer("bert")];
  return {
    test,
    begin: async (killAt) => {
      const shop = await PlainShop.open(test.database, { rewards });
      const { shopId } = shop;
      const codesFile = join(directory, `codes-${killAt}`);
      await shop.tell([orderFact("1", anna, { euros: 300 })]);
      const memberId = await shop.memberId("anna");
      const wish = {
        shopId,
        memberId,
        rewardId: "five-off",
        points: null,
        actor: null,
        key: "k",
        now: START,
      };
      const claimed = await claimReward(test.database, wish);
      if (!claimed.ok) throw new Error(claimed.message);
      const thanks = journey("thanks", { on: "purchase" });
      await saveJourneys(test.database, { shopId, document: [thanks], actor: "test", now: START });
      await shop.deliver([orderFact("2", anna, { euros: 50 }), orderFact("3", bert, { euros: 70 })]);
      await shop.deliver([refundFact("1", "r", 30)]);
      return {
        shopId,
        code: claimed.code,
        members: new Map(["anna", "bert"].map((name) => [name, name])),
        work: (kill) => runWorker(test, "crashing-worker.ts", [String(shopId), kill, codesFile]),
        written: () => writtenTo(test, shopId),
        codesAtShop: () => Promise.resolve(readFileSync(codesFile, "utf8").split("\n")),
      };
    },
    close: async () => {
      await test.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function openEcwid(): Promise<CrashBench> {
  const shop = await EcwidShop.open("server", { rewards });
  const { control, shopId } = shop;
  const lines = (euros: number) => [{ title: "Coffee", price: `${String(euros)}.00` }];
  return {
    test: shop.opened,
    begin: async (killAt) => {
      const meet = async (name: string) =>
        (await control.createCustomer({ store, email: `${name}-${killAt}@example.com` })).customerId;
      const [anna, bert] = [await meet("anna"), await meet("bert")];
      const { orderId } = await control.placeOrder({ store, customerId: anna, lines: lines(300) });
      await shop.hear();
      const code = await shop.claim((await shop.member(anna)).member_id, "five-off");
      await control.placeOrder({ store, customerId: anna, lines: lines(50) });
      await control.refundOrder({ store, orderId, amount: "30.00", at: Date.now() + 2_000 });
      await control.placeOrder({ store, customerId: bert, lines: lines(70) });
      await control.settle({});
      return {
        shopId,
        code,
        members: new Map(Object.entries({ anna, bert })),
        work: (kill) => {
          const token = String(shop.tokens.get(store));
          return runWorker(shop.opened, "crashing-ecwid-worker.ts", [
            String(shopId),
            kill,
            shop.apiBase,
            token,
          ]);
        },
        codesAtShop: async () => (await control.coupons({ store })).map(({ code: made }) => made),
      };
    },
    close: () => shop.close(),
  };
}
