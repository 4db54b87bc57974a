import { historyTexts } from "../i18n/history-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { ConfirmButton } from "./deed-button.tsx";

/** Forgets what was read, once a person has confirmed it. */
export function Discard() {
  const t = useTexts(historyTexts);
  return (
    <ConfirmButton
      intent="discard"
      label={t.discard}
      done={t.discarded}
      title={t.discardTitle}
      body={[t.discardBody]}
      keep={t.keep}
      destructive
    />
  );
}
