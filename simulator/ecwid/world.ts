import { KeptWorld, type KeptSettings } from "../shop/kept-world.ts";
import { Refusal } from "../shop/refusal.ts";
import type { Store, WorldState } from "./records.ts";

export interface WorldSettings extends KeptSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhookPath: string;
  readonly firstId: string;
}

/** The stores of one fake Ecwid, and who holds which token. */
export class World extends KeptWorld<WorldState, WorldSettings> {
  constructor(settings: WorldSettings, appUrl: string) {
    const fresh = { clockAheadMs: 0, stores: {}, tokens: {}, codes: {} };
    super(settings, appUrl, { ...fresh, nextId: settings.firstId });
  }

  store(id: string): Store {
    const store = this.state.stores[id];
    if (store === undefined) throw new Refusal(`There is no store ${id}`);
    return store;
  }
}
