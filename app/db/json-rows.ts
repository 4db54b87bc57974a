/**
 * The rows of a constant statement as one JSON value, for a statement that reads many tables at one
 * moment and in one round trip. `$1`, `$2` … of the statement become the SQL given for them.
 */
export function jsonRows(select: string, places: readonly string[]): string {
  const placed = select.replaceAll(/\$(\d)(::\w+(\[\])?)?/g, (_, place: string) => {
    const sql = places[Number(place) - 1];
    if (sql === undefined) throw new Error(`nothing is given for $${place}`);
    return sql;
  });
  return `(SELECT coalesce(json_agg(r), '[]'::json) FROM (${placed}) AS r)`;
}
