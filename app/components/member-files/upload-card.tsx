import { useRevalidator } from "@remix-run/react";
import { BlockStack, Card, DropZone, InlineError, InlineStack, Spinner, Text } from "@shopify/polaris";
import { useState } from "react";
import { dataTexts } from "../i18n/data-texts.ts";
import { useTexts } from "../i18n/language.tsx";

const TOO_LARGE = 413;

type Upload = "idle" | "sending" | "failed" | "too_large" | "empty";

/** Where a file is chosen or dropped. */
export function UploadCard({ hasProgram }: { readonly hasProgram: boolean }) {
  const t = useTexts(dataTexts);
  const { state, send } = useUpload();
  const problem = {
    idle: null,
    sending: null,
    failed: t.uploadFailed,
    too_large: t.uploadTooLarge,
    empty: t.uploadEmpty,
  }[state];
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t.importTitle}
        </Text>
        <Text as="p">{t.importBody}</Text>
        <Text as="p" tone="subdued">
          {hasProgram ? t.importForms : t.noProgram}
        </Text>
        {hasProgram ? (
          <DropZone
            label={t.choose}
            labelHidden
            allowMultiple={false}
            disabled={state === "sending"}
            onDrop={(files) => {
              const [file] = files;
              if (file !== undefined) send(file);
            }}
          >
            <DropZone.FileUpload actionTitle={t.choose} actionHint={t.chooseHint} />
          </DropZone>
        ) : null}
        {state === "sending" ? (
          <InlineStack gap="300" blockAlign="center">
            <Spinner size="small" accessibilityLabel={t.uploading} />
            <Text as="p">{t.uploading}</Text>
          </InlineStack>
        ) : null}
        {problem === null ? null : <InlineError fieldID="upload" message={problem} />}
      </BlockStack>
    </Card>
  );
}

function useUpload(): { state: Upload; send: (file: File) => void } {
  const [state, setState] = useState<Upload>("idle");
  const { revalidate } = useRevalidator();
  const upload = async (file: File): Promise<Upload> => {
    if (file.size === 0) return "empty";
    const response = await fetch(`/app/uploads/members?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    });
    if (response.status === TOO_LARGE) return "too_large";
    if (!response.ok) return "failed";
    const answer: unknown = await response.json();
    return typeof answer === "object" && answer !== null && "fileId" in answer ? "idle" : "empty";
  };
  return {
    state,
    send: (file) => {
      setState("sending");
      upload(file).then(
        (came) => {
          setState(came);
          revalidate();
        },
        () => setState("failed"),
      );
    },
  };
}
