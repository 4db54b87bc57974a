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
import { listAt, placeText, valueAt } from "#app/domain/program/document/document-path.ts";
import { useEditing, useErrorAt, useField } from "./editing.tsx";
import { PLACES, type EntryList } from "#app/domain/program/document/entry-places.ts";

interface EntryCardProps {
  readonly list: EntryList;
  readonly index: number;
  readonly sortId: string;
  /** Whether the order of the list says anything. */
  readonly sortable: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly actions: readonly { readonly content: string; readonly onAction: () => void }[];
  readonly form: () => ReactNode;
}

/** By which the page finds an entry's card. */
export function elementIdOf(index: number): string {
  return `entry-${String(index)}`;
}

/** One rule, campaign, reward or level: a sentence, which opens to its form. */
export function EntryCard({ list, index, sortId, sortable, open, onToggle, actions, form }: EntryCardProps) {
  const t = useTexts(editorTexts);
  const sort = useSortable({ id: sortId, disabled: !sortable });
  const { said, name } = useSaid(list, index);
  const wrong = useErrorAt([...PLACES[list], index], true);
  const moved = sort.transform;
  return (
    <li
      id={elementIdOf(index)}
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
                  <OffBadge list={list} index={index} />
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
              <StrayErrors list={list} index={index} />
              {form()}
            </>
          ) : null}
        </BlockStack>
      </Card>
    </li>
  );
}

function useSaid(list: EntryList, index: number): { readonly said: string; readonly name: string } {
  const { document, findSentence } = useEditing();
  const t = useTexts(editorTexts);
  const sentence = findSentence(list, listAt(document, PLACES[list])[index], index);
  if (typeof sentence === "string") return { said: sentence, name: sentence.replaceAll("**", "") };
  return { said: sentence === null ? t.unfinished : t.beingRead, name: t.numberedEntry(index + 1) };
}

function OffBadge({ list, index }: Pick<EntryCardProps, "list" | "index">) {
  const t = useTexts(editorTexts);
  const { value } = useField([...PLACES[list], index, "enabled"]);
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
function StrayErrors({ list, index }: Pick<EntryCardProps, "list" | "index">) {
  const base = [...PLACES[list], index];
  const { document } = useEditing();
  const whole = useErrorAt(base);
  const limit = useErrorAt([...base, "limit"]);
  const name = placeText(base);
  return (
    <>
      {whole === null ? null : <InlineError fieldID={name} message={whole} />}
      {limit === null || valueAt(document, [...base, "limit"]) === undefined ? null : (
        <InlineError fieldID={`${name}.limit`} message={limit} />
      )}
    </>
  );
}
