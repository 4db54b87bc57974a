import { useLocation } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";
import { useRefresh } from "../../history/use-refresh.ts";
import { useDeed } from "../../use-deed.ts";

/** Has the figures of the address worked out where nobody has asked for them yet, and looks until they are there. */
export function useAsk(path: string, kind: "unasked" | "working" | "nightly" | "answered"): void {
  const address = path + useLocation().search;
  const { send } = useDeed(
    null,
    useCallback(() => undefined, []),
    address,
  );
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (kind !== "unasked" || asked.current === address) return;
    asked.current = address;
    send({ intent: "ask" });
  }, [kind, address, send]);
  useRefresh(kind === "unasked" || kind === "working");
}
