import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineError, InlineStack, Text, TextField } from "@shopify/polaris";
import { useCallback, useEffect, useState } from "react";
import { mergeTexts } from "../i18n/members/merge-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import { refusalTexts } from "../i18n/refusal-texts.ts";
import type { TierChoice } from "./list/tier-choice.ts";
import { memberName, type NamedMember } from "./member-name.ts";
import { type ForeseenMerge, MergeModal } from "./merge-modal.tsx";

interface FoundMember extends NamedMember {
  readonly memberId: string;
}

/** As the merge route answers: who was found, or what would come of one. */
interface MergeAnswer {
  readonly found: readonly FoundMember[] | null;
  readonly foreseen: ForeseenMerge | null;
}

interface MergeCardProps {
  readonly memberId: string;
  readonly tiers: readonly TierChoice[];
}

const TYPING_PAUSE_MS = 300;

/** The other half of a person is searched for, compared, and merged into this one. */
export function MergeCard({ memberId, tiers }: MergeCardProps) {
  const t = useTexts(mergeTexts);
  const refusals = useTexts(refusalTexts);
  const [search, setSearch] = useState("");
  const found = useFound(memberId, search);
  const comparison = useFetcher<MergeAnswer>();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => {
    setOpen(false);
    setSearch("");
  }, []);
  const foreseen = comparison.state === "idle" ? (comparison.data?.foreseen ?? null) : null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.title}
        </Text>
        <Text as="p" tone="subdued">
          {t.body}
        </Text>
        <TextField
          label={t.search}
          helpText={t.searchHelp}
          autoComplete="off"
          maxLength={200}
          value={search}
          onChange={setSearch}
        />
        {found === null ? null : (
          <Found
            members={found}
            onChoose={(other) => {
              comparison.load(`/app/members/${memberId}/merge?other=${other}`);
              setOpen(true);
            }}
          />
        )}
        {isOpen && foreseen?.ok === false ? (
          <InlineError fieldID="merge" message={refusals[foreseen.refusal]} />
        ) : null}
        {isOpen && foreseen?.ok === true ? (
          <MergeModal foreseen={foreseen} tiers={tiers} onClose={close} />
        ) : null}
      </BlockStack>
    </Card>
  );
}

interface FoundProps {
  readonly members: readonly FoundMember[];
  readonly onChoose: (memberId: string) => void;
}

function Found({ members, onChoose }: FoundProps) {
  const t = useTexts(mergeTexts);
  const names = useTexts(memberTexts);
  if (members.length === 0) return <Text as="p">{t.none}</Text>;
  return (
    <BlockStack gap="300">
      {members.map((member) => {
        const name = memberName(member, names);
        return (
          <InlineStack key={member.memberId} align="space-between" blockAlign="center" gap="200">
            <BlockStack>
              <Text as="span">{name}</Text>
              {member.email === null || member.email === name ? null : (
                <Text as="span" variant="bodySm" tone="subdued" breakWord>
                  {member.email}
                </Text>
              )}
            </BlockStack>
            <Button accessibilityLabel={t.chooseLabel(name)} onClick={() => onChoose(member.memberId)}>
              {t.choose}
            </Button>
          </InlineStack>
        );
      })}
    </BlockStack>
  );
}

/** Who is found by what was typed, asked for when the typing pauses; null while that is not known. */
function useFound(memberId: string, search: string): readonly FoundMember[] | null {
  const { load, data, state } = useFetcher<MergeAnswer>();
  const isAsked = search.trim() !== "";
  useEffect(() => {
    if (!isAsked) return undefined;
    const query = new URLSearchParams({ search });
    const pause = setTimeout(
      () => load(`/app/members/${memberId}/merge?${query.toString()}`),
      TYPING_PAUSE_MS,
    );
    return () => clearTimeout(pause);
  }, [memberId, search, isAsked, load]);
  return isAsked && state === "idle" && data !== undefined ? data.found : null;
}
