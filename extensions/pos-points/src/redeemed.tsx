import { useState } from "preact/hooks";
import type { StorefrontMember } from "../../../storefront/state.ts";
import type { Translate } from "../../common/staff-words.ts";
import type { ReadyShopper } from "../../common/use-shopper.ts";

interface RedeemedProps {
  translate: Translate;
  shopper: ReadyShopper;
  /** What was redeemed: "€5 off". */
  what: string;
  /** Null for a reward without a code, and while the code is being made. */
  code: string | null;
  making: boolean;
  addCodeToCart: (code: string) => Promise<void>;
  onClose: () => void;
}

/** The code, and the way onto the sale; or what happens next with a reward that has none. */
export function Redeemed(props: RedeemedProps) {
  const { translate, shopper, what, code, making, addCodeToCart, onClose } = props;
  const [cart, setCart] = useState<"not yet" | "adding" | "added" | "refused">("not yet");
  const add = async (wanted: string) => {
    setCart("adding");
    try {
      await addCodeToCart(wanted);
      setCart("added");
    } catch {
      setCart("refused");
    }
  };
  return (
    <s-stack gap="base">
      <s-text>{what}</s-text>
      {code === null && <s-text>{translate(making ? "redeem.making" : "redeem.noCode")}</s-text>}
      {code !== null && <s-heading>{code}</s-heading>}
      {code !== null && cart !== "added" && (
        <s-button variant="primary" loading={cart === "adding"} onClick={() => void add(code)}>
          {translate("redeem.addToCart")}
        </s-button>
      )}
      {cart === "added" && <s-banner tone="success" heading={translate("redeem.added")} />}
      {cart === "refused" && <s-banner tone="warning" heading={translate("redeem.refused")} />}
      <Left translate={translate} shopper={shopper} />
      <s-button onClick={onClose}>{translate("redeem.close")}</s-button>
    </s-stack>
  );
}

function Left({ translate, shopper: { state, speech } }: Pick<RedeemedProps, "translate" | "shopper">) {
  if (state.viewer.kind !== "member") return null;
  const member: StorefrontMember = state.viewer;
  return <s-text>{translate("redeem.left", { balance: speech.points(member.available) })}</s-text>;
}
