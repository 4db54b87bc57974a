import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { holdOut, knownJourney } from "#app/commands/journeys/switch-journey.ts";
import { JourneyPage } from "#app/components/journeys/journey-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { isOwedNotice } from "#app/domain/journeys/offered/owed-notices.ts";
import { isReadyMade } from "#app/domain/journeys/offered/ready-made.ts";
import { journeyMessages, type MessagePlace } from "#app/queries/journeys/journey-messages.ts";
import { journeyResults } from "#app/queries/journeys/journey-results.ts";
import { saidInBoth } from "#app/queries/journeys/read-journey.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const wish = z.object({ percent: z.coerce.number().int().min(0).max(50) });
/** Of the document, what the page shows. */
const shown = z.object({
  name: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  purpose: z.enum(["marketing", "service"]).default("marketing"),
  holdout: z.number().default(0),
});
const PLACE = /^(\d{1,15})_([\da-f]{1,80})$/u;

function readPlace(asked: string | null): MessagePlace | null {
  const [, writtenAt, messageId] = (asked === null ? null : PLACE.exec(asked)) ?? [];
  return writtenAt === undefined || messageId === undefined
    ? null
    : { writtenAt: Number(writtenAt), messageId };
}

/** One journey: what it did and brought, and what became of each of its messages. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, shop, abilities } = await admitStaff(request);
  const { shopId, live } = shop;
  const { id = "" } = params;
  const known = live === null ? null : await knownJourney(database, shopId, id);
  if (live === null || known === null) throw new Response(null, { status: 404 });
  const { name = null, purpose, holdout } = shown.parse(known.document);
  const after = readPlace(new URL(request.url).searchParams.get("after"));
  const { messages, next } = await journeyMessages(database, shopId, { journeyId: id, after });
  return {
    ...{ id, name, purpose, holdout, isOn: known.isOn, readyMade: isReadyMade(id) ? id : null },
    isOwed: isOwedNotice(id),
    says: await saidInBoth(database, shopId, known.document, abilities.goodsGroup),
    ...(await journeyResults(database, shopId, {
      ...{ journeyId: id, zone: live.program.timezone, now: Date.now() },
    })),
    messages,
    next: next === null ? null : `${String(next.writtenAt)}_${next.messageId}`,
  };
}

/** Chooses how many members are held out, in percent. */
export async function action({ request, params }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  const { id = "" } = params;
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const held = await holdOut(database, {
    ...{ shopId: shop.shopId, journeyId: id, actor, now: Date.now() },
    ...parsed.data,
  });
  return held.ok ? { kind: "done", deed: "hold_out" } : { kind: "refused", refusal: held.refusal };
}

export default function JourneyRoute() {
  return <JourneyPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
