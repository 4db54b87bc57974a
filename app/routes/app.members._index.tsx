import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { bringUpToDate } from "#app/commands/members/bring-up-to-date.ts";
import { useNamed } from "#app/components/formats.tsx";
import { MembersPage } from "#app/components/members/list/members-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { givableRewards } from "#app/queries/codes/givable-rewards.ts";
import { adminMembers, hasMembers } from "#app/queries/members/admin-members.ts";
import { segmentChoices } from "#app/queries/customers/shop-segments.ts";
import { memberViews } from "#app/queries/members/member-views.ts";
import {
  readMemberFilter,
  readMemberOrder,
  readMemberPlace,
  writeMemberPlace,
} from "#app/queries/members/read-members-asked.ts";
import { scoredAt } from "#app/queries/members/scored-at.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { planForMany } from "./admin/bulk-deeds.server.ts";
import { unitsOf } from "./admin/shop-units.server.ts";
import { doViewDeed } from "./admin/view-deeds.server.ts";

const PAGE_SIZE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const { shopId } = shop;
  const address = new URL(request.url).searchParams;
  const filter = readMemberFilter(address, unitsOf(shop));
  const order = readMemberOrder(address);
  const asked = { filter, order, after: readMemberPlace(address, order), pageSize: PAGE_SIZE };
  const found = await adminMembers(database, shopId, asked);
  const shown = found.members.map(({ memberId }) => memberId);
  const changed = await bringUpToDate(database, shopId, shown, Date.now());
  const { members, next } = changed ? await adminMembers(database, shopId, asked) : found;
  const levels = shop.live?.program.tiers?.levels ?? [];
  return {
    members,
    next: next === null ? null : writeMemberPlace(next),
    any: members.length > 0 || (await hasMembers(database, shopId)),
    views: await memberViews(database, shopId),
    scoredAt: await scoredAt(database, shopId),
    rewards: await givableRewards(database, shopId, shop.live?.program ?? null),
    segments: await segmentChoices(database, shopId),
    tiers: levels.map(({ id, name }) => ({ id, name })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const visitor = await admitStaff(request);
  const form = await request.formData();
  if (form.get("intent") === "plan_bulk") return planForMany(visitor, form, Date.now());
  return doViewDeed(visitor, form, Date.now());
}

export default function Members() {
  const page = useLoaderData<typeof loader>();
  return <MembersPage {...page} tiers={useNamed(page.tiers)} rewards={useNamed(page.rewards)} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
