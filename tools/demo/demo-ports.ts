import { isFreePort } from "../free-port.ts";
import { DemoRefused } from "./demo-wish.ts";

/** Of the shop and its admin, of the app's public address, of the app, of the Ecwid beside them. */
export type DemoPorts = readonly [number, number, number, number];

const USUAL_FIRST = 4_100;
/** Demos beside each other stand this far apart. */
const STEP = 10;
const MOST_DEMOS = 50;

export interface FoundPorts {
  readonly ports: DemoPorts;
  /** A usual port that was passed over, as something listens at it. */
  readonly taken: number | null;
}

/** The four ports asked for, all free; else the first four that are. */
export async function findDemoPorts(asked: number | null): Promise<FoundPorts> {
  if (asked !== null) {
    const ports = portsFrom(asked);
    const taken = await firstTaken(ports);
    if (taken === null) return { ports, taken };
    throw new DemoRefused(
      `Something listens at port ${String(taken)} already. The demo takes four in a row: ${ports.join(", ")}. ` +
        "Give it others with --port, or none, and it finds free ones.",
    );
  }
  let passedOver: number | null = null;
  for (let demo = 0; demo < MOST_DEMOS; demo += 1) {
    const ports = portsFrom(USUAL_FIRST + demo * STEP);
    const taken = await firstTaken(ports);
    if (taken === null) return { ports, taken: passedOver };
    passedOver ??= taken;
  }
  const last = USUAL_FIRST + MOST_DEMOS * STEP;
  throw new DemoRefused(
    `No four ports in a row are free from ${String(USUAL_FIRST)} to ${String(last)}. Name others with --port.`,
  );
}

function portsFrom(first: number): DemoPorts {
  return [first, first + 1, first + 2, first + 3];
}

async function firstTaken(ports: DemoPorts): Promise<number | null> {
  for (const port of ports) {
    if (!(await isFreePort(port))) return port;
  }
  return null;
}
