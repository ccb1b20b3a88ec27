import type { LanguagePack } from "../pack.ts";
import { openGazetteer } from "../common/gazetteer.ts";
import { gateWords } from "../common/gate-words.ts";
import { createPlaceIndex } from "../common/places.ts";
import { words } from "../phrases.ts";
import { COUNTRIES } from "./countries.ts";
import { bases, events, hedges } from "./events.ts";
import { forces } from "./force-words.ts";
import { grammar } from "./grammar.ts";
import { BORDERS as LINES } from "./borders.ts";
import { MILITARY_SITES } from "./military-sites.ts";
import { numbers } from "./numbers.ts";
import { parts } from "./part-words.ts";
import { placeWords } from "./place-words.ts";
import { REGIONS } from "./regions.ts";
import { sources } from "./source-words.ts";
import { states } from "./states.ts";
import { times } from "./times.ts";

/**
 * The English pack.
 *
 * @param gazetteer compiled place names (data/gazetteer.bin), or null to know only the tables' own places
 */
export function createPack(gazetteer: Uint8Array | null): LanguagePack {
  const index = createPlaceIndex({ countries: COUNTRIES, regions: REGIONS, sites: MILITARY_SITES, lines: LINES }, openGazetteer(gazetteer));
  const places = placeWords(index);
  return {
    code: "en",
    version: "0.1.0",
    gate: gateWords({ forces, states, events, grammar, numbers, places, times }),
    tokens: {
      abbreviations: words("gen col lt maj capt sgt adm brig mr mrs ms dr prof st jan feb mar apr jun jul aug sep sept oct nov dec no vs approx c inc ltd co corp jr sr rep sen gov pres e.g i.e etc mt ft u.s u.n u.k a.m p.m hon rev"),
      clitics: words("'s 'll 've 're 'd 'm"),
      // Ukrainian outlets have written these without a capital since 2022.
      names: words("russia russian russians belarus belarusian belarusians moscow kremlin putin lukashenko"),
    },
    grammar, parts, times, numbers, places, states, forces, sources, events, hedges, bases,
  };
}
