import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { HomePage } from "#app/components/home/home-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { pointsWorth, valueOf } from "#app/domain/program/points-worth.ts";
import { shopifyApiKey } from "#app/platforms/registry.server.ts";
import { adminHome, type TierCount } from "#app/queries/admin-home.ts";
import { historyTodo } from "#app/queries/admin-history.ts";
import type { AdminShop } from "#app/queries/admin-shop.ts";
import { admitStaff } from "./admin-visitor.server.ts";

/** A worker that has been silent for longer is taken for stopped. */
const WORKER_SILENCE_MS = 60_000;

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop, missingScopes } = await admitStaff(request);
  const now = Date.now();
  const program = shop.live?.program ?? null;
  const { state, figures, tiers, days } = await adminHome(
    database,
    shop.shopId,
    program?.timezone ?? shop.timezone ?? "UTC",
    now,
  );
  const worth = program === null ? null : pointsWorth(program);
  return {
    // A shop begins with a program without rules: nothing is earned by it.
    live: program !== null && program.rules.length > 0,
    draftWaiting: shop.draftWaiting,
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
    tiers: tierShares(shop, tiers),
    days,
    themeEditorUrl: themeEditorUrl(shop.shopKey),
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

function themeEditorUrl(shopKey: string): string {
  const query = new URLSearchParams({
    context: "apps",
    template: "index",
    activateAppId: `${shopifyApiKey()}/launcher`,
  });
  return `https://${shopKey}/admin/themes/current/editor?${query.toString()}`;
}

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
