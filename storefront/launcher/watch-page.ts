import { tellSeen } from "./tell-seen.ts";

/**
 * What a member does on this page, for a theme: the block says which of it is wanted, and only where a member is
 * signed in. A theme puts something in the cart by a form, whether or not a script of its own sends it.
 */
export function watchPage({ dataset }: HTMLElement): void {
  const { wanted, endpoint, product, search } = dataset;
  if (wanted === undefined || wanted === "" || endpoint === undefined) return;
  const tell = tellSeen(endpoint, wanted.split(" "), null);
  tell("page_visit", location.pathname);
  if (product !== undefined) tell("product_view", product);
  if (search !== undefined) tell("search");
  document.addEventListener("submit", ({ target }) => {
    if (!(target instanceof HTMLFormElement)) return;
    if (!target.getAttribute("action")?.endsWith("/cart/add")) return;
    const chosen = new FormData(target);
    const about = chosen.get("product-id") ?? product ?? chosen.get("id");
    if (typeof about === "string") tell("add_to_cart", about);
  });
}
