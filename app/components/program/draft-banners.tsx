import { Banner, BlockStack, Text } from "@shopify/polaris";
import { useHost } from "../host/host.tsx";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { Difference } from "./difference.tsx";
import { sentenceDifference } from "./sentence-difference.ts";
import { programIn, useRead, type Draft } from "./use-draft.ts";
import { useUnsaved } from "./use-unsaved.ts";

interface DraftBannersProps {
  readonly draft: Draft;
  readonly currency: string | null;
}

/** What stands above every part: changes of an earlier visit, and somebody else's. */
export function DraftBanners({ draft, currency }: DraftBannersProps) {
  const t = useTexts(programTexts);
  const unsaved = useUnsaved(draft.text, draft.kept);
  return (
    <>
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
      {draft.save.refusal !== null && draft.dirty ? <Conflict draft={draft} currency={currency} /> : null}
    </>
  );
}

/** Somebody else has saved meanwhile: what is different, and both ways out. */
function Conflict({ draft, currency }: DraftBannersProps) {
  const t = useTexts(programTexts);
  const language = useLanguage();
  const { goodsGroup } = useHost().abilities;
  const theirs = programIn(useRead(draft.kept, currency));
  const mine = draft.program;
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
          <Difference difference={sentenceDifference(theirs, mine, language, goodsGroup)} />
        )}
      </BlockStack>
    </Banner>
  );
}
