import type { Directory } from "./directory.ts";
import type { Person } from "./person.ts";
import { meetSteps, strangerOf } from "./plan-batch.ts";
import type { Step } from "./plan-batch.ts";

/** Whose an address is proven to be, and what is to be told the engine of it. */
export interface ProofSteps {
  readonly person: Person;
  readonly steps: readonly Step[];
}

/** A mailed link proves whose an address is, and they join by it; null where there is none to prove. */
export function proofSteps(directory: Directory, address: string): ProofSteps | null {
  const met = directory.proveByMail(address);
  if (met === null) return null;
  const { person } = met;
  return { person, steps: meetSteps(met, strangerOf({ id: person.customerId, email: address }, true)) };
}
