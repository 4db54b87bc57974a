import type { PeopleTurn, TurnOptions } from "#app/commands/history/people-turn.ts";
import { changeImport } from "#app/db/history/history-import.ts";
import { countUnanswered, type ShopQuestion } from "#app/db/questions/shop-questions.ts";
import { log } from "#app/log.server.ts";
import type { ImportStep } from "./import-step.ts";

/** A round hands over after so long, so that other shops have their turn and the process can stop. */
const ROUND_MS = 5_000;
/**
 * So many questions, or people who wait for them, are out at once: enough for the shop to be asked without
 * a pause, and no flood in front of the questions new orders wait for.
 */
const MOST_QUESTIONS = 200;
const MOST_WAITING = 300;
/** An answer wakes it; should that get lost, it looks again by itself. */
const LOOK_AGAIN_MS = 10 * 60_000;

type Told = PeopleTurn | "end" | "done" | "restarted";

/**
 * Goes through the people of an import a turn at a time, past those of whom the shop is asked something.
 * When only such are left, or enough of them, it rests until the shop has answered, and then begins with
 * them again. Nothing of a round is kept: what was told is written down, and so are the questions.
 */
export async function goThroughPeople(
  step: ImportStep,
  tell: (options: TurnOptions) => Promise<Told>,
): Promise<"rested" | "again"> {
  const { database, shop, now, stopping } = step;
  const until = now() + ROUND_MS;
  const asked = new Map<string, ShopQuestion>();
  let behind: string | null = null;
  let waiting = 0;
  let told = 0;
  for (;;) {
    const turn = await tell({ behind, now: now() });
    if (turn === "done") return "rested";
    // A program that has changed begins a preview of its own.
    if (turn === "restarted") return "again";
    if (turn === "end") {
      if (waiting > 0) return restUntilAnswered(step, [...asked.values()]);
      // Nobody waits, but somebody may have come in front of the last one meanwhile.
      behind = null;
      continue;
    }
    if (turn.questions.length > 0) await database.notify("questions", String(shop.shopId));
    for (const reason of turn.setAside) log.warn("history_set_aside", { shopId: shop.shopId, reason });
    for (const question of turn.questions) asked.set(`${question.about} ${question.subjectId}`, question);
    behind = turn.last;
    waiting += turn.waiting;
    told += turn.told;
    if (asked.size >= MOST_QUESTIONS || waiting >= MOST_WAITING) {
      return restUntilAnswered(step, [...asked.values()]);
    }
    // Who waits is read anew by every round: one that has told nobody yet would get no further by stopping here.
    if (stopping.aborted || (told > 0 && now() >= until)) return "again";
  }
}

async function restUntilAnswered(
  { database, shop, run, now }: ImportStep,
  asked: readonly ShopQuestion[],
): Promise<"rested" | "again"> {
  const { shopId } = shop;
  const nextAt = now() + LOOK_AGAIN_MS;
  await changeImport(database, shopId, run, { waiting: true, nextAt, failures: 0, reason: null });
  // Whatever was answered before this was written down wakes nobody.
  if ((await countUnanswered(database, shopId, asked)) < asked.length) return "again";
  log.info("history_waits", { shopId, questions: asked.length });
  return "rested";
}
