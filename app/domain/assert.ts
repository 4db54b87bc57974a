/** A broken invariant: a programmer's error, never a user's. It stops the unit of work that met it. */
export class InvariantViolation extends Error {
  override readonly name = "InvariantViolation";
}

/** Says what must hold at this place; throws `InvariantViolation` where it does not. */
export function assert(condition: boolean, mustHold: string): asserts condition {
  if (!condition) throw new InvariantViolation(mustHold);
}

/** The closing branch of an exhaustive switch: unreachable while every case is handled. */
export function assertNever(unexpected: never): never {
  throw new InvariantViolation(`unexpected case: ${JSON.stringify(unexpected)}`);
}

/** The element at an index that is known to lie within the list. */
export function elementAt<Element>(list: ArrayLike<Element>, index: number): Element {
  const element = list[index];
  assert(element !== undefined, "an index lies within its list");
  return element;
}
