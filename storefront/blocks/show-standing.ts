import type { StorefrontMember, StorefrontState } from "../state.ts";
import { say } from "../words/words.ts";
import { writePoints, writeQuantity } from "./write.ts";

/**
 * Puts what somebody has into a block that the theme has laid out: parts by name, each with its own
 * sentence, and parts that are there only for a level or for a kind of viewer.
 */
export function showStanding(block: HTMLElement, state: StorefrontState, locale: string): void {
  const { viewer, program } = state;
  const tier = viewer.kind === "member" ? viewer.tier : null;
  const next = tier?.next ?? null;
  for (const [part, shown] of parts(block, "data-when"))
    part.hidden = !shown.split(" ").includes(viewer.kind);
  for (const [part, id] of parts(block, "data-now")) part.hidden = id !== (tier?.levelId ?? "");
  for (const [part, id] of parts(block, "data-next")) part.hidden = id !== (next?.levelId ?? "");
  for (const [row, id] of parts(block, "data-level")) {
    row.classList.toggle("regulars-mine", id === tier?.levelId);
    if (id === tier?.levelId) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
  if (viewer.kind !== "member") return;
  const level = program.tiers?.levels.find(({ id }) => id === next?.levelId);
  const values: Readonly<Record<string, string>> = {
    points: writePoints(viewer.available, program.pointsName, locale),
    name: viewer.firstName ?? "",
    level: tier?.name ?? "",
    tier: level?.name ?? "",
    amount: next === null ? "" : amountOf(block, state, next.missing, locale),
  };
  for (const [part, sentence] of parts(block, "data-says")) part.textContent = say(sentence, values).trim();
  drawBar(block, viewer, say(block.querySelector("[data-bar]")?.getAttribute("data-bar") ?? "", values));
}

/** Only the theme has the word for orders: it writes one and two of them. */
function amountOf(block: HTMLElement, state: StorefrontState, missing: number, locale: string): string {
  const number = writeQuantity(state, missing, locale);
  const { one, two } = block.dataset;
  if (state.program.tiers?.metric !== "orders" || one === undefined || two === undefined) return number;
  return missing === 1 ? one : two.replace("2", number);
}

function parts(block: HTMLElement, name: string): [HTMLElement, string][] {
  return [...block.querySelectorAll<HTMLElement>(`[${name}]`)].map((part) => [
    part,
    part.getAttribute(name) ?? "",
  ]);
}

function drawBar(block: HTMLElement, { tier }: StorefrontMember, told: string): void {
  const bar = block.querySelector<HTMLElement>("[data-bar]");
  if (bar === null || tier === null) return;
  bar.hidden = tier.next === null;
  bar.setAttribute("aria-valuenow", String(tier.percent));
  bar.setAttribute("aria-valuetext", told);
  const filled = bar.querySelector<HTMLElement>("i");
  if (filled !== null) filled.style.inlineSize = `${String(tier.percent)}%`;
}
