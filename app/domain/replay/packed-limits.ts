import type { LimitUse, MemberBook } from "../books.ts";
import type { PackedShelf } from "./packed-shelf.ts";

/** So many uses of limits are kept as they are: this month's cap is asked for at every order. */
const MOST_AT_HAND = 12;
/** So many remain at hand when the others are packed. */
const KEPT_AT_HAND = 6;

type MemberLimits = MemberBook["limits"];

/** A member's uses of limits: those asked for last at hand, the others packed. */
export class PackedLimits implements MemberLimits {
  private readonly atHand = new Map<string, LimitUse>();
  private readonly packed: PackedShelf<LimitUse>;
  /** The last of those at hand. */
  private lastKey: string | null = null;

  constructor(packed: PackedShelf<LimitUse>) {
    this.packed = packed;
  }

  get(key: string): LimitUse | undefined {
    const use = this.atHand.get(key);
    if (use === undefined) return this.packed.isEmpty ? undefined : this.packed.get(key);
    if (key !== this.lastKey) this.putLast(key, use);
    return use;
  }

  set(key: string, use: LimitUse): void {
    if (!this.packed.isEmpty && this.packed.has(key)) {
      this.packed.set(key, use);
      return;
    }
    this.putLast(key, use);
    if (this.atHand.size > MOST_AT_HAND) this.packSome();
  }

  *keys(): Generator<string> {
    yield* this.packed.keys();
    yield* [...this.atHand.keys()];
  }

  *values(): Generator<LimitUse> {
    yield* this.packed.values();
    // Whoever asks for one meanwhile moves it.
    yield* [...this.atHand.values()];
  }

  private putLast(key: string, use: LimitUse): void {
    this.atHand.delete(key);
    this.atHand.set(key, use);
    this.lastKey = key;
  }

  private packSome(): void {
    for (const [key, use] of this.atHand) {
      if (this.atHand.size === KEPT_AT_HAND) return;
      this.packed.set(key, use);
      this.atHand.delete(key);
    }
  }
}
