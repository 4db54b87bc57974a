import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { AppConfig } from "../app-config.ts";
import type { Shop, WorldState } from "./records.ts";

/** A wish that cannot be granted, said to whoever asked (control, shopper): the fake's own 422. */
export class Refusal extends Error {}

export interface WorldSettings {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly appHandle: string;
  readonly appName: string;
  readonly appId: string;
  readonly config: AppConfig;
  readonly clock: () => number;
  readonly asyncDelayMs: number;
  readonly firstId: string;
  readonly stateFile: string | null;
}

/** State, clock, ids and pending work of one fake; everything else is functions over it. */
export class World {
  readonly state: WorldState;
  readonly settings: WorldSettings;
  /** Where the app listens now. */
  appUrl: string;
  readonly #pending = new Set<NodeJS.Timeout>();
  #dirty = false;
  readonly #saving: NodeJS.Timeout | null;

  constructor(settings: WorldSettings, appUrl: string) {
    this.settings = settings;
    this.appUrl = appUrl;
    this.state = readState(settings);
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

  shop(domain: string): Shop {
    const shop = this.state.shops[domain];
    if (shop === undefined) throw new Refusal(`There is no shop ${domain}`);
    return shop;
  }

  get pendingWork(): number {
    return this.#pending.size;
  }

  /** Work that happens after the answer, as Shopify's asynchronous jobs do; dropped when the fake closes. */
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

function readState(settings: WorldSettings): WorldState {
  const file = settings.stateFile;
  // The file was written by this class a run before; its form is not in doubt.
  if (file !== null && existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as WorldState;
  return { nextId: settings.firstId, clockAheadMs: 0, shops: {}, accessTokens: {}, refreshTokens: {} };
}

export function gid(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/** "gid://shopify/Customer/5" → "5"; null when it is another type or no gid. */
export function idOf(type: string, value: string): string | null {
  const match = /^gid:\/\/shopify\/(\w+)\/(\d+)(?:\?.*)?$/.exec(value);
  return match !== null && match[1] === type ? (match[2] ?? null) : null;
}
