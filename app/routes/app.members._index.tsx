import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { MembersPage } from "#app/components/members/members-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { adminMembers, MEMBER_STATUSES } from "#app/queries/admin-members.ts";
import { admitStaff } from "./admin-visitor.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const asked = new URL(request.url).searchParams;
  const status = asked.get("status");
  const after = asked.get("after");
  const page = await adminMembers(database, shop.shopId, {
    search: asked.get("search"),
    tier: asked.get("tier"),
    status: MEMBER_STATUSES.find((known) => known === status) ?? null,
    withDebt: asked.get("balance") === "debt",
    after: after !== null && /^\d{1,18}$/.test(after) ? after : null,
  });
  const levels = shop.live?.program.tiers?.levels ?? [];
  return { ...page, tiers: levels.map(({ id, name }) => ({ id, name })) };
}

export default function Members() {
  return <MembersPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
