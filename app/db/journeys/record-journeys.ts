import { createHash } from "node:crypto";
import type { Instant } from "#app/domain/calendar.ts";
import { nextDueAt } from "#app/domain/journeys/kept-state.ts";
import type { LiveJourneys } from "#app/domain/journeys/live-journeys.ts";
import type { SentMessage, Skipped } from "#app/domain/journeys/record.ts";
import type { Statements } from "../database.ts";
import { type NewMessage, writeMessages, writeSkippedMessages } from "../messages/write-messages.ts";
import { writeJourneyMembers } from "./journey-members.ts";
import { changePasses, type PassChange, writeBegunPasses } from "./journey-passes.ts";

/**
 * Records what journeys came to, in the transaction of what brought it about: what they know of each member,
 * passes, and the messages, each with the effect that sends it.
 */
export async function recordJourneys(
  tx: Statements,
  shopId: number,
  journeys: LiveJourneys,
  now: Instant,
): Promise<void> {
  const { record } = journeys.run;
  const states = journeys
    .membersToKeep(now)
    .filter(({ memberId, state }) => !journeys.isUnchanged(memberId, state))
    .map(({ memberId, state }) => ({ memberId, state, nextDueAt: nextDueAt(state) }));
  await writeJourneyMembers(tx, shopId, states);
  await writeBegunPasses(tx, shopId, record.begun ?? []);
  await changePasses(tx, shopId, changesOf(journeys, now));
  await writeMessages(tx, shopId, record.messages.map(messageOf), now);
  const skipped = record.skipped.flatMap((one) => {
    const message = skippedMessage(one);
    return message === null ? [] : [{ ...message, reason: one.reason }];
  });
  await writeSkippedMessages(tx, shopId, skipped, now);
}

function messageOf({ channel, template, code, about, ...entry }: SentMessage): NewMessage {
  return { ...standOf(entry), ...{ channel, template, code, about } };
}

function skippedMessage({ message, reason: _, ...entry }: Skipped): NewMessage | null {
  if (message === null) return null;
  const { channel, template } = message;
  return { ...standOf(entry), channel, template, code: null };
}

type Entry = Omit<SentMessage, "channel" | "template" | "code" | "about">;

function standOf({ journeyId, version, step, key, memberId, purpose, dueAt, at }: Entry) {
  const pass = { journeyId, journeyVersion: version, step, passKey: key };
  return { messageId: messageIdOf(memberId, pass), memberId, pass, purpose, dueAt: dueAt ?? at };
}

/** Of one step of one pass there is one message, however often it is written. */
function messageIdOf(
  memberId: string,
  { journeyId, step, passKey }: NonNullable<NewMessage["pass"]>,
): string {
  const name = JSON.stringify([journeyId, memberId, passKey, step]);
  return createHash("sha256").update(name).digest("hex").slice(0, ID_LENGTH);
}

const ID_LENGTH = 40;

/** Passes that ended, on whose way an arm was drawn, or something was noted. */
function changesOf(journeys: LiveJourneys, now: Instant): PassChange[] {
  const changes = new Map<string, PassChange>();
  const change = (pass: Pick<PassChange, "journeyId" | "memberId" | "key">, more: Partial<PassChange>) => {
    const name = JSON.stringify([pass.journeyId, pass.memberId, pass.key]);
    const { journeyId, memberId, key } = pass;
    const known = changes.get(name) ?? { journeyId, memberId, key, endedAt: null, arms: null, notes: [] };
    changes.set(name, { ...known, ...more, notes: [...known.notes, ...(more.notes ?? [])] });
  };
  for (const pass of journeys.ended()) change(pass, { endedAt: now });
  for (const { arms, ...pass } of journeys.compared()) change(pass, { arms: Object.fromEntries(arms) });
  for (const { message, step, at, reason, ...pass } of journeys.run.record.skipped)
    if (message === null) change(pass, { notes: [{ step, at, reason }] });
  return [...changes.values()];
}
