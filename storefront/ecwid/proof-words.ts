/** What the way to be known says: who owns the mailbox is whoever brings its digits back. */
export interface ProofWords {
  readonly address: string;
  readonly send: string;
  readonly sent: string;
  readonly digits: string;
  readonly confirm: string;
  readonly wrong: string;
  readonly often: string;
  readonly failed: string;
  readonly other: string;
}

const de: ProofWords = {
  address: "Deine E-Mail-Adresse in diesem Shop",
  send: "Code schicken",
  sent: "Wenn es zu dieser Adresse ein Kundenkonto gibt, sind sechs Ziffern unterwegs. Sie gelten zehn Minuten.",
  digits: "Die sechs Ziffern",
  confirm: "Bestätigen",
  wrong: "Diese Ziffern stimmen nicht oder gelten nicht mehr. Prüfe sie oder fordere neue an.",
  often: "Das waren zu viele Versuche. Warte bitte zehn Minuten.",
  failed: "Das hat gerade nicht geklappt. Versuche es gleich noch einmal.",
  other: "Andere Adresse",
};

/** By language, and German in both forms of address. */
export const PROOF_WORDS: Readonly<Record<string, ProofWords>> = {
  en: {
    address: "Your e-mail address at this shop",
    send: "Send a code",
    sent: "If this address has an account here, six digits are on their way. They are good for ten minutes.",
    digits: "The six digits",
    confirm: "Confirm",
    wrong: "These digits are wrong or no longer valid. Check them, or ask for new ones.",
    often: "That was too often. Please wait ten minutes.",
    failed: "That did not work just now. Try again in a moment.",
    other: "Another address",
  },
  de,
  "de-formal": {
    ...de,
    address: "Ihre E-Mail-Adresse in diesem Shop",
    wrong: "Diese Ziffern stimmen nicht oder gelten nicht mehr. Prüfen Sie sie oder fordern Sie neue an.",
    often: "Das waren zu viele Versuche. Warten Sie bitte zehn Minuten.",
    failed: "Das hat gerade nicht geklappt. Versuchen Sie es gleich noch einmal.",
  },
  fr: {
    address: "Votre adresse e-mail dans cette boutique",
    send: "Envoyer un code",
    sent: "Si cette adresse a un compte ici, six chiffres sont en route. Ils sont valables dix minutes.",
    digits: "Les six chiffres",
    confirm: "Confirmer",
    wrong: "Ces chiffres sont faux ou ne sont plus valables. Vérifiez-les ou demandez-en d’autres.",
    often: "Trop de tentatives. Attendez dix minutes, s’il vous plaît.",
    failed: "Cela n’a pas fonctionné. Réessayez dans un instant.",
    other: "Autre adresse",
  },
  es: {
    address: "Tu correo electrónico en esta tienda",
    send: "Enviar un código",
    sent: "Si esta dirección tiene una cuenta aquí, seis cifras están en camino. Valen diez minutos.",
    digits: "Las seis cifras",
    confirm: "Confirmar",
    wrong: "Estas cifras no son correctas o ya no valen. Compruébalas o pide otras.",
    often: "Demasiados intentos. Espera diez minutos, por favor.",
    failed: "No ha funcionado. Inténtalo de nuevo en un momento.",
    other: "Otra dirección",
  },
  it: {
    address: "Il tuo indirizzo e-mail in questo negozio",
    send: "Invia un codice",
    sent: "Se questo indirizzo ha un account qui, sei cifre sono in arrivo. Valgono dieci minuti.",
    digits: "Le sei cifre",
    confirm: "Conferma",
    wrong: "Queste cifre sono sbagliate o non valgono più. Controllale o chiedine altre.",
    often: "Troppi tentativi. Aspetta dieci minuti, per favore.",
    failed: "Non ha funzionato. Riprova tra un momento.",
    other: "Altro indirizzo",
  },
  nl: {
    address: "Je e-mailadres bij deze winkel",
    send: "Stuur een code",
    sent: "Als dit adres hier een account heeft, zijn er zes cijfers onderweg. Ze zijn tien minuten geldig.",
    digits: "De zes cijfers",
    confirm: "Bevestigen",
    wrong: "Deze cijfers kloppen niet of zijn niet meer geldig. Controleer ze of vraag nieuwe aan.",
    often: "Dat was te vaak. Wacht tien minuten.",
    failed: "Dat lukte even niet. Probeer het zo opnieuw.",
    other: "Ander adres",
  },
};
