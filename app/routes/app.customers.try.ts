import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { wholeDocument, withSegment } from "#app/domain/customers/segments/shop-segments.ts";
import { keptSegments } from "#app/queries/customers/shop-segments.ts";
import { trySegment, type TriedSegment } from "#app/queries/customers/try-segment.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { segmentEntry } from "./admin/segment-entry.ts";

const wish = z.object({ asked: z.string().max(50_000) });

/** Who would be in a segment as it stands on the page. */
export async function action({
  request,
}: ActionFunctionArgs): Promise<{ readonly tried: TriedSegment | null }> {
  const { database, shop } = await admitStaff(request);
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  const entry = parsed.success ? segmentEntry.safeParse(parseCleanJson(parsed.data.asked)) : null;
  if (entry?.success !== true) throw new Response(null, { status: 400 });
  const { document } = await keptSegments(database, shop.shopId);
  const { id } = entry.data;
  const tried = withSegment(wholeDocument(document), id, entry.data);
  return { tried: await trySegment(database, shop, { document: tried, id }, Date.now()) };
}
