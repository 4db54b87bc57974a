import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { foreseeAdjustment } from "#app/queries/members/foresee-adjustment.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { adjustmentFields, qualifyingOf } from "./admin/read-adjustment.server.ts";

const question = z.object(adjustmentFields);

/** How a member would stand after points were given or taken; null while what is typed is no such wish. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const { id = "" } = params;
  if (!/^\d{1,18}$/.test(id)) throw new Response(null, { status: 404 });
  const asked = question.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return null;
  const { points, debt } = asked.data;
  const qualifying = qualifyingOf(asked.data.qualifying, shop);
  if (qualifying === null || (points === 0 && qualifying === 0)) return null;
  const wish = { memberId: id, points, qualifying, sparesDebt: debt === "spare" };
  return foreseeAdjustment(database, shop.shopId, wish, Date.now());
}
