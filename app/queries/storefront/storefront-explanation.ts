import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { ExplainedLine, Explanation } from "#app/domain/ledger/explanations/explanation.ts";
import { partsByRule, type LineTitles } from "#app/domain/ledger/explanations/explained-parts.ts";
import { ofExplanation } from "#app/domain/ledger/explanations/known-explanation.ts";
import { decimalText } from "#app/domain/program/texts/decimal-text.ts";
import type { Program, Rule } from "#app/domain/program/program.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { rational } from "#app/domain/rational.ts";
import type { Statements } from "#app/db/database.ts";
import { lineTitlesAsColumn, lineTitlesColumn, lineTitlesOf } from "#app/db/shops/line-titles.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import { readRows } from "#app/db/read-rows.ts";
import { storedExplanation } from "#app/db/stored-explanation.ts";
import type { StorefrontExplanation, StorefrontReason } from "#storefront/state-history.ts";

const explainedRow = z.object({
  version: z.int(),
  explanation: storedExplanation,
  titles: lineTitlesColumn,
});

type Of<Kind extends Explanation["kind"]> = Extract<Explanation, { kind: Kind }>;

const NOTHING_SAID: Omit<StorefrontReason, "what"> = {
  amountMinor: null,
  ofMinor: null,
  rate: null,
  points: null,
  at: null,
  text: null,
  named: null,
};

export interface ExplanationViewer {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly language: string | null;
}

/** The rules of the version an entry was posted under, and the language they are told in. */
interface Ruled {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly language: string | null;
  readonly titles: LineTitles;
}

/** The calculation behind one entry of this member's; null where the member has no such entry. */
export async function storefrontExplanation(
  statements: Statements,
  { shopId, memberId, language }: ExplanationViewer,
  key: string,
): Promise<StorefrontExplanation | null> {
  const [row] = await readRows(
    statements,
    explainedRow,
    `SELECT program_version AS version, explanation,
       ${lineTitlesAsColumn("$1", "explanation ->> 'orderId'")} AS titles
     FROM ledger_transaction WHERE shop_id = $1 AND member_id = $2::bigint AND transaction_id = $3::bigint`,
    [shopId, memberId, key],
  );
  if (row === undefined) return null;
  const versions = await readProgramVersions(statements, shopId);
  const found = versions.find(({ version }) => version === row.version);
  const ruled = { rules: rulesOf(found?.program), language, titles: lineTitlesOf(row.titles) };
  return { key, reasons: ofExplanation(row.explanation, (why) => reasonsFor(why, ruled), []) };
}

function rulesOf(program: Program | undefined): ReadonlyMap<string, Rule> {
  return new Map(program?.rules.map((rule) => [rule.id, rule]));
}

/** An explanation as lines that the widget puts into words. */
function reasonsFor(why: Explanation, ruled: Ruled): StorefrontReason[] {
  switch (why.kind) {
    case "order_earned":
      return reasonsForEarning(why, ruled);
    case "order_reduced":
      return reasonsForReduction(why);
    case "order_restored":
      return [reason("before", { points: why.before }), reason("now", { points: why.target })];
    case "activity":
      return [
        ...activityBonuses(why, ruled),
        ...(why.cutBy.length > 0 ? [reason("cut", { points: why.points })] : []),
        ...validity(why.expiresAt),
      ];
    case "matured":
      return [reason("now", { points: why.points }), ...validity(why.expiresAt)];
    case "debt_offset":
      return [
        reason("from_available", { points: why.points }),
        ...(why.debtLeft > 0 ? [reason("to_debt", { points: why.debtLeft })] : []),
      ];
    case "reinstated":
    case "adjusted":
    case "adjustment_undone":
      return [reason("reason", { text: why.reason })];
    case "opening":
      return validity(why.expiresAt);
    case "reward_held":
    case "reward_released":
    case "reward_used":
    case "reward_returned":
      return [reason("code", { text: why.code })];
    case "expired":
    case "tier_entry":
    case "gift_given":
    case "gift_taken_back":
    case "merged":
    case "unmerged":
      return [];
  }
}

function reason(what: StorefrontReason["what"], said: Partial<StorefrontReason>): StorefrontReason {
  return { ...NOTHING_SAID, ...said, what };
}

function validity(expiresAt: number | null): StorefrontReason[] {
  return expiresAt === null ? [] : [reason("expires_on", { at: expiresAt })];
}

function reasonsForEarning(why: Of<"order_earned">, ruled: Ruled): StorefrontReason[] {
  const silent = why.lines.filter((line) => line.rules.length === 0);
  const withoutPoints = silent.reduce((sum, line) => sum + line.basisMinor, 0);
  return [
    ...goods(why.lines, ruled),
    ...(withoutPoints > 0 ? [reason("goods_none", { amountMinor: withoutPoints })] : []),
    ...bonuses(why, ruled),
    ...(why.exactPoints.endsWith("/1") ? [] : [reason("rounded", { points: why.points })]),
    ...(why.cutBy.length > 0 ? [reason("cut", { points: why.points })] : []),
    ...(why.availableAt === null ? [] : [reason("available_on", { at: why.availableAt })]),
    ...validity(why.expiresAt),
  ];
}

/** What money earned, a line for every product, rule and factor. */
function goods(lines: readonly ExplainedLine[], { rules, titles }: Ruled): StorefrontReason[] {
  return partsByRule(lines, titles).flatMap(({ ruleId, product, multiplier, basisMinor, points }) => {
    const rule = rules.get(ruleId);
    if (rule?.kind !== "spend") return [];
    const rate = { points: rule.points, perMinor: rule.perMinor, multiplier: decimalFactor(multiplier) };
    const what = product === null ? "goods" : "goods_named";
    return [reason(what, { amountMinor: basisMinor, points, rate, text: product })];
  });
}

/** What is fixed: of items, and of the order. Each is called by its rule. */
function bonuses(why: Of<"order_earned">, ruled: Ruled): StorefrontReason[] {
  const ofLines = why.lines.flatMap((line) =>
    line.rules.filter(({ ruleId }) => ruled.rules.get(ruleId)?.kind !== "spend"),
  );
  return [...ofLines, ...why.orderRules]
    .filter(({ points }) => points !== 0)
    .map(({ ruleId, points }) => bonusOf(ruleId, points, ruled));
}

function bonusOf(ruleId: string, points: number, { rules, language }: Ruled): StorefrontReason {
  const rule = rules.get(ruleId);
  const name = rule?.name ?? null;
  if (name !== null) return reason("bonus", { points, named: inLanguage(name, language) });
  const isFirst = rule?.order?.first === true || rule?.order?.nth === 1;
  return reason(isFirst ? "first_order" : "bonus", { points });
}

function activityBonuses(why: Of<"activity">, ruled: Ruled): StorefrontReason[] {
  const named = why.rules.map(({ ruleId, points }) => bonusOf(ruleId, points, ruled));
  const [only] = named;
  const whole = only === undefined || named.length > 1 ? reason("bonus", { points: why.wanted }) : only;
  const told = { ...whole, points: why.wanted };
  return [told.named === null ? { ...told, text: why.activity } : told];
}

/** `5/4` as "1.25". */
function decimalFactor(multiplier: string): string {
  const [num = "1", den = "1"] = multiplier.split("/");
  return decimalText(rational(BigInt(num), BigInt(den)));
}

function reasonsForReduction(why: Of<"order_reduced">): StorefrontReason[] {
  const taken: readonly [StorefrontReason["what"], number][] = [
    ["from_pending", why.fromPending],
    ["from_available", why.fromLot + why.fromOtherLots],
    ["to_debt", why.toDebt],
    ["forgiven", why.writtenOff],
  ];
  return [
    ...keptOf(why),
    reason("before", { points: why.before }),
    reason("now", { points: why.target }),
    ...taken.filter(([, points]) => points > 0).map(([what, points]) => reason(what, { points })),
  ];
}

/** A cancelled order keeps nothing, as its title says. */
function keptOf({ reason: why, keptBasisMinor, fullBasisMinor }: Of<"order_reduced">): StorefrontReason[] {
  if (keptBasisMinor > 0) return [reason("kept", { amountMinor: keptBasisMinor, ofMinor: fullBasisMinor })];
  return why === "refund" ? [reason("kept_nothing", {})] : [];
}
