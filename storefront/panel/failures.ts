import type { StorefrontAnswer, StorefrontRefusal } from "../state.ts";
import { say, type FailureWord } from "../words/words.ts";
import type { Asked } from "./ask-app.ts";
import type { Speech } from "./speech.ts";

export interface Failure {
  readonly ok: false;
  readonly word: FailureWord;
  readonly text: string;
}

const WORD_BY_REFUSAL: Readonly<Record<StorefrontRefusal, FailureWord>> = {
  not_signed_in: "signedOut",
  not_a_member: "notMember",
  invalid_request: "unavailable",
  program_missing: "noProgram",
  reward_unknown: "reward",
  challenge_unknown: "challenge",
  reward_not_available: "reward",
  tier_not_entitled: "tier",
  limit_reached: "limit",
  out_of_stock: "stock",
  claiming_paused: "paused",
  points_choice_invalid: "choice",
  points_insufficient: "points",
  code_unknown: "code",
  code_not_open: "code",
  already_asked_differently: "unavailable",
  too_many_in_an_hour: "often",
  shop_refused: "shopRefused",
  unavailable: "unavailable",
};

/** Why a change did not happen, in the shopper's words; null when it did. */
export function failureOf(asked: Asked<StorefrontAnswer>, speech: Speech): Failure | null {
  if (asked.ok && asked.answer.ok) return null;
  if (!asked.ok) return told(asked.sent ? "unsure" : "offline", null, speech);
  if (asked.answer.ok) return null;
  return told(WORD_BY_REFUSAL[asked.answer.refusal], asked.answer.missing, speech);
}

function told(word: FailureWord, missing: number | null, speech: Speech): Failure {
  const values = missing === null ? {} : { points: speech.points(missing) };
  return { ok: false, word, text: say(speech.words.failed[word], values) };
}
