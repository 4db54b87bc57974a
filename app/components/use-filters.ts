import { useNavigation, useSearchParams } from "@remix-run/react";

/** The value of a filter that lets everything through. */
export const ANY = "";

export interface Filters {
  readonly chosen: (name: string) => string;
  readonly choose: (name: string, value: string) => void;
  /** Several at once. */
  readonly chooseAll: (filters: Readonly<Record<string, string>>) => void;
  /** Several at once let everything through again. */
  readonly drop: (names: readonly string[]) => void;
}

/** Filters live in the address of a page: it can be sent to a colleague, and Back undoes one. */
export function useFilters(): Filters {
  const [address, setAddress] = useSearchParams();
  const { location: coming } = useNavigation();
  const change = (changed: (current: URLSearchParams) => URLSearchParams) => {
    // What was chosen a moment ago counts too, though its page is still on its way.
    const current = new URLSearchParams((coming ?? window.location).search);
    setAddress(changed(current), { preventScrollReset: true });
  };
  return {
    chosen: (name) => address.get(name) ?? ANY,
    choose: (name, value) => change((current) => withFilter(current, name, value)),
    chooseAll: (filters) =>
      change((current) =>
        Object.entries(filters).reduce((address, [name, value]) => withFilter(address, name, value), current),
      ),
    drop: (names) =>
      change((current) => names.reduce((address, name) => withFilter(address, name, ANY), current)),
  };
}

/** Another filter begins at the first page again. */
function withFilter(current: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(current);
  next.delete("after");
  if (value === ANY) next.delete(name);
  else next.set(name, value);
  return next;
}
