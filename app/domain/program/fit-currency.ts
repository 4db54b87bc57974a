import { currencyDigits, formatMoney, parseMoney } from "../money.ts";
import type {
  LevelDocument,
  PerkDocument,
  ProgramDocument,
  RewardDocument,
  RuleDocument,
} from "./document/document.ts";

/** The currency ready-made programs are written in. */
const WRITTEN_IN = "EUR";
const WRITTEN_DIGITS = 2;

/**
 * What is about as much as a euro, as a round figure: amounts to begin with need a sensible size, no rate of
 * the day. A currency that is not among them is taken for one of about a euro's worth.
 */
const ABOUT_A_EURO: readonly (readonly [amount: number, currencies: string])[] = [
  [5, "AED BRL ILS MYR PEN PLN QAR RON SAR TTD"],
  [10, "BOB CNY DKK EGP GTQ HKD MAD MOP NOK SEK UYU ZAR"],
  [20, "CZK HNL MDL MXN NIO TRY"],
  [50, "DOP MKD NPR PHP THB TWD UAH"],
  [100, "BDT DZD INR ISK JPY KES LKR RSD RUB VUV XPF"],
  [500, "AMD HUF KZT PKR XAF XOF"],
  [1_000, "ARS CLP CRC KRW NGN"],
  [5_000, "COP MMK UGX"],
  [10_000, "IDR LAK UZS"],
  [20_000, "VND"],
];
const sizes = new Map(
  ABOUT_A_EURO.flatMap(([amount, codes]) => codes.split(" ").map((code) => [code, amount] as const)),
);

/** A round amount of about a euro's worth, in whole units of the currency: 100 for JPY. */
export function aboutAEuro(currency: string): number {
  return sizes.get(currency) ?? 1;
}

/**
 * A program written in euros with its amounts in another currency: of sensible size, with no more decimals than
 * the currency has. Rewards whose name says an amount of euros are called by what they give.
 */
export function inCurrency(document: ProgramDocument, currency: string): ProgramDocument {
  if (currency === document.currency) return document;
  const { earning, tiers, rewards } = document;
  const fit = (amount: string) => amountIn(currency, amount);
  return {
    ...document,
    currency,
    earning: { ...earning, rules: earning.rules.map((rule) => fitRule(rule, fit)) },
    ...(tiers === undefined
      ? {}
      : {
          tiers: {
            ...tiers,
            levels: tiers.levels.map((level) => fitLevel(level, tiers.metric === "spend" ? fit : same, fit)),
          },
        }),
    rewards: rewards.map((reward) => fitReward(reward, fit)),
  };
}

type Fit = (amount: string) => string;
const same: Fit = (amount) => amount;

/** An amount of euros as about as much of another currency. */
function amountIn(currency: string, amount: string): string {
  const cents = parseMoney(amount, WRITTEN_DIGITS);
  const digits = currencyDigits(currency);
  if (cents === null || digits === null || currency === WRITTEN_IN) return amount;
  const minor = Math.round((cents * aboutAEuro(currency) * 10 ** digits) / 10 ** WRITTEN_DIGITS);
  return formatMoney(minor, digits);
}

function fitRule(rule: RuleDocument, fit: Fit): RuleDocument {
  const order = rule.order?.minSubtotal === undefined ? {} : { order: withMinimum(rule.order, fit) };
  return rule.kind === "spend" ? { ...rule, ...order, per: fit(rule.per) } : { ...rule, ...order };
}

function fitLevel(level: LevelDocument, fitFrom: Fit, fit: Fit): LevelDocument {
  return { ...level, from: fitFrom(level.from), perks: level.perks.map((perk) => fitPerk(perk, fit)) };
}

function fitPerk(perk: PerkDocument, fit: Fit): PerkDocument {
  if (typeof perk === "string" || !("minSubtotal" in perk)) return perk;
  return typeof perk.minSubtotal === "string" ? { ...perk, minSubtotal: fit(perk.minSubtotal) } : perk;
}

function fitReward(reward: RewardDocument, fit: Fit): RewardDocument {
  const fitted = withMinimum(reward, fit);
  if (!("value" in fitted || "variable" in fitted)) return fitted;
  const { name, value, variable, ...rest } = fitted;
  return {
    ...rest,
    ...(name === undefined || JSON.stringify(name).includes("€") ? {} : { name }),
    ...(value === undefined ? {} : { value: fit(value) }),
    ...(variable === undefined ? {} : { variable: { ...variable, value: fit(variable.value) } }),
  };
}

function withMinimum<Part extends { minSubtotal?: string | undefined }>(part: Part, fit: Fit): Part {
  return part.minSubtotal === undefined ? part : { ...part, minSubtotal: fit(part.minSubtotal) };
}
