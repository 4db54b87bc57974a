import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { exampleOrder } from "#app/domain/program/example-order.ts";
import type { ExampleOrder } from "#app/domain/program/example-wish.ts";
import type { Program } from "#app/domain/program/program.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const pieces = z.int().min(0).max(1_000);
const minor = z.int().min(0);
/** `about`: the program whose goods the order is made of; null: its own. `wish`: null for the plain order. */
const question = z.object({
  document: z.unknown(),
  about: z.unknown(),
  wish: z
    .object({
      quantity: pieces.min(1),
      unitPriceMinor: minor,
      discountMinor: minor,
      levelId: z.string().nullable(),
      orderedBefore: z.boolean(),
      returned: pieces,
    })
    .nullable(),
  language: z.enum(["en", "de"]),
});

/** What an order made up for it earns under a draft, judged by the engine that judges real ones; null: it is not right yet. */
export async function action({
  request,
}: ActionFunctionArgs): Promise<{ readonly example: ExampleOrder | null }> {
  await admitStaff(request);
  const asked = question.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Response(null, { status: 400 });
  const { document, about, wish, language } = asked.data;
  const program = programOf(document);
  if (program === null) return { example: null };
  const made = { about: programOf(about) ?? program, ...(wish === null ? {} : { wish }) };
  return { example: exampleOrder(program, Date.now(), language, made) };
}

function programOf(document: unknown): Program | null {
  const parsed = parseProgram(document);
  return parsed.ok ? parsed.program : null;
}
