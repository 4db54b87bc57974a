import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What every fake keeps, whatever else its platform has. */
export interface KeptState {
  nextId: string;
  clockAheadMs: number;
}

export interface KeptSettings {
  readonly clock: () => number;
  readonly stateFile: string | null;
}

/** Where moments and ids of a fake come from. */
export interface Source {
  now(): number;
  newId(): string;
}

/** State, clock, ids and pending work of one fake; everything else is functions over it. */
export class KeptWorld<State extends KeptState, Settings extends KeptSettings> implements Source {
  readonly state: State;
  readonly settings: Settings;
  /** Where the app listens now. */
  appUrl: string;
  readonly #pending = new Set<NodeJS.Timeout>();
  #dirty = false;
  readonly #saving: NodeJS.Timeout | null;

  constructor(settings: Settings, appUrl: string, fresh: State) {
    this.settings = settings;
    this.appUrl = appUrl;
    this.state = readState(settings.stateFile, fresh);
    this.#saving = settings.stateFile === null ? null : setInterval(() => this.save(), 500);
    this.#saving?.unref();
  }

  now(): number {
    return this.settings.clock() + this.state.clockAheadMs;
  }

  newId(): string {
    const id = this.state.nextId;
    this.state.nextId = String(BigInt(id) + 1n);
    this.#dirty = true;
    return id;
  }

  get pendingWork(): number {
    return this.#pending.size;
  }

  /** Work that happens after the answer, as asynchronous jobs of platforms do; dropped when the fake closes. */
  later(delayMs: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#pending.delete(timer);
      work();
      this.changed();
    }, delayMs);
    this.#pending.add(timer);
  }

  changed(): void {
    this.#dirty = true;
  }

  save(): void {
    const file = this.settings.stateFile;
    if (file === null || !this.#dirty) return;
    this.#dirty = false;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(this.state));
    renameSync(`${file}.new`, file);
  }

  close(): void {
    for (const timer of this.#pending) clearTimeout(timer);
    this.#pending.clear();
    if (this.#saving !== null) clearInterval(this.#saving);
    this.save();
  }
}

function readState<State>(file: string | null, fresh: State): State {
  // The file was written by this class a run before; its form is not in doubt.
  if (file !== null && existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as State;
  return fresh;
}
