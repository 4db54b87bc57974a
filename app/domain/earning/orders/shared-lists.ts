import type { Rule } from "../../program/program.ts";

/**
 * Lists of what is frozen of rules. Awards are many and rules are few: lines that match the same rules
 * have the same list, made once.
 */
export class SharedLists<OneRule extends Rule, Part> {
  private readonly freeze: (rule: OneRule) => Part;
  private readonly longer = new WeakMap<OneRule, WeakMap<readonly Part[], readonly Part[]>>();

  constructor(freeze: (rule: OneRule) => Part) {
    this.freeze = freeze;
  }

  /** The list with what is frozen of one more rule. */
  with(list: readonly Part[], rule: OneRule): readonly Part[] {
    let byList = this.longer.get(rule);
    if (byList === undefined) {
      byList = new WeakMap();
      this.longer.set(rule, byList);
    }
    const known = byList.get(list);
    if (known !== undefined) return known;
    const made = [...list, this.freeze(rule)];
    byList.set(list, made);
    return made;
  }
}
