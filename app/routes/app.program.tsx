import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { cancelPublication } from "#app/commands/program/cancel-publication.ts";
import { discardDraft } from "#app/commands/program/discard-draft.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { saveDraft } from "#app/commands/program/save-draft.ts";
import { PageError } from "#app/components/page-error.tsx";
import { ProgramFrame } from "#app/components/program/program-frame.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { renderDocumentError } from "#app/domain/program/document/describe-error.ts";
import { adminProgram, shopSegmentNames } from "#app/queries/program/admin-program.ts";
import { reviewNote } from "#app/queries/program-review/admin-review.ts";
import { admitStaff, type AdminVisitor } from "./admin/admin-visitor.server.ts";
import { programReadings } from "./admin/program-readings.server.ts";

/** Far beyond any program; a limit on what is kept and parsed. */
const TEXT_LIMIT = 500_000;

const text = z.string().max(TEXT_LIMIT);
const count = z
  .string()
  .regex(/^\d{1,9}$/u)
  .transform(Number);

/** Empty: now. */
const instant = z.string().transform((typed, context) => {
  const at = typed === "" ? null : parseInstant(typed);
  if (typed !== "" && at === null) context.addIssue({ code: "custom", message: "no instant" });
  return at;
});

const wish = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), text, revision: count }),
  z.object({ intent: z.literal("publish"), text, at: instant }),
  z.object({ intent: z.literal("callOff") }),
  z.object({ intent: z.literal("discard"), revision: count.refine((revision) => revision > 0) }),
]);

/** What the editor begins with in a shop without a program. */
const NOTHING_WRITTEN = "";

export async function loader({ request }: LoaderFunctionArgs) {
  const visitor = await admitStaff(request);
  const { database, shop, actor } = visitor;
  const program = await adminProgram(database, shop.shopId, shop.liveVersion);
  const now = Date.now();
  const review = await reviewNote(database, shop);
  const manner = shop.settings;
  const published = program.versions.find(({ state }) => state === "live");
  const live = published === undefined ? NOTHING_WRITTEN : published.text;
  const known = programReadings(visitor, program.segments, [program.draft?.text ?? live, live], now);
  return { ...program, known, manner, currency: shop.currency, viewer: actor, review, now };
}

export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const visitor = await admitStaff(request);
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const wished = parsed.data;
  switch (wished.intent) {
    case "save":
      return save(visitor, wished.text, wished.revision);
    case "publish":
      return publish(visitor, wished.text, wished.at);
    case "callOff":
      return callOff(visitor);
    case "discard":
      return discard(visitor, wished.revision);
  }
}

async function save(visitor: AdminVisitor, text: string, revision: number): Promise<DeedAnswer> {
  const { database, shop, actor } = visitor;
  const kept = await saveDraft(database, {
    shopId: shop.shopId,
    text,
    baseVersion: shop.liveVersion,
    // The page counts from 0 where there is no draft yet.
    expectedRevision: revision === 0 ? null : revision,
    actor,
    now: Date.now(),
  });
  if (!kept.ok) return { kind: "refused", refusal: kept.refusal };
  if (kept.revision === null) return { kind: "done", deed: "as_live" };
  const segments = await shopSegmentNames(database, shop.shopId);
  const [read] = programReadings(visitor, segments, [text], Date.now());
  return { kind: "done", deed: read?.readings.en.kind === "program" ? "save" : "save_wrong" };
}

async function discard({ database, shop, actor }: AdminVisitor, revision: number): Promise<DeedAnswer> {
  const now = Date.now();
  const answer = await discardDraft(database, {
    shopId: shop.shopId,
    expectedRevision: revision,
    actor,
    now,
  });
  return answer.ok ? { kind: "done", deed: "discard" } : { kind: "refused", refusal: answer.refusal };
}

async function callOff({ database, shop, actor }: AdminVisitor): Promise<DeedAnswer> {
  const answer = await cancelPublication(database, { shopId: shop.shopId, actor, now: Date.now() });
  return answer.ok ? { kind: "done", deed: "callOff" } : { kind: "refused", refusal: answer.refusal };
}

async function publish(
  { database, shop, actor }: AdminVisitor,
  text: string,
  effectiveAt: Instant | null,
): Promise<DeedAnswer> {
  const document = jsonOf(text);
  const now = Date.now();
  const answer = await publishProgram(database, {
    shopId: shop.shopId,
    document,
    effectiveAt,
    actor,
    now,
  });
  return answer.ok
    ? { kind: "done", deed: effectiveAt !== null && effectiveAt > now ? "plan" : "publish" }
    : { kind: "wrong", field: "text", problem: answer.errors.map(renderDocumentError).join("\n") };
}

function jsonOf(text: string): unknown {
  const document = parseCleanJson(text);
  if (document === undefined) throw new Response(null, { status: 400 });
  return document;
}

export default function Program() {
  return (
    <ProgramFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </ProgramFrame>
  );
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
