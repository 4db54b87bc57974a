import { useSortable } from "@dnd-kit/sortable";
import {
  ActionList,
  BlockStack,
  Box,
  Button,
  Card,
  InlineError,
  InlineStack,
  Popover,
  Text,
} from "@shopify/polaris";
import { DragHandleIcon, MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState, type ReactNode } from "react";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { QuietBadge } from "../../quiet-badge.tsx";
import { Sentence } from "../sentence.tsx";
import { placeText, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useEditing, useErrorAt, useField } from "./editing.tsx";

interface EntryCardProps {
  /** Where the entry stands in the document. */
  readonly place: DocumentPlace;
  /** Its place in the list, the first of which is 1. */
  readonly number: number;
  /** What it says; null: something in it is wrong; undefined: it was not read yet. */
  readonly sentence: string | null | undefined;
  readonly sortId: string;
  /** Whether the order of the list says anything. */
  readonly sortable: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly actions: readonly { readonly content: string; readonly onAction: () => void }[];
  readonly form: () => ReactNode;
}

/** By which the page finds an entry's card. */
export function elementIdOf(place: DocumentPlace): string {
  return `entry-${placeText(place)}`;
}

/** One rule, campaign, reward, level or step: a sentence, which opens to its form. */
export function EntryCard({ place, number, sentence, ...card }: EntryCardProps) {
  const { sortId, sortable, open, onToggle, actions, form } = card;
  const t = useTexts(editorTexts);
  const sort = useSortable({ id: sortId, disabled: !sortable });
  const { said, name } = useSaid(sentence, number);
  const wrong = useErrorAt(place, true);
  const moved = sort.transform;
  return (
    <li
      id={elementIdOf(place)}
      ref={sort.setNodeRef}
      style={{
        transform: moved === null ? undefined : `translate3d(0, ${String(moved.y)}px, 0)`,
        transition: sort.transition,
        position: "relative",
        zIndex: sort.isDragging ? 1 : undefined,
      }}
    >
      <Card>
        <BlockStack gap="300">
          <InlineStack gap="200" blockAlign="start" wrap={false}>
            {sortable ? (
              <button
                type="button"
                className="regulars-handle"
                {...sort.attributes}
                {...sort.listeners}
                aria-label={t.moveOf(name)}
              >
                <DragHandleIcon width="20" height="20" aria-hidden="true" />
              </button>
            ) : null}
            <Box width="100%">
              <BlockStack gap="100" inlineAlign="start">
                <Text as="p">
                  <Sentence text={said} />
                </Text>
                <InlineStack gap="200">
                  <OffBadge place={place} />
                  {wrong === null ? null : <QuietBadge tone="critical">{t.wrong}</QuietBadge>}
                </InlineStack>
              </BlockStack>
            </Box>
            <Button
              onClick={onToggle}
              ariaExpanded={open}
              accessibilityLabel={`${open ? t.close : t.open}: ${name}`}
            >
              {open ? t.close : t.open}
            </Button>
            <EntryMenu actions={actions} name={name} />
          </InlineStack>
          {open ? (
            <>
              <StrayErrors place={place} />
              {form()}
            </>
          ) : null}
        </BlockStack>
      </Card>
    </li>
  );
}

function useSaid(
  sentence: EntryCardProps["sentence"],
  number: number,
): { readonly said: string; readonly name: string } {
  const t = useTexts(editorTexts);
  if (typeof sentence === "string") return { said: sentence, name: sentence.replaceAll("**", "") };
  return { said: sentence === null ? t.unfinished : t.beingRead, name: t.numberedEntry(number) };
}

function OffBadge({ place }: Pick<EntryCardProps, "place">) {
  const t = useTexts(editorTexts);
  const { value } = useField([...place, "enabled"]);
  return value === false ? <QuietBadge tone={null}>{t.off}</QuietBadge> : null;
}

function EntryMenu({ actions, name }: Pick<EntryCardProps, "actions"> & { readonly name: string }) {
  const t = useTexts(editorTexts);
  const [open, setOpen] = useState(false);
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      activator={
        <Button
          icon={MenuHorizontalIcon}
          accessibilityLabel={t.moreOf(name)}
          onClick={() => setOpen(!open)}
        />
      }
    >
      <ActionList
        items={actions.map(({ content, onAction }) => ({
          content,
          onAction: () => {
            setOpen(false);
            onAction();
          },
        }))}
      />
    </Popover>
  );
}

/** What is wrong with the entry as a whole, or with a part of it that holds no field of its own. */
function StrayErrors({ place }: Pick<EntryCardProps, "place">) {
  const { document } = useEditing();
  const whole = useErrorAt(place);
  const limit = useErrorAt([...place, "limit"]);
  const name = placeText(place);
  return (
    <>
      {whole === null ? null : <InlineError fieldID={name} message={whole} />}
      {limit === null || valueAt(document, [...place, "limit"]) === undefined ? null : (
        <InlineError fieldID={`${name}.limit`} message={limit} />
      )}
    </>
  );
}
