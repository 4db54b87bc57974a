import { z } from "zod";
import { noteTestMail } from "#app/commands/messages/note-test-mail.ts";
import { saveLetter } from "#app/commands/messages/save-letter.ts";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { sendTestMail } from "#app/deliveries/send-test-mail.ts";
import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { isReadyMadeLetter } from "#app/domain/journeys/describe/letter-names.ts";
import { letterContent } from "#app/domain/messages/letter-content.ts";
import { SHOPPER_LANGUAGES } from "#app/domain/shops/merchant-choices.ts";
import { letterFaults } from "#app/messages/letter/letter-faults.ts";
import { mailFromEnvironment, mailIsSetUp } from "#app/messages/mail.server.ts";
import { factsToPreview } from "#app/queries/messages/letter-preview.ts";
import type { AdminVisitor } from "./admin-visitor.server.ts";

const template = z.string().min(1).max(100);
const language = z.enum(SHOPPER_LANGUAGES);
const content = z
  .string()
  .max(200_000)
  .transform((text) => parseCleanJson(text))
  .pipe(letterContent);
const revision = z
  .string()
  .regex(/^\d{1,9}$/u)
  .transform(Number);

const wish = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), template, language, content, revision, name: z.string().max(80) }),
  z.object({ intent: z.literal("as_shipped"), template, language, revision }),
  z.object({
    ...{ intent: z.literal("test"), template, language, content },
    to: z.email().max(254),
    memberId: z.string().regex(/^\d{0,18}$/u),
  }),
]);

/** What is done with a letter on its page. */
export async function changeLetter(visitor: AdminVisitor, form: FormData, now: Instant): Promise<DeedAnswer> {
  const parsed = wish.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0];
    if (field === "to") return { kind: "wrong", field: "to", problem: "address" };
    throw new Response(null, { status: 400 });
  }
  const wished = parsed.data;
  if (wished.intent === "test") return test(visitor, wished, now);
  const { database, shop, actor } = visitor;
  if (wished.intent === "save" && letterFaults(wished.content).length > 0)
    return { kind: "wrong", field: "letter", problem: "faults" };
  const isShipped = isReadyMadeLetter(wished.template);
  const name = isShipped || wished.intent !== "save" ? null : wished.name;
  if (name === "" || (wished.intent === "as_shipped" && !isShipped))
    throw new Response(null, { status: 400 });
  const saved = await saveLetter(database, {
    ...{ shopId: shop.shopId, template: wished.template, language: wished.language, name },
    content: wished.intent === "save" ? wished.content : null,
    ...{ revision: wished.revision, actor, now },
  });
  return saved.ok ? { kind: "done", deed: wished.intent } : { kind: "refused", refusal: saved.refusal };
}

async function test(
  { database, shop, actor }: AdminVisitor,
  wished: Extract<z.output<typeof wish>, { intent: "test" }>,
  now: Instant,
): Promise<DeedAnswer> {
  const { template: named, language: inLanguage, content: written, to } = wished;
  const program = shop.live?.program;
  if (!mailIsSetUp() || program === undefined || letterFaults(written).length > 0)
    return { kind: "wrong", field: "letter", problem: "faults" };
  const memberId = wished.memberId === "" ? null : wished.memberId;
  const facts = await factsToPreview(database, shop, {
    ...{ template: named, memberId, language: inLanguage, program, now },
  });
  if (facts === null) return { kind: "wrong", field: "to", problem: "nobody" };
  if (!(await noteTestMail(database, shop.shopId, { template: named, actor, now })))
    return { kind: "refused", refusal: "too_many_test_mails" };
  const mail = mailFromEnvironment();
  assert(mail !== null, "a mail server is set up");
  const taken = await sendTestMail(mail, { to, template: named, content: written, facts, mark: "[Test]" });
  return taken ? { kind: "done", deed: "test" } : { kind: "wrong", field: "to", problem: "not_taken" };
}
