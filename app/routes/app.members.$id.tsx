import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { MemberPage } from "#app/components/members/member-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { pointsWorth, valueOf } from "#app/domain/program/points-worth.ts";
import { adminMember } from "#app/queries/admin-member.ts";
import { memberTier } from "#app/queries/member-tier.ts";
import { admitStaff } from "./admin-visitor.server.ts";
import { doMemberDeed } from "./member-deeds.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const { id } = params;
  if (id === undefined) throw new Response(null, { status: 404 });
  const now = Date.now();
  const before = new URL(request.url).searchParams.get("before");
  const page = await adminMember(
    database,
    shop.shopId,
    id,
    before !== null && /^\d{1,18}$/.test(before) ? before : null,
    now,
  );
  if (page === null) throw new Response(null, { status: 404 });
  const program = shop.live?.program ?? null;
  const worth = program === null ? null : pointsWorth(program);
  const rewardNames = new Map(program?.rewards.map(({ id, name }) => [id, name]));
  return {
    ...page,
    codes: page.codes.map((code) => ({
      ...code,
      rewardName: rewardNames.get(code.rewardId) ?? code.rewardId,
    })),
    worthMinor: worth === null ? null : valueOf(page.member.available, worth),
    tierWords: await memberTier(database, shop.shopId, id, now),
    tiers: (program?.tiers?.levels ?? []).map(({ id, name }) => ({ id, name })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visitor = await admitStaff(request);
  const { id } = params;
  if (id === undefined) throw new Response(null, { status: 404 });
  return doMemberDeed(visitor, id, await request.formData(), Date.now());
}

export default function Member() {
  const page = useLoaderData<typeof loader>();
  return <MemberPage key={page.member.memberId} {...page} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
