import { z } from "zod";
import type { Explanation } from "#app/domain/ledger/explanations/explanation.ts";
import { isTold } from "#app/domain/ledger/explanations/known-explanation.ts";

/** Why something was posted, as it is stored; null: nobody can read it. It may be another version's. */
export const storedExplanation = z.custom<Explanation>(isTold).nullable().catch(null);
