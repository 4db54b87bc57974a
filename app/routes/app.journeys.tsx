import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { switchJourney } from "#app/commands/journeys/switch-journey.ts";
import { JourneysPage } from "#app/components/journeys/journeys-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { mailIsSetUp } from "#app/messages/mail.server.ts";
import { adminJourneys } from "#app/queries/journeys/admin-journeys.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const wish = z.object({ journeyId: z.string(), to: z.enum(["on", "off"]) });

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
  const { journeyId, to } = parsed.data;
  const switched = await switchJourney(database, {
    ...{ shopId: shop.shopId, actor, now: Date.now() },
    ...{ journeyId, on: to === "on" },
  });
  return switched.ok ? { kind: "done", deed: to } : { kind: "refused", refusal: switched.refusal };
}

export default function JourneysRoute() {
  return <JourneysPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
