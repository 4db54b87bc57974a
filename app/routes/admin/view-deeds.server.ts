import { z } from "zod";
import { changeViews } from "#app/commands/members/views/change-views.ts";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { AdminVisitor } from "./admin-visitor.server.ts";

const name = z.string().trim().min(1, "missing").max(60);
const viewId = z.string().regex(/^\d{1,18}$/);

const wish = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("keep_view"), name, query: z.string().max(2_000) }),
  z.object({ intent: z.literal("rename_view"), viewId, name }),
  z.object({ intent: z.literal("drop_view"), viewId }),
]);

/** What staff do to the views of the list. */
export async function doViewDeed(
  { database, shop, actor }: Pick<AdminVisitor, "database" | "shop" | "actor">,
  form: FormData,
  now: Instant,
): Promise<DeedAnswer> {
  const parsed = wish.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const isName = parsed.error.issues.some(({ path }) => path[0] === "name");
    if (!isName) throw new Response(null, { status: 400 });
    return { kind: "wrong", field: "name", problem: "missing" };
  }
  const changed = await changeViews(database, { shopId: shop.shopId, actor, now }, parsed.data);
  return changed
    ? { kind: "done", deed: parsed.data.intent }
    : { kind: "wrong", field: "name", problem: "taken" };
}
