import { pageTexts } from "../../../i18n/page-texts.ts";
import { useTexts } from "../../../i18n/language.tsx";
import { EntryCards } from "../../editor/entry-list.tsx";
import { AddEntry } from "../add-entry.tsx";
import { FormPage } from "../form-page.tsx";
import { ChallengeForm } from "./challenge-form.tsx";
import { useReadyMade } from "./ready-made.ts";

/** Something to reach, and what it gives. */
export function ChallengesPage() {
  const t = useTexts(pageTexts);
  const kinds = useReadyMade();
  return (
    <FormPage>
      <EntryCards
        list="challenges"
        sortable
        switchable
        empty={t.noChallenges}
        form={(index) => <ChallengeForm index={index} />}
      />
      <AddEntry label={t.addChallenge} list="challenges" kinds={kinds} />
    </FormPage>
  );
}
