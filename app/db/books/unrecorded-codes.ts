/** Texts for the codes of books that are only looked at: nobody will ever hold one. */
export function unrecordedCodes(): () => string {
  let given = 0;
  return () => `unrecorded-${String((given += 1))}`;
}
