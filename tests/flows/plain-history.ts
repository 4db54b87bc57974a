import type { ShopFact } from "#app/domain/event.ts";
import type { WorkingPlatform } from "#app/jobs/worker.ts";
import type { HistoryOrder, HistoryProgress, PlatformAnswer } from "#app/platforms/platform.ts";

/** A gathering of orders that does what a test wants of it. */
export class PlainHistory {
  orders: ShopFact[] = [];
  started = 0;
  readonly stopped: string[] = [];
  /** What the next questions are answered with, in turn; then all goes well. */
  readonly startAnswers: PlatformAnswer<string>[] = [];
  readonly progressAnswers: PlatformAnswer<HistoryProgress>[] = [];
  /** Reading breaks off in front of this order, once. */
  breakAt: number | null = null;
  /** What happens in the world just before an order is handed out. */
  before: (position: number) => Promise<void> = () => Promise.resolve();
  /** Every order handed out, by its position. */
  readonly read: number[] = [];

  readonly reader: Pick<WorkingPlatform, "startHistory" | "historyProgress" | "readHistory" | "stopHistory"> =
    {
      startHistory: () => {
        this.started += 1;
        const data = `gathering-${String(this.started)}`;
        return Promise.resolve(this.startAnswers.shift() ?? { kind: "data", data });
      },
      historyProgress: () => {
        const data = { state: "completed", objects: this.orders.length, reason: null } as const;
        return Promise.resolve(this.progressAnswers.shift() ?? { kind: "data", data });
      },
      stopHistory: (_shopKey, historyId) => {
        this.stopped.push(historyId);
        return Promise.resolve({ kind: "done", reference: historyId });
      },
      readHistory: (_shopKey, _historyId, position) => this.readFrom(position),
    };

  private async *readFrom(behind: number): AsyncGenerator<HistoryOrder> {
    for (const [index, fact] of this.orders.entries()) {
      const position = index + 1;
      if (position <= behind) continue;
      await this.before(position);
      if (this.breakAt === position) {
        this.breakAt = null;
        throw new Error("the line broke");
      }
      this.read.push(position);
      const order = {
        topic: "orders/updated",
        deliveryId: `read:${String(position)}`,
        body: JSON.stringify([fact]),
      };
      yield await Promise.resolve({ position, order });
    }
  }
}
