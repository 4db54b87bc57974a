import { createContext, useContext } from "react";
import { assert } from "#app/domain/assert.ts";
import type { NeededAbility, ShopAbilities } from "#app/domain/program/shop-abilities.ts";

export interface ToastAction {
  readonly action: string;
  readonly onAction: () => void;
}

/** What shows the app's pages, and what the shop behind them can do. */
export interface Host {
  /** Whether the platform's own library draws navigation, save bar, toasts and pickers around the pages. */
  readonly bridged: boolean;
  readonly abilities: ShopAbilities;
  readonly offered: (form: { readonly needs?: NeededAbility }) => boolean;
  readonly showToast: (text: string, more?: ToastAction) => void;
}

/** A form is offered where the shop can do what it needs. */
export function offeredBy(abilities: ShopAbilities): Host["offered"] {
  return ({ needs }) => needs === undefined || abilities[needs];
}

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
  const host = useContext(HostContext);
  assert(host !== null, "every page has a host around it");
  return host;
}
