import type { PlaceLexicon } from "../pack.ts";
import type { PlaceIndex } from "../common/places.ts";
import { PhraseTable, phrases, words } from "../phrases.ts";

/** English words around place names. */
export const placeWords = (index: PlaceIndex): PlaceLexicon => ({
  index,
  directions: words(
    `northern southern eastern western central north south east west northeastern northwestern southeastern southwestern north-eastern south-eastern northeast northwest southeast southwest upper lower`,
  ),
  suffixes: new PhraseTable<"region" | "site" | "city" | "water">([
    ...phrases("province; region; oblast; district; county; governorate; state; provinces; regions; districts; peninsula; valley; area; sector; prefecture; department; municipality; raion; highlands; plateau", "region" as const),
    ...phrases(
      `airport; international airport; airfield; air base; airbase; military airport; naval base; military base; base; port; barracks; camp; range; training ground; training range; training area; polygon; checkpoint;
       garrison; airstrip; station; railway station; bridge; crossing; border crossing; refugee camp; dam; pass; corridor; island; islands; mountain; mountains; hills; forest; desert; heights; zone; enclave; exclave; fort; military camp; naval station; outpost; post; range complex; shoal; reef; atoll; triangle; line; school; house; compound; military academy; air station; army base`,
      "site" as const,
    ),
    ...phrases("city; cities; town; towns; village; villages; township; settlement; suburb; neighbourhood; neighborhood", "city" as const),
    ...phrases("river; sea; gulf; bay; strait; straits; lake; coast; channel; waters; ocean", "water" as const),
  ]),
  countryNouns: words("country nation republic kingdom emirate sultanate"),
  anaphors: new PhraseTable<"country" | "place">([
    ...phrases("the country; that country; this country; the republic; the neighbouring country; the neighboring country; the neighbour; the kingdom; the nation; their country; in - country; the island nation; our country; his country; the neighboring state; the neighbouring state; territory of the neighboring state; the territory", "country" as const),
    ...phrases("the peninsula; the region; the province; the area; the city; the town; the capital; the island; the village; the enclave; the territory; the district; the base; the port; the zone; the camp; the airport; the theatre; theatre; the continent; the sector; the field; the ground; the checkpoint; the fence; the front; the front line; the frontline; the junction; the barracks; the airfield; the airbase; the air base; the strip; the crossing; the desert; the valley; the coast; the streets; the corridor; the compound; the hills; the mountains; the mainland; the archipelago; the islands; the outskirts; the garrison town; the city centre; the city center; the training ground; the training grounds; the harbour; the harbor; the naval base; the outpost; the buffer zone; the demilitarised zone; the demilitarized zone", "place" as const),
  ]),
  here: words("here"),
  there: words("there"),
  border: words("border borders frontier boundary"),
  locatives: words("in at on near around inside within along across throughout outside off over between among by from to into toward towards through north south east west northeast northwest southeast southwest aboard beyond behind via against for"),
  goals: words("to into onto"),
  toward: words("to into onto toward towards for across"),
  away: words("from out"),
  sides: words("side"),
  describing: words("breakaway restive volatile troubled disputed remote mountainous rebellious separatist lawless tribal autonomous semi-autonomous semi autonomous border coastal capital second third largest biggest main major war torn oil rich gas embattled besieged battered occupied annexed former strategic key kurdish muslim christian far extreme arctic eastern-most frontier holy historic small tiny rebel held controlled populous"),
  attached: words("loyal faithful according belonging allied opposed thanks due close hostile"),
  soils: words("soil territory waters airspace side coast coasts coastline shore shores skies countryside mainland capital interior heartland hinterland islands desert"),
  crossing: words("across over"),
  sitePrefixes: words("camp fort airbase base outpost checkpoint barracks"),
  grounds: words("territory soil region area areas parts part city town village port province south north east west outskirts coast capital island"),
  venues: words(
    `meeting meetings met talks speaking signed conference interview summit briefing said told visit reporters agreement press university
     hospital court ministry parliament`,
  ),
  parts: words("part parts half end tip edge side suburbs outskirts"),
  nameLinks: words("de del al el ash as an ar"),
  common: new PhraseTable<{ name: string; kind: "water" | "world" }>([
    ...phrases("the gulf; the gulf region; the persian gulf region", { name: "Persian Gulf", kind: "water" as const }),
    ...phrases("the world; the globe", { name: "worldwide", kind: "world" as const }),
  ]),
  nameTails: words("de del di do da"),
  listEnds: words(", and . in ;"),
  sideLinks: words("- – and /"),
  alongside: words("along across on near at of"),
  borderTails: words("line area areas region regions zone"),
  chaining: words("and , in"),
  inward: words("in at near outside"),
  nearby: words("there here abroad"),
});
