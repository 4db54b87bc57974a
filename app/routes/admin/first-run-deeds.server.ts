import { z } from "zod";
import { chooseFirstProgram, moveFirstRun } from "#app/commands/first-run/change-first-run.ts";
import { publishFirstProgram } from "#app/commands/first-run/publish-first-program.ts";
import { tryFirstProgram } from "#app/commands/first-run/try-first-program.ts";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import {
  beginningFigures,
  type FirstChoices,
  GOALS,
  KINDS,
  readFigures,
} from "#app/domain/first-run/first-choices.ts";
import { FIRST_STEPS, type FirstStep } from "#app/domain/first-run/first-run.ts";
import { renderDocumentError } from "#app/domain/program/document/describe-error.ts";
import { adminFirstRun } from "#app/queries/first-run/admin-first-run.ts";
import type { AdminVisitor } from "./admin-visitor.server.ts";

/** 0: the page was showing no draft. */
const revision = z
  .string()
  .regex(/^\d{1,9}$/u)
  .transform(Number);
const language = z.enum(["en", "de"]);

export const firstRunWish = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("choose"), goal: z.enum(GOALS), kind: z.enum(KINDS), revision, language }),
  z.object({
    intent: z.literal("figures"),
    pointsPerUnit: z.string(),
    rewardCost: z.string(),
    firstLevel: z.string(),
    step: z.enum(FIRST_STEPS),
    revision,
    language,
  }),
  z.object({ intent: z.literal("try") }),
  z.object({ intent: z.literal("step"), step: z.enum(FIRST_STEPS) }),
  z.object({ intent: z.literal("publish"), revision }),
  z.object({ intent: z.enum(["skip", "finish"]) }),
]);

type Wish = z.output<typeof firstRunWish>;

/** What a merchant does in the first run. */
export async function doInFirstRun(visitor: AdminVisitor, wish: Wish): Promise<DeedAnswer> {
  const { database, shop, actor } = visitor;
  const by = { shopId: shop.shopId, actor, now: Date.now() };
  const done: DeedAnswer = { kind: "done", deed: wish.intent };
  switch (wish.intent) {
    case "choose":
      return choose(visitor, wish);
    case "figures":
      return figures(visitor, wish);
    case "try":
      await tryFirstProgram(database, by);
      return done;
    case "step":
      await moveFirstRun(database, { ...by, step: wish.step, ended: null });
      return done;
    case "skip":
      await moveFirstRun(database, { ...by, step: null, ended: "skipped" });
      return done;
    case "finish":
      await moveFirstRun(database, { ...by, step: "shop", ended: "done" });
      return done;
    case "publish": {
      const answer = await publishFirstProgram(database, { ...by, expectedRevision: wish.revision });
      if (answer.ok) return done;
      return answer.refusal === "wrong"
        ? { kind: "wrong", field: "program", problem: answer.errors.map(renderDocumentError).join("\n") }
        : { kind: "refused", refusal: answer.refusal };
    }
  }
}

async function choose(visitor: AdminVisitor, wish: Extract<Wish, { intent: "choose" }>): Promise<DeedAnswer> {
  const { database, shop } = visitor;
  const { goal, kind } = wish;
  const { choices, draftIsElsewhere } = await adminFirstRun(database, shop);
  // Figures that were set for this kind of shop stay; another kind begins with its own.
  const figures =
    choices?.kind === kind && !draftIsElsewhere
      ? choices.figures
      : beginningFigures(kind, currencyOf(visitor));
  return keep(visitor, wish, { goal, kind, figures }, "figures");
}

async function figures(
  visitor: AdminVisitor,
  wish: Extract<Wish, { intent: "figures" }>,
): Promise<DeedAnswer> {
  const { choices } = await adminFirstRun(visitor.database, visitor.shop);
  const read = readFigures(wish, currencyOf(visitor));
  // The page says at the fields what is wrong, and sends nothing of it.
  if (choices === null || !read.ok) throw new Response(null, { status: 400 });
  return keep(visitor, wish, { ...choices, figures: read.figures }, wish.step);
}

async function keep(
  { database, shop, actor }: AdminVisitor,
  { revision, language, intent }: { revision: number; language: string; intent: string },
  choices: FirstChoices,
  step: FirstStep,
): Promise<DeedAnswer> {
  const by = { shopId: shop.shopId, actor, now: Date.now() };
  const expectedRevision = revision === 0 ? null : revision;
  const kept = await chooseFirstProgram(database, { ...by, choices, step, language, expectedRevision });
  if (!kept.ok) return { kind: "refused", refusal: kept.refusal };
  await tryFirstProgram(database, by);
  return { kind: "done", deed: intent };
}

function currencyOf({ shop }: AdminVisitor): string {
  if (shop.currency === null) throw new Error("An installed shop has said its currency.");
  return shop.currency;
}
