import type { AskName, Fact } from "#app/domain/customers/facts/fact.ts";
import { UNITS } from "#app/domain/customers/facts/fact.ts";
import { FACTS } from "#app/domain/customers/facts/facts.ts";

const ASKED: Readonly<Record<AskName, string>> = {
  within: "`within`",
  orders: "`lines`, `channels`, `discounted`, `returned`",
  activity: "`activity`",
  times: "`times`",
};

export const BEGIN = "<!-- facts: made from app/domain/customers/facts -->";
export const END = "<!-- end of facts -->";

/** The table of facts in `docs/customers.md`, made from the one list. */
export function factsTable(): string {
  return [
    "| fact | in words | unit | meaning | goes with |",
    "| --- | --- | --- | --- | --- |",
    ...FACTS.map(row),
  ].join("\n");
}

function row({ id, kind, asks, name, definition }: Fact): string {
  const cells = [
    `\`${id}\``,
    `${name.en} · ${name.de}`,
    UNITS[kind].en,
    definition.en,
    asks.map((ask) => ASKED[ask]).join(", "),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
