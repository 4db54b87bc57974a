import type { BulkDeedPage } from "#app/queries/members/bulk/bulk-deed-page.ts";
import { useFormats } from "../../formats.tsx";
import { bulkTexts } from "../../i18n/members/bulk-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { CountedSoFar, DoneOfAll, StopButton, WorkProgress } from "../../work-progress.tsx";
import { BulkButton } from "./bulk-button.tsx";

/** How far it has come, while a worker is at it. */
export function BulkProgress({ bulk }: { readonly bulk: BulkDeedPage }) {
  const t = useTexts(bulkTexts);
  const titles: Partial<Record<BulkDeedPage["state"], string>> = {
    checking: t.counting,
    booking: t.doing,
    undoing: t.undoing,
  };
  const title = titles[bulk.state];
  if (title === undefined) return null;
  return (
    <WorkProgress
      title={title}
      goesOn={t.goesOn}
      actions={
        <>
          {bulk.state === "checking" ? <BulkButton does="discard" bulk={bulk} /> : null}
          {bulk.state === "booking" ? <StopButton action={t.stop} done={t.stopped} /> : null}
        </>
      }
    >
      <Progress bulk={bulk} />
    </WorkProgress>
  );
}

function Progress({ bulk: { counts, position, state } }: { readonly bulk: BulkDeedPage }) {
  const t = useTexts(bulkTexts);
  const { count } = useFormats();
  if (state === "checking") return <CountedSoFar label={t.counting} text={t.counted(count(position))} />;
  const { booked, undone, known } = counts;
  const done = state === "booking" ? booked.rows : undone.rows;
  const all = done + (state === "booking" ? known.rows : booked.rows);
  return <DoneOfAll id="bulk-progress" done={done} all={all} text={t.progress(count(done), count(all))} />;
}
