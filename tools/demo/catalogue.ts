/** What Kiezcafé sells: a coffee roaster in Berlin. Prices in euro, tax inside. */
export interface DemoProduct {
  readonly handle: string;
  readonly title: string;
  readonly price: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly description: string;
}

export const demoShop = {
  domain: "kiezcafe.myshopify.com",
  name: "Kiezcafé",
  currency: "EUR",
  timezone: "Europe/Berlin",
} as const;

/** The same roaster's second shop, at Ecwid. */
export const demoStore = { store: "1003", name: "Kiezcafé at the market" } as const;

export const demoProducts: readonly DemoProduct[] = [
  {
    handle: "hausmischung-250",
    title: "Hausmischung, 250 g",
    price: "8.90",
    productType: "Coffee",
    tags: ["coffee"],
    collections: ["coffee"],
    description:
      "Our house blend since 2009: hazelnut, dark chocolate, a little orange. For moka pot and espresso.",
  },
  {
    handle: "hausmischung-1000",
    title: "Hausmischung, 1 kg",
    price: "29.90",
    productType: "Coffee",
    tags: ["coffee"],
    collections: ["coffee"],
    description: "The same blend for those who share it. Roasted on Tuesdays, shipped on Wednesdays.",
  },
  {
    handle: "yirgacheffe",
    title: "Yirgacheffe, 250 g",
    price: "13.50",
    productType: "Coffee",
    tags: ["coffee", "new"],
    collections: ["coffee", "single-origin"],
    description: "Ethiopia, washed. Jasmine, bergamot, peach. Best as filter.",
  },
  {
    handle: "huila",
    title: "Huila Decaf, 250 g",
    price: "12.50",
    productType: "Coffee",
    tags: ["coffee"],
    collections: ["coffee", "single-origin"],
    description: "Colombia, decaffeinated with sugar cane. Nobody will notice.",
  },
  {
    handle: "mug",
    title: "Kiez mug",
    price: "16.00",
    productType: "Ceramics",
    tags: ["mug"],
    collections: ["things"],
    description: "Thrown in Neukölln, 300 ml, dishwasher safe.",
  },
  {
    handle: "hand-grinder",
    title: "Hand grinder",
    price: "89.00",
    productType: "Equipment",
    tags: ["equipment"],
    collections: ["things"],
    description: "Steel burrs, 30 clicks, fits into a rucksack.",
  },
  {
    handle: "filter-set",
    title: "Filter set for two",
    price: "34.00",
    productType: "Equipment",
    tags: ["equipment"],
    collections: ["things"],
    description: "Dripper, carafe and forty filters.",
  },
  {
    handle: "barista-morning",
    title: "Barista morning",
    price: "75.00",
    productType: "Course",
    tags: ["course"],
    collections: ["courses"],
    description: "Three hours behind our machine, Saturdays, at most six people.",
  },
];
