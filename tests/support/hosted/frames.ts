/** What Shopify draws around a surface, in outline: enough to see where it stands. */
export interface Frame {
  readonly css: string;
  /** The page around; the surface is put in the place of `{surface}`. */
  readonly page: Readonly<Record<"en" | "de", string>>;
}

const BASE = `
  *, ::before, ::after { box-sizing: border-box; }
  body { margin: 0; font: var(--size) / 1.45 Inter, "Liberation Sans", Arial, sans-serif; color: var(--ink); background: var(--ground); }
  a { color: inherit; }
  h1, h2, p, ul, dl, dd { margin: 0; padding: 0; }
  #surface { display: block; }`;

const ACCOUNT = `${BASE}
  :root { --size: 15px; --ink: #1c1c1c; --subdued: #5b5b5b; --ground: #f5f5f5; --card: #fff; --card-edge: #e4e4e4; --edge: #e4e4e4;
    --card-padding: 20px; --radius: 10px; --radius-small: 6px; --radius-button: 6px; --accent: #2f5d50; --button: #fff; --button-edge: #c9c9c9;
    --button-padding: 16px; --button-size: 14px; --target: 44px; --title: 26px; --heading: 17px; --figure: 30px; --field-padding: 11px; }
  header { display: flex; flex-wrap: wrap; gap: 8px 28px; align-items: center; padding: 16px max(20px, 50% - 370px); background: #fff; border-block-end: 1px solid #e4e4e4; }
  header strong { font-size: 18px; margin-inline-end: auto; }
  header a { text-decoration: none; }
  header [aria-current] { text-decoration: underline; text-underline-offset: 6px; }
  main { max-inline-size: 780px; margin: 0 auto; padding: 32px 20px 40px; }
  main > h1 { font-size: 26px; margin-block-end: 20px; font-weight: 600; }
  .card { background: #fff; border: 1px solid #e4e4e4; border-radius: 10px; padding: 20px; margin-block-end: 16px; }
  .card p { color: var(--subdued); }`;

const accountHeader = (
  shop: string,
  orders: string,
  club: string,
  profile: string,
  current: "club" | "profile",
) =>
  `<header><strong>Kiezcafé</strong><a href="#">${shop}</a><a href="#">${orders}</a>
    <a href="#" ${current === "club" ? 'aria-current="page"' : ""}>${club}</a>
    <a href="#" ${current === "profile" ? 'aria-current="page"' : ""}>${profile}</a></header>`;

const ADMIN = `${BASE}
  :root { --size: 13px; --ink: #303030; --subdued: #616161; --ground: #f1f1f1; --card: #fff; --card-edge: #e3e3e3; --edge: #e3e3e3;
    --card-padding: 16px; --card-shadow: 0 1px 0 rgb(0 0 0 / 7%); --radius: 12px; --radius-small: 8px; --radius-button: 8px; --accent: #303030;
    --button: #fff; --button-edge: #d0d0d0; --button-padding: 12px; --button-size: 12px; --target: 28px; --title: 20px; --heading: 13px; --figure: 18px; --field-padding: 7px; }
  .top { block-size: 48px; background: #1a1a1a; color: #e3e3e3; display: flex; align-items: center; padding-inline: 20px; font-weight: 600; }
  main { max-inline-size: 960px; margin: 0 auto; padding: 20px 16px; }
  main > h1 { font-size: 20px; font-weight: 600; margin-block-end: 16px; }
  .columns { display: grid; grid-template-columns: 2fr 1fr; gap: 16px; align-items: start; }
  @media (max-width: 640px) { .columns { grid-template-columns: 1fr; } }
  .columns > div { display: grid; gap: 16px; }
  .card { background: #fff; border: 1px solid #e3e3e3; border-radius: 12px; padding: 16px; }
  .card h2 { font-size: 13px; font-weight: 600; margin-block-end: 8px; }
  .card p { color: var(--subdued); }`;

const adminPage = (orders: string, order: string, customer: string, since: string) =>
  `<div class="top" role="banner">Kiezcafé</div><main><h1>Anna Lindqvist</h1><div class="columns"><div>
    <div class="card"><h2>${orders}</h2><p>${order}</p></div>{surface}</div>
    <div><div class="card"><h2>${customer}</h2><p>anna@example.com</p><p>${since}</p></div></div></div></main>`;

const TILL = `${BASE}
  :root { --size: 16px; --ink: #1f1f1f; --subdued: #5f5f5f; --ground: #f2f2f2; --card: #fff; --card-edge: #e6e6e6; --edge: #e0e0e0;
    --card-padding: 18px; --radius: 12px; --radius-small: 8px; --radius-button: 10px; --accent: #005bd3; --button: #fff; --button-edge: #cfcfcf;
    --button-padding: 20px; --button-size: 16px; --target: 52px; --title: 24px; --heading: 18px; --figure: 26px; --field-padding: 13px;
    --button-align: stretch; --button-width: 100%; }
  .bar { display: flex; gap: 16px; align-items: center; padding: 14px 20px; background: #fff; border-block-end: 1px solid #e0e0e0; font-weight: 600; }
  main { max-inline-size: 640px; margin: 0 auto; padding: 20px; display: grid; gap: 16px; }
  main > h1 { font-size: 24px; font-weight: 600; }
  .card { background: #fff; border: 1px solid #e6e6e6; border-radius: 12px; padding: 18px; }
  .card p { color: var(--subdued); }`;

const tillPage = (sale: string, contact: string) =>
  `<div class="bar" role="banner">← ${sale}</div><main><h1>Anna Lindqvist</h1><div class="card"><p>${contact}</p></div>{surface}</main>`;

export const FRAMES = {
  accountPage: {
    css: ACCOUNT,
    page: {
      en: `${accountHeader("Shop", "Orders", "Kiezcafé Club", "Profile", "club")}<main>{surface}</main>`,
      de: `${accountHeader("Shop", "Bestellungen", "Kiezcafé Club", "Profil", "club")}<main>{surface}</main>`,
    },
  },
  accountProfile: {
    css: ACCOUNT,
    page: {
      en: `${accountHeader("Shop", "Orders", "Kiezcafé Club", "Profile", "profile")}<main><h1>Profile</h1>
        <div class="card"><p>Name</p>Anna Lindqvist<p>Email</p>anna@example.com</div>{surface}</main>`,
      de: `${accountHeader("Shop", "Bestellungen", "Kiezcafé Club", "Profil", "profile")}<main><h1>Profil</h1>
        <div class="card"><p>Name</p>Anna Lindqvist<p>E-Mail</p>anna@example.com</div>{surface}</main>`,
    },
  },
  admin: {
    css: ADMIN,
    page: {
      en: adminPage("Last order placed", "#1042 · €46.40 · paid", "Customer", "Customer since January 2026"),
      de: adminPage("Letzte Bestellung", "#1042 · 46,40 € · bezahlt", "Kundin", "Kundin seit Januar 2026"),
    },
  },
  till: {
    css: TILL,
    page: {
      en: tillPage("Customer", "anna@example.com · 4 orders"),
      de: tillPage("Kundin", "anna@example.com · 4 Bestellungen"),
    },
  },
  tillScreen: {
    css: TILL,
    page: {
      en: `<div class="bar" role="banner">× Kiezcafé</div><main>{surface}</main>`,
      de: `<div class="bar" role="banner">× Kiezcafé</div><main>{surface}</main>`,
    },
  },
} as const satisfies Readonly<Record<string, Frame>>;
