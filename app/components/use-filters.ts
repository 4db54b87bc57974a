import { useSearchParams } from "@remix-run/react";

/** The value of a filter that lets everything through. */
export const ANY = "";

export interface Filters {
  readonly chosen: (name: string) => string;
  readonly choose: (name: string, value: string) => void;
}

/** Filters live in the address of a page: it can be sent to a colleague, and Back undoes one. */
export function useFilters(): Filters {
  const [address, setAddress] = useSearchParams();
  return {
    chosen: (name) => address.get(name) ?? ANY,
    choose: (name, value) => {
      setAddress((current) => withFilter(current, name, value), { preventScrollReset: true });
    },
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
