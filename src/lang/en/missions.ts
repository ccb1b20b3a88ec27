import type { Mission } from "../pack.ts";

// Multinational forces by the name that reports give them, the country of their mandate and its years:
// Multinational Force in Lebanon; Haiti, UNSC resolutions 940 (1994) and 1529 (2004); Albania, 1101 (1997); East Timor,
// 1264 (1999); Congo, 1484 (2003); Iraq, 1511 (2003) and 1546 (2004), until the end of 2008.
/** What "the multinational force" of a text is called, by where and when. */
export const MISSIONS: readonly Mission[] = [
  { name: "Multinational Force in Lebanon", country: "LB", from: "1982", to: "1984" },
  { name: "Multinational Force in Haiti", country: "HT", from: "1994", to: "1995" },
  { name: "Operation Alba", country: "AL", from: "1997", to: "1997" },
  { name: "INTERFET", country: "TL", from: "1999", to: "2000" },
  { name: "Interim Emergency Multinational Force", country: "CD", from: "2003", to: "2003" },
  { name: "Multinational Interim Force", country: "HT", from: "2004", to: "2004" },
  { name: "Multi-National Force – Iraq", country: "IQ", from: "2003", to: "2008" },
];
