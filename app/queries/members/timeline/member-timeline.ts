import type { Statements } from "#app/db/database.ts";
import { z } from "zod";
import { ledgerEntries, type MemberEntry } from "../member-entries.ts";
import { wordingsOf } from "../wordings.ts";
import { type Happening, type HappeningKind, happenings, type TimelinePlace } from "./happenings.ts";

const PAGE_SIZE = 40;

interface Line {
  readonly key: string;
  readonly at: number;
  readonly kind: HappeningKind;
  readonly actor: string | null;
}

interface Consent {
  readonly is: "consent";
  readonly channel: "email" | "sms" | "push" | "inbox";
  readonly purpose: "marketing" | "service";
  readonly granted: boolean;
}

/** Something that happened to a member, and what is told of it. */
export type TimelineLine = Line &
  (
    | { readonly is: "joined" }
    | { readonly is: "order"; readonly name: string | null }
    | {
        readonly is: "entry";
        readonly words: MemberEntry["words"];
        readonly available: number;
        readonly pending: number;
        readonly debt: number;
      }
    | { readonly is: "tier"; readonly levelId: string | null; readonly byProgram: boolean }
    | { readonly is: "code"; readonly code: string; readonly rewardId: string }
    | { readonly is: "note"; readonly text: string }
    | Consent
    | Extract<Happening["about"], { readonly is: "message" }>
    | {
        readonly is: "deed";
        readonly action: string;
        readonly reason: string | null;
        readonly levelId: string | null;
        readonly points: number | null;
      }
  );

export interface Timeline {
  readonly lines: readonly TimelineLine[];
  /** Where the next page begins; null = this is the last. */
  readonly next: TimelinePlace | null;
}

/** Everything that happened to a member, newest first: what they did, what the program did, and what staff did. */
export async function memberTimeline(
  statements: Statements,
  shopId: number,
  memberId: string,
  { kind, after }: { readonly kind: HappeningKind | null; readonly after: TimelinePlace | null },
): Promise<Timeline> {
  const found = await happenings(statements, shopId, memberId, { kind, after, most: PAGE_SIZE + 1 });
  const page = found.slice(0, PAGE_SIZE);
  const among = page.flatMap(({ about }) => (about.is === "entry" ? [about.transactionId] : []));
  const entries =
    among.length === 0
      ? []
      : await ledgerEntries(statements, shopId, memberId, {
          before: null,
          among,
          wordings: await wordingsOf(statements, shopId),
        });
  const told = new Map(entries.map((entry) => [entry.transactionId, entry]));
  const last = page.at(-1);
  return {
    lines: page.flatMap((one) => lineOf(one, told) ?? []),
    next: found.length > PAGE_SIZE && last !== undefined ? { at: last.at, key: last.key } : null,
  };
}

function lineOf(
  { about, ...line }: Happening,
  entries: ReadonlyMap<string, MemberEntry>,
): TimelineLine | null {
  switch (about.is) {
    case "joined":
    case "tier":
    case "code":
    case "note":
    case "consent":
    case "message":
      return { ...line, ...about };
    case "order":
      return { ...line, is: "order", name: about.name };
    case "entry": {
      const entry = entries.get(about.transactionId);
      if (entry === undefined) return null;
      const { words, available, pending, debt } = entry;
      return { ...line, is: "entry", words, available, pending, debt };
    }
    case "deed": {
      const { reason = null, levelId = null, points = null } = details.parse(about.details);
      return { ...line, is: "deed", action: about.action, reason, levelId, points };
    }
  }
}

const text = z.string().optional().catch(undefined);
/** Each command writes what concerns it; what cannot be read is left out, and the deed is shown all the same. */
const details = z.object({ reason: text, levelId: text, points: z.number().optional().catch(undefined) });
