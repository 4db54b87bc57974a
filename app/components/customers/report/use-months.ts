import { useFormats } from "../../formats.tsx";

/** What a month is called that is written "2026-10". */
export function useMonths(): (month: string) => string {
  const { month } = useFormats();
  return (text) => month(Date.parse(`${text}-15T12:00:00Z`));
}
