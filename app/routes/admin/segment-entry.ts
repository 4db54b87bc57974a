import { z } from "zod";

/** A segment as a page sends it: whether it is sound is for the segments' own check to say. */
export const segmentEntry = z.looseObject({ id: z.string().min(1).max(100) });
