import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { askInsight } from "#app/commands/customers/ask-insight.ts";
import { ReportPage } from "#app/components/customers/report/report-page.tsx";
import { useNamed } from "#app/components/formats.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { monthChoice } from "#app/domain/customers/insight/month-choice.ts";
import { monthReport, readMonth } from "#app/queries/customers/month-report.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { unitsOf } from "./admin/shop-units.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const program = shop.live?.program ?? null;
  const asker = { shopId: shop.shopId, zone: unitsOf(shop).timezone, now: Date.now() };
  return {
    shopName: shop.name ?? shop.shopKey,
    report: await monthReport(database, asker, monthOf(request)),
    levels: (program?.tiers?.levels ?? []).map(({ id, name }) => ({ id, name })),
    rewards: (program?.rewards ?? []).map(({ id, name }) => ({ id, name })),
    challenges: (program?.challenges ?? []).map(({ id, name }) => ({ id, name })),
  };
}

/** To have the month worked out. */
export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop } = await admitStaff(request);
  const asker = { shopId: shop.shopId, zone: unitsOf(shop).timezone, now: Date.now() };
  const month = readMonth(monthOf(request), asker.zone, asker.now);
  await askInsight(database, shop.shopId, monthChoice(month, asker.now, asker.zone), asker.now);
  return { kind: "done", deed: "ask" };
}

function monthOf(request: Request): string | null {
  return new URL(request.url).searchParams.get("month");
}

export default function Report() {
  const { levels, rewards, challenges, ...page } = useLoaderData<typeof loader>();
  const named = { levels, rewards: useNamed(rewards), challenges: useNamed(challenges) };
  return <ReportPage {...page} {...named} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
