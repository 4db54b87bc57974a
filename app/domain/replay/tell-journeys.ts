import { NO_SEGMENTS } from "../customers/segments/segments.ts";
import type { CustomerFact } from "../event.ts";
import type { Heard } from "../journeys/heard.ts";
import { parseJourney } from "../journeys/parse-journeys.ts";
import { renderDocumentError } from "../program/document/describe-error.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import type { ReplayLine } from "./lines/parse-line.ts";
import { WrongForm } from "./lines/wrong-form.ts";
import type { Replay } from "./replay.ts";
import { findMember, meetMember } from "./tell-engine.ts";

type Concerning = Extract<
  ReplayLine,
  { type: "fact" | "consent" | "survey" | "cart" | "suppress" | "journey" }
>;

/** What a line says beside what the books take in; nothing where no journeys are given. */
export function tellJourneys(replay: Replay, line: Concerning): void {
  const { journeys } = replay;
  if (journeys === null) return;
  const { heard, run } = journeys;
  switch (line.type) {
    case "fact": {
      const { fact, cart } = line;
      if (cart !== null) heard.recover(cart);
      const customer = "customer" in fact ? fact.customer : null;
      const member = customer === null ? null : findMember(replay.books, replay.people, customer);
      if (member !== null) heard.concern(member.id);
      return;
    }
    case "journey": {
      const parsed = parseJourney(line.document, {
        program: liveProgram(replay.books),
        segments: (replay.options.segments ?? NO_SEGMENTS).conditions,
      });
      if (!parsed.ok) throw new WrongForm("line.journey", parsed.errors.map(renderDocumentError).join("; "));
      run.switchTo(parsed.value, line.at);
      return;
    }
    default: {
      const memberId = memberOf(replay, line);
      if (memberId !== null) hear(heard, memberId, line);
    }
  }
}

function hear(heard: Heard, memberId: string, line: Exclude<Concerning, { type: "fact" | "journey" }>): void {
  switch (line.type) {
    case "consent":
      heard.concern(memberId);
      return;
    case "survey":
      heard.survey(memberId, line.survey, { at: line.at, answered: line.score !== null });
      return;
    case "cart":
      heard.cart(memberId, line.cart);
      return;
    case "suppress":
      heard.suppress(memberId, line.channel);
  }
}

/** Who is named by an id is a member from then on; a guest is one where they are known. */
function memberOf(
  { books, people }: Replay,
  { member, at }: { readonly member: CustomerFact; readonly at: number },
): string | null {
  const found =
    member.id === null ? findMember(books, people, member) : meetMember(books, people, member, at);
  return found?.id ?? null;
}
