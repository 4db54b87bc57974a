import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readJourney, type JourneyReading } from "#app/queries/journeys/read-journey.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const question = z.object({ document: z.unknown(), language: z.enum(["en", "de"]) });

/** What a journey says as it is typed, and what is wrong with it. */
export async function action({
  request,
}: ActionFunctionArgs): Promise<{ readonly reading: JourneyReading | null }> {
  const { database, shop, abilities } = await admitStaff(request);
  const asked = question.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Response(null, { status: 400 });
  const { document, language } = asked.data;
  const reader = { language, goodsGroup: abilities.goodsGroup };
  return { reading: await readJourney(database, shop.shopId, document, reader) };
}
