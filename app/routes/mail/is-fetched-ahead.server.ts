/** Named so by browsers and by mail programs that look at a page before anybody asks for it. */
const AHEAD = /\b(?:prefetch|prerender|preview)\b/iu;

/** Whether something fetches a page for somebody who may never open it: no person has followed the link then. */
export function isFetchedAhead({ headers }: Request): boolean {
  return ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) => {
    const purpose = headers.get(name);
    return purpose !== null && AHEAD.test(purpose);
  });
}
