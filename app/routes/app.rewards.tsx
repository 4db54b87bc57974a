import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { PageError } from "#app/components/page-error.tsx";
import { RewardsPage } from "#app/components/rewards/rewards-page.tsx";
import type { Reward } from "#app/domain/program/program.ts";
import { describeReward } from "#app/domain/program/describe/describe-reward.ts";
import { programWords } from "#app/domain/program/describe/program-words.ts";
import { CODE_STATES } from "#app/domain/redemption/code-book.ts";
import { adminRewards, type RewardCount } from "#app/queries/admin-rewards.ts";
import type { AdminShop } from "#app/queries/admin-shop.ts";
import { admitStaff } from "./admin-visitor.server.ts";
import { doMemberDeed } from "./member-deeds.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const asked = new URL(request.url).searchParams;
  const state = asked.get("state");
  const { counts, codes, next } = await adminRewards(database, shop.shopId, {
    state: CODE_STATES.find((known) => known === state) ?? null,
    search: asked.get("search"),
    after: asked.get("after"),
  });
  const names = new Map(shop.live?.program.rewards.map(({ id, name }) => [id, name]));
  return {
    rewards: shownRewards(shop, counts),
    codes: codes.map((code) => ({ ...code, rewardName: names.get(code.rewardId) ?? code.rewardId })),
    next,
  };
}

/** The program's rewards in its order, then those that only codes remember. */
function shownRewards({ live }: AdminShop, counts: readonly RewardCount[]) {
  const rewards = live?.program.rewards ?? [];
  const countOf = new Map(counts.map((count) => [count.rewardId, count]));
  const gone = counts.filter(({ rewardId }) => rewards.every(({ id }) => id !== rewardId));
  const words =
    live === null ? null : { en: programWords(live.program, "en"), de: programWords(live.program, "de") };
  const sentence = (reward: Reward) =>
    words === null ? null : { en: describeReward(reward, words.en), de: describeReward(reward, words.de) };
  const none = { open: 0, used: 0, lapsed: 0, pointsSpent: 0 };
  return [
    ...rewards.map((reward) => ({
      ...(countOf.get(reward.id) ?? none),
      rewardId: reward.id,
      name: reward.name,
      sentence: sentence(reward),
    })),
    ...gone.map((count) => ({ ...count, name: count.rewardId, sentence: null })),
  ];
}

export async function action({ request }: ActionFunctionArgs) {
  const visitor = await admitStaff(request);
  const form = await request.formData();
  const memberId = form.get("memberId");
  if (typeof memberId !== "string") throw new Response(null, { status: 400 });
  return doMemberDeed(visitor, memberId, form, Date.now());
}

export default function Rewards() {
  return <RewardsPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
