import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { bringJourneyBack, removeJourney } from "#app/commands/journeys/remove-journey.ts";
import { switchJourney } from "#app/commands/journeys/switch-journey.ts";
import { JourneysPage } from "#app/components/journeys/journeys-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { mailIsSetUp } from "#app/messages/mail.server.ts";
import { adminJourneys } from "#app/queries/journeys/admin-journeys.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const journeyId = z.string();
const wish = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("switch"), journeyId, to: z.enum(["on", "off"]) }),
  z.object({ intent: z.literal("remove"), journeyId }),
  z.object({ intent: z.literal("bring_back"), journeyId, wasOn: z.enum(["yes", "no"]) }),
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const program = shop.live?.program ?? null;
  const now = Date.now();
  return {
    journeys: program === null ? null : await adminJourneys(database, shop.shopId, { program, now }),
    canSend: mailIsSetUp(),
  };
}

export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const wished = parsed.data;
  const by = { shopId: shop.shopId, journeyId: wished.journeyId, actor, now: Date.now() };
  const done = await (async () => {
    switch (wished.intent) {
      case "switch":
        return switchJourney(database, { ...by, on: wished.to === "on" });
      case "remove":
        return removeJourney(database, by);
      case "bring_back":
        return bringJourneyBack(database, { ...by, wasOn: wished.wasOn === "yes" });
    }
  })();
  if (!done.ok) return { kind: "refused", refusal: done.refusal };
  return { kind: "done", deed: wished.intent === "switch" ? wished.to : wished.intent };
}

export default function JourneysRoute() {
  return <JourneysPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
