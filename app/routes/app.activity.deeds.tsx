import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { DeedsPage } from "#app/components/activity/deeds-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { adminDeeds } from "#app/queries/admin-deeds.ts";
import { admitStaff } from "./admin-visitor.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop, actor } = await admitStaff(request);
  const after = new URL(request.url).searchParams.get("after");
  const cut = after !== null && /^\d{1,18}$/.test(after) ? after : null;
  const { deeds, next } = await adminDeeds(database, shop.shopId, cut);
  const program = shop.live?.program;
  const rewards = new Map(program?.rewards.map(({ id, name }) => [id, name]));
  const levels = new Map(program?.tiers?.levels.map(({ id, name }) => [id, name]));
  return {
    deeds: deeds.map(({ rewardId, levelId, ...deed }) => ({
      ...deed,
      rewardName: rewardId === null ? null : (rewards.get(rewardId) ?? rewardId),
      tierName: levelId === null ? null : (levels.get(levelId) ?? levelId),
    })),
    next,
    viewer: actor,
  };
}

export default function Deeds() {
  return <DeedsPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
