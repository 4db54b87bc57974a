import { storedReading } from "#app/db/member-files/stored-reading.ts";

/** How a file is to be read, as the page sends it. */
export const fileReading = storedReading;
