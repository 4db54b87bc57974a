/**
 * The name under which a lot or an entry of the ended member goes on with the kept one: its own, where that has
 * none of the name. `known` are those the kept member had before anything moved.
 */
export function movedName(known: { has(id: string): boolean }, endedId: string, id: string): string {
  if (!known.has(id)) return id;
  let name = `merged:${endedId}:${id}`;
  for (let again = 2; known.has(name); again += 1) name = `merged:${endedId}:${String(again)}:${id}`;
  return name;
}
