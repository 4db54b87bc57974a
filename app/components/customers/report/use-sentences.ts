import { useFormats } from "../../formats.tsx";
import { reportTexts } from "../../i18n/customers/report-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { rewardShare, type ShownWindow } from "../figure-lines.ts";
import { useShares } from "../use-shares.ts";

interface Month {
  readonly window: ShownWindow;
  readonly before: ShownWindow;
  /** What the month before is called. */
  readonly monthBefore: string;
  /** Who bought for the first time; null where it is not known. */
  readonly newcomers: number | null;
}

/** What happened in a month, in sentences: nothing is said of what is not known. */
export function useSentences({ window, before, monthBefore, newcomers }: Month): readonly string[] {
  const t = useTexts(reportTexts);
  const { money, count, points } = useFormats();
  const written = useShares();
  const told = (kind: "share", value: number | null, say: (text: string) => string) =>
    value === null ? [] : [say(written(kind, value))];
  const revenue =
    window.orders === 0
      ? [t.nothing]
      : [
          t.revenue(money(window.revenueMinor), count(window.orders), count(window.customers)),
          trend(window.revenueMinor, before.revenueMinor),
        ];
  const cost = rewardShare(window);
  return [
    ...revenue,
    ...(newcomers === null ? [] : [t.newcomers(count(newcomers))]),
    ...told("share", window.repeatRate, t.repeat),
    ...told("share", window.churnRate, (share) => t.churn(share, monthBefore)),
    ...told("share", window.membersShare.revenue, t.members),
    ...(window.points === null
      ? []
      : [t.points(points(window.points.earned), points(window.points.spent), points(window.points.closing))]),
    ...(window.rewards === null || cost === null
      ? []
      : [t.rewardCost(money(window.rewards.costMinor), written("share", cost))]),
  ];

  function trend(now: number, then: number): string {
    if (then === 0) return t.noBefore(monthBefore);
    const change = now / then - 1;
    if (change === 0) return t.same(monthBefore);
    const share = written("share", Math.abs(change));
    return change > 0 ? t.more(share, monthBefore) : t.less(share, monthBefore);
  }
}
