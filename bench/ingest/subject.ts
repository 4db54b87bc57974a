/** How much of it there is. */
export interface Size {
  readonly orders: number;
  readonly shops: number;
  readonly members: number;
}

/** What is told of which shops, and what has to come of it. */
export interface Subject {
  /** What the app needs to know of the platform it is told by. */
  readonly env: Readonly<Record<string, string>>;
  readonly orders: number;
  /** Each makes the bytes of its whole request when it is sent. */
  readonly deliveries: readonly ((host: string) => Buffer)[];
  readonly expectedPoints: number;
  /** What only this platform has to say, once all is applied. */
  readonly figures: () => Promise<Readonly<Record<string, number>>>;
  readonly stop: () => Promise<void>;
}

/** One delivery in so many comes twice, one order in so many is told back to front. */
const REPEATED_EVERY = 25;
const REORDERED_EVERY = 10;

/** What is told of neighbouring orders interleaved, some back to front, some twice. */
export function arrange<Delivery>(told: readonly (readonly Delivery[])[]): Delivery[] {
  const timed = told.flatMap((deliveries, index) => {
    const inOrder = index % REORDERED_EVERY === 0 ? [...deliveries].reverse() : deliveries;
    return inOrder.map((delivery, step) => ({ delivery, position: index + step * 40 }));
  });
  timed.sort((a, b) => a.position - b.position);
  return timed.flatMap(({ delivery }, index) =>
    index % REPEATED_EVERY === 0 ? [delivery, delivery] : [delivery],
  );
}

/** Spread over shops and members by a fixed rule, so that every run tells the same. */
export function spread({ shops, members }: Size, index: number) {
  return {
    shop: (index * 7_919) % shops,
    member: (index * 104_729) % members,
    priceCents: 500 + ((index * 6_151) % 20_000),
    afterMs: Math.floor(index / 100) * 1_000,
  };
}
