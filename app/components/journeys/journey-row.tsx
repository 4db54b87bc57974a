import { ActionList, BlockStack, Box, Button, InlineStack, Link, Popover, Text } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import type { JourneyFigures } from "#app/queries/journeys/admin-journeys.ts";
import { useFormats } from "../formats.tsx";
import { journeyEditorTexts } from "../i18n/journeys/journey-editor-texts.ts";
import { journeyTexts } from "../i18n/journeys/journey-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { QuietBadge } from "../quiet-badge.tsx";
import { useDeed } from "../use-deed.ts";

interface JourneyRowProps extends JourneyFigures {
  readonly id: string;
  readonly name: string;
  /** What it is about, in a sentence; null where only its file says so. */
  readonly says: string | null;
  /** Why it could never begin; null: it can. */
  readonly lacks: string | null;
  /** Nobody switches it: it is on where it can begin. */
  readonly isOwed?: boolean;
  readonly isAdjusted?: boolean;
  /** What takes it away; null: nothing can. */
  readonly removal: { readonly content: string; readonly onAction: () => void } | null;
}

const nothing = (): void => undefined;

/** A journey with its switch, and what it did this month. */
export function JourneyRow({ id, name, says, lacks, isOwed = false, ...row }: JourneyRowProps) {
  const { isOn, begun, sent, isAdjusted = false, removal } = row;
  const own = useTexts(journeyEditorTexts);
  const t = useTexts(journeyTexts);
  const { count } = useFormats();
  const deed = useDeed((done) => (done === "on" ? t.switchedOn : t.switchedOff), nothing);
  const act = isOn ? t.switchOff : t.switchOn;
  const wasUsed = isOn || begun > 0 || sent > 0;
  return (
    <InlineStack align="space-between" blockAlign="center" gap="400" wrap={false}>
      <BlockStack gap="100">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            <Link url={`/app/journeys/${encodeURIComponent(id)}`} removeUnderline>
              {name}
            </Link>
          </Text>
          <QuietBadge tone={isOn ? "success" : null}>{isOn ? t.on : t.off}</QuietBadge>
          {isAdjusted ? <QuietBadge tone={null}>{own.adjusted}</QuietBadge> : null}
        </InlineStack>
        {says === null ? null : <Text as="p">{says}</Text>}
        {lacks === null ? null : (
          <Text as="p" tone="subdued">
            {lacks}
          </Text>
        )}
        {isOwed && lacks === null ? (
          <Text as="p" tone="subdued">
            {isOn ? t.owed : t.owedSoon}
          </Text>
        ) : null}
        {wasUsed ? (
          <Text as="p" tone="subdued">
            {t.figures(count(begun), count(sent))}
          </Text>
        ) : null}
        {deed.refusal === null ? null : (
          <Text as="p" tone="critical">
            {deed.refusal}
          </Text>
        )}
      </BlockStack>
      {isOwed ? null : (
        <InlineStack gap="200" wrap={false}>
          {lacks !== null && !isOn ? null : (
            <Box minWidth="max-content">
              <Button
                accessibilityLabel={t.label(act, name)}
                loading={deed.busy}
                onClick={() => deed.send({ intent: "switch", journeyId: id, to: isOn ? "off" : "on" })}
              >
                {act}
              </Button>
            </Box>
          )}
          <JourneyMenu id={id} name={name} removal={removal} />
        </InlineStack>
      )}
    </InlineStack>
  );
}

function JourneyMenu({ id, name, removal }: Pick<JourneyRowProps, "id" | "name" | "removal">) {
  const t = useTexts(journeyEditorTexts);
  const [open, setOpen] = useState(false);
  const address = encodeURIComponent(id);
  const close = () => setOpen(false);
  return (
    <Popover
      active={open}
      onClose={close}
      activator={
        <Button icon={MenuHorizontalIcon} accessibilityLabel={t.more(name)} onClick={() => setOpen(!open)} />
      }
    >
      <ActionList
        onActionAnyItem={close}
        items={[
          { content: t.edit, url: `/app/journey?id=${address}` },
          { content: t.duplicate, url: `/app/journey?copy=${address}` },
          ...(removal === null ? [] : [removal]),
        ]}
      />
    </Popover>
  );
}
