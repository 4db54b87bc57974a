import { startImport } from "#app/commands/member-files/change-import.ts";
import { receiveFile } from "#app/commands/member-files/receive-file.ts";
import type { Database } from "#app/db/client.ts";
import { countRows } from "#app/db/member-files/member-file-rows.ts";
import { type MemberFile, readFiles } from "#app/db/member-files/member-file.ts";
import { assert } from "#app/domain/assert.ts";
import { advanceFile } from "#app/jobs/member-files/import-members.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { PlainShop, START } from "./plain-shop.ts";

const TIERS = {
  metric: "spend",
  window: { kind: "lifetime" },
  levels: [
    { id: "base", name: "Base", from: "0.00" },
    { id: "gold", name: { en: "Gold", de: "Gold" }, from: "200.00" },
  ],
};
const PROGRAM = {
  tiers: TIERS,
  earning: {
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "join", kind: "activity", activity: "join", points: 50 },
    ],
  },
};
const NEVER = new AbortController().signal;

/** A shop with two tiers, and points for joining. */
export const openClub = (database: Database) => PlainShop.open(database, PROGRAM);

/** Uploads a file in small pieces, and has it checked. */
export async function upload(shop: PlainShop, text: string | Uint8Array, now = START): Promise<MemberFile> {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const received = await receiveFile(shop.database, {
    shopId: shop.shopId,
    name: "members.csv",
    actor: "shopify:user:1",
    now,
    content: (async function* pieces() {
      for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7));
    })(),
  });
  assert(received.ok, "the file is received");
  return work(shop, now);
}

/** Works until nothing moves. The newest file. */
export async function work(shop: PlainShop, now = START): Promise<MemberFile> {
  while ((await advanceFile({ database: shop.database, now: () => now }, shop.shopId, NEVER)) === "again");
  const [file] = await readFiles(shop.database, shop.shopId, 1);
  assert(file !== undefined, "there is a file");
  return file;
}

export const wish = (shop: PlainShop, { fileId }: MemberFile, now = START) => ({
  shopId: shop.shopId,
  fileId,
  actor: "shopify:user:1",
  now,
});

/** Uploads a file and has it booked. */
export async function book(shop: PlainShop, text: string | Uint8Array, now = START): Promise<MemberFile> {
  const file = await upload(shop, text, now);
  const started = await startImport(shop.database, wish(shop, file, now));
  assert(started.ok, "the import is started");
  return work(shop, now);
}

/** How many lines come to what, with their points. */
export const counts = async (shop: PlainShop, { fileId }: MemberFile) => {
  const counted = await countRows(shop.database, shop.shopId, fileId);
  return Object.fromEntries(
    Object.entries(counted).flatMap(([state, { rows, points }]) =>
      rows === 0 ? [] : [[state, [rows, points]]],
    ),
  );
};
export const lots = (shop: PlainShop) =>
  rowsOf<{ remaining: number; expires_at: number | null }>(
    shop.database,
    "SELECT remaining, expires_at FROM lot WHERE shop_id = $1 AND remaining > 0 ORDER BY remaining",
    [shop.shopId],
  );
export const byAddress = async (shop: PlainShop, email: string) =>
  (
    await rowsOf<{ status: string; available: number; birthday: string | null }>(
      shop.database,
      "SELECT status, available, birthday FROM member WHERE shop_id = $1 AND email = $2",
      [shop.shopId, email],
    )
  )[0];

export const FILE = `customer_id,email,first_name,last_name,points,expires_on,tier,tier_until,birthday
anna,anna@example.com,Anna,Beispiel,320,2026-12-31,gold,2026-06-30,27.05.1990
new-1,neu@example.com,Nora,Neu,100,,,,
,guest@example.com,Gerd,Gast,40,,,,05/27
,broken,,,10,,,,
`;
