import type { Misconduct } from "../shop/misconduct.ts";
import type { CallAnswer } from "./control-answers.ts";
import type { ControlParsed } from "./control-commands.ts";

export type ShopifyMisconduct = Misconduct<ControlParsed<"misbehave">, CallAnswer>;
