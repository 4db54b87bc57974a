import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { estimateOfJourney, type UsualMonth } from "#app/queries/journeys/estimate-of-journey.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const question = z.object({ document: z.unknown() });

/** What a journey would have come to in a usual month. */
export async function action({
  request,
}: ActionFunctionArgs): Promise<{ readonly month: UsualMonth | null }> {
  const { database, shop } = await admitStaff(request);
  const asked = question.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Response(null, { status: 400 });
  return { month: await estimateOfJourney(database, shop.shopId, asked.data.document, Date.now()) };
}
