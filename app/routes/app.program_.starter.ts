import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { starterFor } from "#app/domain/program/starters.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const question = z.object({
  id: z.enum(["cafe", "fashion", "beauty", "travel", "paidVip"]),
  language: z.enum(["en", "de"]),
});

/** A ready-made program as a text, in the shop's currency and zone. */
export async function loader({ request }: LoaderFunctionArgs): Promise<{ readonly text: string }> {
  const { shop } = await admitStaff(request);
  const asked = question.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw new Response(null, { status: 400 });
  const { id, language } = asked.data;
  const program = shop.live?.program ?? null;
  const currency = program?.currency ?? shop.currency ?? "EUR";
  const timezone = program?.timezone ?? shop.timezone ?? "UTC";
  return { text: JSON.stringify(starterFor(id, { currency, timezone, language }), null, 2) };
}
