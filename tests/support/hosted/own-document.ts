const place = document.getElementById("surface");
if (place === null) throw new Error("The page has no place for the surface.");

/** What `document.body` is for a surface: Shopify gives each a document of its own. */
export const surfaceRoot: HTMLElement = place;
