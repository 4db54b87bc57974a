import type { SpokenProgram, ToldGift } from "#app/domain/referral/friend-told.ts";
import { SHOPPER_LANGUAGES, type ShopperLanguage } from "#app/domain/shops/merchant-choices.ts";
import { mainLanguage } from "#app/domain/program/texts/text.ts";
import { makeSpeech, type Speech } from "#storefront/panel/speech.ts";
import { letterLanguage } from "../letter/letter-language.ts";
import deFormal from "../words/referral/de-formal.ts";
import de from "../words/referral/de.ts";
import en from "../words/referral/en.ts";
import es from "../words/referral/es.ts";
import fr from "../words/referral/fr.ts";
import type { FriendWords } from "../words/referral/friend-words.ts";
import it from "../words/referral/it.ts";
import nl from "../words/referral/nl.ts";

const WORDS: Readonly<Record<ShopperLanguage, FriendWords>> = { en, de, fr, es, it, nl };

/** The words to friends in a language, with the formatters of the panel. */
export interface FriendSpeech {
  /** As `lang` names it. */
  readonly language: ShopperLanguage;
  readonly words: FriendWords;
  readonly speech: Speech;
  readonly gift: (gift: ToldGift) => string;
}

/** Whoever reads another language reads English. */
export function friendSpeech(spoken: SpokenProgram): FriendSpeech {
  const language = SHOPPER_LANGUAGES.find((known) => known === mainLanguage(spoken.language)) ?? "en";
  const { at, currency, currencyDigits, timezone, pointsName } = spoken;
  const speech = makeSpeech(
    { at, currency, currencyDigits, timezone, program: { pointsName } },
    letterLanguage(spoken).panel,
    language,
  );
  return {
    language,
    words: language === "de" && spoken.formal ? deFormal : WORDS[language],
    speech,
    gift: (gift) => (gift.kind === "points" ? speech.points(gift.points) : speech.reward(gift.reward)),
  };
}
