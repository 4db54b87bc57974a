import { randomBytes } from "node:crypto";

/** 32 signs without 0/O and 1/I, so that a code can be read aloud and typed from paper. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/** 13 signs of 5 bits are 65 bits: nobody guesses one. */
const LENGTH = 13;

/**
 * A fresh code text, e.g. `7KQ4M-X2VPH-9TC`. Chance alone makes equal ones all but impossible; what keeps them
 * apart is the primary key of `reward_code`: a text that is taken undoes the transaction, which is done again
 * with another (`repeatTransaction`). A shop's prefix stands in front and makes none of it shorter. Within the books at hand `unusedCode` passes over it before that. `replay`,
 * where nothing is left to chance, counts its codes instead.
 */
export function newCode(prefix: string): string {
  const signs = [...randomBytes(LENGTH)].map((byte) => SIGNS.charAt(byte % SIGNS.length));
  const groups = [signs.slice(0, 5), signs.slice(5, 10), signs.slice(10)].map((group) => group.join(""));
  return (prefix === "" ? groups : [prefix, ...groups]).join("-");
}
