import { Button, ButtonGroup, InlineError } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useTexts } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import { rewardTexts } from "../i18n/reward-texts.ts";
import { ReasonModal } from "../reason-modal.tsx";
import { useDeed } from "../use-deed.ts";

interface ExperienceDeedsProps {
  readonly code: string;
  readonly memberId: string;
}

/** A reward the merchant gives by hand: it was given, or it cannot be. */
export function ExperienceDeeds({ code, memberId }: ExperienceDeedsProps) {
  const t = useTexts(rewardTexts);
  const { done } = useTexts(memberPageTexts);
  const [declining, setDeclining] = useState(false);
  const close = useCallback(() => setDeclining(false), []);
  const fulfil = useDeed(done.fulfil, close);
  return (
    <>
      <ButtonGroup>
        <Button
          size="slim"
          loading={fulfil.busy}
          onClick={() => fulfil.send({ intent: "fulfil", code, memberId })}
          accessibilityLabel={`${t.fulfil}: ${code}`}
        >
          {t.fulfil}
        </Button>
        <Button size="slim" onClick={() => setDeclining(true)} accessibilityLabel={`${t.decline}: ${code}`}>
          {t.decline}
        </Button>
      </ButtonGroup>
      {fulfil.refusal === null ? null : (
        <InlineError fieldID={`experience-${code}`} message={fulfil.refusal} />
      )}
      <ReasonModal
        open={declining}
        onClose={close}
        title={t.declineTitle}
        body={t.declineBody}
        action={t.decline}
        keep={t.keep}
        reasonHelp={t.reasonHelp}
        done={done.decline}
        destructive
        fields={{ intent: "decline", code, memberId }}
      />
    </>
  );
}
