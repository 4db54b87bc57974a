import type { RowNumbers } from "../tiers/qualifying-ledger.ts";
import { NO_NAME, NOTHING, ROW } from "./name-register.ts";
import type { NameRegister } from "./name-register.ts";

/** The numbers of a qualifying ledger's rows, beside the names in the register. */
export class PackedRows implements RowNumbers {
  private readonly register: NameRegister;
  private readonly owner: number;
  private readonly names: number[] = [];

  constructor(register: NameRegister, owner: number) {
    this.register = register;
    this.owner = owner;
  }

  get(id: string): number | undefined {
    const name = this.register.find(this.owner, id);
    const number = name === NO_NAME ? NOTHING : this.register.at(name, ROW);
    return number === NOTHING ? undefined : number - 1;
  }

  set(id: string, row: number): void {
    const name = this.register.numberOf(this.owner, id);
    this.register.setAt(name, ROW, row + 1);
    this.names.push(name);
  }

  *keys(): Generator<string> {
    for (const name of this.names) yield this.register.textOf(name);
  }
}
