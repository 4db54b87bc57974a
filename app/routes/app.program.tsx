import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { publishProgram } from "#app/commands/publish-program.ts";
import { saveDraft } from "#app/commands/save-draft.ts";
import { PageError } from "#app/components/page-error.tsx";
import { ProgramPage } from "#app/components/program/program-page.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { renderDocumentError } from "#app/domain/program/describe-error.ts";
import { adminProgram } from "#app/queries/admin-program.ts";
import { admitStaff, type AdminVisitor } from "./admin-visitor.server.ts";

/** Far beyond any program; a limit on what is kept and parsed. */
const TEXT_LIMIT = 500_000;

const text = z.string().max(TEXT_LIMIT);
const wish = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), text, revision: z.coerce.number().int().min(0) }),
  z.object({ intent: z.literal("publish"), text }),
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  return { ...(await adminProgram(database, shop.shopId, shop.liveVersion)), now: Date.now() };
}

export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const visitor = await admitStaff(request);
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  return parsed.data.intent === "save"
    ? save(visitor, parsed.data.text, parsed.data.revision)
    : publish(visitor, parsed.data.text);
}

async function save(
  { database, shop, actor }: AdminVisitor,
  text: string,
  revision: number,
): Promise<DeedAnswer> {
  const kept = await saveDraft(database, {
    shopId: shop.shopId,
    text,
    baseVersion: shop.liveVersion,
    // The page counts from 0 where there is no draft yet.
    expectedRevision: revision === 0 ? null : revision,
    actor,
    now: Date.now(),
  });
  return kept.ok ? { kind: "done", deed: "save" } : { kind: "refused", refusal: kept.refusal };
}

async function publish({ database, shop, actor }: AdminVisitor, text: string): Promise<DeedAnswer> {
  const document = jsonOf(text);
  const now = Date.now();
  const answer = await publishProgram(database, {
    shopId: shop.shopId,
    document,
    effectiveAt: null,
    actor,
    now,
  });
  return answer.ok
    ? { kind: "done", deed: "publish" }
    : { kind: "wrong", field: "text", problem: answer.errors.map(renderDocumentError).join("\n") };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Response(null, { status: 400 });
  }
}

export default function Program() {
  return <ProgramPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
