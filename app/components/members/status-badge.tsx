import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import type { MemberStatus } from "./member-name.ts";
import { QuietBadge } from "../quiet-badge.tsx";

const TONES = {
  active: "success",
  shadow: "info",
  left: null,
  erased: null,
  merged: null,
} as const;

export function StatusBadge({ status }: { readonly status: MemberStatus }) {
  const t = useTexts(memberTexts);
  return <QuietBadge tone={TONES[status]}>{t.statuses[status]}</QuietBadge>;
}
