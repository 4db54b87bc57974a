import { WideTable } from "../../wide-table.tsx";

interface ReportTableProps {
  readonly title: string;
  readonly headings: readonly string[];
  /** The first of a line names it. */
  readonly rows: readonly (readonly string[])[];
  /** How many columns from the second on are figures; the others are words. */
  readonly figures: number;
}

/** A table that prints: all of it, on as many pages as it takes, its heading on each. */
export function ReportTable({ title, headings, rows, figures }: ReportTableProps) {
  const classOf = (index: number) => (index >= 1 && index <= figures ? "regulars-report__figure" : undefined);
  return (
    <WideTable>
      <div className="regulars-report__table">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              {headings.map((heading, index) => (
                <th scope="col" key={heading} className={classOf(index)}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  <td key={headings[index + 1]} className={classOf(index + 1)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </WideTable>
  );
}
