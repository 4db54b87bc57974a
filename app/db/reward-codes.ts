import type { Statements } from "./database.ts";

/** What the platform calls a code's discount, for looking it up there. */
export async function writeCodeReference(
  tx: Statements,
  shopId: number,
  code: string,
  reference: string | null,
): Promise<void> {
  await tx.query("UPDATE reward_code SET reference = $3 WHERE shop_id = $1 AND code = $2", [
    shopId,
    code,
    reference,
  ]);
}
