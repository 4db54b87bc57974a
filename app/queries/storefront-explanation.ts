import type { MemberId } from "#app/domain/books.ts";
import type { ExplainedLine, Explanation } from "#app/domain/ledger/explanation.ts";
import type { Program, Rule } from "#app/domain/program/program.ts";
import { rational } from "#app/domain/rational.ts";
import type { Statements } from "#app/db/database.ts";
import { readProgramVersions } from "#app/db/programs.ts";
import { decimalOf } from "./storefront-program.ts";
import type { StorefrontExplanation, StorefrontReason } from "./storefront-state.ts";

type Of<Kind extends Explanation["kind"]> = Extract<Explanation, { kind: Kind }>;

const NOTHING_SAID: Omit<StorefrontReason, "what"> = {
  amountMinor: null,
  ofMinor: null,
  rate: null,
  points: null,
  at: null,
  text: null,
};

/** The calculation behind one entry of this member's; null where the member has no such entry. */
export async function storefrontExplanation(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
  key: string,
): Promise<StorefrontExplanation | null> {
  const [row] = await statements.query<{ version: number; explanation: Explanation }>(
    `SELECT program_version AS version, explanation FROM ledger_transaction
     WHERE shop_id = $1 AND member_id = $2::bigint AND transaction_id = $3::bigint`,
    [shopId, memberId, key],
  );
  if (row === undefined) return null;
  const versions = await readProgramVersions(statements, shopId);
  const found = versions.find(({ version }) => version === row.version);
  return { key, reasons: reasonsFor(row.explanation, found?.program ?? null) };
}

/** An explanation as lines that the widget puts into words. */
function reasonsFor(why: Explanation, program: Program | null): StorefrontReason[] {
  switch (why.kind) {
    case "order_earned":
      return reasonsForEarning(why, program);
    case "order_reduced":
      return reasonsForReduction(why);
    case "order_restored":
      return [reason("before", { points: why.before }), reason("now", { points: why.target })];
    case "activity":
      return [
        reason("bonus", { points: why.wanted }),
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
      return [reason("reason", { text: why.reason })];
    case "reward_held":
    case "reward_released":
    case "reward_used":
    case "reward_returned":
    case "expired":
    case "tier_entry":
    case "merged":
      return [reason("now", { points: why.points })];
  }
}

function reason(what: StorefrontReason["what"], said: Partial<StorefrontReason>): StorefrontReason {
  return { ...NOTHING_SAID, ...said, what };
}

function validity(expiresAt: number | null): StorefrontReason[] {
  return expiresAt === null ? [] : [reason("expires_on", { at: expiresAt })];
}

function reasonsForEarning(why: Of<"order_earned">, program: Program | null): StorefrontReason[] {
  const rules = new Map(program?.rules.map((rule) => [rule.id, rule]));
  const silent = why.lines.filter((line) => line.rules.length === 0);
  const withoutPoints = silent.reduce((sum, line) => sum + line.basisMinor, 0);
  return [
    ...goods(why.lines, rules),
    ...(withoutPoints > 0 ? [reason("goods_none", { amountMinor: withoutPoints })] : []),
    ...bonuses(why, rules),
    ...(why.exactPoints.endsWith("/1") ? [] : [reason("rounded", { points: why.points })]),
    ...(why.cutBy.length > 0 ? [reason("cut", { points: why.points })] : []),
    ...(why.availableAt === null ? [] : [reason("available_on", { at: why.availableAt })]),
    ...validity(why.expiresAt),
  ];
}

/** Lines that earned by the same rule at the same factor are one line to a shopper. */
function goods(lines: readonly ExplainedLine[], rules: ReadonlyMap<string, Rule>): StorefrontReason[] {
  const together = new Map<string, StorefrontReason>();
  for (const line of lines) {
    for (const { ruleId, points } of line.rules) {
      const rule = rules.get(ruleId);
      if (rule?.kind !== "spend") continue;
      const name = `${ruleId} ${line.multiplier}`;
      const rate = {
        points: rule.points,
        perMinor: rule.perMinor,
        multiplier: decimalFactor(line.multiplier),
      };
      const alone = reason("goods", { amountMinor: line.basisMinor, points, rate });
      together.set(name, addUp(together.get(name), alone));
    }
  }
  return [...together.values()];
}

function addUp(sum: StorefrontReason | undefined, next: StorefrontReason): StorefrontReason {
  if (sum === undefined) return next;
  return {
    ...next,
    amountMinor: plus(sum.amountMinor, next.amountMinor),
    points: plus(sum.points, next.points),
  };
}

function plus(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}

function bonuses(why: Of<"order_earned">, rules: ReadonlyMap<string, Rule>): StorefrontReason[] {
  const ofLines = why.lines.flatMap((line) =>
    line.rules.filter(({ ruleId }) => rules.get(ruleId)?.kind !== "spend"),
  );
  return [...ofLines, ...why.orderRules]
    .filter(({ points }) => points !== 0)
    .map(({ points }) => reason("bonus", { points }));
}

/** `5/4` as "1.25". */
function decimalFactor(multiplier: string): string {
  const [num = "1", den = "1"] = multiplier.split("/");
  return decimalOf(rational(BigInt(num), BigInt(den)));
}

function reasonsForReduction(why: Of<"order_reduced">): StorefrontReason[] {
  const taken: readonly [StorefrontReason["what"], number][] = [
    ["from_pending", why.fromPending],
    ["from_available", why.fromLot + why.fromOtherLots],
    ["to_debt", why.toDebt],
    ["forgiven", why.writtenOff],
  ];
  return [
    reason("kept", { amountMinor: why.keptBasisMinor, ofMinor: why.fullBasisMinor }),
    reason("before", { points: why.before }),
    reason("now", { points: why.target }),
    ...taken.filter(([, points]) => points > 0).map(([what, points]) => reason(what, { points })),
  ];
}
