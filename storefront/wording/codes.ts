import type { Speech } from "../panel/speech.ts";
import type { StorefrontCode } from "../state.ts";
import { say } from "../words/words.ts";

export function codeTitle(speech: Speech, code: StorefrontCode): string {
  return speech.rewardTitle(code);
}

export function codeConditions(speech: Speech, code: StorefrontCode): string[] {
  const { words } = speech;
  const parts: string[] = [];
  if (code.state !== "open") parts.push(words.codeState[code.state]);
  if (code.minSubtotalMinor !== null) {
    parts.push(say(words.minimum, { money: speech.money(code.minSubtotalMinor) }));
  }
  if (code.expiresAt !== null) parts.push(say(words.codeUntil, { day: speech.lastDay(code.expiresAt) }));
  return parts;
}

/** What became of a code that is no longer open. Points that came back are told, not the way they went. */
export function codeEnd(speech: Speech, { state, points, returned }: StorefrontCode): string {
  const { words } = speech;
  if (returned === 0) return state === "open" ? "" : words.codeState[state];
  const back = say(words.codeReturned, { points: speech.points(returned) });
  return returned >= points || state === "open" ? back : `${words.codeState[state]} · ${back}`;
}

export function isOpenCode({ state }: StorefrontCode): boolean {
  return state === "open" || state === "making" || state === "requested";
}
