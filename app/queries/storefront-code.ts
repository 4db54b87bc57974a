import { setTimeout as wait } from "node:timers/promises";
import type { RewardCodeState } from "#app/domain/books.ts";
import type { Statements } from "#app/db/database.ts";

/** A shopper who has just claimed waits no longer than this for the platform. */
const WAIT_MS = 2_000;
const LOOK_EVERY_MS = 60;

/** Looks until the platform has answered: the code is made, refused, or not yet known. */
export async function storefrontCode(
  statements: Statements,
  shopId: number,
  code: string,
): Promise<"made" | "refused" | "waiting"> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const [row] = await statements.query<{ state: RewardCodeState }>(
      "SELECT state FROM reward_code WHERE shop_id = $1 AND code = $2",
      [shopId, code],
    );
    if (row === undefined) throw new Error("A code that was just claimed is there.");
    if (row.state === "failed") return "refused";
    if (row.state !== "held") return "made";
    if (waited >= WAIT_MS) return "waiting";
    await wait(LOOK_EVERY_MS);
  }
}
