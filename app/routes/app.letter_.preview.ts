import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { letterContent } from "#app/domain/messages/letter-content.ts";
import { SHOPPER_LANGUAGES } from "#app/domain/shops/merchant-choices.ts";
import { letterFaults, type LetterFault } from "#app/messages/letter/letter-faults.ts";
import { renderContent } from "#app/messages/letter/render-letter.ts";
import { factsToPreview } from "#app/queries/messages/letter-preview.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const question = z.object({
  template: z.string().max(100),
  language: z.enum(SHOPPER_LANGUAGES),
  content: letterContent,
  memberId: z
    .string()
    .regex(/^\d{1,18}$/u)
    .nullable(),
});

/** Nowhere: a preview is not clicked. */
const LINKS = { shop: "#", preferences: "#", unsubscribe: "#" };

/** A letter as a member would get it now. */
export interface LetterShown {
  readonly faults: readonly LetterFault[];
  /** Null: something is wrong with it, or there is no member to show it for. */
  readonly letter: { readonly subject: string; readonly html: string } | null;
}

/** How a letter looks as it is typed, and what is wrong with it. */
export async function action({ request }: ActionFunctionArgs): Promise<{ readonly shown: LetterShown }> {
  const { database, shop } = await admitStaff(request);
  const asked = question.safeParse(await request.json().catch(() => null));
  const program = shop.live?.program;
  if (!asked.success || program === undefined) throw new Response(null, { status: 400 });
  const { content, ...whom } = asked.data;
  const faults = letterFaults(content);
  if (faults.length > 0) return { shown: { faults, letter: null } };
  const facts = await factsToPreview(database, shop, { ...whom, program, now: Date.now() });
  if (facts === null) return { shown: { faults, letter: null } };
  const { subject, html } = await renderContent(content, { template: whom.template, facts, links: LINKS });
  return { shown: { faults, letter: { subject, html } } };
}
