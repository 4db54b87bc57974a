import type { Speech } from "../panel/speech.ts";
import type {
  StorefrontCampaign,
  StorefrontPeriod,
  StorefrontScope,
  StorefrontState,
  StorefrontWay,
} from "../state.ts";
import { say } from "../words/words.ts";
import { timesWords } from "./tiers.ts";

/** What a shopper does to earn: the merchant's name for it, or what it is. */
export function wayWords(speech: Speech, way: StorefrontWay): string {
  return way.name ?? plainWords(speech, way);
}

function plainWords(speech: Speech, way: StorefrontWay): string {
  const { words } = speech;
  switch (way.kind) {
    case "spend":
      return say(way.bonus ? words.waySpendMore : way.step ? words.wayStep : words.waySpend, {
        money: way.perMinor === null ? "" : speech.money(way.perMinor),
      });
    case "item":
      return words.wayItem;
    case "order":
      if (way.nth === null) return words.wayOrder;
      return way.nth === 1 ? words.wayFirstOrder : say(words.wayNth, { number: speech.number(way.nth) });
    case "activity":
      return activityWords(speech, way.activity);
  }
}

/** The factor of the member's own level; "1" for whoever has none. */
export function ownFactor({ program, viewer }: StorefrontState): string {
  const levelId = viewer.kind === "member" ? viewer.tier?.levelId : undefined;
  return program.tiers?.levels.find(({ id }) => id === levelId)?.multiplier ?? "1";
}

/** What it gives this member: a level's factor counts for what is spent. */
export function wayPoints(speech: Speech, state: StorefrontState, way: StorefrontWay): string {
  const own = way.kind === "spend" ? Number(ownFactor(state)) : 1;
  const points = way.points * own;
  return points < 0 ? `−${speech.points(-points)}` : `+${speech.points(points)}`;
}

/** "1 Bohne, 1.25× as Silver": where the level makes more of it; null elsewhere. */
export function ownRate(speech: Speech, state: StorefrontState, way: StorefrontWay): string | null {
  const factor = ownFactor(state);
  const { viewer } = state;
  if (way.kind !== "spend" || factor === "1" || viewer.kind !== "member" || viewer.tier?.name == null) {
    return null;
  }
  return say(speech.words.ownRate, {
    points: speech.points(way.points),
    factor: speech.factor(factor),
    tier: viewer.tier.name,
  });
}

/** Everything a way asks for, what it is where it has a name of its own, and how often it gives. */
export function wayConditions(speech: Speech, way: StorefrontWay): string[] {
  const { words } = speech;
  const parts: string[] = [];
  if (way.name !== null && way.kind !== "activity") parts.push(plainWords(speech, way));
  if (way.minSubtotalMinor !== null) {
    parts.push(say(words.minimum, { money: speech.money(way.minSubtotalMinor) }));
  }
  const lists: readonly [string, readonly string[]][] = [
    [words.onlyChannels, way.channels.map((channel) => words.channels[channel] ?? channel)],
    [words.onlyCodes, way.codes],
    [words.onlyPayments, way.payments],
  ];
  for (const [sentence, list] of lists) {
    if (list.length > 0) parts.push(say(sentence, { list: speech.list(list) }));
  }
  if (way.someMembers) parts.push(words.someMembers);
  return [...parts, ...scopeWords(speech, way, way.kind === "item"), ...limitWords(speech, way.limit)];
}

/** When and for whom it holds. Products that the sentence names already are not told twice. */
function scopeWords(speech: Speech, scope: StorefrontScope, productsTold: boolean): string[] {
  const { words } = speech;
  const parts: string[] = [];
  if (scope.someProducts && !productsTold) parts.push(words.someProducts);
  if (scope.tiers.length > 0) parts.push(say(words.rewardTier, { tiers: speech.list(scope.tiers) }));
  if (scope.weekdays.length > 0) parts.push(say(words.weekdays, { list: speech.weekdays(scope.weekdays) }));
  if (scope.from !== null) parts.push(say(words.from, { day: speech.day(scope.from) }));
  if (scope.until !== null) parts.push(say(words.until, { day: speech.lastDay(scope.until) }));
  return parts;
}

function limitWords(speech: Speech, limit: StorefrontWay["limit"]): string[] {
  if (limit === null) return [];
  const { words } = speech;
  const parts: string[] = [];
  if (limit.count !== null) {
    const often = limit.count === 1 ? words.once : words.often;
    parts.push(say(often, { number: speech.number(limit.count), per: words.per[limit.per] }).trim());
  }
  if (limit.points !== null) parts.push(capWords(speech, limit.points, limit.per));
  if (limit.pauseMinutes !== null) {
    const hours = Math.ceil(limit.pauseMinutes / 60);
    parts.push(say(words.pause, { hours: speech.counted(words.hours, hours) }));
  }
  return parts;
}

/** "at most 1,000 Bohnen a month". */
export function capWords(speech: Speech, points: number, per: StorefrontPeriod): string {
  const { words } = speech;
  return say(words.capped, { points: speech.points(points), per: words.per[per] }).trim();
}

/** A campaign, as a way to earn more: its name or what it does, and when and for whom. */
export function campaignWords(
  speech: Speech,
  campaign: StorefrontCampaign,
): { readonly title: string; readonly gives: string; readonly conditions: readonly string[] } {
  const gives = timesWords(speech, campaign.factor);
  const title = campaign.name === null ? speech.words.campaign : campaign.name;
  return { title, gives, conditions: scopeWords(speech, campaign, false) };
}

/** The merchant's name for it, ours, or the one it was reported under. */
export function activityWords(speech: Speech, activity: string | null, named: string | null = null): string {
  if (named !== null) return named;
  if (activity === null) return "";
  return speech.words.activities[activity] ?? activity.replaceAll("_", " ");
}
