import { useFetcher } from "@remix-run/react";
import { BlockStack, ChoiceList, InlineError, Modal, Spinner, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { editorTexts } from "../i18n/editor-texts.ts";
import { useTexts } from "../i18n/language.tsx";

export interface Pickable {
  readonly id: string;
  readonly title: string;
}

/** Without a title where it was chosen before, and not looked at since. */
export interface Picked {
  readonly id: string;
  readonly title: string | null;
}

interface ResourcePickerProps {
  readonly open: boolean;
  readonly kind: "product" | "collection";
  readonly title: string;
  readonly chosen: readonly string[];
  readonly onPick: (picked: readonly Picked[]) => void;
  readonly onClose: () => void;
}

interface Answer {
  /** Null: the shop could not be asked. */
  readonly resources: readonly Pickable[] | null;
}

/** Products or categories of the shop to choose from, where the admin around the pages has no picker. */
export function ResourcePicker({ open, ...picking }: ResourcePickerProps) {
  return open ? <OpenPicker {...picking} /> : null;
}

function OpenPicker({ kind, title, chosen, onPick, onClose }: Omit<ResourcePickerProps, "open">) {
  const t = useTexts(editorTexts);
  const fetcher = useFetcher<Answer>();
  const { load } = fetcher;
  const [search, setSearch] = useState("");
  const [picked, setPicked] = useState(chosen);
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const resources = fetcher.data?.resources;

  useEffect(() => {
    const asked = setTimeout(() => load(`/app/resources?${new URLSearchParams({ kind, search })}`), 250);
    return () => clearTimeout(asked);
  }, [kind, search, load]);
  useEffect(() => {
    if (resources == null) return;
    setTitles((known) => new Map([...known, ...resources.map((one) => [one.id, one.title] as const)]));
  }, [resources]);

  const shown = resources ?? [];
  const shownIds = new Set(shown.map(({ id }) => id));
  const choose = (now: readonly string[]) =>
    setPicked((before) => [...before.filter((id) => !shownIds.has(id)), ...now]);
  return (
    <Modal
      open
      title={title}
      onClose={onClose}
      primaryAction={{
        content: t.pickerDone,
        onAction: () => onPick(picked.map((id) => ({ id, title: titles.get(id) ?? null }))),
      }}
      secondaryActions={[{ content: t.pickerCancel, onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <TextField
            label={t.pickerSearch}
            value={search}
            onChange={setSearch}
            autoComplete="off"
            maxLength={100}
          />
          {resources === undefined ? <Spinner size="small" accessibilityLabel={t.pickerLoading} /> : null}
          {resources === null ? <InlineError fieldID="picker" message={t.pickerFailed} /> : null}
          {resources?.length === 0 ? <Text as="p">{t.pickerNothing}</Text> : null}
          <ChoiceList
            title={title}
            titleHidden
            allowMultiple
            choices={shown.map(({ id, title: label }) => ({ value: id, label }))}
            selected={picked.filter((id) => shownIds.has(id))}
            onChange={choose}
          />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
