import de from "./de.ts";
import type { Words } from "./words.ts";

/** German with Sie: only the sentences that address somebody differ. */
const deFormal: Words = {
  ...de,
  hello: "Schön, dass Sie da sind",
  helloName: "Guten Tag, {name}",
  noticeExpiry: "{points} können Sie noch bis {day} einlösen, dann verfallen sie.",
  excluded: "Ihr Konto sammelt keine {name}. Der Shop sagt Ihnen gern, warum.",
  paused: {
    ...de.paused,
    earning:
      "Der Shop macht beim Sammeln Pause: Bestellungen bringen gerade keine {name}. Für Ihre Stufe zählen sie weiter.",
    claiming:
      "Der Shop macht bei den Prämien Pause. Ihre {name} sind sicher: Bis 14 Tage danach verfallen keine.",
    both: "Das Programm macht Pause: Gerade wird nichts gesammelt und nichts eingelöst. Ihre {name} sind sicher: Bis 14 Tage danach verfallen keine.",
  },
  owed: "Eine Rückgabe hat mehr gekostet, als da war. {points} werden mit Ihren nächsten verrechnet.",
  tierTitle: "Ihre Stufe",
  tierGrace: "{tier} endet am {day}. Noch {amount} bis dahin, und Sie behalten die Stufe.",
  tierTop: "Sie haben die höchste Stufe erreicht.",
  tierNow: "Ihre Vorteile: {list}",
  tierBrings: "Mit {tier} bekommen Sie: {list}",
  nextUse: "Ihr Code liegt bereit: {reward}",
  nextClaim: "Sie können {reward} einlösen.",
  rewardsNone: "Noch gibt es keine Prämien. Was Sie sammeln, bleibt Ihnen bis dahin erhalten.",
  rewardLimit: "Diese Prämie hatten Sie so oft, wie es sie gibt.",
  rewardPerk: "Geschenk Ihrer Stufe",
  claimWorking: "Ihr Code entsteht …",
  claimDone: "Hier ist Ihr Code: {reward}.",
  claimMaking:
    "Ihr Code wird gerade erstellt und steht gleich unter „Meine Codes“. Was er kostet, ist dafür zurückgelegt.",
  claimRequested: "Ist angefragt. Der Shop meldet sich bei Ihnen, bis dahin ist der Preis zurückgelegt.",
  claimCredited: "Der Shop schreibt es Ihrem Konto gut.",
  giveBackAsk: "Diesen Code zurückgeben? Er gilt dann nicht mehr, und Sie bekommen {points} zurück.",
  giveBackDone: "Zurückgegeben. {points} gehören wieder Ihnen.",
  waysTitle: "So sammeln Sie",
  challengeOptIn: "Es zählt nur, was Sie bestellen, sobald Sie mitmachen.",
  challengeJoined: "Sie machen mit.",
  membershipInGrace: "Bezahlt bis {day}. Verlängern Sie bis {until}, dann läuft sie weiter.",
  wayFirstOrder: "Ihre erste Bestellung",
  wayNth: "Ihre {number}. Bestellung",
  historyNone: "Hier steht noch nichts. Mit Ihrer ersten Bestellung beginnt es.",
  reason: {
    ...de.reason,
    first_order: "Ihre erste Bestellung",
    kept: "Sie haben Waren für {money} von {of} behalten",
    kept_nothing: "Sie haben alles zurückgegeben",
    from_available: "Von Ihrem Guthaben abgezogen",
  },
  countsGoods: "Es zählt, was Sie für Waren bezahlen, ohne Versand.",
  countsShipping: "Es zählt, was Sie für Waren und Versand bezahlen.",
  maturity: {
    immediate: "{name} können Sie sofort einlösen.",
    afterPaid: "{name} können Sie {days} nach der Zahlung einlösen.",
    afterFulfilled: "{name} können Sie {days} nach dem Versand einlösen.",
  },
  termsReturn: "Geben Sie Ware zurück, gehen auch ihre {name} zurück.",
  termsSpent: {
    none: "Was Sie für eine zurückgegebene Bestellung eingelöst haben, kommt nicht zurück.",
    fullOnly: "Geht eine ganze Bestellung zurück, bekommen Sie wieder, was Sie dafür eingelöst haben.",
    proportional: "Was Sie für eine zurückgegebene Bestellung eingelöst haben, kommt anteilig zurück.",
  },
  termsShortfall: {
    debt: "Haben Sie sie schon eingelöst, wird es mit Ihren nächsten {name} verrechnet.",
    clamp: "Haben Sie sie schon eingelöst, bleibt nichts offen.",
    otherLots: "Haben Sie sie schon eingelöst, gehen andere {name} dafür zurück.",
  },
  termsGrace: "Eine Stufe, die Sie nicht mehr erreichen, bleibt Ihnen noch {days}.",
  termsPrivacy:
    "Für dieses Programm nutzt der Shop Ihr Kundenkonto und Ihre Bestellungen. Auf Wunsch zeigt oder löscht er, was er darüber hat.",
  leaveAsk:
    "Programm verlassen? Dann sammeln Sie nicht mehr, offene Codes enden, und Ihr Guthaben lässt sich nicht mehr einlösen.",
  guestEarn: "Je {money} Einkauf bekommen Sie {points}.",
  cartEarns: "Mit diesem Warenkorb sammeln Sie {points}.",
  joinSignedIn: "Sie sind angemeldet. Machen Sie mit, und Ihre nächste Bestellung zählt.",
  joined: "Willkommen. Schön, dass Sie dabei sind.",
  joinedWith: "Willkommen! Ihre ersten {points} sind da.",
  failed: {
    challenge: de.failed.challenge,
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
    often: "Das war viel in einer Stunde. Es wurde nichts abgezogen. Versuchen Sie es später noch einmal.",
    stock: "Jemand war schneller: Diese Prämie ist gerade vergriffen. Es wurde nichts abgezogen.",
    choice: "Diese Menge lässt sich nicht wählen. Es wurde nichts abgezogen. Nehmen Sie eine andere.",
    points: "Es fehlen {points}. Es wurde nichts abgezogen.",
    code: "Dieser Code ist schon genutzt oder vorbei. Es hat sich nichts geändert.",
    paused: de.failed.paused,
    shopRefused:
      "Der Shop konnte diese Prämie nicht ausstellen. Ihr Guthaben ist wie zuvor. Versuchen Sie es noch einmal oder fragen Sie beim Shop nach.",
    unavailable:
      "Bei uns ist etwas schiefgegangen. Ihr Guthaben ist sicher. Versuchen Sie es gleich noch einmal.",
  },
};

export default deFormal;
