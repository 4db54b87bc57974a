import { Banner, BlockStack, Text } from "@shopify/polaris";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { Difference } from "./difference.tsx";
import { sentenceDifference } from "./sentence-difference.ts";
import { outlineIn, useReading, type KnownReading } from "./use-reading.ts";
import type { Draft } from "./use-draft.ts";
import { useUnsaved } from "./use-unsaved.ts";

interface DraftBannersProps {
  readonly draft: Draft;
  readonly known: readonly KnownReading[];
}

/** What stands above every part: changes of an earlier visit, and somebody else's. */
export function DraftBanners({ draft, known }: DraftBannersProps) {
  const t = useTexts(programTexts);
  const unsaved = useUnsaved(draft.text, draft.kept);
  return (
    <>
      {draft.reading.failed ? (
        <Banner tone="info" title={t.unreachedTitle}>
          <Text as="p">{t.unreachedBody}</Text>
        </Banner>
      ) : null}
      {unsaved.found === null ? null : (
        <Banner
          tone="info"
          title={t.unsavedTitle}
          action={{
            content: t.unsavedRestore,
            onAction: () => {
              if (unsaved.found !== null) draft.put(unsaved.found);
              unsaved.drop();
            },
          }}
          secondaryAction={{ content: t.unsavedDrop, onAction: unsaved.drop }}
        />
      )}
      {draft.save.refusal !== null && draft.dirty ? <Conflict draft={draft} known={known} /> : null}
    </>
  );
}

/** Somebody else has saved meanwhile: what is different, and both ways out. */
function Conflict({ draft, known }: DraftBannersProps) {
  const t = useTexts(programTexts);
  const theirs = outlineIn(useReading(draft.kept, known).told);
  const mine = draft.outline;
  return (
    <Banner
      tone="warning"
      title={t.conflictTitle}
      action={{ content: t.conflictKeepMine, onAction: draft.send }}
      secondaryAction={{ content: t.conflictTakeTheirs, onAction: () => draft.put(draft.kept) }}
    >
      <BlockStack gap="200">
        <Text as="p">{t.conflictBody}</Text>
        {theirs === null || mine === null ? (
          <Text as="p">{t.conflictUnreadable}</Text>
        ) : (
          <Difference difference={sentenceDifference(theirs, mine)} />
        )}
      </BlockStack>
    </Banner>
  );
}
