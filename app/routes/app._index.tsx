import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { beginFirstRun } from "#app/commands/first-run/change-first-run.ts";
import { useFormats, useNamed } from "#app/components/formats.tsx";
import { HomePage } from "#app/components/home/home-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { isNewMonth, lastMonth } from "#app/domain/customers/insight/month-choice.ts";
import { monthText } from "#app/domain/customers/insight/months.ts";
import { pointsWorth, valueOf } from "#app/domain/program/points-worth.ts";
import { rewardsNearlyEmpty } from "#app/queries/codes/reward-stock.ts";
import { adminHome } from "#app/queries/home/admin-home.ts";
import type { TierCount } from "#app/queries/home/home-figures.ts";
import { homePeriod } from "#app/queries/home/home-period.ts";
import { firstRunTodo, hasLiveProgram } from "#app/queries/first-run/admin-first-run.ts";
import { comingVersion } from "#app/queries/program/coming-version.ts";
import { historyTodo } from "#app/queries/history/admin-history.ts";
import type { AdminShop } from "#app/queries/shops/admin-shop.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { membersPageOf } from "./admin/members-page-of.server.ts";
import { themeEditorUrl } from "./admin/theme-editor.server.ts";

/** A worker that has been silent for longer is taken for stopped. */
const WORKER_SILENCE_MS = 60_000;

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop, missingScopes, abilities } = await admitStaff(request);
  const now = Date.now();
  // Whoever comes to an empty app is led through it, once; from then on Home leads there.
  if (!hasLiveProgram(shop) && !shop.draftWaiting && (await beginFirstRun(database, shop.shopId, now))) {
    return redirect(`/app/first-run${new URL(request.url).search}`);
  }
  const program = shop.live?.program ?? null;
  const timezone = program?.timezone ?? shop.timezone ?? "UTC";
  const address = new URL(request.url).searchParams;
  const asked = { period: address.get("period"), from: address.get("from"), to: address.get("to") };
  const period = homePeriod(asked, timezone, now);
  const wish = { timezone, now, period };
  const { state, figures, tiers, days } = await adminHome(database, shop.shopId, wish);
  const worth = program === null ? null : pointsWorth(program);
  return {
    // A shop begins with a program without rules: nothing is earned by it.
    live: hasLiveProgram(shop),
    firstRun: await firstRunTodo(database, shop),
    draftWaiting: shop.draftWaiting,
    coming: await comingVersion(database, shop.shopId),
    missingScopes,
    outboxStopped: shop.outboxStopped,
    history: await historyTodo(database, shop.shopId),
    state: {
      ...state,
      workerAlive: state.workerSeenAt !== null && now - state.workerSeenAt < WORKER_SILENCE_MS,
    },
    figures: {
      ...figures,
      outstandingValueMinor: worth === null ? null : valueOf(figures.outstanding, worth),
    },
    period,
    tiers: tierShares(shop, tiers),
    nearlyEmpty: program === null ? [] : await rewardsNearlyEmpty(database, shop.shopId, program),
    days,
    // In the first week of a month, what the month before was is news.
    monthReport: isNewMonth(now, timezone) ? monthText(lastMonth(now, timezone)) : null,
    themeEditorUrl: themeEditorUrl(abilities, shop.shopKey),
    membersPage: membersPageOf(shop),
  };
}

/** Every tier of the program, lowest first, with the members it has; those without a tier come last. */
function tierShares({ live }: AdminShop, counts: readonly TierCount[]) {
  const levels = live?.program.tiers?.levels ?? [];
  if (levels.length === 0) return [];
  const membersOf = new Map(counts.map(({ levelId, members }) => [levelId, members]));
  const shares = levels.map((level) => ({ name: level.name, members: membersOf.get(level.id) ?? 0 }));
  const known = shares.reduce((sum, share) => sum + share.members, 0);
  const all = counts.reduce((sum, count) => sum + count.members, 0);
  return all > known ? [...shares, { name: null, members: all - known }] : shares;
}

export default function Home() {
  const page = useLoaderData<typeof loader>();
  const { text } = useFormats();
  const tiers = page.tiers.map(({ name, members }) => ({ name: name === null ? null : text(name), members }));
  return <HomePage {...page} tiers={tiers} nearlyEmpty={useNamed(page.nearlyEmpty)} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
