import { useNavigate } from "@remix-run/react";
import { Button, ButtonGroup } from "@shopify/polaris";
import { activityTexts } from "../i18n/activity-texts.ts";
import { useTexts } from "../i18n/language.tsx";

const ADDRESSES = {
  inbox: "/app/activity",
  outbox: "/app/activity?box=outbox",
  deeds: "/app/activity/deeds",
} as const;

/** From what shop and app said to each other to what people did by hand. */
export function ActivityTabs({ shown }: { readonly shown: keyof typeof ADDRESSES }) {
  const t = useTexts(activityTexts);
  const navigate = useNavigate();
  return (
    <ButtonGroup variant="segmented">
      {(["inbox", "outbox", "deeds"] as const).map((name) => (
        <Button key={name} pressed={shown === name} onClick={() => navigate(ADDRESSES[name])}>
          {t.boxes[name]}
        </Button>
      ))}
    </ButtonGroup>
  );
}
