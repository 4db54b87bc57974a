import { Button } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import { ReasonModal } from "../reason-modal.tsx";

interface CancelCodeProps {
  readonly code: string;
  /** What it cost; 0: it was given. */
  readonly points: number;
  /** Whose it is; null where the page is that member's own. */
  readonly memberId: string | null;
}

/** Takes an unused code away from its member. It cannot be undone, so it asks first. */
export function CancelCode({ code, points: cost, memberId }: CancelCodeProps) {
  const t = useTexts(memberPageTexts);
  const { points } = useFormats();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)} accessibilityLabel={`${t.cancel}: ${code}`}>
        {t.cancel}
      </Button>
      <ReasonModal
        open={asking}
        onClose={useCallback(() => setAsking(false), [])}
        title={t.cancelTitle}
        body={cost === 0 ? t.cancelBodyFree(code) : t.cancelBody(code, points(cost))}
        action={t.cancel}
        keep={t.keep}
        reasonHelp={t.tierReasonHelp}
        done={t.done.cancel}
        destructive
        fields={{ intent: "cancel", code, ...(memberId === null ? {} : { memberId }) }}
      />
    </>
  );
}
