import type { Database, Statements } from "#app/db/client.ts";
import { waitForShopInbox } from "#app/db/inbox/inbox-batch.ts";
import { changeFile, type MemberFile } from "#app/db/member-files/member-file.ts";

export type Turn = "more" | "done" | "stopped";

/** One transaction of a file that nobody has stopped, while deliveries of the shop wait; what it asked for is carried. */
export async function takeTurn(
  database: Database,
  shopId: number,
  file: MemberFile,
  work: (tx: Statements) => Promise<"more" | "done">,
): Promise<Turn> {
  const told = await database.transaction(async (tx) => {
    await waitForShopInbox(tx, shopId);
    if (!(await changeFile(tx, shopId, file, { failures: 0, reason: null }))) return "stopped";
    return work(tx);
  });
  if (told === "more") await database.notify("outbox", String(shopId));
  return told;
}
