import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { rfmName } from "#app/domain/customers/scores/rfm.ts";
import { useFormats } from "../formats.tsx";
import { customerTexts, groupName } from "../i18n/customers/customer-texts.ts";
import { useTexts } from "../i18n/language.tsx";

export interface ShownCell {
  readonly recency: number;
  readonly worth: number;
  readonly customers: number;
}

const SCORES = [1, 2, 3, 4, 5] as const;
const LATEST_FIRST = [5, 4, 3, 2, 1] as const;
/** Dark words stay readable on the darkest field. */
const DARKEST = 0.35;

/** Everybody with a purchase, by recency and worth: the fuller a field, the darker. */
export function RfmGrid({ cells }: { readonly cells: readonly ShownCell[] }) {
  const t = useTexts(customerTexts);
  const { count } = useFormats();
  const all = cells.reduce((sum, { customers }) => sum + customers, 0);
  const most = Math.max(1, ...cells.map(({ customers }) => customers));
  const known = new Map(
    cells.map((cell) => [`${String(cell.recency)} ${String(cell.worth)}`, cell.customers]),
  );
  const customersIn = (recency: number, worth: number): number => {
    const customers = known.get(`${String(recency)} ${String(worth)}`);
    return customers === undefined ? 0 : customers;
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.gridTitle}
        </Text>
        <Text as="p" tone="subdued">
          {t.gridBody(count(all))}
        </Text>
        <div className="regulars-rfm" role="group" aria-label={t.gridTitle}>
          <table>
            <caption>{t.worth}</caption>
            <thead>
              <tr>
                <th scope="col">{t.recency}</th>
                {SCORES.map((worth) => (
                  <th scope="col" key={worth}>
                    {t.worths[worth - 1]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {LATEST_FIRST.map((recency) => (
                <tr key={recency}>
                  <th scope="row">{t.recencies[recency - 1]}</th>
                  {SCORES.map((worth) => (
                    <Field
                      key={worth}
                      customers={customersIn(recency, worth)}
                      share={customersIn(recency, worth) / most}
                      name={groupName(t.groups, rfmName(recency, worth, worth, 1))}
                      url={`/app/customers/list?recency=${String(recency)}&worth=${String(worth)}`}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </BlockStack>
    </Card>
  );
}

interface FieldProps {
  readonly customers: number;
  readonly share: number;
  readonly name: string;
  readonly url: string;
}

function Field({ customers, share, name, url }: FieldProps) {
  const t = useTexts(customerTexts);
  const { count } = useFormats();
  return (
    <td style={{ backgroundColor: `rgba(0, 91, 211, ${String(share * DARKEST)})` }}>
      <Link monochrome removeUnderline url={url} accessibilityLabel={t.cell(count(customers), name)}>
        <Text as="span" variant="headingMd">
          {count(customers)}
        </Text>
        <br />
        <Text as="span" variant="bodySm">
          {name}
        </Text>
      </Link>
    </td>
  );
}
