import { setTimeout as wait } from "node:timers/promises";
import type { RewardCodeState } from "#app/domain/books.ts";
import type { Statements } from "#app/db/database.ts";

/** A shopper who has just claimed waits no longer than this for the platform. */
const WAIT_MS = 2_000;
const LOOK_EVERY_MS = 60;

/**
 * What became of a code that was just claimed: made, refused, or not yet known. `told` ends when this
 * request has asked the platform itself, with `false` where somebody else is asking: then we look
 * until they have their answer.
 */
export async function storefrontCode(
  statements: Statements,
  shopId: number,
  code: string,
  told: Promise<boolean>,
): Promise<"made" | "refused" | "waiting"> {
  const late = wait(WAIT_MS, "late" as const, { ref: false });
  const first = await Promise.race([told, late]);
  let isOver = first !== false;
  if (!isOver) void late.then(() => (isOver = true));
  for (;;) {
    const [row] = await statements.query<{ state: RewardCodeState }>(
      "SELECT state FROM reward_code WHERE shop_id = $1 AND code = $2",
      [shopId, code],
    );
    if (row === undefined) throw new Error("A code that was just claimed is there.");
    if (row.state === "failed") return "refused";
    if (row.state !== "held") return "made";
    if (isOver) return "waiting";
    await wait(LOOK_EVERY_MS);
  }
}
