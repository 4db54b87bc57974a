import { codesSection } from "./codes.ts";
import { guestSection } from "./guest.ts";
import { historySection } from "./history.ts";
import { meSection } from "./me.ts";
import { nextStepSection } from "./next-step.ts";
import { noticeSection } from "./notice.ts";
import { progressSection } from "./progress.ts";
import { rewardsSection } from "./rewards.ts";
import { termsSection } from "./terms.ts";
import { tiersSection } from "./tiers-table.ts";
import type { View } from "./view.ts";
import { waysSection } from "./ways.ts";

/** The panel, top to bottom: what I have, what is next, what I can do, why it is so. */
export function drawSections(view: View): HTMLElement[] {
  const { viewer } = view.state;
  const notice = noticeSection(view);
  const sections =
    viewer.kind === "member"
      ? [
          meSection(view, viewer),
          notice,
          progressSection(view, viewer),
          nextStepSection(view, viewer),
          rewardsSection(view),
          codesSection(view, viewer),
          waysSection(view),
          historySection(view, viewer),
          termsSection(view),
        ]
      : [
          guestSection(view, viewer),
          notice,
          tiersSection(view),
          waysSection(view),
          rewardsSection(view),
          termsSection(view),
        ];
  return sections.filter((section) => section !== null);
}
