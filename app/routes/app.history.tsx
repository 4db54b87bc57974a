import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { bookHistory } from "#app/commands/history/book-history.ts";
import type { ImportAnswer } from "#app/commands/history/import-refusal.ts";
import { previewHistory } from "#app/commands/history/preview-history.ts";
import { skipHistory, startHistory } from "#app/commands/history/start-history.ts";
import { HistoryPage } from "#app/components/history/history-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { discardImport } from "#app/deliveries/discard-import.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";
import { adminHistory } from "#app/queries/history/admin-history.ts";
import { admitStaff, type AdminVisitor } from "./admin/admin-visitor.server.ts";

const wish = z.object({
  intent: z.enum(["start", "skip", "discard", "previewLive", "previewDraft", "book"]),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  return adminHistory(database, shop);
}

export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const visitor = await admitStaff(request);
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const { intent } = parsed.data;
  const answer = await perform(visitor, intent);
  return answer.ok ? { kind: "done", deed: intent } : { kind: "refused", refusal: answer.refusal };
}

function perform(
  { database, shop: { shopId }, actor }: AdminVisitor,
  intent: z.output<typeof wish>["intent"],
): Promise<ImportAnswer> {
  const by = { shopId, actor, now: Date.now() };
  switch (intent) {
    case "start":
      return startHistory(database, by);
    case "skip":
      return skipHistory(database, by);
    case "discard":
      return discardImport({ database, findPlatform }, by);
    case "previewLive":
      return previewHistory(database, { ...by, program: "live" });
    case "previewDraft":
      return previewHistory(database, { ...by, program: "draft" });
    case "book":
      return bookHistory(database, by);
  }
}

export default function History() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
