import { NavMenu, useAppBridge } from "@shopify/app-bridge-react";
import { Link } from "@remix-run/react";
import { useMemo, type ReactNode } from "react";
import type { ShopAbilities } from "#app/domain/program/shop-abilities.ts";
import { frameTexts } from "../i18n/frame-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { HostContext, offeredBy, type Host } from "./host.tsx";
import { SECTIONS } from "./sections.ts";

interface BridgedHostProps {
  readonly abilities: ShopAbilities;
  readonly children: ReactNode;
}

/** Around the pages where the platform's own library draws the rest. */
export function BridgedHost({ abilities, children }: BridgedHostProps) {
  const bridge = useAppBridge();
  const t = useTexts(frameTexts);
  const host = useMemo<Host>(
    () => ({
      bridged: true,
      abilities,
      offered: offeredBy(abilities),
      showToast: (text, more) => {
        bridge.toast.show(text, { ...more });
      },
    }),
    [abilities, bridge],
  );
  return (
    <HostContext.Provider value={host}>
      <NavMenu>
        {SECTIONS.map(({ name, to }) => (
          <Link key={to} to={to} {...(to === "/app" ? { rel: "home" } : {})}>
            {t[name]}
          </Link>
        ))}
      </NavMenu>
      {children}
    </HostContext.Provider>
  );
}
