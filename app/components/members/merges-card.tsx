import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { ShownMerge } from "#app/queries/members/merges-of-member.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import { mergeTexts } from "../i18n/members/merge-texts.ts";
import { refusalTexts } from "../i18n/refusal-texts.ts";
import type { TierChoice } from "./list/tier-choice.ts";
import { memberName } from "./member-name.ts";
import { MergeCard } from "./merge-card.tsx";

interface MergingProps {
  readonly member: { readonly memberId: string };
  readonly tiers: readonly TierChoice[];
  readonly merges: readonly ShownMerge[];
}

/** Merging another member into this one, and whom that was done with before. */
export function Merging({ member, tiers, merges }: MergingProps) {
  return (
    <>
      <MergeCard memberId={member.memberId} tiers={tiers} />
      <MergesCard merges={merges} />
    </>
  );
}

/** Who became part of this member, and whether and until when that can be undone. */
function MergesCard({ merges }: { readonly merges: readonly ShownMerge[] }) {
  const t = useTexts(mergeTexts);
  if (merges.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.merges}
        </Text>
        {merges.map((merge) => (
          <Merge key={merge.endedId} merge={merge} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Merge({ merge }: { readonly merge: ShownMerge }) {
  const t = useTexts(mergeTexts);
  const refusals = useTexts(refusalTexts);
  const names = useTexts(memberTexts);
  const { day, lastDay } = useFormats();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const name = memberName({ ...merge, status: "merged" }, names);
  const { mergedAt, undoableUntil, obstacle } = merge;
  return (
    <BlockStack gap="200">
      <Text as="p">{mergedAt === null ? name : t.mergedOn(day(mergedAt), name)}</Text>
      {obstacle === null ? null : (
        <Text as="p" tone="subdued">
          {refusals[obstacle]}
        </Text>
      )}
      {undoableUntil === null ? null : (
        <>
          <Text as="p" tone="subdued">
            {t.undoableUntil(lastDay(undoableUntil))}
          </Text>
          <InlineStack>
            <Button accessibilityLabel={t.undoLabel(name)} onClick={() => setOpen(true)}>
              {t.undo}
            </Button>
          </InlineStack>
          <ConfirmModal
            open={open}
            title={t.undoAsk(name)}
            body={t.undoBody}
            action={t.undo}
            keep={t.undoKeep}
            done={t.undone}
            destructive={false}
            onClose={close}
            fields={{ intent: "undo_merge", other: merge.endedId }}
          />
        </>
      )}
    </BlockStack>
  );
}
