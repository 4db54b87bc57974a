import { useEffect, useState } from "react";
import type { Tiers } from "#app/domain/program/program.ts";
import type { LadderStanding } from "#app/queries/program/ladder-standing.ts";
import { isRecord } from "../editor/document-path.ts";

/** How the shop's customers stand by what the draft counts; null until it is known, and where it cannot be. */
export function useStanding({ metric, window }: Pick<Tiers, "metric" | "window">): LadderStanding | null {
  const [standing, setStanding] = useState<LadderStanding | null>(null);
  const months = window.kind === "rolling" ? window.months : null;
  const kind = window.kind;
  useEffect(() => {
    const stop = new AbortController();
    const query = new URLSearchParams({ metric, window: kind });
    if (months !== null) query.set("months", String(months));
    fetch(`/app/program/standing?${query.toString()}`, { signal: stop.signal })
      .then((response) => (response.ok ? response.json() : null))
      .then((answer: unknown) => setStanding(isStanding(answer) ? answer : null))
      .catch(() => undefined);
    return () => stop.abort();
  }, [metric, kind, months]);
  return standing;
}

function isStanding(answer: unknown): answer is LadderStanding {
  return isRecord(answer) && Array.isArray(answer["values"]) && typeof answer["members"] === "number";
}
