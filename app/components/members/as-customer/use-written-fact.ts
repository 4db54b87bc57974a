import type { FactLine } from "#app/queries/customers/member-figures.ts";
import { useShares } from "../../customers/use-shares.ts";
import { useShopFormat } from "../../formats.tsx";
import { customerTexts, groupName } from "../../i18n/customers/customer-texts.ts";
import { useTexts } from "../../i18n/language.tsx";

/** A fact's value, as it was exported, in the reader's language. */
export function useWrittenFact(): (value: FactLine["value"], isMoney: boolean) => string {
  const t = useTexts(customerTexts);
  const written = useShares();
  const { currencyDigits } = useShopFormat();
  return (value, isMoney) => {
    if (typeof value === "number") return written("number", value);
    if (typeof value === "boolean") return value ? t.yes : t.no;
    return isMoney ? written("money", Number(value) * 10 ** currencyDigits) : groupName(t.groups, value);
  };
}
