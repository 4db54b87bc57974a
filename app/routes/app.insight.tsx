import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { scoreNow } from "#app/commands/customers/score-now.ts";
import { InsightPage } from "#app/components/customers/insight-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { adminInsight } from "#app/queries/customers/admin-insight.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  return adminInsight(database, shop.shopId, Date.now());
}

/** The only thing to be done here: to have the figures worked out now. */
export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  await scoreNow(database, { shopId: shop.shopId, actor, now: Date.now() });
  return { kind: "done", deed: "score" };
}

export default function Insight() {
  return <InsightPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
