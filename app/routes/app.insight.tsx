import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { askInsight } from "#app/commands/customers/ask-insight.ts";
import { scoreNow } from "#app/commands/customers/score-now.ts";
import { InsightPage } from "#app/components/customers/insight-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { adminInsight, insightChoice } from "#app/queries/customers/admin-insight.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { unitsOf } from "./admin/shop-units.server.ts";

const wish = z.object({ intent: z.enum(["score", "ask"]) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const asker = { shopId: shop.shopId, zone: unitsOf(shop).timezone, now: Date.now() };
  const levels = shop.live?.program.tiers?.levels ?? [];
  return {
    ...(await adminInsight(database, asker, askedOf(request))),
    levels: levels.map(({ id, name }) => ({ id, name })),
  };
}

/** To have the figures worked out now, or those of the address, where no night has. */
export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const { intent } = parsed.data;
  const asker = { shopId: shop.shopId, zone: unitsOf(shop).timezone, now: Date.now() };
  if (intent === "score") {
    await scoreNow(database, { shopId: shop.shopId, actor, now: asker.now });
  } else {
    const choice = await insightChoice(database, asker, askedOf(request));
    if (choice !== null) await askInsight(database, shop.shopId, choice, asker.now);
  }
  return { kind: "done", deed: intent };
}

function askedOf(request: Request) {
  const address = new URL(request.url).searchParams;
  return {
    window: address.get("window"),
    from: address.get("from"),
    to: address.get("to"),
    compared: address.get("compared"),
    segment: address.get("segment"),
    members: address.get("members"),
  };
}

export default function Insight() {
  return <InsightPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
