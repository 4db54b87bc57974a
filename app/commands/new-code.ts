import { randomBytes } from "node:crypto";

/** 32 signs without 0/O and 1/I, so that a code can be read aloud and typed from paper. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/** 13 signs of 5 bits are 65 bits: nobody guesses one, and two are never equal. */
const LENGTH = 13;

/** A fresh code text, e.g. `7KQ4M-X2VPH-9TC`. */
export function newCode(): string {
  const signs = [...randomBytes(LENGTH)].map((byte) => SIGNS.charAt(byte % SIGNS.length));
  return [signs.slice(0, 5), signs.slice(5, 10), signs.slice(10)].map((group) => group.join("")).join("-");
}
