import type { AdminProgramVersion } from "#app/queries/program/admin-program.ts";
import { Banner, BlockStack, List, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { ConfirmModal } from "../../confirm-modal.tsx";
import { useFormats } from "../../formats.tsx";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { publishingTexts } from "../../i18n/publishing/publishing-texts.ts";
import { errorWords } from "../editor/error-words.ts";

/** A version that waits for its instant, or that was refused at it. */
export function ComingBanner({ versions }: { readonly versions: readonly AdminProgramVersion[] }) {
  const coming = versions.find(({ state }) => state === "waiting" || state === "refused");
  return coming === undefined ? null : <Coming version={coming} />;
}

function Coming({ version }: { readonly version: AdminProgramVersion }) {
  const t = useTexts(publishingTexts);
  const language = useLanguage();
  const { moment, count } = useFormats();
  const [asking, setAsking] = useState(false);
  const close = useCallback(() => setAsking(false), []);
  const waits = version.state === "waiting";
  const named = [count(version.version), moment(version.effectiveAt)] as const;
  return (
    <Banner
      tone={waits ? "info" : "critical"}
      title={waits ? t.coming(...named) : t.refused(...named)}
      action={{ content: waits ? t.callOff : t.dismiss, onAction: () => setAsking(true) }}
    >
      <BlockStack gap="200">
        <Text as="p">{waits ? t.comingBody : t.refusedBody}</Text>
        {version.refusal.length === 0 ? null : (
          <List>
            {version.refusal.map(({ path, allowed }) => (
              <List.Item key={path}>{errorWords(allowed, language)}</List.Item>
            ))}
          </List>
        )}
      </BlockStack>
      <ConfirmModal
        open={asking}
        title={waits ? t.callOffTitle : t.dismissTitle}
        body={[waits ? t.callOffBody : t.dismissBody]}
        action={waits ? t.callOff : t.dismiss}
        keep={waits ? t.callOffKeep : t.dismissKeep}
        done={waits ? t.calledOff : t.dismissed}
        destructive
        fields={{ intent: "callOff" }}
        onClose={close}
      />
    </Banner>
  );
}
