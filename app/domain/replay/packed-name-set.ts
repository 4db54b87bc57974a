import type { NameSet } from "../holding.ts";
import type { Archive } from "./archive.ts";
import { NOTHING, OWN } from "./name-register.ts";
import { NO_NAME } from "./packed-index.ts";
import { PackedNames } from "./packed-names.ts";

/** Stands under a name that is in the set. */
const HERE = 1;

/** Names of one owner, in the register alone. */
export class PackedNameSet implements NameSet {
  private readonly archive: Archive;
  private readonly owner: number;
  private readonly prefix: string;
  private readonly names: PackedNames;

  constructor(archive: Archive, owner: number, prefix: string) {
    this.archive = archive;
    this.owner = owner;
    this.prefix = prefix;
    this.names = new PackedNames(archive.names, OWN);
  }

  has(name: string): boolean {
    const { names } = this.archive;
    const number = names.find(this.owner, this.prefix + name);
    return number !== NO_NAME && names.at(number, OWN) !== NOTHING;
  }

  add(name: string): void {
    const { names } = this.archive;
    const number = names.numberOf(this.owner, this.prefix + name);
    if (names.at(number, OWN) !== NOTHING) return;
    names.setAt(number, OWN, HERE);
    this.names.push(number);
  }

  *[Symbol.iterator](): Generator<string> {
    for (const number of this.names) {
      yield this.archive.names.textOf(this.owner, number).slice(this.prefix.length);
    }
  }
}
