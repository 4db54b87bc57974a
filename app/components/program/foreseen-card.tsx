import { BlockStack, InlineStack, List, Spinner, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { inLanguage, type Text as Words } from "#app/domain/program/texts/text.ts";
import type { ForeseenMove, ForeseenPublication } from "#app/queries/program/foresee-publication.ts";
import type { ProgramOutline } from "#app/queries/program/read-program-text.ts";
import { formatsOf } from "../formats.tsx";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { isRecord } from "#app/domain/program/document/document-path.ts";

interface ForeseenCardProps {
  readonly text: string;
  readonly program: ProgramOutline;
}

/** How many members rise or fall by publishing, and what they are given: counted in the background, part by part. */
export function ForeseenCard({ text, program }: ForeseenCardProps) {
  const t = useTexts(programTexts);
  const { count } = formatsOf(useLanguage(), program);
  const { foreseen, failed } = useForeseen(text);
  const lines = useLines(foreseen, program);
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t.foreseen}
      </Text>
      {failed ? <Text as="p">{t.foreseenFailed}</Text> : null}
      {foreseen === null || foreseen.next !== null ? (
        failed ? null : (
          <InlineStack gap="200" blockAlign="center">
            <Spinner size="small" accessibilityLabel={t.foreseen} />
            <Text as="span" tone="subdued">
              {foreseen === null
                ? t.foreseeing
                : t.foreseenSoFar(count(foreseen.lookedAt), count(foreseen.members))}
            </Text>
          </InlineStack>
        )
      ) : null}
      {foreseen !== null && foreseen.next === null && lines.length === 0 ? (
        <Text as="p">{t.foreseenNothing}</Text>
      ) : null}
      {lines.length === 0 ? null : (
        <List>
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
    </BlockStack>
  );
}

function useLines(foreseen: ForeseenPublication | null, program: ProgramOutline): readonly string[] {
  const t = useTexts(programTexts);
  const language = useLanguage();
  if (foreseen === null) return [];
  const { count, points } = formatsOf(language, program);
  const level = ({ levelId, levelName }: ForeseenMove) =>
    nameOf(program.tiers?.levels, levelId) ?? levelName ?? t.foreseenNoLevel;
  const nameOf = (named: readonly Named[] | undefined, id: string | null) => {
    const found = named?.find((one) => one.id === id);
    return found === undefined ? null : inLanguage(found.name, language);
  };
  return [
    ...foreseen.rises.map((move) => t.foreseenRise(move.members, count(move.members), level(move))),
    ...foreseen.falls.map((move) => t.foreseenFall(move.members, count(move.members), level(move))),
    ...(foreseen.entryPoints === 0
      ? []
      : [
          t.foreseenPoints(
            foreseen.entryPointsTo,
            count(foreseen.entryPointsTo),
            points(foreseen.entryPoints),
          ),
        ]),
    ...foreseen.gifts.map((gift) =>
      t.foreseenGift(count(gift.count), nameOf(program.rewards, gift.rewardId) ?? gift.name),
    ),
  ];
}

interface Named {
  readonly id: string;
  readonly name: Words;
}

interface Foreseeing {
  readonly foreseen: ForeseenPublication | null;
  readonly failed: boolean;
}

function useForeseen(text: string): Foreseeing {
  const [state, setState] = useState<Foreseeing>({ foreseen: null, failed: false });
  useEffect(() => {
    const stop = new AbortController();
    foreseeAll(text, stop.signal, (foreseen) => setState({ foreseen, failed: false })).catch(() => {
      if (!stop.signal.aborted) setState((now) => ({ ...now, failed: true }));
    });
    return () => stop.abort();
  }, [text]);
  return state;
}

async function foreseeAll(
  text: string,
  signal: AbortSignal,
  tell: (foreseen: ForeseenPublication) => void,
): Promise<void> {
  let earlier: ForeseenPublication | null = null;
  do {
    const response: Response = await fetch("/app/program/foreseen", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: `{"document":${text},"earlier":${JSON.stringify(earlier)}}`,
      signal,
    });
    if (!response.ok) throw new Error(`Foreseeing answered ${String(response.status)}.`);
    const answer: unknown = await response.json();
    if (!isAnswer(answer) || !answer.ok) throw new Error("Foreseeing found the document wrong.");
    earlier = answer.foreseen;
    tell(earlier);
  } while (earlier.next !== null);
}

type Answer = { readonly ok: true; readonly foreseen: ForeseenPublication } | { readonly ok: false };

/** Our own answer, told apart from a page that stands in its way. */
function isAnswer(answer: unknown): answer is Answer {
  return isRecord(answer) && (answer["ok"] === false || isRecord(answer["foreseen"]));
}
