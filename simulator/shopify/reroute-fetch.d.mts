/** Puts the rerouting fetch in place; calling the answer takes it away again. */
export function installReroute(fakeUrl: string): () => void;
