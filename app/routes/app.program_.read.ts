import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { shopSegmentNames } from "#app/queries/program/admin-program.ts";
import { readProgramText, type ProgramReading } from "#app/queries/program/read-program-text.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

/** As much as a draft may hold. */
const TEXT_LIMIT = 500_000;
const question = z.object({ text: z.string().max(TEXT_LIMIT), language: z.enum(["en", "de"]) });

/** What a program says as it is typed, and what is wrong with it. */
export async function action({ request }: ActionFunctionArgs): Promise<{ readonly reading: ProgramReading }> {
  const { database, shop, abilities } = await admitStaff(request);
  const asked = question.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Response(null, { status: 400 });
  const { text, language } = asked.data;
  const segments = await shopSegmentNames(database, shop.shopId);
  const { goodsGroup } = abilities;
  return { reading: readProgramText(text, { language, goodsGroup, currency: shop.currency, segments }) };
}
