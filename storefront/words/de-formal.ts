import de from "./de.ts";
import type { Words } from "./words.ts";

/** German with Sie: only the sentences that address somebody differ. */
const deFormal: Words = {
  ...de,
  hello: "Guten Tag",
  helloName: "Guten Tag, {name}",
  owed: "Eine Rückgabe hat mehr gekostet, als da war. {points} werden mit Ihren nächsten verrechnet.",
  tierTitle: "Ihre Stufe",
  tierTop: "Höher geht es nicht. Schön, dass Sie da sind.",
  rewardsNone: "Noch gibt es keine Prämien. Was Sie sammeln, bleibt Ihnen bis dahin erhalten.",
  rewardLimit: "Diese Prämie hatten Sie so oft, wie es sie gibt.",
  rewardPerk: "Geschenk Ihrer Stufe",
  reward: { ...de.reward, variable: "Bis zu {money} Rabatt, Sie wählen" },
  claimWorking: "Ihr Code entsteht …",
  claimDone: "Hier ist Ihr Code: {reward}.",
  claimMaking:
    "Ihr Code wird gerade erstellt und steht gleich unter „Meine Codes“. Was er kostet, ist dafür zurückgelegt.",
  claimRequested: "Ist angefragt. Der Shop meldet sich bei Ihnen, bis dahin ist der Preis zurückgelegt.",
  claimCredited: "Der Shop schreibt es Ihrem Konto gut.",
  giveBackAsk: "Diesen Code zurückgeben? Er gilt dann nicht mehr, und Sie bekommen {points} zurück.",
  giveBackDone: "Zurückgegeben. {points} gehören wieder Ihnen.",
  waysTitle: "So sammeln Sie",
  wayFirstOrder: "Ihre erste Bestellung",
  activities: { ...de.activities, birthday: "Ihr Geburtstag", anniversary: "Ihr Jahrestag bei uns" },
  historyNone: "Hier steht noch nichts. Mit Ihrer ersten Bestellung beginnt es.",
  reason: {
    ...de.reason,
    kept: "Sie haben Waren für {money} von {of} behalten",
    from_available: "Von Ihrem Guthaben abgezogen",
  },
  maturity: { ...de.maturity, immediate: "Was Sie sammeln, können Sie sofort einlösen." },
  expiry: { ...de.expiry, perLot: "Was Sie sammeln, gilt {months}. Wir melden uns, bevor es endet." },
  termsReturn: "Geben Sie Ware zurück, geht auch zurück, was sie gebracht hat.",
  termsSpent: {
    none: "Was Sie für eine zurückgegebene Bestellung eingelöst haben, kommt nicht zurück.",
    fullOnly: "Geht eine ganze Bestellung zurück, bekommen Sie wieder, was Sie dafür eingelöst haben.",
    proportional: "Was Sie für eine zurückgegebene Bestellung eingelöst haben, kommt anteilig zurück.",
  },
  termsGrace: "Eine Stufe, die Sie nicht mehr erreichen, bleibt Ihnen noch {days}.",
  termsPrivacy:
    "Für dieses Programm nutzt der Shop Ihr Kundenkonto und Ihre Bestellungen. Auf Wunsch zeigt oder löscht er, was er darüber hat.",
  leaveAsk:
    "Programm verlassen? Dann sammeln Sie nicht mehr, offene Codes enden, und Ihr Guthaben lässt sich nicht mehr einlösen.",
  guestEarn: "Je {money} Einkauf bekommen Sie {points}.",
  joinSignedIn: "Sie sind angemeldet. Machen Sie mit, und Ihre nächste Bestellung zählt.",
  joined: "Willkommen. Schön, dass Sie dabei sind.",
  failed: {
    offline:
      "Der Shop ist nicht erreichbar. Es hat sich nichts geändert. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
    unsure:
      "Die Antwort kam nicht an. Ihr Guthaben ist sicher. Versuchen Sie es noch einmal: Es wird nichts doppelt abgezogen.",
    signedOut:
      "Sie sind abgemeldet. Es hat sich nichts geändert. Melden Sie sich an und versuchen Sie es noch einmal.",
    notMember: "Sie sind noch nicht dabei. Es hat sich nichts geändert. Machen Sie zuerst mit.",
    noProgram: "Das Programm macht gerade Pause. Ihr Guthaben ist sicher.",
    reward: "Diese Prämie gibt es nicht mehr. Es wurde nichts abgezogen. Sehen Sie sich die anderen an.",
    tier: "Diese Prämie gehört zu einer anderen Stufe. Es wurde nichts abgezogen.",
    limit: "Diese Prämie hatten Sie so oft, wie es sie gibt. Es wurde nichts abgezogen.",
    stock: "Jemand war schneller: Diese Prämie ist gerade vergriffen. Es wurde nichts abgezogen.",
    choice: "Diese Menge lässt sich nicht wählen. Es wurde nichts abgezogen. Nehmen Sie eine andere.",
    points: "Es fehlen {points}. Es wurde nichts abgezogen.",
    code: "Dieser Code ist schon genutzt oder vorbei. Es hat sich nichts geändert.",
    unavailable:
      "Bei uns ist etwas schiefgegangen. Ihr Guthaben ist sicher. Versuchen Sie es gleich noch einmal.",
  },
};

export default deFormal;
