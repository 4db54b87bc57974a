import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { useFormats, useNamed } from "#app/components/formats.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { RewardsPage } from "#app/components/rewards/rewards-page.tsx";
import { adminRewards } from "#app/queries/codes/admin-rewards.ts";
import { readCodeFilter } from "#app/queries/codes/code-list.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { doMemberDeed } from "./admin/member-deeds.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop, abilities } = await admitStaff(request);
  const program = shop.live?.program ?? null;
  const zone = program?.timezone ?? shop.timezone ?? "UTC";
  const filter = readCodeFilter(new URL(request.url).searchParams, zone);
  return adminRewards(database, shop.shopId, { program, goodsGroup: abilities.goodsGroup }, filter);
}

export async function action({ request }: ActionFunctionArgs) {
  const visitor = await admitStaff(request);
  const form = await request.formData();
  const memberId = form.get("memberId");
  if (typeof memberId !== "string") throw new Response(null, { status: 400 });
  return doMemberDeed(visitor, memberId, form, Date.now());
}

export default function Rewards() {
  const page = useLoaderData<typeof loader>();
  const { text } = useFormats();
  const named = (codes: typeof page.codes) =>
    codes.map((code) => ({ ...code, rewardName: text(code.rewardName) }));
  return (
    <RewardsPage
      {...page}
      codes={named(page.codes)}
      waiting={named(page.waiting)}
      rewards={useNamed(page.rewards)}
    />
  );
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
