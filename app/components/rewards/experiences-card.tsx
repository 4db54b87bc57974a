import {
  BlockStack,
  Button,
  ButtonGroup,
  Card,
  Divider,
  InlineStack,
  Link,
  Text,
  TextField,
} from "@shopify/polaris";
import { useCallback, useState } from "react";
import { AskModal } from "../ask-modal.tsx";
import { useFormats } from "../formats.tsx";
import { codeListTexts } from "../i18n/rewards/code-list-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import { memberTexts } from "../i18n/member-texts.ts";
import { ReasonModal } from "../reason-modal.tsx";
import { useDeed } from "../use-deed.ts";
import type { ListedCode } from "./code-table.tsx";

interface ExperiencesCardProps {
  /** Those that have waited longest. */
  readonly waiting: readonly ListedCode[];
  /** All there are. */
  readonly total: number;
}

/** Rewards the merchant gives by hand and that somebody waits for. */
export function ExperiencesCard({ waiting, total }: ExperiencesCardProps) {
  const t = useTexts(codeListTexts);
  const { count } = useFormats();
  if (waiting.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t.toHandOver}
          </Text>
          <Text as="p" tone="subdued">
            {t.toHandOverBody}
          </Text>
        </BlockStack>
        {waiting.map((code) => (
          <BlockStack gap="300" key={code.code}>
            <Divider />
            <Waiting code={code} />
          </BlockStack>
        ))}
        {total > waiting.length ? (
          <Link url="/app/rewards?state=requested">{t.moreToHandOver(count(total))}</Link>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Waiting({ code }: { readonly code: ListedCode }) {
  const t = useTexts(codeListTexts);
  const { nameless } = useTexts(memberTexts);
  const { day, points } = useFormats();
  const [asking, setAsking] = useState<"fulfil" | "decline" | null>(null);
  const close = useCallback(() => setAsking(null), []);
  const member = code.memberName ?? code.email ?? nameless;
  const whose = `${code.rewardName}, ${member}`;
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="050">
        <Text as="h3" variant="headingSm">
          {code.rewardName}
        </Text>
        <Text as="p">
          <Link url={`/app/members/${code.memberId}`} removeUnderline>
            {member}
          </Link>
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          {code.points === 0
            ? t.givenOn(day(code.claimedAt))
            : t.since(day(code.claimedAt), points(code.points))}
        </Text>
      </BlockStack>
      <ButtonGroup>
        <Button onClick={() => setAsking("fulfil")} accessibilityLabel={`${t.fulfil}: ${whose}`}>
          {t.fulfil}
        </Button>
        <Button onClick={() => setAsking("decline")} accessibilityLabel={`${t.decline}: ${whose}`}>
          {t.decline}
        </Button>
      </ButtonGroup>
      <FulfilModal open={asking === "fulfil"} onClose={close} code={code} member={member} />
      <DeclineModal open={asking === "decline"} onClose={close} code={code} member={member} />
    </InlineStack>
  );
}

interface DecisionProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly code: ListedCode;
  readonly member: string;
}

function FulfilModal({ open, onClose, code, member }: DecisionProps) {
  const t = useTexts(codeListTexts);
  const { done } = useTexts(memberPageTexts);
  const { points } = useFormats();
  const [note, setNote] = useState("");
  const deed = useDeed(done.fulfil, onClose);
  return (
    <AskModal
      open={open}
      onClose={onClose}
      title={t.fulfilTitle(code.rewardName, member)}
      action={t.fulfilAction}
      keep={t.keep}
      destructive={false}
      deed={deed}
      fields={{ intent: "fulfil", code: code.code, memberId: code.memberId, note }}
    >
      <Text as="p">{code.points === 0 ? t.fulfilBodyFree : t.fulfilBody(points(code.points))}</Text>
      <TextField
        label={t.note}
        helpText={t.noteHelp}
        autoComplete="off"
        maxLength={200}
        value={note}
        onChange={setNote}
      />
    </AskModal>
  );
}

function DeclineModal({ open, onClose, code, member }: DecisionProps) {
  const t = useTexts(codeListTexts);
  const { done } = useTexts(memberPageTexts);
  const { points } = useFormats();
  return (
    <ReasonModal
      open={open}
      onClose={onClose}
      title={t.declineTitle(code.rewardName, member)}
      body={code.points === 0 ? t.declineBodyFree : t.declineBody(points(code.points))}
      action={t.decline}
      keep={t.keep}
      reasonHelp={t.reasonHelp}
      done={code.points === 0 ? done.declineFree : done.decline}
      destructive
      fields={{ intent: "decline", code: code.code, memberId: code.memberId }}
    />
  );
}
