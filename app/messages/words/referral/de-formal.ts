import de from "./de.ts";
import type { FriendWords } from "./friend-words.ts";

const deFormal: FriendWords = {
  ...de,
  invitedBy: "{name} lädt Sie zu {program} ein",
  invited: "Sie sind zu {program} eingeladen",
  gift: "{gift} für Sie",
  address: "Ihre E-Mail-Adresse",
  consent:
    "Sie sind einverstanden, dass {shop} diese Adresse für {program} speichert. Dabei sind Sie mit dem Link aus der Mail; austreten können Sie jederzeit.",
  sentTitle: "Schauen Sie in Ihr Postfach",
  sent: "Der Link kommt an {address}. Er gilt 14 Tage. Kommt nichts an, sehen Sie im Spam-Ordner nach.",
  tooMany: "Mit diesem Link haben gerade viele gefragt. Bitte versuchen Sie es in einer Stunde noch einmal.",
  mailSubject: "Ihr Link zu {program}",
  mailText: "Mit diesem Link bestätigen Sie Ihre Adresse und sind bei {program} von {shop} dabei.",
  mailNotYou: "Das waren Sie nicht? Dann tun Sie nichts, und es geschieht nichts.",
  confirmText: "Sie bestätigen, dass {address} Ihre Adresse ist, und machen bei {program} von {shop} mit.",
  code: "Ihr Code: {gift}",
  codeHint: "Geben Sie ihn an der Kasse ein und bestellen Sie mit der Adresse {address}.",
  givenPoints: "{gift} gehören Ihnen.",
  inReview:
    "{shop} sieht es sich erst an. Öffnen Sie den Link aus der Mail in ein paar Tagen noch einmal: Dann steht hier, was Sie bekommen.",
  self: "Sich selbst können Sie nicht einladen.",
  existing: "Sie haben schon einmal bei {shop} bestellt. Das Geschenk ist für alle, die neu sind.",
  already: "Sie sind schon dabei, durch eine andere Einladung.",
  throwAway: "Bitte nehmen Sie eine Adresse, die Sie behalten.",
  link: "Ihr Link",
  mailToFriend: "Mir gefällt es bei {shop}. Mit diesem Link sind Sie dabei: {link}",
  qr: "QR-Code Ihres Links",
  friendGets: "Für Ihre Freunde: {gift}.",
  youGet: "Sie bekommen {points}, wenn jemand zum ersten Mal kauft.",
  youGetFrom: "Sie bekommen {points}, wenn jemand zum ersten Mal kauft, für mindestens {money}.",
};

export default deFormal;
