import type { Instant } from "#app/domain/calendar.ts";
import type { HistoryOrder, HistoryProgress, PlatformAnswer } from "../../platform.ts";
import type { RestClient } from "../rest-client.ts";
import { readPeriod } from "./read-orders.ts";

/**
 * Ecwid gathers nothing for us: a history is a period that is read page by page, and its name says which.
 * It ends when the import was asked for, because what comes later is told by deliveries; that also keeps
 * the places of its orders where they are while it is read.
 */
export function historyName(from: Instant | null, until: Instant): string {
  return `${from === null ? "begin" : String(from)}..${String(until)}`;
}

const NAME = /^(?<from>begin|\d+)\.\.(?<until>\d+)$/u;

function periodOf(historyId: string): { from: Instant | null; until: Instant } | null {
  const groups = NAME.exec(historyId)?.groups;
  if (groups?.from === undefined || groups.until === undefined) return null;
  return { from: groups.from === "begin" ? null : Number(groups.from), until: Number(groups.until) };
}

/** The pages are there as soon as they are asked for. The first one tells how many orders there are. */
export async function historyProgress(
  client: RestClient,
  shopKey: string,
  historyId: string,
): Promise<PlatformAnswer<HistoryProgress>> {
  const period = periodOf(historyId);
  if (period === null) return { kind: "refused", reason: "there is no such history" };
  const first = await readPeriod(client, shopKey, period, 0);
  if (first.kind !== "data") return first;
  return { kind: "data", data: { state: "completed", objects: first.data.total, reason: null } };
}

export async function* readHistory(
  client: RestClient,
  shopKey: string,
  historyId: string,
  position: number,
): AsyncGenerator<HistoryOrder> {
  const period = periodOf(historyId);
  if (period === null) throw new HistoryInterrupted("there is no such history");
  let read = position;
  for (;;) {
    const page = await readPeriod(client, shopKey, period, read);
    if (page.kind !== "data") throw new HistoryInterrupted(page.reason);
    for (const order of page.data.orders) {
      read += 1;
      yield { position: read, order };
    }
    if (page.data.orders.length === 0 || read >= page.data.total) return;
  }
}

/** Reading a history stopped midway; it can go on behind the last position. */
export class HistoryInterrupted extends Error {
  override readonly name = "HistoryInterrupted";
}
