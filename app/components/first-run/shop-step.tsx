import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { useCallback } from "react";
import { useRefresh } from "../history/use-refresh.ts";
import { useThemeExtension } from "../home/use-theme-extension.ts";
import { firstRunTexts } from "../i18n/first-run/first-run-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { QuietBadge } from "../quiet-badge.tsx";
import { useDeed } from "../use-deed.ts";
import type { ShownFirstRun } from "./shown-first-run.ts";
import { StepEnd } from "./step-end.tsx";

interface ShopStepProps {
  readonly run: ShownFirstRun;
  readonly themeEditorUrl: string | null;
}

/** The program is live; what is left is that shoppers see it. */
export function ShopStep({ run, themeEditorUrl }: ShopStepProps) {
  const t = useTexts(firstRunTexts);
  useRefresh(!run.shopIsTold);
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <Text as="p">{t.shopIntro}</Text>
          <div role="status">
            {run.shopIsTold ? (
              <QuietBadge tone="success">{t.shopTold}</QuietBadge>
            ) : (
              <Text as="p" tone="subdued">
                {t.shopNotTold}
              </Text>
            )}
          </div>
          {themeEditorUrl === null ? <Text as="p">{t.ownWidget}</Text> : null}
        </BlockStack>
      </Card>
      {themeEditorUrl === null ? <Finish label={t.finish} primary /> : <Theme editorUrl={themeEditorUrl} />}
    </BlockStack>
  );
}

/** Where a theme has to show it: the way there, and what the admin says of it. */
function Theme({ editorUrl }: { readonly editorUrl: string }) {
  const t = useTexts(firstRunTexts);
  const switchedOn = useThemeExtension();
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <div role="status">
            {switchedOn === null ? null : (
              <QuietBadge tone={switchedOn ? "success" : "attention"}>
                {switchedOn ? t.themeSwitchedOn : t.themeOff}
              </QuietBadge>
            )}
          </div>
          <Text as="p">{switchedOn === true ? t.themeOn : t.theme}</Text>
          <InlineStack>
            <Button variant={switchedOn === true ? "secondary" : "primary"} url={editorUrl} target="_blank">
              {t.openTheme}
            </Button>
          </InlineStack>
        </BlockStack>
      </Card>
      <Finish label={switchedOn === true ? t.finish : t.finishLater} primary={switchedOn === true} />
    </>
  );
}

function Finish({ label, primary }: { readonly label: string; readonly primary: boolean }) {
  const t = useTexts(firstRunTexts);
  const navigate = useNavigate();
  const deed = useDeed(
    t.finished,
    useCallback(() => navigate("/app"), [navigate]),
  );
  return (
    <StepEnd back={null} refusal={deed.refusal}>
      <Button
        variant={primary ? "primary" : "secondary"}
        loading={deed.busy}
        onClick={() => deed.send({ intent: "finish" })}
      >
        {label}
      </Button>
    </StepEnd>
  );
}
