import { localDay, startOfPeriod } from "#app/domain/calendar.ts";
import { listAt, valueAt } from "#app/domain/program/document/document-path.ts";
import { useHost } from "../../../host/host.tsx";
import { challengeTexts } from "../../../i18n/challenges/challenge-texts.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useEditing } from "../../editor/editing.tsx";
import { useProgramZone } from "../../fields/instant-field.tsx";
import type { Beginning } from "../add-entry.tsx";

type Language = "en" | "de";

interface Ground {
  /** What shoppers read is in the program's own language where we write it. */
  readonly language: Language;
  /** Goods carry tags and a kind; else the merchant names the group they are of. */
  readonly tags: boolean;
  /** The first reward that can be given; null: there is none. */
  readonly reward: string | null;
  /** The Monday of this week: `2026-01-05`. */
  readonly monday: string;
}

const ORDER = { count: "purchases", atLeast: 1 };

type Names = (typeof challengeTexts)["en"]["ready"];

const somethingNew = ({ tags }: Ground, names: Names): Beginning => ({
  stem: "weekly-new",
  words: "readyNew",
  begin: {
    name: names.somethingNew,
    kind: "goal",
    every: "week",
    goal: { count: "units", atLeast: 1, lines: tags ? { tags: [names.tagNew] } : { collections: [] } },
    give: { points: 100 },
  },
});

const explorer = ({ tags }: Ground, names: Names): Beginning => ({
  stem: "explorer",
  words: "readyExplorer",
  begin: {
    name: names.explorer,
    kind: "goal",
    every: "month",
    goal: { count: tags ? "types" : "products", atLeast: 3 },
    steps: [
      { at: 1, points: 10 },
      { at: 2, points: 20 },
    ],
    give: { points: 100 },
    badge: names.explorerBadge,
  },
});

const streak = (_: Ground, names: Names): Beginning => ({
  stem: "streak",
  words: "readyStreak",
  begin: {
    name: names.streak,
    kind: "streak",
    every: "week",
    length: 4,
    goal: ORDER,
    give: { points: 200 },
    repeat: true,
  },
});

const tenthCoffee = ({ tags, reward }: Ground, names: Names): Beginning => ({
  stem: "tenth-coffee",
  words: "readyTenth",
  begin: {
    name: names.tenth,
    kind: "stamps",
    per: 10,
    lines: tags ? { types: [names.typeCoffee] } : { collections: [] },
    give: reward === null ? { points: 100 } : { reward },
    repeat: true,
  },
});

const surprise = ({ monday }: Ground, names: Names): Beginning => ({
  stem: "surprise",
  words: "readySurprise",
  begin: {
    name: names.surprise,
    kind: "surprise",
    everyWeeks: 5,
    from: monday,
    goal: ORDER,
    oneOf: [
      { points: 20, weight: 3 },
      { points: 50, weight: 1 },
    ],
  },
});

const bigBasket = (_: Ground, names: Names): Beginning => ({
  stem: "big-basket",
  words: "readyBasket",
  begin: {
    name: names.basket,
    kind: "goal",
    every: "day",
    goal: { count: "value", atLeast: "100" },
    give: { points: 50 },
  },
});

/** Challenges to begin with, as a merchant would set them, each to be changed afterwards. */
export function readyMade(ground: Ground): readonly Beginning[] {
  const names = challengeTexts[ground.language].ready;
  return [somethingNew, explorer, streak, tenthCoffee, surprise, bigBasket].map((begin) =>
    begin(ground, names),
  );
}

/** A free product first: it is what a stamp card is for. What members price themselves cannot be given. */
function rewardToGive(document: unknown): string | null {
  const givable = listAt(document, ["rewards"]).filter(
    (reward) => valueAt(reward, ["variable"]) === undefined && valueAt(reward, ["enabled"]) !== false,
  );
  const found = givable.find((reward) => valueAt(reward, ["kind"]) === "freeProduct") ?? givable[0];
  const id = valueAt(found, ["id"]);
  return typeof id === "string" ? id : null;
}

export function useReadyMade(): readonly Beginning[] {
  const { document } = useEditing();
  const { abilities } = useHost();
  const mine = useLanguage();
  const monday = useThisMonday();
  const spoken = valueAt(document, ["language"]);
  return readyMade({
    language: spoken === "de" || spoken === "en" ? spoken : mine,
    tags: abilities.tags,
    reward: rewardToGive(document),
    monday,
  });
}

/** The Monday of this week by the program's clock: `2026-01-05`. */
export function useThisMonday(): string {
  const { now } = useEditing();
  const zone = useProgramZone();
  return localDay(startOfPeriod(now, zone, "week"), zone);
}
