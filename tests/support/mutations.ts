/** A small generator of chance that is the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What becomes of deliveries on a bad way: the same in every run. */
export function mutations(seed: number) {
  const chance = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(chance() * items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };

  function mutateBody(text: string): Buffer {
    const bytes = Buffer.from(text);
    switch (Math.floor(chance() * 6)) {
      case 0:
        return bytes;
      case 1:
        return bytes.subarray(0, Math.floor(chance() * bytes.length));
      case 2: {
        for (let flips = 0; flips < 5; flips += 1)
          bytes[Math.floor(chance() * bytes.length)] = Math.floor(chance() * 256);
        return bytes;
      }
      case 3:
        return Buffer.concat([bytes, Buffer.from(pick(["\0", "{}", "\u2028", "[[[[", "🙂"]))]);
      case 4:
        return Buffer.from(
          text.replaceAll(/"\d+\.\d\d"/gu, () =>
            pick(['"-1.00"', '"1e9"', "null", '""', '"NaN"', "{}", '"1.005"']),
          ),
        );
      default:
        return Buffer.from(
          text.replaceAll(
            /:(\d+)/gu,
            () => `:${pick(["-1", "null", "1.5", '"x"', "99999999999999999999999", "true", "[]"])}`,
          ),
        );
    }
  }

  function mutateHeaders(headers: Record<string, string>): Record<string, string> {
    const name = pick(Object.keys(headers).filter((key) => key !== "content-type"));
    switch (Math.floor(chance() * 4)) {
      case 0:
        return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
      case 1:
        return {
          ...headers,
          [name]: pick(["", " ", "x", "../../etc", "a".repeat(300), "'; DROP TABLE inbox; --"]),
        };
      default:
        return headers;
    }
  }

  return { chance, mutateBody, mutateHeaders };
}
