import type { ActionFunctionArgs } from "@remix-run/node";
import { noteHandOver } from "#app/commands/members/note-hand-over.ts";
import type { FetchedFile } from "#app/components/use-file.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

/** Everything that is kept of a member, for whoever has to pass it on to them. It is noted that it was fetched. */
export async function action({ request, params }: ActionFunctionArgs): Promise<FetchedFile> {
  const { database, shop, actor } = await admitStaff(request);
  const { id = "" } = params;
  const record = /^\d{1,18}$/.test(id) ? await memberRecord(database, shop.shopId, id) : null;
  if (record === null) throw new Response(null, { status: 404 });
  await noteHandOver(database, { shopId: shop.shopId, memberId: id, actor, now: Date.now() });
  return { name: `member-${id}.json`, text: JSON.stringify(record, null, 2) };
}
