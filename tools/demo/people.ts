/** The regulars of Kiezcafé. `habit` is how many orders they place in a month, `basket` how much they take. */
export interface DemoPerson {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly locale: "de" | "en";
  /** Days before the demo's today on which they joined. */
  readonly joinedDaysAgo: number;
  readonly ordersPerMonth: number;
  readonly basket: "small" | "medium" | "large";
}

const roster: readonly [string, string, "de" | "en", number, number, DemoPerson["basket"]][] = [
  ["Anna", "Lindqvist", "en", 178, 2.5, "medium"],
  ["Mehmet", "Yılmaz", "de", 176, 3, "large"],
  ["Greta", "Hoffmann", "de", 175, 2, "medium"],
  ["Tomasz", "Kowalczyk", "de", 172, 1.5, "medium"],
  ["Aoife", "Brennan", "en", 170, 1, "small"],
  ["Lukas", "Schäfer", "de", 168, 2, "small"],
  ["Chiara", "Rossi", "en", 165, 1.5, "medium"],
  ["Noor", "van Dijk", "en", 161, 1, "medium"],
  ["Emre", "Demir", "de", 158, 2, "small"],
  ["Katharina", "Vogel", "de", 155, 0.7, "large"],
  ["Inês", "Carvalho", "en", 152, 1, "small"],
  ["Jonas", "Berg", "de", 149, 1.2, "medium"],
  ["Olena", "Shevchenko", "en", 147, 1.5, "medium"],
  ["Pierre", "Lefèvre", "en", 143, 0.8, "small"],
  ["Hannah", "Krause", "de", 140, 2.2, "medium"],
  ["Ravi", "Menon", "en", 136, 1, "medium"],
  ["Sofie", "Nielsen", "en", 133, 0.6, "large"],
  ["Felix", "Neumann", "de", 129, 1, "small"],
  ["Amira", "Haddad", "de", 126, 1.4, "medium"],
  ["Mateusz", "Nowak", "en", 122, 0.5, "small"],
  ["Yuki", "Tanaka", "en", 119, 1, "medium"],
  ["Clara", "Weiß", "de", 115, 0.8, "small"],
  ["Diego", "Fernández", "en", 111, 0.7, "medium"],
  ["Leonie", "Zimmermann", "de", 107, 1.8, "medium"],
  ["Oskar", "Lehmann", "de", 103, 0.4, "small"],
  ["Marta", "Horvat", "en", 98, 1, "small"],
  ["Samuel", "Okafor", "en", 94, 0.9, "medium"],
  ["Theresa", "Brandt", "de", 88, 1.1, "small"],
  ["Ilya", "Petrov", "en", 83, 0.5, "medium"],
  ["Frida", "Johansson", "en", 77, 1, "medium"],
  ["Moritz", "Seidel", "de", 71, 1.2, "small"],
  ["Elif", "Kaya", "de", 65, 1, "medium"],
  ["Nils", "Albrecht", "de", 59, 0.6, "small"],
  ["Camille", "Moreau", "en", 52, 1, "medium"],
  ["Bruno", "Santos", "en", 46, 0.8, "small"],
  ["Paula", "Richter", "de", 39, 1.5, "small"],
  ["Zofia", "Mazur", "en", 31, 1, "medium"],
  ["Henrik", "Larsen", "en", 22, 1, "small"],
  ["Lea", "Friedrich", "de", 13, 1, "small"],
  ["Daniel", "Ortega", "en", 4, 1, "small"],
];

const ascii = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace("ı", "i")
    .replace("ß", "ss")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();

export const demoPeople: readonly DemoPerson[] = roster.map(
  ([firstName, lastName, locale, joinedDaysAgo, ordersPerMonth, basket]) => ({
    key: ascii(firstName),
    firstName,
    lastName,
    email: `${ascii(firstName)}.${ascii(lastName)}@example.com`,
    locale,
    joinedDaysAgo,
    ordersPerMonth,
    basket,
  }),
);
