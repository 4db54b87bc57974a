import { logError } from "#app/log.server.ts";

export interface ShopRoundsOptions {
  readonly name: string;
  /** Shops worked at side by side in this process. */
  readonly atOnce: number;
  readonly pollEveryMs: number;
  /** Asks the database which shops have work: hints may be lost. */
  readonly findShops: () => Promise<readonly number[]>;
  /** One round at one shop. `again`: come back at once; `later`: come back after a pause. */
  readonly work: (shopId: number) => Promise<"rested" | "again" | "later">;
}

const PAUSE_MS = 50;
const PAUSE_AFTER_FAILURE_MS = 1_000;

/**
 * Goes round the shops that have work: woken by hints, and by polling. Under load each round finds
 * more to do at once, so batches grow by themselves and no shop waits for a busy one to finish.
 */
export class ShopRounds {
  private readonly waiting = new Set<number>();
  private readonly busy = new Map<number, Promise<void>>();
  /** Hinted at while being worked at: its round may have looked just before. */
  private readonly hintedMeanwhile = new Set<number>();
  private readonly pauses = new Set<NodeJS.Timeout>();
  private polling: Promise<void> = Promise.resolve();
  private pollTimer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly options: ShopRoundsOptions) {}

  start(): void {
    this.poll();
  }

  wake(shopId: number): void {
    if (this.stopped) return;
    if (this.busy.has(shopId)) this.hintedMeanwhile.add(shopId);
    else this.waiting.add(shopId);
    this.fill();
  }

  /** Takes nothing new and waits for the rounds under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.pollTimer);
    for (const pause of this.pauses) clearTimeout(pause);
    this.waiting.clear();
    await this.polling;
    await Promise.all(this.busy.values());
  }

  private poll(): void {
    this.polling = this.options
      .findShops()
      .then((shopIds) => {
        for (const shopId of shopIds) this.wake(shopId);
      })
      .catch((error: unknown) => {
        logError("poll_failed", error, { rounds: this.options.name });
      })
      .finally(() => {
        if (this.stopped) return;
        this.pollTimer = setTimeout(() => {
          this.poll();
        }, this.options.pollEveryMs);
      });
  }

  private fill(): void {
    for (const shopId of this.waiting) {
      if (this.stopped || this.busy.size >= this.options.atOnce) return;
      this.waiting.delete(shopId);
      const round = this.round(shopId).finally(() => {
        this.busy.delete(shopId);
        if (this.hintedMeanwhile.delete(shopId)) this.wake(shopId);
        this.fill();
      });
      this.busy.set(shopId, round);
    }
  }

  private async round(shopId: number): Promise<void> {
    try {
      const rest = await this.options.work(shopId);
      if (rest === "again") this.hintedMeanwhile.add(shopId);
      if (rest === "later") this.wakeAfter(shopId, PAUSE_MS);
    } catch (error) {
      logError("round_failed", error, { rounds: this.options.name, shopId });
      this.wakeAfter(shopId, PAUSE_AFTER_FAILURE_MS);
    }
  }

  private wakeAfter(shopId: number, pauseMs: number): void {
    if (this.stopped) return;
    const pause = setTimeout(() => {
      this.pauses.delete(pause);
      this.wake(shopId);
    }, pauseMs);
    this.pauses.add(pause);
  }
}
