/** The end of an installation that began outside the store's admin. */
export default function Connected() {
  return (
    <main
      style={{
        fontFamily: "system-ui, sans-serif",
        margin: "15vh auto",
        maxWidth: "34rem",
        padding: "0 1rem",
      }}
    >
      <h1>Regulars</h1>
      <p>Your store is connected. From now on every order counts.</p>
      <p lang="de">Dein Shop ist verbunden. Ab jetzt zählt jede Bestellung.</p>
    </main>
  );
}
