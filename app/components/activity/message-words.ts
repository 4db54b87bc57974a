import type { messageTexts } from "../i18n/messages/message-texts.ts";

type Words = (typeof messageTexts)["en"];

/** What a message is about, in words; its technical name stands on its own page, for developers. */
export function messageTitle(topic: string, t: Words): string {
  if (!topic.startsWith("event/")) return t.topics.get(topic) ?? t.otherTopic;
  // Events are spelled in two ways: capitals and `_` say nothing.
  const spelled = topic.replaceAll("_", "").toLowerCase();
  return t.topics.get(spelled) ?? t.topics.get("event") ?? t.otherTopic;
}

/** Why it came to nothing. Only what the app itself writes down has words of its own; what the shop said follows a colon. */
export function reasonWords(reason: string, t: Words): string {
  const [beginning = reason] = reason.split(": ", 1);
  return t.reasons.get(reason) ?? t.reasons.get(beginning) ?? t.otherReason;
}
