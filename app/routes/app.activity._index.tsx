import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { ActivityPage } from "#app/components/activity/activity-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { adminActivity, BOXES, DELIVERY_STATES } from "#app/queries/activity/admin-activity.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const asked = new URL(request.url).searchParams;
  const after = asked.get("after");
  const box = BOXES.find((known) => known === asked.get("box")) ?? "inbox";
  const page = await adminActivity(database, shop.shopId, {
    box,
    state: DELIVERY_STATES.find((known) => known === asked.get("state")) ?? null,
    after: after !== null && /^\d{1,18}$/.test(after) ? after : null,
  });
  return { ...page, box };
}

export default function Activity() {
  return <ActivityPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
