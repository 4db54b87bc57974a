import { texts } from "../language.tsx";

/** What a merchant may spend on customers by what they are worth. */
export const guidanceTexts = texts(
  {
    title: "What may be spent on whom",
    meaning:
      "What each group is expected to pay in the next 52 weeks × margin × the share of it you are willing to spend. The expectation is as of the last scoring and includes tax where your prices do. How much to spend is your choice: 10% is only where the field starts.",
    spend: "Share of the margin to spend",
    own: "Your own margin",
    ownHelp: "Leave empty to reckon with the unit costs of your products.",
    noPercent: "A percentage from 0 to 100.",
    none: "Your customers have not been scored yet. That happens every night; then this says what each segment is worth.",
    noValue:
      "What customers will bring cannot be predicted yet: that takes at least 50 customers who bought on several days.",
    noCosts: "No unit costs are known: type your margin.",
    group: "Group",
    everybody: "All members",
    customers: "Customers",
    value: "Expected value, 52 weeks",
    margin: "Margin",
    each: "To spend on each",
    all: "To spend in all",
    draft: "The draft gives a year",
    draftMeaning:
      "“The draft gives” is the worth of the points of this dry run, scaled to a year. Groups overlap: somebody may be in several.",
    above: "more than that",
  },
  {
    title: "Was wer kosten darf",
    meaning:
      "Was jede Gruppe in den nächsten 52 Wochen voraussichtlich ausgibt × Marge × der Anteil davon, den du einsetzen willst. Die Erwartung ist die der letzten Bewertung und enthält die Steuer, wo deine Preise sie enthalten. Wie viel du einsetzt, entscheidest du: 10 % sind nur der Anfang.",
    spend: "Anteil der Marge",
    own: "Eigene Marge",
    ownHelp: "Leer heißt: nach den Stückkosten deiner Artikel.",
    noPercent: "Ein Prozentsatz von 0 bis 100.",
    none: "Deine Kundschaft wurde noch nicht bewertet. Das geschieht jede Nacht; danach steht hier, was jedes Segment wert ist.",
    noValue:
      "Was die Kundschaft bringen wird, lässt sich noch nicht vorhersagen: Dafür braucht es mindestens 50 Personen, die an mehreren Tagen gekauft haben.",
    noCosts: "Stückkosten sind nicht bekannt: Trag deine Marge ein.",
    group: "Gruppe",
    everybody: "Alle Mitglieder",
    customers: "Personen",
    value: "Erwarteter Wert, 52 Wochen",
    margin: "Marge",
    each: "Einsatz je Person",
    all: "Einsatz insgesamt",
    draft: "Entwurf gibt im Jahr",
    draftMeaning:
      "„Entwurf gibt“ ist der Wert der Punkte aus diesem Probelauf, auf ein Jahr gerechnet. Gruppen überschneiden sich: Jemand kann in mehreren sein.",
    above: "mehr als das",
  },
);
