import { useFormats } from "../formats.tsx";
import { dataTexts } from "../i18n/data-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { CountedSoFar, DoneOfAll, StopButton, WorkProgress } from "../work-progress.tsx";
import { FileButton } from "./file-button.tsx";
import type { ShownFile } from "./member-files.ts";

/** How far a file has come. */
export function FileProgress({ file }: { readonly file: ShownFile }) {
  const t = useTexts(dataTexts);
  const { state, fileId } = file;
  const title = state === "checking" ? t.checking : state === "booking" ? t.booking : t.undoing;
  return (
    <WorkProgress
      title={title}
      goesOn={t.goesOn}
      actions={
        <>
          {state === "checking" ? <FileButton deed="discard" fileId={fileId} /> : null}
          {state === "booking" ? (
            <StopButton action={t.stop} done={t.stopped} fields={{ fileId: String(fileId) }} />
          ) : null}
        </>
      }
    >
      <Progress file={file} />
    </WorkProgress>
  );
}

function Progress({ file: { state, position, counts } }: { readonly file: ShownFile }) {
  const t = useTexts(dataTexts);
  const { count } = useFormats();
  if (state === "checking") return <CountedSoFar label={t.checking} text={t.linesChecked(count(position))} />;
  const { booked, undone, known, new: fresh } = counts;
  const done = state === "booking" ? booked.rows : undone.rows;
  const all = done + (state === "booking" ? known.rows + fresh.rows : booked.rows);
  return <DoneOfAll id="file-progress" done={done} all={all} text={t.linesDone(count(done), count(all))} />;
}
