import { parseMoney } from "../../money.ts";
import type { DocumentPath } from "../document/describe-error.ts";

/** Tells of one error in the document being checked. */
export type Complain = (path: DocumentPath, allowed: string) => void;

/** Complains of an amount with more decimals than the currency has, or of zero where that makes no sense. */
export function checkAmount(
  amount: string | undefined,
  digits: number | null,
  {
    path,
    complain,
    mayBeZero = false,
  }: { readonly path: DocumentPath; readonly complain: Complain; readonly mayBeZero?: boolean },
): void {
  if (amount === undefined || digits === null) return;
  const minor = parseMoney(amount, digits);
  if (minor === null) complain(path, `an amount with at most ${String(digits)} decimals`);
  else if (minor === 0 && !mayBeZero) complain(path, "an amount above 0");
}
