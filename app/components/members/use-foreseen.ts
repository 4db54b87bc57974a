import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import type { PageRefusal } from "../i18n/refusal-texts.ts";

/** As the foreseen route answers: how the member would stand, or why it cannot be. */
export type Foreseen =
  | {
      readonly ok: true;
      readonly available: number;
      readonly debt: number;
      readonly tierLevelId: string | null;
      readonly tierChanges: boolean;
      readonly tierUntil: Instant | null;
    }
  | { readonly ok: false; readonly refusal: PageRefusal };

const TYPING_PAUSE_MS = 300;

/** What points typed into the form would do, asked for when the typing pauses; null while it is not known. */
export function useForeseen(
  memberId: string,
  { points, qualifying, debt }: Readonly<Record<"points" | "qualifying" | "debt", string>>,
): Foreseen | null {
  const { load, data, state } = useFetcher<Foreseen | null>();
  const isAsked = points.trim() !== "" || qualifying.trim() !== "";
  useEffect(() => {
    if (!isAsked) return undefined;
    const query = new URLSearchParams({ points, qualifying, debt });
    const pause = setTimeout(() => {
      load(`/app/members/${memberId}/foreseen?${query.toString()}`);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [memberId, points, qualifying, debt, isAsked, load]);
  return isAsked && state === "idle" && data !== undefined ? data : null;
}
