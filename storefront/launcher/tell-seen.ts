import type { Visit } from "./visit.ts";

export type TellSeen = (activity: string, about?: string) => void;

/** Longer addresses are the same page as far as they are told. */
const ABOUT_MAX_LENGTH = 200;

/**
 * Tells the app what a shopper does, if it wants to know; nobody waits for it, and it outlives the page. It is the
 * app that knows who it was and whether it counts.
 */
export function tellSeen(
  endpoint: string,
  wanted: readonly string[],
  visit: Pick<Visit, "query" | "headers"> | null,
): TellSeen {
  return (activity, about = "") => {
    if (!wanted.includes(activity)) return;
    fetch(`${endpoint}/seen${visit === null ? "" : `?${visit.query}`}`, {
      method: "POST",
      keepalive: true,
      headers: { ...visit?.headers(), "content-type": "application/json" },
      body: JSON.stringify({ activity, about: about.slice(0, ABOUT_MAX_LENGTH) }),
    }).catch(() => undefined);
  };
}
