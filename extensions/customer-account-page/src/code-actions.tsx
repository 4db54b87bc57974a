import { useState } from "preact/hooks";
import type { ReadyShopper } from "../../common/use-shopper.ts";

interface CodeActionsProps {
  shopper: ReadyShopper;
  code: string;
  /** The same code may stand in two places of the page; each has its own copy. */
  place: "claimed" | "list";
}

/** The code, to copy or to put into the cart at once. */
export function CodeActions({ shopper, code, place }: CodeActionsProps) {
  const { words } = shopper.speech;
  const [copied, setCopied] = useState(false);
  const clipboardId = `copy-${place}-${code}`;
  return (
    <s-stack direction="inline" gap="small" alignItems="center">
      <s-text type="strong">{code}</s-text>
      <s-clipboard-item id={clipboardId} text={code} onCopy={() => setCopied(true)} />
      <s-button variant="secondary" command="--copy" commandFor={clipboardId}>
        {copied ? words.copied : words.copy}
      </s-button>
      <s-button variant="primary" href={`https://${shopper.shop}/discount/${encodeURIComponent(code)}`}>
        {words.useNow}
      </s-button>
    </s-stack>
  );
}
