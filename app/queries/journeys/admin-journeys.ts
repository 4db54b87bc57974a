import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { timestamp } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { readCurrentJourneys } from "#app/db/journeys/stored-journeys.ts";
import { readRows } from "#app/db/read-rows.ts";
import { startOfPeriod, type Instant } from "#app/domain/calendar.ts";
import { journeyDocument } from "#app/domain/journeys/document.ts";
import { isOwedNotice } from "#app/domain/journeys/offered/owed-notices.ts";
import {
  isReadyMade,
  type JourneyNeed,
  lackedBy,
  purposeOf,
  READY_MADE_JOURNEYS,
  readyMadeDocument,
  type ReadyMadeJourney,
} from "#app/domain/journeys/offered/ready-made.ts";
import type { Program } from "#app/domain/program/program.ts";

const figuresRow = z.object({ journeyId: z.string(), begun: z.int(), sent: z.int() });
const named = z.object({ name: z.union([z.string(), z.record(z.string(), z.string())]).optional() });

/** As a document writes it: one for everybody, or one for each language. */
export type JourneyName = string | Readonly<Record<string, string>>;

/** How a journey stands, and what it did since the month began in the shop's zone. */
export interface JourneyFigures {
  readonly isOn: boolean;
  readonly begun: number;
  readonly sent: number;
}

export interface ReadyMadeRow extends JourneyFigures {
  readonly id: ReadyMadeJourney;
  readonly purpose: "marketing" | "service";
  /** What the program lacks for it; null: nothing. */
  readonly lacks: JourneyNeed | null;
  /** It is on by itself as long as the program has need of it. */
  readonly isOwed: boolean;
  /** It is another than the one that every shop has. */
  readonly isAdjusted: boolean;
  /** The merchant's own name for it; null: it is called as it is shipped. */
  readonly ownName: JourneyName | null;
}

export interface OwnRow extends JourneyFigures {
  readonly id: string;
  readonly name: JourneyName;
}

export interface AdminJourneys {
  readonly readyMade: readonly ReadyMadeRow[];
  /** Written by the merchant, or come from files. */
  readonly own: readonly OwnRow[];
}

/** The shop's journeys, those that every shop may switch on first. */
export async function adminJourneys(
  statements: Statements,
  shopId: number,
  { program, now }: { readonly program: Program; readonly now: Instant },
): Promise<AdminJourneys> {
  const stored = await readCurrentJourneys(statements, shopId);
  const ids = stored.map(({ journeyId }) => journeyId);
  const since = startOfPeriod(now, program.timezone, "month");
  const figures =
    ids.length === 0 ? new Map<string, Did>() : await readFigures(statements, shopId, ids, since);
  const on = new Set(stored.filter(({ onSince }) => onSince !== null).map(({ journeyId }) => journeyId));
  const stands = (id: string): JourneyFigures => ({
    ...{ isOn: on.has(id), begun: 0, sent: 0 },
    ...figures.get(id),
  });
  return {
    readyMade: READY_MADE_JOURNEYS.map((id) => ({
      ...{ id, purpose: purposeOf(id), lacks: lackedBy(id, program), isOwed: isOwedNotice(id) },
      ...adjustment(id, stored.find(({ journeyId }) => journeyId === id)?.document),
      ...stands(id),
    })),
    own: stored
      .filter(({ journeyId }) => !isReadyMade(journeyId))
      .map(({ journeyId, document }) => ({
        ...{ id: journeyId, name: named.parse(document).name ?? journeyId },
        ...stands(journeyId),
      })),
  };
}

/** What a merchant has made another of a ready-made one; switching it is none. */
function adjustment(id: ReadyMadeJourney, stored: unknown): Pick<ReadyMadeRow, "isAdjusted" | "ownName"> {
  if (stored === undefined || isOwedNotice(id)) return { isAdjusted: false, ownName: null };
  const [shipped, kept] = [readyMadeDocument(id), stored].map((one) => journeyDocument.parse(one));
  return {
    isAdjusted: !isDeepStrictEqual({ ...kept, enabled: true }, shipped),
    ownName: kept?.name ?? null,
  };
}

type Did = Pick<JourneyFigures, "begun" | "sent">;

async function readFigures(
  statements: Statements,
  shopId: number,
  ids: readonly string[],
  since: Instant,
): Promise<Map<string, Did>> {
  const rows = await readRows(
    statements,
    figuresRow,
    `SELECT j.journey_id AS "journeyId",
       (SELECT count(*) FROM journey_pass p WHERE p.shop_id = $1 AND p.journey_id = j.journey_id
         AND p.begun_at >= $3::timestamptz AND NOT p.is_held_out) AS begun,
       (SELECT count(*) FROM message m WHERE m.shop_id = $1 AND m.journey_id = j.journey_id
         AND m.written_at >= $3::timestamptz AND m.state = 'sent') AS sent
     FROM unnest($2::text[]) AS j(journey_id)`,
    [shopId, ids, timestamp(since)],
  );
  return new Map(rows.map(({ journeyId, begun, sent }) => [journeyId, { begun, sent }]));
}
