import { viewBooks } from "#app/db/books/view-books.ts";
import type { Database } from "#app/db/client.ts";
import type { Recipient } from "#app/db/messages/recipients.ts";
import type { StoredMessage } from "#app/db/messages/message-rows.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import { assert } from "#app/domain/assert.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { LetterFacts } from "#app/domain/messages/letter-facts.ts";
import type { Program } from "#app/domain/program/program.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { languageOffered } from "#app/domain/shops/merchant-choices.ts";
import { rewardName } from "../storefront/storefront-reward-name.ts";
import { storefrontTier } from "../storefront/storefront-tier.ts";

export interface LetterToBe {
  readonly facts: LetterFacts;
  /** The code it carries was used already: there is nothing to say any more. */
  readonly codeIsUsed: boolean;
}

/** What a letter is written from: the message, or one that only shows what it would be. */
type MessageToTell = Pick<StoredMessage, "about" | "code" | "purpose" | "template">;

/** What a message may tell of, as it stands now. Null where the shop has no program, or no such member. */
export async function letterToBe(
  database: Database,
  shop: Shop,
  {
    message,
    recipient,
    readIn = null,
  }: {
    readonly message: MessageToTell;
    readonly recipient: Recipient;
    /** Null: the language that the shop's members read. */
    readonly readIn?: string | null;
  },
  now: Instant,
): Promise<LetterToBe | null> {
  const { shopId, settings } = shop;
  if (shop.liveVersion === null) return null;
  const books = await viewBooks(database, shopId, [recipient.memberId], now);
  const member = books.members.get(recipient.memberId);
  if (member === undefined) return null;
  const program = liveProgram(books);
  const language = readIn ?? languageOffered(settings.languages, shop.locale ?? program.language);
  assert(language !== null, "a program has a language");
  const carried = message.code ?? message.about.code;
  const code = carried === undefined ? undefined : member.codes.get(carried);
  const tier = storefrontTier(member, program, language, now);
  const next = program.tiers?.levels.find(({ id }) => id === tier?.next?.levelId);
  const facts: LetterFacts = {
    at: now,
    language,
    formal: settings.address === "Sie",
    purpose: message.purpose,
    currency: program.currency,
    currencyDigits: program.currencyDigits,
    timezone: shop.timezone ?? program.timezone,
    shopName: shop.name ?? inLanguage(program.name, language),
    programName: inLanguage(program.name, language),
    accent: settings.look.accent,
    firstName: recipient.firstName,
    available: member.balance.available,
    pointsName: inLanguage(program.pointsName, language),
    metric: program.tiers?.metric ?? "points",
    tier:
      tier === null
        ? null
        : {
            name: tier.name,
            next: next === undefined ? null : inLanguage(next.name, language),
            missing: tier.next?.missing ?? null,
            percent: tier.percent,
            keepMissing: tier.keepMissing,
            until: tier.graceUntil ?? tier.until,
          },
    news: newsOf(message, member, program, language),
    code: code === undefined ? null : { text: code.code, endsAt: code.expiresAt },
  };
  return { facts, codeIsUsed: code?.state === "used" };
}

/** What the message is about, as it was written down; what was left out is what stands now. */
function newsOf(
  { about, template }: MessageToTell,
  member: MemberBook,
  program: Program,
  language: string,
): LetterFacts["news"] {
  const reward = program.rewards.find(({ id }) => id === about.rewardId);
  const challenge = program.challenges.find(({ id }) => id === about.challengeId);
  const held = template === "tier-reached" || template === "tier-in-grace" ? member.tier.levelId : null;
  const level = program.tiers?.levels.find(({ id }) => id === (about.levelId ?? held));
  const soonest = template === "points-expiring" ? soonestExpiry(member) : null;
  const grace = template === "tier-in-grace" ? member.tier.graceUntil : null;
  return {
    points: about.points ?? soonest?.points ?? null,
    reward: reward === undefined ? null : rewardName(reward, language),
    level: level === undefined ? null : inLanguage(level.name, language),
    challenge: challenge === undefined ? null : inLanguage(challenge.name, language),
    endsAt: about.endsAt ?? soonest?.endsAt ?? grace,
  };
}

function soonestExpiry({ lots }: MemberBook): { readonly points: number; readonly endsAt: Instant } | null {
  const ending = [...lots.values()].flatMap(({ state, remaining, expiresAt }) =>
    state === "open" && remaining > 0 && expiresAt !== null ? [{ remaining, expiresAt }] : [],
  );
  if (ending.length === 0) return null;
  const endsAt = Math.min(...ending.map(({ expiresAt }) => expiresAt));
  const points = ending
    .filter(({ expiresAt }) => expiresAt === endsAt)
    .reduce((sum, { remaining }) => sum + remaining, 0);
  return { points, endsAt };
}
