import { useSearchParams } from "@remix-run/react";
import type { IndexTableProps, useIndexResourceState } from "@shopify/polaris";
import { type ReactNode, useCallback, useState } from "react";
import { useHost } from "../../host/host.tsx";
import { bulkTexts } from "../../i18n/members/bulk-texts.ts";
import { listTexts } from "../../i18n/members/list-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useDownload } from "../../use-download.ts";
import { type BulkAsked, BulkModal } from "./bulk-modal.tsx";
import type { DeedChoices } from "./deed-choices.ts";

interface BulkChoice {
  readonly chosen: ReturnType<typeof useIndexResourceState>;
  readonly choices: DeedChoices;
  /** The list goes on behind this page: everybody in it can be meant. */
  readonly more: boolean;
}

/** What can be done with the members that were chosen in the list, and the question it begins with. */
export function useBulkChoice({ chosen, choices, more }: BulkChoice): {
  readonly choice: Pick<
    IndexTableProps,
    | "selectedItemsCount"
    | "onSelectionChange"
    | "promotedBulkActions"
    | "bulkActions"
    | "hasMoreItems"
    | "paginatedSelectAllActionText"
  >;
  readonly modal: ReactNode;
} {
  const t = useTexts(bulkTexts);
  const list = useTexts(listTexts);
  const { offered } = useHost();
  const [address] = useSearchParams();
  const [asked, setAsked] = useState<BulkAsked | null>(null);
  const close = useCallback(() => setAsked(null), []);
  const { selectedResources, allResourcesSelected, handleSelectionChange } = chosen;
  const isAll = allResourcesSelected && more;
  const members = isAll ? "" : selectedResources.join(",");
  const narrowed = new URLSearchParams(address);
  narrowed.delete("after");
  if (!isAll) narrowed.set("ids", members);
  const file = useDownload({
    address: `/app/members/export?${narrowed.toString()}`,
    name: "members.csv",
    doneText: list.downloaded,
    failedText: list.downloadFailed,
  });
  const ask = (kind: BulkAsked) => ({ content: t[kind], onAction: () => setAsked(kind) });
  return {
    choice: {
      selectedItemsCount: isAll ? "All" : selectedResources.length,
      onSelectionChange: handleSelectionChange,
      hasMoreItems: more,
      paginatedSelectAllActionText: t.everybody,
      promotedBulkActions: [ask("points"), ...(choices.tiers.length === 0 ? [] : [ask("tier")])],
      bulkActions: [
        ...(choices.rewards.length === 0 ? [] : [ask("reward")]),
        ...(offered({ needs: "tags" })
          ? [ask("tag"), ask("untag")]
          : [{ content: t.noTags, disabled: true }]),
        ask("exclude"),
        ask("include"),
        { content: t.download, onAction: file.fetch },
      ],
    },
    modal:
      asked === null ? null : (
        <BulkModal
          asked={asked}
          choices={choices}
          whom={{ members, query: address.toString() }}
          onClose={close}
        />
      ),
  };
}
