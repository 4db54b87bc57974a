import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { foreseePublication } from "#app/queries/program/foresee-publication.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

/** About a second's work: who waits sees the figures grow. */
const MEMBERS_AT_ONCE = 1_000;

const count = z.number().int().min(0);
const moves = z.array(
  z.object({ levelId: z.string().nullable(), levelName: z.string().nullable(), members: count }),
);
/** `earlier`: the answer before this one, where its `next` says that there is more to look at. */
const question = z.object({
  document: z.unknown(),
  earlier: z
    .object({
      lookedAt: count,
      members: count,
      rises: moves,
      falls: moves,
      entryPoints: count,
      entryPointsTo: count,
      gifts: z.array(z.object({ rewardId: z.string(), name: z.string(), count })),
      next: z
        .string()
        .regex(/^\d{1,18}$/)
        .nullable(),
    })
    .nullable(),
});

/** What publishing a document would do to the members, some of them at a time. */
export async function action({ request }: ActionFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const asked = question.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Response(null, { status: 400 });
  const { document, earlier } = asked.data;
  const looked = { now: Date.now(), atMost: MEMBERS_AT_ONCE, earlier };
  return foreseePublication(database, shop.shopId, document, looked);
}
