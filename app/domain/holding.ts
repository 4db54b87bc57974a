/**
 * What a member has of one kind, by name, in the order in which it came. A `Map` is one; `replay`
 * keeps its holdings packed. What `get` or `values` gave may be changed until the unit of work ends.
 */
export interface Holding<Entry> {
  get(id: string): Entry | undefined;
  has(id: string): boolean;
  set(id: string, entry: Entry): unknown;
  delete(id: string): unknown;
  clear(): void;
  keys(): Iterable<string>;
  values(): Iterable<Entry>;
}

/** Names that a member has. A `Set` is one. */
export interface NameSet extends Iterable<string> {
  has(name: string): boolean;
  add(name: string): unknown;
}
