import { texts } from "./language.tsx";

/** What a shop's plan does not allow, said where it would be asked for. */
export const planTexts = texts(
  {
    rewards: {
      access: {
        title: "Your shop’s plan does not let apps in",
        body: "As long as that is so, no orders are read and no codes are made. Nothing is lost: once the plan allows it, orders are read.",
      },
      codes: {
        title: "Your shop’s plan has no discount codes",
        body: "Amounts, percentages, free shipping and free products are given as codes. The shop would refuse them, and their points would go back. Experiences work. With another plan codes work at once.",
      },
    },
    tiers: {
      access: {
        title: "Your shop’s plan does not let apps in",
        body: "As long as that is so, no orders are read, so nobody climbs. Nothing is lost: once the plan allows it, orders are read.",
      },
      groups: {
        title: "Your shop’s plan has no customer groups",
        body: "Tiers, their multipliers and what is given with them work. Standing perks (free shipping, a percentage off) do not apply, and the shop does not show the tier as a group. With another plan both come at once.",
      },
    },
  },
  {
    rewards: {
      access: {
        title: "Der Tarif deines Shops lässt keine Apps zu",
        body: "Solange das so ist, werden keine Bestellungen gelesen und keine Codes gemacht. Verloren geht nichts: Sobald der Tarif es zulässt, werden die Bestellungen gelesen.",
      },
      codes: {
        title: "Der Tarif deines Shops hat keine Rabattcodes",
        body: "Beträge, Prozente, kostenloser Versand und kostenlose Produkte sind Codes. Der Shop würde sie ablehnen, und ihre Punkte gingen zurück. Erlebnisse funktionieren. Mit einem anderen Tarif gehen Codes sofort.",
      },
    },
    tiers: {
      access: {
        title: "Der Tarif deines Shops lässt keine Apps zu",
        body: "Solange das so ist, werden keine Bestellungen gelesen, und niemand steigt auf. Verloren geht nichts: Sobald der Tarif es zulässt, werden die Bestellungen gelesen.",
      },
      groups: {
        title: "Der Tarif deines Shops hat keine Kundengruppen",
        body: "Stufen, ihre Faktoren und was es mit ihnen gibt, funktionieren. Dauernde Vorteile (kostenloser Versand, Prozente) gelten nicht, und der Shop zeigt die Stufe nicht als Gruppe. Mit einem anderen Tarif kommt beides sofort.",
      },
    },
  },
);
