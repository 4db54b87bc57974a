const MOST_LETTERS = 60;

/** An id for something new, from its name: one no other has. Without a name, or letters in it, it is called `stem`. */
export function idFrom(name: string | null, taken: ReadonlySet<string>, stem: string): string {
  const plain = (name ?? stem)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .slice(0, MOST_LETTERS);
  const base = plain === "" ? stem : plain;
  let id = base;
  for (let again = 2; taken.has(id); again += 1) id = `${base}-${String(again)}`;
  return id;
}
