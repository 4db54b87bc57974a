import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type CheckShop, ecwidCheckShop, shopifyCheckShop } from "./check-shops.ts";
import { openDemoHouse, type DemoHouse } from "./demo-house.ts";
import type { CheckedPlatform } from "./demo-wish.ts";

/** A busy machine takes its time; what never comes still fails. */
const WITHIN_MS = 120_000;
const ANY_FREE = [0, 0, 0, 0] as const;

/** What a shopper is told; only what the check looks at. */
const stateForm = z.object({
  viewer: z.object({
    kind: z.literal("member"),
    available: z.number(),
    tier: z.object({ levelId: z.string() }).nullable(),
    codes: z.array(z.object({ code: z.string(), state: z.string() })),
  }),
});
type Viewer = z.infer<typeof stateForm>["viewer"];
const claimForm = z.object({ ok: z.literal(true) });

const SHOPS = { shopify: shopifyCheckShop, ecwid: ecwidCheckShop } as const;

/**
 * The main job on each platform, once, without a person: a signed order comes in; points, tier and a code come out;
 * a refund takes the points back; the ledger is proved. Prints one JSON object as its last line.
 */
export async function runCheck(platforms: readonly CheckedPlatform[]): Promise<boolean> {
  const directory = mkdtempSync(join(tmpdir(), "regulars-check-"));
  let house: DemoHouse | null = null;
  const figures: Record<string, unknown> = {};
  try {
    const started = { directory, ports: ANY_FREE, withHistory: false, development: false };
    house = await openDemoHouse({ ...started, onProgress: () => undefined });
    for (const platform of platforms) {
      // One platform's figures stand alone; beside Shopify's, Ecwid's have a place of their own.
      const own = platform === platforms[0] ? figures : (figures[platform] = {});
      await mainJob(SHOPS[platform](house), own);
    }
    await house.stop();
    figures["ledger"] = verifyLedger(house);
    figures["ok"] = true;
  } catch (error) {
    figures["ok"] = false;
    figures["failed"] = error instanceof Error ? error.message : String(error);
    await house?.stop();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  return figures["ok"] === true;
}

async function mainJob(shop: CheckShop, figures: Record<string, unknown>): Promise<void> {
  await shop.arrive();
  const welcome = await until(shop, "the welcome points", (viewer) => viewer.available === 20);
  expectEqual("every delivery is accepted", (await shop.tellSampleThrice()).join(), "200,200,200");
  const afterSample = await until(shop, "the points of the sample order", ({ available }) => available > 20);
  expectEqual("points of the sample order", afterSample.available - welcome.available, SAMPLE_POINTS);
  await pause(1_000);
  const afterRepeats = await stateOf(shop);
  expectEqual("points after two repeats", afterRepeats.available, afterSample.available);
  figures["samplePoints"] = SAMPLE_POINTS;
  figures["pointsAfterRepeats"] = afterRepeats.available - welcome.available;
  figures["tierBefore"] = afterRepeats.tier?.levelId;
  await liftRedeemAndRefund(shop, afterRepeats, figures);
}

async function liftRedeemAndRefund(
  shop: CheckShop,
  before: Viewer,
  figures: Record<string, unknown>,
): Promise<void> {
  await shop.buyBig();
  const lifted = await until(shop, "the tier above", (viewer) => viewer.tier?.levelId === "gold");
  // Earned at Silver, 1.25 a euro; Gold brings 200 points on entering.
  const bigPoints = 500;
  expectEqual("points after the big order", lifted.available, before.available + bigPoints + 200);
  figures["tierAfter"] = lifted.tier?.levelId;

  const choice = { rewardId: "five-off", points: null, key: "check-claim-1" };
  claimForm.parse(await shop.askPanel("claim", JSON.stringify(choice)));
  // Where the shop takes longer than the claim waits, its answer says that the code is being made.
  const isOpen = (one: Viewer["codes"][number]): boolean => one.state === "open";
  const redeemed = await until(shop, "the claimed code", ({ codes }) => codes.some(isOpen));
  const code = redeemed.codes.find(isOpen)?.code;
  const discount = await shop.discountOf(code);
  if (discount === undefined) throw new Error(`the shop has no discount with the code ${String(code)}`);
  expectEqual("points after redeeming", redeemed.available, lifted.available - 150);
  figures["code"] = code;
  figures["discount"] = discount;

  await shop.refundBig();
  const refunded = await until(shop, "the refund", (viewer) => viewer.available < redeemed.available);
  expectEqual("points taken back by the refund", redeemed.available - refunded.available, bigPoints);
  figures["pointsTakenBack"] = bigPoints;
  figures["pointsAtTheEnd"] = refunded.available;
}

/** Goods of 414.95 less the 10.00 taken off them at 1 a euro, 50 for the first order, 100 for entering Silver. */
const SAMPLE_POINTS = 404 + 50 + 100;

/** What the widget would show. */
async function stateOf(shop: CheckShop): Promise<Viewer> {
  return stateForm.parse(await shop.askPanel("state")).viewer;
}

async function until(shop: CheckShop, what: string, holds: (viewer: Viewer) => boolean): Promise<Viewer> {
  const giveUpAt = Date.now() + WITHIN_MS;
  let last = "nothing";
  while (Date.now() < giveUpAt) {
    try {
      const viewer = await stateOf(shop);
      if (holds(viewer)) return viewer;
      last = JSON.stringify(viewer);
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await pause(100);
  }
  throw new Error(`waited in vain for ${what}; the shopper sees ${last}`);
}

function expectEqual(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${what}: found ${String(found)}, wanted ${String(wanted)}`);
}

/** The app's own proof, on the data it has left behind. */
function verifyLedger(house: DemoHouse): "proved" {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["build/verify-ledger.mjs"], {
    env: { ...process.env, ...house.env },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the ledger is not proved: ${stdout}${stderr}`);
  return "proved";
}
