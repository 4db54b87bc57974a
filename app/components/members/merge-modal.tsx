import { Text } from "@shopify/polaris";
import { AskModal } from "../ask-modal.tsx";
import { useFormats } from "../formats.tsx";
import { mergeTexts } from "../i18n/members/merge-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import type { PageRefusal } from "../i18n/refusal-texts.ts";
import { useDeed } from "../use-deed.ts";
import type { TierChoice } from "./list/tier-choice.ts";
import { memberName, type NamedMember } from "./member-name.ts";

interface MergeSide {
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
  readonly tierLevelId: string | null;
  readonly orders: number;
  readonly codes: number;
}

export type ForeseenMerge =
  | {
      readonly ok: true;
      readonly other: NamedMember & { readonly memberId: string };
      readonly kept: MergeSide;
      readonly ended: MergeSide;
      readonly after: MergeSide;
    }
  | { readonly ok: false; readonly refusal: PageRefusal };

interface MergeModalProps {
  readonly foreseen: Extract<ForeseenMerge, { ok: true }>;
  readonly tiers: readonly TierChoice[];
  readonly onClose: () => void;
}

/** What both have and what would become of it, side by side, before it is done. */
export function MergeModal({ foreseen, tiers, onClose }: MergeModalProps) {
  const t = useTexts(mergeTexts);
  const names = useTexts(memberTexts);
  const { other } = foreseen;
  const deed = useDeed(t.merged, onClose);
  return (
    <AskModal
      open
      title={t.ask(memberName(other, names))}
      action={t.merge}
      keep={t.keep}
      destructive={false}
      onClose={onClose}
      deed={deed}
      fields={{ intent: "merge", other: other.memberId }}
    >
      <Comparison foreseen={foreseen} tiers={tiers} />
      <Text as="p">{t.gifts}</Text>
      <Text as="p" fontWeight="semibold">
        {t.whatMoves}
      </Text>
    </AskModal>
  );
}

function Comparison({ foreseen, tiers }: Pick<MergeModalProps, "foreseen" | "tiers">) {
  const t = useTexts(mergeTexts);
  const { count } = useFormats();
  const { kept, ended, after } = foreseen;
  const sides = [kept, ended, after];
  const nameOf = (levelId: string | null) => tiers.find(({ id }) => id === levelId)?.name ?? t.noTier;
  const lines: readonly (readonly [string, (side: MergeSide) => string])[] = [
    [t.available, (side) => count(side.available)],
    [t.pending, (side) => count(side.pending)],
    ...(sides.some(({ debt }) => debt > 0) ? [[t.debt, (side: MergeSide) => count(side.debt)] as const] : []),
    ...(tiers.length === 0 ? [] : [[t.tier, (side: MergeSide) => nameOf(side.tierLevelId)] as const]),
    [t.orders, (side) => count(side.orders)],
    [t.codes, (side) => count(side.codes)],
  ];
  return (
    <table className="regulars-compare">
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.stays}</th>
          <th scope="col">{t.goes}</th>
          <th scope="col">{t.after}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([label, tell]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {sides.map((side, index) => (
              <td key={String(index)}>{tell(side)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
