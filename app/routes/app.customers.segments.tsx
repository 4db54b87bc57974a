import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { keepSegments } from "#app/commands/customers/keep-segments.ts";
import { SegmentsJsonPage } from "#app/components/customers/segments/segments-json-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { keptSegments } from "#app/queries/customers/shop-segments.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { digitsOf } from "./admin/digits-of.ts";
import { keptAnswer } from "./admin/kept-answer.ts";
import { segmentEntry } from "./admin/segment-entry.ts";

const wish = z.object({
  text: z.string().max(500_000),
  revision: z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number),
});
const document = z.looseObject({ format: z.string(), segments: z.array(segmentEntry) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const kept = await keptSegments(database, shop.shopId);
  return { text: JSON.stringify(kept.document, null, 2), revision: kept.revision };
}

export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const { text, revision } = parsed.data;
  const read = document.safeParse(parseCleanJson(text));
  if (!read.success) return { kind: "wrong", field: "segment", problem: "no_document" };
  const answer = await keepSegments(database, {
    ...{ shopId: shop.shopId, document: read.data, revision, digits: digitsOf(shop), actor },
    now: Date.now(),
  });
  return keptAnswer(answer, "save");
}

export default function SegmentsAsJson() {
  const shown = useLoaderData<typeof loader>();
  return <SegmentsJsonPage key={shown.text} {...shown} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
