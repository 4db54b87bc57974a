import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { SHOPPER_LANGUAGES } from "#app/domain/shops/merchant-choices.ts";
import { panelPreview } from "#app/queries/program/panel-preview.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const question = z.object({
  document: z.unknown(),
  language: z.enum(SHOPPER_LANGUAGES),
  /** From when a published version is in force; null: a draft. */
  since: z.int().nullable(),
  viewer: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("guest") }),
    z.object({ kind: z.literal("new") }),
    z.object({ kind: z.literal("level"), levelId: z.string() }),
  ]),
});

/** What shoppers see under a version or would see under a draft, as the shop's own panel is told it. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await admitStaff(request);
  const asked = question.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Response(null, { status: 400 });
  const { document, viewer, language, since } = asked.data;
  const beside = { ...shop.settings, since };
  return { state: panelPreview(document, viewer, { language, beside }, Date.now()) };
}
