import type { Instant } from "../../calendar.ts";
import type { Difference } from "../../journeys/compare/welch.ts";
import type { Wording } from "../../ledger/explanations/wording.ts";
import type { ReplayJourneys } from "../replay-journeys.ts";
import { alignColumns } from "./align-columns.ts";

/** How often each journey began, what it sent and what not, and what it was worth where members were held out. */
export function journeyLines({ run }: ReplayJourneys, end: Instant, words: Wording): string[] {
  const { messages, skipped, heldOut } = run.record;
  const of = (entries: readonly { readonly journeyId: string }[], id: string) =>
    entries.filter(({ journeyId }) => journeyId === id).length;
  const rows = run.journeyIds.map((id) => {
    const counts = [of(messages, id), of(skipped, id), of(heldOut, id)];
    return [id, ...counts.map((count) => words.number(count))];
  });
  if (rows.length === 0) return [];
  const compared = run.journeyIds.flatMap((id) =>
    run.compare(id, end).map(({ of: what, members, others, valueMinor }) => {
      const [some, rest] = [words.number(members), words.number(others)];
      const groups =
        what.kind === "holdout"
          ? `${some} members with it, ${rest} without`
          : `choice ${what.choice}: ${some} members in arm ${String(what.arm)}, ${rest} in the first`;
      return `${id}, ${groups}: ${inWords(valueMinor, words)}`;
    }),
  );
  return [...alignColumns([["journey", "sent", "not sent", "held out"], ...rows], [1, 2, 3]), ...compared];
}

function inWords(value: Difference | null, words: Wording): string {
  if (value === null) return "too few to compare";
  const money = (minor: number) => words.money(Math.round(minor));
  const interval = `95 % interval ${money(value.low)} to ${money(value.high)}`;
  if (!value.isShown) return `no difference shown (${interval})`;
  const direction = value.difference > 0 ? "more" : "less";
  return `${money(Math.abs(value.difference))} ${direction} bought by member (${interval})`;
}
