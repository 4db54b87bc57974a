import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { HistoryFigures } from "#app/domain/history/history-figures.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { pointsWorth } from "#app/domain/program/points-worth.ts";
import { loadBooks, type OpenBooks } from "#app/db/books/open-books.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { changeImport, type HistoryImport, type ImportChange } from "#app/db/history/history-import.ts";
import {
  countForeseenTiers,
  nextPeople,
  readPeopleToBook,
  setAside,
  sumForeseen,
  writeForeseen,
} from "#app/db/history/history-people.ts";
import { readShop, type Shop } from "#app/db/shops/shops.ts";
import { knownMembers } from "../inbox/decide-batch.ts";
import { type PastBatch, tellPast } from "./apply-history.ts";
import { type JudgingProgram, programForHistory } from "./history-program.ts";
import { restartPreview } from "./preview-history.ts";
import { readPast } from "./read-past.ts";
import type { PeopleTurn, TurnOptions } from "./people-turn.ts";

const LIMITS = { people: 100, orders: 300 };

/**
 * Finds out for some people what booking their past would give them, and books nothing: the same code
 * over the same books, of which nothing is recorded. With the last of them the preview is ready. Where
 * the program has changed meanwhile it begins anew.
 */
export function foreseeHistory(
  database: Database,
  shopId: number,
  run: HistoryImport,
  { behind, now }: TurnOptions,
): Promise<PeopleTurn | "end" | "done" | "restarted"> {
  return database.transaction(async (tx) => {
    const shop = await readShop(tx, shopId);
    assert(shop !== null && run.judgedBy !== null, "a preview is of a known shop and by a program");
    const judging = await programForHistory(tx, shop, run.judgedBy.program, now);
    if (judging === null || judging.judgedBy.number !== run.judgedBy.number) {
      await restartPreview(tx, shop, run, { now });
      return "restarted";
    }
    const people = await nextPeople(tx, shopId, "foreseen", { limits: LIMITS, behind });
    const last = people.at(-1);
    if (last === undefined) {
      if (behind !== null) return "end";
      const figures = await addUp(tx, shopId, judging);
      await changeImport(tx, shopId, run, { state: "ready", figures, previewedAt: now, ...NO_TROUBLE });
      return "done";
    }
    const judge = {
      version: judging.version.version,
      upcoming: judging.isUpcoming ? judging.version : null,
    };
    const past = await readPast(tx, shop, await readPeopleToBook(tx, shopId, people), { judge, now });
    const { batch, waiting, questions, withheld } = past;
    await setAside(tx, shopId, withheld);
    if (batch.people.length > 0) await foresee(tx, shop, batch, { judging, now });
    return {
      told: batch.people.length,
      waiting: waiting.length,
      questions,
      setAside: [...withheld.values()],
      last,
    };
  });
}

async function foresee(
  tx: Statements,
  shop: Shop,
  batch: PastBatch,
  { judging, now }: { readonly judging: JudgingProgram; readonly now: Instant },
): Promise<void> {
  const { books } = await openUnrecorded(tx, shop, batch, judging);
  const { gains } = tellPast(books, batch, judging.version.version, now);
  const nothing = {
    isNew: false,
    earned: 0,
    expired: 0,
    outstanding: 0,
    revenueMinor: 0,
    tierLevelId: null,
  };
  const foreseen = batch.people.map(({ person }) => [person, gains.get(person) ?? nothing] as const);
  await writeForeseen(tx, shop.shopId, new Map(foreseen));
}

const NO_TROUBLE: ImportChange = { failures: 0, reason: null };

/** Books of those who are members; whoever is new gets a number for the moment. */
async function openUnrecorded(
  tx: Statements,
  shop: Shop,
  { plan, directory }: PastBatch,
  judging: JudgingProgram,
): Promise<OpenBooks> {
  const known = await knownMembers(tx, shop.shopId, plan, directory);
  const strangers = [...directory.people].filter(({ memberId }) => memberId === null);
  strangers.forEach((person, index) => {
    person.memberId = `new-${String(index)}`;
  });
  return loadBooks(tx, shop.shopId, known, judging.isUpcoming ? judging.version : null);
}

async function addUp(
  tx: Statements,
  shopId: number,
  { version: { program } }: JudgingProgram,
): Promise<HistoryFigures> {
  const sums = await sumForeseen(tx, shopId);
  assert(sums !== null, "a sum has a row");
  const counts = new Map((await countForeseenTiers(tx, shopId)).map((row) => [row.levelId, row.people]));
  const levels = program.tiers?.levels ?? [];
  const onLevels = levels.map(({ id, name }) => ({
    name: inLanguage(name, program.language),
    people: counts.get(id) ?? 0,
  }));
  const without = sums.people - onLevels.reduce((sum, level) => sum + level.people, 0);
  const tiers = levels.length > 0 && without > 0 ? [...onLevels, { name: null, people: without }] : onLevels;
  return { ...sums, worth: pointsWorth(program), tiers };
}
