import type { PageLimit } from "#app/domain/replay/paged-memory.ts";

/** A page limit so small that hardly anything a history leaves behind stays where it is used; the others lie in a map. */
export function scarceMemory(pages = 2): PageLimit & { readonly written: ReadonlyMap<number, Uint8Array> } {
  const written = new Map<number, Uint8Array>();
  return {
    pages,
    written,
    store: {
      write: (page, bytes) => {
        written.set(page, bytes.slice());
      },
      read: (page, into) => {
        const bytes = written.get(page);
        if (bytes === undefined) throw new Error(`page ${String(page)} was never written`);
        into.set(bytes);
      },
    },
  };
}
