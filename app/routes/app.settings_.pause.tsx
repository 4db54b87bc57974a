import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { endPause } from "#app/commands/program/end-pause.ts";
import { planPause } from "#app/commands/program/plan-pause.ts";
import { PageError } from "#app/components/page-error.tsx";
import { PausePage } from "#app/components/pause/pause-page.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import { presentPause } from "#app/queries/program/present-pause.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const instant = z.string().transform((typed, context) => {
  const at = parseInstant(typed);
  if (at === null) context.addIssue({ code: "custom", message: "no instant" });
  return at;
});
/** Empty: now, or nobody knows yet. */
const instantOrNone = z.union([z.literal("").transform(() => null), instant]);

const wish = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("pause"),
    what: z.enum(["earning", "claiming", "both"]),
    from: instantOrNone,
    until: instantOrNone,
  }),
  z.object({ intent: z.literal("end") }),
  z.object({ intent: z.literal("moveEnd"), until: instant }),
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const now = Date.now();
  return { pause: await presentPause(database, shop.shopId, now), now };
}

export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const wished = parsed.data;
  const by = { shopId: shop.shopId, actor, now: Date.now() };
  const answer =
    wished.intent === "pause"
      ? await planPause(database, {
          ...by,
          earning: wished.what !== "claiming",
          claiming: wished.what !== "earning",
          from: wished.from,
          until: wished.until,
        })
      : await endPause(database, { ...by, until: wished.intent === "end" ? "now" : wished.until });
  return answer.ok ? { kind: "done", deed: wished.intent } : { kind: "refused", refusal: answer.refusal };
}

export default function PauseRoute() {
  return <PausePage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
