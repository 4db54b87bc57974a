/** A day and a time by a clock that is named. */
export const momentTexts = {
  en: {
    zone: (zone: string) => `By the clock of ${zone}.`,
    needsInstant: "Choose a day and a time that are still to come.",
  },
  de: {
    zone: (zone: string) => `Nach der Uhr von ${zone}.`,
    needsInstant: "Wähle einen Tag und eine Uhrzeit, die noch kommen.",
  },
};
