import type { z } from "zod";

/** What can be kept of a member and read again, whatever it is. */
export interface Keepable {
  /** Plain JSON; null where nothing is remembered. */
  readonly keep: (memberId: string) => unknown;
  readonly recall: (memberId: string, kept: unknown) => void;
}

/** What a watcher remembers of each member, to see what has changed since it looked last. */
export class Memory<Remembered> implements Keepable {
  private readonly form: z.ZodType<Remembered>;
  private readonly remembered = new Map<string, Remembered>();

  /** `form`: plain JSON, parsed when it is recalled. */
  constructor(form: z.ZodType<Remembered>) {
    this.form = form;
  }

  get(memberId: string): Remembered | undefined {
    return this.remembered.get(memberId);
  }

  note(memberId: string, what: Remembered): void {
    this.remembered.set(memberId, what);
  }

  forget(memberId: string): void {
    this.remembered.delete(memberId);
  }

  keep(memberId: string): unknown {
    return this.remembered.get(memberId) ?? null;
  }

  recall(memberId: string, kept: unknown): void {
    if (kept === null) this.remembered.delete(memberId);
    else this.remembered.set(memberId, this.form.parse(kept));
  }
}
