import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { keepSegments } from "#app/commands/customers/keep-segments.ts";
import { SegmentEditorPage } from "#app/components/customers/segments/segment-editor-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { withSegment, type SegmentEntry } from "#app/domain/customers/segments/shop-segments.ts";
import { keptSegments, segmentToEdit } from "#app/queries/customers/shop-segments.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { digitsOf } from "./admin/digits-of.ts";
import { keptAnswer } from "./admin/kept-answer.ts";
import { segmentEntry } from "./admin/segment-entry.ts";

const revision = z
  .string()
  .regex(/^\d{1,9}$/u)
  .transform(Number);
const id = z.string().min(1).max(100);
const wish = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), id, revision, entry: z.string().max(50_000) }),
  z.object({ intent: z.literal("reset"), id, revision }),
  z.object({ intent: z.literal("remove"), id, revision }),
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const asked = new URL(request.url).searchParams;
  const which = { id: asked.get("id"), copyOf: asked.get("copy") };
  const shown = await segmentToEdit(database, shop.shopId, which, digitsOf(shop));
  if (shown === null) throw new Response(null, { status: 404 });
  return shown;
}

export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const wished = parsed.data;
  const entry = wished.intent === "save" ? entryIn(wished.entry) : null;
  const { document } = await keptSegments(database, shop.shopId);
  const answer = await keepSegments(database, {
    shopId: shop.shopId,
    document: withSegment(document, wished.id, entry),
    revision: wished.revision,
    digits: digitsOf(shop),
    actor,
    now: Date.now(),
  });
  return keptAnswer(answer, wished.intent);
}

function entryIn(text: string): SegmentEntry {
  const parsed = segmentEntry.safeParse(parseCleanJson(text));
  if (!parsed.success) throw new Response(null, { status: 400 });
  return parsed.data;
}

export default function Segment() {
  const shown = useLoaderData<typeof loader>();
  return <SegmentEditorPage key={shown.entry.id + String(shown.isNew)} {...shown} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
