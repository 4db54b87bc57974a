import { texts } from "../language.tsx";

/** The dry run as the publishing dialog speaks of it, apart: the dialog stands on every page of the program. */
export const reviewNoteTexts = texts(
  {
    title: "Dry run on your own orders",
    none: "This draft has not been tried on your orders yet.",
    running: "The dry run on your orders is still under way.",
    cancelled: "The last dry run was cancelled.",
    failed: "The last dry run could not be finished.",
    stale: "The program has changed since the last dry run.",
    clean: (orders: string) => `Tried on ${orders} orders: nothing to look at.`,
    found: (orders: string, found: number) =>
      `Tried on ${orders} orders: ${found === 1 ? "1 thing" : `${String(found)} things`} to look at.`,
    open: "Open the dry run",
  },
  {
    title: "Probelauf mit deinen eigenen Bestellungen",
    none: "Dieser Entwurf wurde noch nicht mit deinen Bestellungen durchgerechnet.",
    running: "Der Probelauf mit deinen Bestellungen läuft noch.",
    cancelled: "Der letzte Probelauf wurde abgebrochen.",
    failed: "Der letzte Probelauf ließ sich nicht zu Ende bringen.",
    stale: "Das Programm hat sich seit dem letzten Probelauf geändert.",
    clean: (orders: string) => `Mit ${orders} Bestellungen durchgerechnet: nichts zu beanstanden.`,
    found: (orders: string, found: number) =>
      `Mit ${orders} Bestellungen durchgerechnet: ${found === 1 ? "1 Punkt" : `${String(found)} Punkte`} zum Ansehen.`,
    open: "Probelauf öffnen",
  },
);
