import type { NameRegister, ListedKind } from "./name-register.ts";
import { NO_NAME } from "./packed-index.ts";

/** Names of one owner that have something of a kind, in the order in which they came: each knows the next. */
export class PackedNames {
  private readonly register: NameRegister;
  private readonly kind: ListedKind;
  private first = NO_NAME;
  private last = NO_NAME;

  constructor(register: NameRegister, kind: ListedKind) {
    this.register = register;
    this.kind = kind;
  }

  get isEmpty(): boolean {
    return this.first === NO_NAME;
  }

  push(name: number): void {
    const { register, kind } = this;
    register.setNextOf(name, kind, NO_NAME);
    if (this.last === NO_NAME) this.first = name;
    else register.setNextOf(this.last, kind, name);
    this.last = name;
  }

  /** Whoever stands at this name while it is taken out still finds the next one. */
  delete(name: number): void {
    const { register, kind } = this;
    let before = NO_NAME;
    for (const one of this) {
      if (one === name) break;
      before = one;
    }
    const next = register.nextOf(name, kind);
    if (before === NO_NAME) this.first = next;
    else register.setNextOf(before, kind, next);
    if (this.last === name) this.last = before;
  }

  clear(): void {
    this.first = NO_NAME;
    this.last = NO_NAME;
  }

  *[Symbol.iterator](): Generator<number> {
    const { register, kind } = this;
    for (let name = this.first; name !== NO_NAME; name = register.nextOf(name, kind)) yield name;
  }
}
