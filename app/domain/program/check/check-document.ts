import { currencyDigits, parseMoney } from "../../money.ts";
import { parseInstant } from "../../parse-instant.ts";
import { isTimeZone } from "../../time-zone.ts";
import { checkAmount } from "./check-amount.ts";
import { checkChallenges } from "./check-challenges.ts";
import { checkCommunity } from "./check-community.ts";
import { checkPerks } from "./check-perks.ts";
import type { Complain } from "./check-amount.ts";
import { checkUnique } from "./check-unique.ts";
import { checkRewards } from "./check-rewards.ts";
import { documentError } from "../document/describe-error.ts";
import type { DocumentError, DocumentPath } from "../document/describe-error.ts";
import type { ProgramDocument, RuleDocument, TiersDocument } from "../document/document.ts";

/**
 * What one field of a document says about another: ids are unique and known, amounts fit the
 * currency, thresholds ascend, windows begin before they end. Finds all errors, not just the first.
 */
export function checkDocument(document: ProgramDocument): DocumentError[] {
  const errors: DocumentError[] = [];
  const complain: Complain = (path, allowed) => errors.push(documentError(document, path, allowed));
  const digits = currencyDigits(document.currency);
  if (digits === null) complain(["currency"], "an ISO 4217 currency code, such as EUR");
  if (!isTimeZone(document.timezone)) complain(["timezone"], "an IANA time zone, such as Europe/Berlin");
  checkIds(document, complain);
  document.earning.rules.forEach((rule, index) => {
    checkRule(rule, ["earning", "rules", index], complain);
  });
  document.earning.campaigns.forEach((campaign, index) => {
    checkWindow(campaign, ["earning", "campaigns", index], complain);
  });
  checkTierNames(document, complain);
  if (document.tiers !== undefined) {
    checkTiers(document.tiers, digits, complain);
    checkPerks(document.tiers, digits, complain);
  }
  checkRewards(document, digits, complain);
  checkChallenges(document, digits, complain);
  checkCommunity(document, digits, complain);
  if (digits !== null) checkRuleAmounts(document, digits, complain);
  return errors;
}

function checkIds(document: ProgramDocument, complain: Complain): void {
  const lists: readonly { path: DocumentPath; entries: readonly { readonly id: string }[] }[] = [
    { path: ["earning", "rules"], entries: document.earning.rules },
    { path: ["earning", "campaigns"], entries: document.earning.campaigns },
    { path: ["tiers", "levels"], entries: document.tiers?.levels ?? [] },
    { path: ["rewards"], entries: document.rewards },
    { path: ["challenges"], entries: document.challenges },
    { path: ["memberships"], entries: document.memberships },
    { path: ["early"], entries: document.early },
  ];
  for (const { path, entries } of lists) {
    checkUnique(
      entries.map(({ id }) => id),
      path,
      complain,
    );
  }
}

function checkRule(rule: RuleDocument, path: DocumentPath, complain: Complain): void {
  if (rule.when !== undefined) checkWindow(rule.when, [...path, "when"], complain);
  if (rule.kind === "activity") {
    if (rule.limit?.per === "order")
      complain([...path, "limit", "per"], "day, week, month, year, ever (an activity has no order)");
  } else if (rule.limit?.cooldownMinutes !== undefined) {
    complain([...path, "limit", "cooldownMinutes"], "nothing: only activities cool down");
  }
}

function checkWindow(
  window: { readonly from?: string | undefined; readonly to?: string | undefined },
  path: DocumentPath,
  complain: Complain,
): void {
  if (window.from === undefined || window.to === undefined) return;
  const from = parseInstant(window.from);
  const to = parseInstant(window.to);
  if (from !== null && to !== null && from >= to)
    complain([...path, "to"], `an instant after ${window.from}`);
}

function checkRuleAmounts(document: ProgramDocument, digits: number, complain: Complain): void {
  document.earning.rules.forEach((rule, index) => {
    const path = ["earning", "rules", index];
    if (rule.kind === "spend") checkAmount(rule.per, digits, { path: [...path, "per"], complain });
    checkAmount(rule.order?.minSubtotal, digits, {
      path: [...path, "order", "minSubtotal"],
      complain,
      mayBeZero: true,
    });
  });
}

/** Every place that names tiers names levels of this document. */
function checkTierNames(document: ProgramDocument, complain: Complain): void {
  const levels = new Set(document.tiers?.levels.map((level) => level.id));
  const allowed =
    levels.size === 0
      ? "nothing: this program has no tiers"
      : `a level of this program: ${[...levels].join(", ")}`;
  const check = (names: readonly string[] | undefined, path: DocumentPath) => {
    names?.forEach((name, index) => {
      if (!levels.has(name)) complain([...path, index], allowed);
    });
  };
  document.earning.rules.forEach((rule, index) => {
    check(rule.member?.tiers, ["earning", "rules", index, "member", "tiers"]);
  });
  document.earning.campaigns.forEach((campaign, index) => {
    check(campaign.tiers, ["earning", "campaigns", index, "tiers"]);
  });
  document.challenges.forEach((challenge, index) => {
    check(challenge.member?.tiers, ["challenges", index, "member", "tiers"]);
  });
  document.rewards.forEach((reward, index) => {
    check(reward.tiers, ["rewards", index, "tiers"]);
  });
}

function checkTiers(tiers: TiersDocument, digits: number | null, complain: Complain): void {
  let below: { readonly text: string; readonly from: number } | null = null;
  for (const [index, level] of tiers.levels.entries()) {
    const path = ["tiers", "levels", index, "from"];
    const from = tiers.metric === "spend" ? parseMoney(level.from, digits ?? 4) : parseMoney(level.from, 0);
    if (from === null || from < 0 || (tiers.metric !== "spend" && !/^\d+$/.test(level.from))) {
      complain(
        path,
        tiers.metric === "spend"
          ? 'a decimal amount in quotes, such as "200.00"'
          : 'a whole number in quotes, such as "200"',
      );
    } else {
      if (below !== null && from <= below.from) complain(path, `more than ${below.text}: levels ascend`);
      below = { text: level.from, from };
    }
  }
}
