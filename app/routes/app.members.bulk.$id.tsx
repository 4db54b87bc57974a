import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import {
  discardFile,
  startImport,
  stopImport,
  undoImport,
} from "#app/commands/member-files/change-import.ts";
import { useNamed } from "#app/components/formats.tsx";
import { BulkPage } from "#app/components/members/bulk/bulk-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { givableRewards } from "#app/queries/codes/givable-rewards.ts";
import { bulkDeedPage, recentBulkDeeds } from "#app/queries/members/bulk/bulk-deed-page.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const fileId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const intent = z.enum(["start", "stop", "undo", "discard"]);
const DEEDS = { start: startImport, stop: stopImport, undo: undoImport, discard: discardFile };

/** Something for many members: what it would do, how far it has come, what came of it. `recent`: only what was done. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, shop, actor } = await admitStaff(request);
  const now = Date.now();
  const asked = fileId.safeParse(params["id"]);
  if (!asked.success && params["id"] !== "recent") throw new Response(null, { status: 404 });
  const bulk = asked.success ? await bulkDeedPage(database, shop.shopId, asked.data, now) : null;
  const levels = shop.live?.program.tiers?.levels ?? [];
  return {
    // One that was discarded is gone: what was done before is shown all the same.
    bulk,
    recent: (await recentBulkDeeds(database, shop.shopId, now)).filter((one) => one.fileId !== bulk?.fileId),
    rewards: await givableRewards(database, shop.shopId, shop.live?.program ?? null),
    tiers: levels.map(({ id, name }) => ({ id, name })),
    viewer: actor,
  };
}

export async function action({ request, params }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  const asked = z
    .object({ fileId, intent })
    .safeParse({ fileId: params["id"], intent: (await request.formData()).get("intent") });
  if (!asked.success) throw new Response(null, { status: 400 });
  const wish = { shopId: shop.shopId, fileId: asked.data.fileId, actor, now: Date.now() };
  const answer = await DEEDS[asked.data.intent](database, wish);
  return answer.ok ? { kind: "done", deed: asked.data.intent } : { kind: "refused", refusal: answer.refusal };
}

export default function Bulk() {
  const page = useLoaderData<typeof loader>();
  const choices = { tiers: useNamed(page.tiers), rewards: useNamed(page.rewards) };
  return <BulkPage {...page} choices={choices} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
