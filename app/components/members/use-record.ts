import { useFile } from "../use-file.ts";

/** Fetches everything that is kept of a member and hands it to the browser as a file. */
export function useRecord(memberId: string, doneText: string): { busy: boolean; fetch: () => void } {
  return useFile({ action: `/app/members/${memberId}/record`, type: "application/json", doneText });
}
