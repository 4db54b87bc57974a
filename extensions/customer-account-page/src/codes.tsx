import { useState } from "preact/hooks";
import type { StorefrontCode, StorefrontMember } from "../../../storefront/state.ts";
import { isDiscount } from "../../../storefront/wording/claims.ts";
import { codeConditions, codeEnd, codeTitle, isOpenCode } from "../../../storefront/wording/codes.ts";
import { say } from "../../../storefront/words/words.ts";
import type { ShopperClient } from "../../common/shopper-client.ts";
import { CodeActions } from "./code-actions.tsx";
import type { Notice } from "./notice.ts";
import type { ReadyShopper } from "../../common/use-shopper.ts";
import { useOlderCodes } from "./use-older-codes.ts";

interface CodesProps {
  client: ShopperClient;
  shopper: ReadyShopper;
  member: StorefrontMember;
  notify: (notice: Notice | null) => void;
}

/** Open codes with what they are good for; used and past ones folded away. */
export function Codes({ client, shopper, member, notify }: CodesProps) {
  const { speech } = shopper;
  const { words } = speech;
  const open = member.codes.filter(isOpenCode);
  const older = useOlderCodes(client, member, () => notify({ text: words.failed.unavailable, failed: true }));
  const past = [...member.codes.filter((code) => !isOpenCode(code)), ...older.codes];
  const giveBack = async (code: StorefrontCode) => {
    const settled = shopper.settle(await client.cancelCode(code.code));
    const text = settled.ok ? say(words.giveBackDone, { points: speech.points(code.points) }) : settled.text;
    notify({ text, failed: !settled.ok });
  };
  return (
    <s-section heading={words.codesTitle}>
      <s-stack gap="base">
        {open.length === 0 && <s-text color="subdued">{words.codesNone}</s-text>}
        {open.map((code) => (
          <OpenCode key={code.code} shopper={shopper} code={code} giveBack={giveBack} />
        ))}
        {past.length > 0 && (
          <s-details>
            <s-summary>{words.codesPast}</s-summary>
            <s-stack gap="small">
              {past.map((code) => (
                <PastCode key={code.code} shopper={shopper} code={code} />
              ))}
              {older.more !== null && (
                <s-button variant="secondary" onClick={older.more}>
                  {words.historyMore}
                </s-button>
              )}
            </s-stack>
          </s-details>
        )}
      </s-stack>
    </s-section>
  );
}

interface CodeProps {
  shopper: ReadyShopper;
  code: StorefrontCode;
}

function OpenCode({
  shopper,
  code,
  giveBack,
}: CodeProps & { giveBack: (code: StorefrontCode) => Promise<void> }) {
  const { speech } = shopper;
  const conditions = codeConditions(speech, code);
  return (
    <s-box border="base" borderRadius="base" padding="base">
      <s-stack gap="small">
        <s-text type="strong">{codeTitle(speech, code)}</s-text>
        {conditions.length > 0 && <s-text color="subdued">{conditions.join(" · ")}</s-text>}
        {code.state === "open" && isDiscount(code.kind) && (
          <CodeActions shopper={shopper} code={code.code} place="list" />
        )}
        {code.state === "open" && <GiveBack shopper={shopper} code={code} giveBack={giveBack} />}
      </s-stack>
    </s-box>
  );
}

function GiveBack({ shopper, code, giveBack }: Parameters<typeof OpenCode>[0]) {
  const { speech } = shopper;
  const { words } = speech;
  const [asking, setAsking] = useState(false);
  const [working, setWorking] = useState(false);
  if (!asking) {
    return (
      <s-button
        variant="secondary"
        accessibilityLabel={`${words.giveBack}: ${code.code}`}
        onClick={() => setAsking(true)}
      >
        {words.giveBack}
      </s-button>
    );
  }
  const confirm = async () => {
    setWorking(true);
    await giveBack(code);
    setWorking(false);
    setAsking(false);
  };
  return (
    <s-stack gap="small">
      <s-text>{say(words.giveBackAsk, { points: speech.points(code.points) })}</s-text>
      <s-stack direction="inline" gap="small">
        <s-button loading={working} onClick={() => void confirm()}>
          {words.giveBackYes}
        </s-button>
        <s-button variant="secondary" onClick={() => setAsking(false)}>
          {words.giveBackNo}
        </s-button>
      </s-stack>
    </s-stack>
  );
}

function PastCode({ shopper: { speech }, code }: CodeProps) {
  return (
    <s-stack direction="inline" justifyContent="space-between" gap="base">
      <s-text>{codeTitle(speech, code)}</s-text>
      <s-text color="subdued">{codeEnd(speech, code)}</s-text>
    </s-stack>
  );
}
