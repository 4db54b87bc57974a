import { parseArgs } from "node:util";
import { eraseMember } from "#app/commands/members/erase-member.ts";
import { mergeMembers } from "#app/commands/members/merge-members.ts";
import type { Database } from "#app/db/client.ts";
import { findShop } from "#app/db/shops/shops.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { complain, withDatabase } from "./with-database.ts";
import { PLATFORM_NAMES } from "#app/platforms/platform.ts";

const USAGE = `Usage: member export --shop example.myshopify.com --member 17
       member erase  --shop example.myshopify.com --member 17
       member merge  --shop example.myshopify.com --member 17 --ended 23
`;

/** What a person may ask of a merchant: everything that is kept of them, to be forgotten, or to be one again. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    shop: { type: "string" },
    member: { type: "string" },
    ended: { type: "string" },
    platform: { type: "string", default: PLATFORM_NAMES[0] },
  },
});

await withDatabase(run);

async function run(data: Database): Promise<number> {
  const { shop: shopKey, member: memberId, ended: endedId, platform } = values;
  if (shopKey === undefined || memberId === undefined) return complain(USAGE);
  const shop = await findShop(data, platform, shopKey);
  if (shop === null) return complain(`There is no shop ${shopKey}.\n`);
  const { shopId } = shop;
  const by = { actor: "command line", now: Date.now() };
  switch (positionals[0]) {
    case "export": {
      const record = await memberRecord(data, shopId, memberId);
      if (record === null) return complain(`There is no member ${memberId}.\n`);
      process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
      return 0;
    }
    case "erase":
      return tell(await eraseMember(data, { shopId, memberId, ...by }), "The person is forgotten.");
    case "merge":
      if (endedId === undefined) return complain(USAGE);
      return tell(
        await mergeMembers(data, { shopId, keptId: memberId, endedId, ...by }),
        "They are one member.",
      );
    default:
      return complain(USAGE);
  }
}

function tell(
  answer: { readonly ok: true } | { readonly ok: false; readonly message: string },
  done: string,
): number {
  if (!answer.ok) return complain(`${answer.message}\n`);
  process.stdout.write(`${done}\n`);
  return 0;
}
