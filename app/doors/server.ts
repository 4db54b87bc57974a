import { startHouse } from "./house.ts";

await startHouse();
