import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { switchReward } from "#app/commands/program/switch-reward.ts";
import { useFormats, useNamed } from "#app/components/formats.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { RewardsPage } from "#app/components/rewards/rewards-page.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { adminRewards } from "#app/queries/codes/admin-rewards.ts";
import { readCodeFilter } from "#app/queries/codes/code-list.ts";
import { segmentChoices } from "#app/queries/customers/shop-segments.ts";
import { memberViews } from "#app/queries/members/member-views.ts";
import { admitStaff, type AdminVisitor } from "./admin/admin-visitor.server.ts";
import { doMemberDeed } from "./admin/member-deeds.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop, abilities } = await admitStaff(request);
  const program = shop.live?.program ?? null;
  const zone = program?.timezone ?? shop.timezone ?? "UTC";
  const filter = readCodeFilter(new URL(request.url).searchParams, zone);
  const { shopId } = shop;
  return {
    ...(await adminRewards(database, shopId, { program, goodsGroup: abilities.goodsGroup }, filter)),
    views: await memberViews(database, shopId),
    segments: await segmentChoices(database, shopId),
  };
}

const switchWish = z.object({ reward: z.string().min(1).max(100), enabled: z.enum(["yes", "no"]) });

async function switchInDraft({ database, shop, actor }: AdminVisitor, form: FormData): Promise<DeedAnswer> {
  const asked = switchWish.safeParse(Object.fromEntries(form));
  if (!asked.success) throw new Response(null, { status: 400 });
  const { reward: rewardId, enabled } = asked.data;
  const answer = await switchReward(database, {
    ...{ shopId: shop.shopId, liveVersion: shop.liveVersion, actor, now: Date.now() },
    ...{ rewardId, enabled: enabled === "yes" },
  });
  return answer.ok
    ? { kind: "done", deed: "switch", made: rewardId }
    : { kind: "refused", refusal: answer.refusal };
}

export async function action({ request }: ActionFunctionArgs) {
  const visitor = await admitStaff(request);
  const form = await request.formData();
  if (form.get("intent") === "switch") return switchInDraft(visitor, form);
  const memberId = form.get("memberId");
  if (typeof memberId !== "string") throw new Response(null, { status: 400 });
  if (memberId === "") return { kind: "wrong", field: "memberId", problem: "missing" };
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
