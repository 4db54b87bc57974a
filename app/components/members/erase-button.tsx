import { Button, InlineStack } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { ConfirmModal } from "../confirm-modal.tsx";
import { useTexts } from "../i18n/language.tsx";
import { memberDeedTexts } from "../i18n/members/member-deed-texts.ts";

/** The end of all that is known of a person, with what it means said before. */
export function EraseButton() {
  const t = useTexts(memberDeedTexts);
  const [open, setOpen] = useState(false);
  return (
    <InlineStack align="end">
      <Button tone="critical" onClick={() => setOpen(true)}>
        {t.erase}
      </Button>
      <ConfirmModal
        open={open}
        title={t.eraseTitle}
        body={t.eraseBody}
        action={t.erase}
        keep={t.eraseKeep}
        done={t.erased}
        destructive
        onClose={useCallback(() => setOpen(false), [])}
        fields={{ intent: "erase" }}
      />
    </InlineStack>
  );
}
