import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { ladderStanding, type LadderStanding } from "#app/queries/program/ladder-standing.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const question = z.object({ document: z.unknown() });

/** How the shop's own customers would stand today on a ladder that is being edited; null: it is not right yet. */
export async function action({
  request,
}: ActionFunctionArgs): Promise<{ readonly standing: LadderStanding | null }> {
  const { database, shop } = await admitStaff(request);
  const asked = question.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Response(null, { status: 400 });
  return { standing: await ladderStanding(database, shop.shopId, asked.data.document, Date.now()) };
}
