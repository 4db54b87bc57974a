import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { ladderStanding } from "#app/queries/program/ladder-standing.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const question = z.object({
  metric: z.enum(["spend", "points", "orders"]),
  window: z.enum(["lifetime", "rolling", "calendarYear"]),
  months: z.coerce.number().int().min(1).max(1_200).catch(12),
});

/** How the shop's own customers stand today on a ladder that is being edited. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const asked = question.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw new Response(null, { status: 400 });
  const { metric, window: kind, months } = asked.data;
  const window = kind === "rolling" ? { kind, months } : { kind };
  const at = { now: Date.now(), zone: shop.live?.program.timezone ?? shop.timezone ?? "UTC" };
  return ladderStanding(database, shop.shopId, { metric, window }, at);
}
