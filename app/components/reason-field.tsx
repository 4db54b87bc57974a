import { TextField, type TextFieldProps } from "@shopify/polaris";
import { useTexts } from "./i18n/language.tsx";
import { memberPageTexts } from "./i18n/member-page-texts.ts";

interface ReasonFieldProps extends Pick<TextFieldProps, "helpText" | "error"> {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why staff do something. Where nothing else is said of it, only the team sees it. */
export function ReasonField({ helpText, ...field }: ReasonFieldProps) {
  const t = useTexts(memberPageTexts);
  return (
    <TextField
      label={t.reason}
      helpText={helpText ?? t.tierReasonHelp}
      autoComplete="off"
      maxLength={200}
      {...field}
    />
  );
}
