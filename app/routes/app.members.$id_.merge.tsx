import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminMembers } from "#app/queries/members/admin-members.ts";
import { foreseeMerge } from "#app/queries/members/foresee-merge.ts";
import { readMemberFilter, readMemberOrder } from "#app/queries/members/read-members-asked.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { unitsOf } from "./admin/shop-units.server.ts";

const SHOWN = 6;
const NUMBER = /^\d{1,18}$/;

/** Whom a member could be merged with, as they are searched for; and once one is named, what would come of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const { id = "" } = params;
  if (!NUMBER.test(id)) throw new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams;
  const other = asked.get("other");
  if (other !== null && NUMBER.test(other)) {
    const pair = { keptId: id, endedId: other };
    return { found: null, foreseen: await foreseeMerge(database, shop.shopId, pair, Date.now()) };
  }
  const search = asked.get("search");
  if (search === null) return { found: [], foreseen: null };
  const filter = readMemberFilter(new URLSearchParams({ search }), unitsOf(shop));
  const list = { filter, order: readMemberOrder(new URLSearchParams()), after: null, pageSize: SHOWN };
  const { members } =
    filter.search === null ? { members: [] } : await adminMembers(database, shop.shopId, list);
  const found = members.filter(
    ({ memberId, status }) => memberId !== id && (status === "active" || status === "shadow"),
  );
  return { found, foreseen: null };
}

/** What was compared stays as it was looked at while the merge is done: read anew, there is nobody left to compare. */
export function shouldRevalidate(): boolean {
  return false;
}
