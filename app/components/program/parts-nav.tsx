import { useLocation, useNavigate } from "@remix-run/react";
import { Tabs } from "@shopify/polaris";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { RoomForTabs } from "../layout/room-for-tabs.tsx";

export const PARTS = [
  "overview",
  "earning",
  "tiers",
  "rewards",
  "campaigns",
  "challenges",
  "memberships",
  "referral",
  "expiry",
  "participants",
  "name",
  "review",
  "advanced",
] as const;
export type ProgramPage = (typeof PARTS)[number];

export function addressOf(page: ProgramPage): string {
  return page === "overview" ? "/app/program" : `/app/program/${page}`;
}

/** From part to part of the program; what is typed goes along. */
export function PartsNav() {
  const t = useTexts(programTexts);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const selected = PARTS.findIndex((page) => addressOf(page) === pathname);
  return (
    <nav aria-label={t.partsNav} className="regulars-parts">
      <RoomForTabs names={PARTS.map((page) => t.pages[page])}>
        <Tabs
          tabs={PARTS.map((page) => ({ id: `part-${page}`, content: t.pages[page] }))}
          selected={Math.max(selected, 0)}
          onSelect={(index) => {
            const page = PARTS[index];
            if (page !== undefined) navigate(addressOf(page));
          }}
        />
      </RoomForTabs>
    </nav>
  );
}
