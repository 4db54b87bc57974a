import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { DeedsPage } from "#app/components/activity/deeds-page.tsx";
import { useFormats } from "#app/components/formats.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { levelNameIn, rewardNameIn } from "#app/domain/program/compile/compile-text.ts";
import { adminDeeds } from "#app/queries/activity/admin-deeds.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop, actor } = await admitStaff(request);
  const after = new URL(request.url).searchParams.get("after");
  const cut = after !== null && /^\d{1,18}$/.test(after) ? after : null;
  const { deeds, next } = await adminDeeds(database, shop.shopId, cut);
  const program = shop.live?.program ?? { rewards: [], tiers: null };
  return {
    deeds: deeds.map(({ rewardId, levelId, ...deed }) => ({
      ...deed,
      rewardName: rewardId === null ? null : rewardNameIn(program, rewardId),
      tierName: levelId === null ? null : levelNameIn(program, levelId),
    })),
    next,
    viewer: actor,
  };
}

export default function Deeds() {
  const page = useLoaderData<typeof loader>();
  const { text } = useFormats();
  const deeds = page.deeds.map((deed) => ({
    ...deed,
    rewardName: deed.rewardName === null ? null : text(deed.rewardName),
    tierName: deed.tierName === null ? null : text(deed.tierName),
  }));
  return <DeedsPage {...page} deeds={deeds} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
