import { useLocation, useNavigate } from "@remix-run/react";
import { Box, Frame, Tabs, Toast } from "@shopify/polaris";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { ShopAbilities } from "#app/domain/program/shop-abilities.ts";
import { frameTexts } from "../i18n/frame-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { RoomForTabs } from "../layout/room-for-tabs.tsx";
import { holdSession } from "./hold-session.ts";
import { HostContext, offeredBy, type Host, type ToastAction } from "./host.tsx";
import { SECTIONS } from "./sections.ts";

/** What the pages hold and tell where they see to themselves. */
export interface OwnFrame {
  readonly session: string;
  /** Where the session is renewed. */
  readonly renewAt: string;
  /** What every word to the admin around them carries. */
  readonly sign: Readonly<Record<string, string>>;
}

interface OwnHostProps {
  readonly frame: OwnFrame;
  readonly abilities: ShopAbilities;
  readonly children: ReactNode;
}

interface ShownToast extends Partial<ToastAction> {
  readonly key: number;
  readonly text: string;
}

/** Around the pages in a frame that draws nothing itself: navigation, toasts and the place for a save bar. */
export function OwnHost({ frame, abilities, children }: OwnHostProps) {
  // Before anything is asked: the first render runs ahead of every effect.
  useState(() => holdSession(frame));
  const [{ sign }] = useState(frame);
  useEffect(() => {
    dropFromAddress("ticket");
    fillFrame(sign);
  }, [sign]);
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const shownSoFar = useRef(0);
  const host = useMemo<Host>(
    () => ({
      bridged: false,
      abilities,
      offered: offeredBy(abilities),
      showToast: (text, more) => {
        shownSoFar.current += 1;
        const key = shownSoFar.current;
        setToasts((shown) => [...shown, { key, text, ...more }]);
      },
    }),
    [abilities],
  );
  const close = (key: number) => setToasts((shown) => shown.filter((one) => one.key !== key));
  return (
    <HostContext.Provider value={host}>
      <Frame>
        <SectionTabs />
        {children}
        {toasts.map(({ key, text, action, onAction }) => (
          <Toast
            key={key}
            content={text}
            onDismiss={() => close(key)}
            {...(action === undefined ? {} : { action: { content: action, ...(onAction && { onAction }) } })}
          />
        ))}
      </Frame>
    </HostContext.Provider>
  );
}

function SectionTabs() {
  const t = useTexts(frameTexts);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const selected = SECTIONS.findIndex(({ to }) => to !== "/app" && pathname.startsWith(to));
  return (
    <Box background="bg-surface" borderBlockEndWidth="025" borderColor="border">
      <nav aria-label={t.navigation}>
        <RoomForTabs names={SECTIONS.map(({ name }) => t[name])}>
          <Tabs
            tabs={SECTIONS.map(({ name, to }) => ({ id: `section-${name}`, content: t[name], url: to }))}
            selected={Math.max(selected, 0)}
            onSelect={(index) => {
              const section = SECTIONS[index];
              if (section !== undefined) navigate(section.to);
            }}
          />
        </RoomForTabs>
      </nav>
    </Box>
  );
}

/** What opened the page is of no use any more, and need not be copied with the address. */
function dropFromAddress(name: string): void {
  const address = new URL(window.location.href);
  address.searchParams.delete(name);
  window.history.replaceState(window.history.state, "", address);
}

/**
 * Tells the admin around it that the app is there, and to give it the height of the window: what stands
 * fixed (a save bar, a question) then stands where it is seen.
 */
function fillFrame(sign: OwnFrame["sign"]): void {
  const tell = (method: string, data: object) => {
    window.parent.postMessage(JSON.stringify({ ...sign, method, data }), "*");
  };
  tell("ready", {});
  tell("setSize", { height: "90vh" });
}
