import { BlockStack, Card, FormLayout, InlineError, InlineStack, Select, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import { inLanguage, type Text as Words } from "#app/domain/program/texts/text.ts";
import type { MerchantChoices } from "#app/domain/shops/merchant-choices.ts";
import { useHost } from "../../host/host.tsx";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { previewTexts } from "../../i18n/publishing/preview-texts.ts";
import { lookTexts } from "../../i18n/settings/look-texts.ts";
import type { PreviewMessage, ShopPage } from "./preview-page.ts";
import { previewPage } from "./preview-page.ts";
import { useAsked } from "./use-asked.ts";
import { useFrameTold } from "./use-frame-told.ts";

const GUEST = "guest";
const NEW = "new";
const LEVEL = "level:";

/** What of the shop's choices the widget shows. */
export type PreviewManner = Pick<MerchantChoices, "address" | "languages" | "look">;

interface PreviewProps {
  /** Those a shopper may be on; null: the draft is not right yet. */
  readonly levels: readonly { readonly id: string; readonly name: Words }[] | null;
  /** The text that was read. */
  readonly text: string;
  /** From when it is in force; null: a draft, or a version that never was. */
  readonly since: Instant | null;
  readonly manner: PreviewManner;
}

/** The launcher and its panel as shoppers would see them under the draft: the shop's own, with made-up people. */
export function PanelPreview({ levels, text, since, manner }: PreviewProps) {
  const t = useTexts(previewTexts);
  const { languages: names } = useTexts(lookTexts);
  const reads = useLanguage();
  const [viewer, setViewer] = useState(GUEST);
  const [wanted, setWanted] = useState<string>(reads);
  const [shopPage, setShopPage] = useState<ShopPage>("light");
  const { offered, fallback } = manner.languages;
  const language = offered.find((one) => one === wanted) ?? fallback;
  const viewers = [
    { label: t.guest, value: GUEST },
    { label: t.newcomer, value: NEW },
    ...(levels ?? []).map(({ id, name }) => ({
      label: t.onLevel(inLanguage(name, reads)),
      value: `${LEVEL}${id}`,
    })),
  ];
  const chosen = viewers.some(({ value }) => value === viewer) ? viewer : GUEST;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.title}
        </Text>
        {levels === null ? (
          <Text as="p">{t.unknown}</Text>
        ) : (
          <>
            <FormLayout>
              <Select label={t.as} options={viewers} value={chosen} onChange={setViewer} />
              <FormLayout.Group condensed>
                <Select
                  label={t.language}
                  options={offered.map((one) => ({ label: names[one], value: one }))}
                  value={language}
                  onChange={setWanted}
                />
                <Select
                  label={t.shopPage}
                  options={[
                    { label: t.light, value: "light" },
                    { label: t.dark, value: "dark" },
                  ]}
                  value={shopPage}
                  onChange={(value) => setShopPage(value === "dark" ? "dark" : "light")}
                />
              </FormLayout.Group>
            </FormLayout>
            <Panel
              text={text}
              since={since}
              viewer={chosen}
              language={language}
              shopPage={shopPage}
              manner={manner}
            />
          </>
        )}
      </BlockStack>
    </Card>
  );
}

interface PanelProps extends Pick<PreviewProps, "text" | "since"> {
  readonly viewer: string;
  readonly language: string;
  readonly shopPage: ShopPage;
  readonly manner: PreviewManner;
}

function Panel({ text, since, viewer, language, shopPage, manner }: PanelProps) {
  const t = useTexts(previewTexts);
  const reads = useLanguage();
  const frame = useRef<HTMLIFrameElement>(null);
  const [drawn, setDrawn] = useState(false);
  // A frame that comes with the page may have loaded before anybody listens.
  useEffect(() => setDrawn(true), []);
  const { answer, failed } = useAsked(
    "/app/program/panel",
    `{"document":${text},"viewer":${viewerOf(viewer)},"language":"${language}","since":${String(since)}}`,
    "state",
  );
  const provesMailbox = !useHost().abilities.knowsShoppers;
  const message = answer === null ? null : messageOf(answer, { language, shopPage, manner, provesMailbox });
  const { height, colors } = useFrameTold(frame, message);
  return (
    <>
      <div className="regulars-preview" role="region" aria-label={t.title} tabIndex={0}>
        {drawn ? (
          <iframe
            ref={frame}
            title={t.title}
            srcDoc={previewPage(reads)}
            style={{ blockSize: `${String(height)}px` }}
          />
        ) : null}
      </div>
      {colors !== null && colors.accent !== colors.link ? <Corrected color={colors.link} /> : null}
      {failed ? <InlineError fieldID="panel-preview" message={t.failed} /> : null}
    </>
  );
}

/** The widget itself says when it takes another colour for text than the accent. */
function Corrected({ color }: { readonly color: string }) {
  const t = useTexts(lookTexts);
  return (
    <InlineStack gap="200" blockAlign="center" wrap={false}>
      <Text as="p">{t.corrected}</Text>
      <span className="regulars-swatch" style={{ background: color }} role="img" aria-label={color} />
    </InlineStack>
  );
}

function messageOf(
  state: unknown,
  {
    language,
    shopPage,
    manner,
    provesMailbox,
  }: Pick<PanelProps, "language" | "shopPage" | "manner"> & Pick<PreviewMessage, "provesMailbox">,
): PreviewMessage {
  const { address, look } = manner;
  const { accent, surface, radius } = look;
  return {
    state,
    locale: language,
    words: language === "de" && address === "Sie" ? "de-formal" : language,
    shopPage,
    side: look.side ?? "right",
    provesMailbox,
    look: {
      ...(accent === null ? {} : { "--regulars-accent": accent }),
      ...(surface === null ? {} : { "--regulars-surface": surface }),
      ...(radius === null ? {} : { "--regulars-radius": `${String(radius)}px` }),
    },
  };
}

function viewerOf(viewer: string): string {
  return JSON.stringify(
    viewer.startsWith(LEVEL) ? { kind: "level", levelId: viewer.slice(LEVEL.length) } : { kind: viewer },
  );
}
