import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { saveJourneys } from "#app/commands/journeys/save-journeys.ts";
import { knownJourney } from "#app/commands/journeys/switch-journey.ts";
import { JourneyEditorPage } from "#app/components/journeys/editor/journey-editor-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { isReadyMade } from "#app/domain/journeys/offered/ready-made.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { journeyToEdit } from "#app/queries/journeys/journey-to-edit.ts";
import { readJourney } from "#app/queries/journeys/read-journey.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

/** As much as a journey may hold. */
const TEXT_LIMIT = 100_000;
const wish = z.object({
  id: z.string().min(1).max(100),
  version: z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number),
  document: z.string().max(TEXT_LIMIT),
});
const document = z.record(z.string(), z.unknown());

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const asked = new URL(request.url).searchParams;
  const which = { id: asked.get("id"), copyOf: asked.get("copy") };
  const program = shop.live?.program;
  const shown = program === undefined ? null : await journeyToEdit(database, shop.shopId, program, which);
  if (shown === null) throw new Response(null, { status: 404 });
  return { ...shown, now: Date.now() };
}

/** Saves a journey as its next version, on or off as it was. */
export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor, abilities } = await admitStaff(request);
  const { shopId } = shop;
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  const typed = parsed.success ? document.safeParse(parseCleanJson(parsed.data.document)) : null;
  if (!parsed.success || typed?.success !== true) throw new Response(null, { status: 400 });
  const { id, version } = parsed.data;
  const known = await knownJourney(database, shopId, id);
  const whole = { ...typed.data, id, enabled: known?.isOn === true };
  const reader = { language: "en", goodsGroup: abilities.goodsGroup } as const;
  const reading = await readJourney(database, shopId, whole, reader);
  const hasName = isReadyMade(id) || "name" in whole;
  if (reading === null || reading.errors.length > 0 || !hasName)
    return { kind: "wrong", field: "journey", problem: "unfinished" };
  const saved = await saveJourneys(database, {
    ...{ shopId, document: [whole], seenVersion: version, actor, now: Date.now() },
  });
  if (saved.ok) return { kind: "done", deed: "save" };
  if ("errors" in saved) return { kind: "wrong", field: "journey", problem: "unfinished" };
  if (saved.refusal === "no_program") throw new Response(null, { status: 404 });
  return { kind: "refused", refusal: saved.refusal };
}

export default function Journey() {
  const shown = useLoaderData<typeof loader>();
  return <JourneyEditorPage key={`${String(shown.id)} ${String(shown.version)}`} {...shown} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
