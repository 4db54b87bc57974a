import { shortMoney } from "#app/domain/program/texts/short-money.ts";
import { useShopFormat } from "../formats.tsx";
import { useLanguage } from "../i18n/language.tsx";

/** Money of the shop as a sentence writes it: "€5". */
export function useShortMoney(): (minor: number) => string {
  const language = useLanguage();
  const { currency, currencyDigits } = useShopFormat();
  return (minor) => shortMoney(minor, { currency, digits: currencyDigits, language });
}
