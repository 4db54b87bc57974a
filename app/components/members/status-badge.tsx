import { Badge } from "@shopify/polaris";
import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import type { MemberStatus } from "./member-name.ts";

const TONES = {
  active: "success",
  shadow: "info",
  left: "read-only",
  erased: "read-only",
  merged: "read-only",
} as const;

export function StatusBadge({ status }: { readonly status: MemberStatus }) {
  const t = useTexts(memberTexts);
  return <Badge tone={TONES[status]}>{t.statuses[status]}</Badge>;
}
