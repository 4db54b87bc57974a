import { challengesSection } from "./challenges.ts";
import { codesSection } from "./codes.ts";
import { guestSection } from "./guest.ts";
import { historySection } from "./history.ts";
import { balanceSection } from "./balance.ts";
import { membershipsSection } from "./memberships.ts";
import { nextStepSection } from "./next-step.ts";
import { noticeSection } from "./notice.ts";
import { progressSection } from "./progress.ts";
import { questionsSection } from "./questions.ts";
import { referralSection } from "./referral.ts";
import { rewardsSection } from "./rewards.ts";
import { termsSection } from "./terms.ts";
import { tiersSection } from "./tiers-table.ts";
import type { View } from "../view.ts";
import { waysSection } from "./ways.ts";

type Section = (view: View) => HTMLElement | null;

/** The panel, top to bottom: what I have, what is next, what I can do, why it is so. */
export function sectionsOf(view: View): readonly Section[] {
  const { viewer } = view.state;
  if (viewer.kind !== "member") {
    return [
      () => guestSection(view, viewer),
      noticeSection,
      tiersSection,
      challengesSection,
      waysSection,
      referralSection,
      membershipsSection,
      rewardsSection,
      questionsSection,
      termsSection,
    ];
  }
  return [
    () => balanceSection(view, viewer),
    noticeSection,
    () => progressSection(view, viewer),
    nextStepSection,
    challengesSection,
    rewardsSection,
    () => codesSection(view, viewer),
    waysSection,
    referralSection,
    membershipsSection,
    () => historySection(view, viewer),
    questionsSection,
    termsSection,
  ];
}
