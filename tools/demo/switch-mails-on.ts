import { saveJourneys } from "#app/commands/journeys/save-journeys.ts";
import type { Database } from "#app/db/client.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { readyMadeDocument } from "#app/domain/journeys/offered/ready-made.ts";

/** What the demo's shops write: to who subscribed as they join, and to everybody whose order is returned. */
const ON = ["welcome", "return-explained"] as const;

/** From now on the demo's mailbox gets mails of the program, at night as well: whoever tries it wants to see them. */
export async function switchMailsOn(database: Database, shopId: number, now: Instant): Promise<void> {
  const document = {
    settings: { quietHours: { from: "00:00", to: "00:00" } },
    journeys: ON.map(readyMadeDocument),
  };
  const saved = await saveJourneys(database, { shopId, document, actor: "demo", now });
  if (!saved.ok) throw new Error(`The demo's journeys are refused: ${JSON.stringify(saved)}`);
}
