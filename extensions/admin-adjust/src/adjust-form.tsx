import { useMemo, useState } from "preact/hooks";
import type { Speech } from "../../../storefront/panel/speech.ts";
import type { StorefrontMember } from "../../../storefront/state.ts";
import { fieldText } from "../../common/field-text.ts";
import type { StaffClient } from "../../common/staff-client.ts";
import { staffWords, type Translate } from "../../common/staff-words.ts";
import { useShopper, type Shopper } from "../../common/use-shopper.ts";
import {
  readAdjustment,
  REASON_MAX_LENGTH,
  type AdjustmentMistakes,
  wholeNumber,
} from "./read-adjustment.ts";

interface AdjustFormProps {
  client: StaffClient;
  translate: Translate;
  onClose: () => void;
}

/** Points to give or take, and the reason the customer will read. */
export function AdjustForm({ client, translate, onClose }: AdjustFormProps) {
  const { words, locale } = useMemo(() => staffWords(translate), [translate]);
  const shopper = useShopper(client.open, words, locale);
  if (shopper.phase === "ready" && shopper.state.viewer.kind === "member") {
    return (
      <MemberForm
        client={client}
        translate={translate}
        onClose={onClose}
        shopper={shopper}
        member={shopper.state.viewer}
      />
    );
  }
  return (
    <s-admin-action heading={translate("name")} loading={shopper.phase === "loading"}>
      {shopper.phase === "failed" && <s-banner tone="critical">{shopper.text}</s-banner>}
      {shopper.phase === "ready" && <s-text>{translate("notMember")}</s-text>}
      {shopper.phase === "failed" && (
        <s-button slot="primary-action" onClick={shopper.retry}>
          {words.retry}
        </s-button>
      )}
      <s-button slot="secondary-actions" onClick={onClose}>
        {translate("cancel")}
      </s-button>
    </s-admin-action>
  );
}

interface MemberFormProps extends AdjustFormProps {
  shopper: Extract<Shopper, { phase: "ready" }>;
  member: StorefrontMember;
}

function MemberForm({ client, translate, onClose, shopper, member }: MemberFormProps) {
  const { speech, settle } = shopper;
  const [points, setPoints] = useState("");
  const [reason, setReason] = useState("");
  const [sparesDebt, setSparesDebt] = useState(false);
  const [mistakes, setMistakes] = useState<AdjustmentMistakes>({ points: null, reason: null });
  const [failure, setFailure] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  // Another adjustment is another click: the key of a failed attempt must not answer for it.
  const [key, setKey] = useState(() => crypto.randomUUID());

  const change = (write: (text: string) => void) => (event: { readonly currentTarget: unknown }) => {
    write(fieldText(event));
    setKey(crypto.randomUUID());
  };
  const save = async () => {
    if (working) return;
    const adjustment = readAdjustment(points, reason);
    setMistakes(adjustment.ok ? { points: null, reason: null } : adjustment.mistakes);
    if (!adjustment.ok) return;
    setWorking(true);
    setFailure(null);
    const settled = settle(await client.adjust({ ...adjustment, sparesDebt }, key));
    setWorking(false);
    if (settled.ok) onClose();
    else setFailure(settled.text);
  };

  return (
    <s-admin-action heading={translate("name")} loading={working}>
      <s-stack gap="base">
        {failure !== null && <s-banner tone="critical">{failure}</s-banner>}
        <s-number-field
          label={translate("points")}
          details={after(translate, speech, member, { typed: points, sparesDebt })}
          value={points}
          step={1}
          required
          {...(mistakes.points !== null && { error: translate(`mistake.${mistakes.points}`) })}
          onInput={change(setPoints)}
        />
        <DebtBox
          given={wholeNumber(points)}
          sparesDebt={sparesDebt}
          {...{ translate, speech, member }}
          onToggle={() => {
            setSparesDebt(!sparesDebt);
            setKey(crypto.randomUUID());
          }}
        />
        <s-text-field
          label={translate("reason")}
          details={translate("reasonRead")}
          value={reason}
          maxLength={REASON_MAX_LENGTH}
          required
          {...(mistakes.reason !== null && { error: translate(`mistake.${mistakes.reason}`) })}
          onInput={change(setReason)}
        />
      </s-stack>
      <s-button slot="primary-action" variant="primary" loading={working} onClick={() => void save()}>
        {translate("save")}
      </s-button>
      <s-button slot="secondary-actions" onClick={onClose}>
        {translate("cancel")}
      </s-button>
    </s-admin-action>
  );
}

interface DebtBoxProps {
  translate: Translate;
  speech: Speech;
  member: StorefrontMember;
  given: number;
  sparesDebt: boolean;
  onToggle: () => void;
}

/** Asked of whoever gives points to somebody who owes some. */
function DebtBox({ translate, speech, member, given, sparesDebt, onToggle }: DebtBoxProps) {
  if (member.debt === 0 || !Number.isSafeInteger(given) || given <= 0) return null;
  return (
    <s-checkbox
      label={translate("spare")}
      details={whatOfDebt(translate, speech, member, { given, sparesDebt })}
      checked={sparesDebt}
      onChange={onToggle}
    />
  );
}

/** What becomes of points that are given to somebody who owes some. */
function whatOfDebt(
  translate: Translate,
  speech: Speech,
  { debt }: StorefrontMember,
  { given, sparesDebt }: { given: number; sparesDebt: boolean },
): string {
  const owed = speech.points(debt);
  if (sparesDebt) return translate("spared", { given: speech.points(given), debt: owed });
  const paid = Math.min(given, debt);
  return translate("owes", {
    debt: owed,
    paid: speech.points(paid),
    rest: speech.points(given - paid),
  });
}

/** What the balance is, and what it would become. */
function after(
  translate: Translate,
  speech: Speech,
  member: StorefrontMember,
  { typed, sparesDebt }: { typed: string; sparesDebt: boolean },
): string {
  const change = wholeNumber(typed);
  const known = { balance: speech.points(member.available) };
  if (typed.trim() === "" || !Number.isSafeInteger(change)) return translate("balance", known);
  const paid = sparesDebt ? 0 : Math.min(Math.max(0, change), member.debt);
  const becomes = Math.max(0, member.available + change - paid);
  return translate("becomes", { ...known, becomes: speech.points(becomes) });
}
