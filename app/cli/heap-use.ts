import { getHeapStatistics } from "node:v8";

const MB = 2 ** 20;
/** From here on V8 looks for what is free over and over, and then ends the process without a word for people. */
const NEARLY_FULL = 0.93;
/** V8 counts three semi-spaces for what is young into the limit. */
const SEMI_SPACES = 3;
const USUAL_SEMI_SPACE_MB = 16;

export interface HeapUse {
  readonly usedMb: number;
  /** The most that what stays may take: `--max-old-space-size`. */
  readonly mostMb: number;
  readonly isNearlyFull: boolean;
}

/** What lies in the heap, and how much may for good. What is young counts: nearly all of it may have to stay. */
export function heapUse(): HeapUse {
  const { used_heap_size: used, heap_size_limit } = getHeapStatistics();
  const most = heap_size_limit - SEMI_SPACES * semiSpaceMb() * MB;
  return {
    usedMb: Math.round(used / MB),
    mostMb: Math.round(most / MB),
    isNearlyFull: used > NEARLY_FULL * most,
  };
}

function semiSpaceMb(): number {
  const told = process.execArgv.map((option) => /^--max-semi-space-size=(\d+)$/.exec(option)?.[1]);
  const megabytes = told.find((one) => one !== undefined);
  return megabytes === undefined ? USUAL_SEMI_SPACE_MB : Number(megabytes);
}
