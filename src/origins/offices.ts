/**
 * Bodies that make statements on forces, each with what it is called in the languages that quote it. Words are romanised
 * (see romanise.ts); a star stands for any ending. What is one body in one country (the ministry, its minister and its
 * spokesman) is one entry: who speaks for it is told by the person's name.
 */
export const BODIES: Readonly<Record<string, readonly string[]>> = {
  "border guard": [
    "border guard*", "border service*", "border force*", "border protection", "frontier guard*", "sbgs", "dpsu", "derzhprykordonsluzhb*", "hospohransluzhb*", "pohransluzhb*",
    "prykordonn* sluzhb*", "prykordonnyk*", "pohranychn* sluzhb*", "pohranichn* sluzhb*", "pohranichnik*", "straz* graniczn*", "strazy graniczn*",
    "pogranicznik*", "grenzschutz*", "grenzdienst*", "grenzwache", "gardes frontieres", "garde frontiere*", "guardia di frontiera", "guardia de fronteras",
    "pohranichn* komitet*", "border committee", "prykordonn* vidomstv*",
  ],
  "defence ministry": [
    "ministry of defen*", "ministry of national defen*", "minister of national defen*", "national defen* minist*", "defen* ministr*", "ministr* of defen*", "defen* minister*", "defen* department", "department of defen*", "secretary of defen*", "defen* secretary", "mod", "pentagon",
    "minoborony", "minoboron*", "minabarony", "ministerstv* oboron*", "ministr* oboron*", "ministerstv* abaron*", "ministr* abaron*", "verteidigungsminist*", "ministere de la defense", "ministre de la defense",
    "ministerstw* obrony narodowej", "ministerstw* obrony*", "minist* obrony*", "mon", "ministero della difesa", "ministro della difesa", "ministerio de defensa", "ministro de defensa",
  ],
  "foreign ministry": [
    "foreign ministr*", "foreign minister*", "ministry of foreign affairs", "minister of foreign affairs", "foreign office", "foreign secretary", "state department", "secretary of state", "mfa", "mzs", "mid",
    "aussenminist*", "auswartig* amt", "ministere des affaires etrangeres", "ministerstw* spraw zagranicznych", "msz",
  ],
  "interior ministry": ["interior ministr*", "interior minister*", "ministry of internal affairs", "ministry of interior", "ministry of the interior", "home office", "mvs", "mvd", "innenminist*", "mswia"],
  "general staff": ["general staff*", "chief* of staff", "henshtab*", "heneraln* shtab*", "generalstab*", "etat major*", "sztab* generaln*", "joint staff"],
  "military intelligence": [
    "military intelligence", "defen* intelligence", "main intelligence directorate", "main directorate of intelligence", "intelligence directorate", "hur", "gur",
    "holovn* upravlinn* rozvidk*", "voienn* rozvidk*", "militargeheimdienst*", "wywiad* wojskow*", "renseignement militaire",
  ],
  "intelligence service": ["intelligence service*", "security service*", "secret service*", "intelligence agenc*", "intelligence", "sbu", "cia", "geheimdienst*", "nachrichtendienst*", "rozvidk*", "razvedk*", "wywiad*", "specsluzb*", "sluzb* specjaln*", "services de renseignement"],
  presidency: ["president*", "presidential office", "kremlin*", "white house", "prezydent*", "prezident*", "prasident*", "presiden*", "office of the president"],
  government: ["prime minister*", "premier*", "cabinet", "council of ministers", "head of government", "ministerprasident*", "bundeskanzler*", "chancellor*", "premjer*", "premier ministre"],
  parliament: ["parliament*", "verkhovna rada", "rada", "duma", "sejm", "bundestag", "congress", "senate"],
  "armed forces": ["armed forces", "army", "military", "joint forces*", "ground forces", "land forces", "zbroin* syl*", "zsu", "vooruzhenn* syl*", "bundeswehr", "streitkraft*", "wojsk*", "navy", "air force*", "operational command*"],
  nato: ["nato", "north atlantic treaty organi*", "north atlantic alliance", "severoatlantich* alians*", "nordatlantik*", "otan", "alliance"],
  "united nations": ["united nations", "un", "onu", "oon", "security council"],
  "european union": ["european union", "eu", "european commission", "yes", "evrosoiuz*"],
};

/** Bodies that need no country to be known: all words for a country beside them are of their delegates. */
export const SUPRANATIONAL: ReadonlySet<string> = new Set(["nato", "united nations", "european union"]);

/** Countries whose names are several words. */
export const LONG_COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  "united kingdom": ["united kingdom", "great britain", "vereinigtes konigreich", "wielk* brytani*", "velyk* brytani*", "velikobritani*"],
  "united states": ["united states of america", "united states", "vereinigte staaten", "etats unis", "stany zjednoczone"],
  "north korea": ["north korea*"], "south korea": ["south korea*"], "south sudan": ["south sudan*"], "new zealand": ["new zealand"], "saudi arabia": ["saudi arabia*"],
};

/** Bodies of which every country has several, or which are whoever speaks for them: without a country they are nobody. */
export const VAGUE_BODIES: ReadonlySet<string> = new Set(["intelligence service", "armed forces", "government", "presidency", "parliament"]);

/** Words for a country, beside its English name and what `claims/` knows: adjectives of other languages, capitals that stand for a government. */
export const COUNTRIES: ReadonlyMap<string, string> = new Map(Object.entries({
  ua: "ukraine", ukrain: "ukraine", ukrainsk: "ukraine", ukrayin: "ukraine", ukrayinsk: "ukraine", ukrainisch: "ukraine", kyiv: "ukraine", kiev: "ukraine", kiew: "ukraine", kijow: "ukraine",
  by: "belarus", bilorus: "belarus", belorus: "belarus", byelorussian: "belarus", belorussian: "belarus", bialorus: "belarus", weissrussland: "belarus", belarusk: "belarus", minsk: "belarus",
  ru: "russia", rosii: "russia", rosiys: "russia", rossi: "russia", rossiisk: "russia", rosyjsk: "russia", rosj: "russia", russland: "russia", russisch: "russia", russie: "russia", moscow: "russia", moskau: "russia", moskw: "russia", moskv: "russia", rf: "russia", kremlin: "russia",
  pl: "poland", polsk: "poland", polish: "poland", polen: "poland", polnisch: "poland", warsaw: "poland", warszaw: "poland",
  lt: "lithuania", lithuanian: "lithuania", lit: "lithuania", litauen: "lithuania", litauisch: "lithuania", vilnius: "lithuania", latvian: "latvia", riga: "latvia", estonian: "estonia", tallinn: "estonia",
  gb: "united kingdom", uk: "united kingdom", brytan: "united kingdom", britan: "united kingdom", britisch: "united kingdom", britain: "united kingdom", britannique: "united kingdom", london: "united kingdom",
  us: "united states", usa: "united states", washington: "united states", amerikan: "united states", ssha: "united states", pentagon: "united states",
  ger: "germany", deutsch: "germany", deutschland: "germany", nimech: "germany", berlin: "germany", fr: "france", paris: "france", ankara: "turkey", beijing: "china", tehran: "iran", jerusalem: "israel",
}));

/** What somebody is to a body, and other words that do not tell one source from another. */
export const TITLES: ReadonlySet<string> = new Set(
  ("spokesman spokeswoman spokesperson spokespeople spokesmen speaker representative head chief chairman chairwoman deputy director commander secretary general press officer official officials minister ministry " +
    "mr mrs ms dr prof sir lord gen lt col maj brig capt colonel lieutenant major brigadier captain admiral sergeant adviser advisor aide acting former senior top leader member the of for and in on at to a an s de la le du des der die das von und " +
    "rechnyk rechnyka rechnytsia rechnyku press sekretar predstavnyk predstavitel hlava holova nachalnik nachalnyk sprecher sprecherin leiter chef rzecznik rzeczniczka szef porte parole vocero portavoce " +
    "service services state national republic federal department agency office written according via citing reported said statement project monitoring group community institute channel").split(" "),
);

/** Heads that name nobody: a source with nothing else is an unnamed one, whatever its country. */
export const UNNAMED: ReadonlySet<string> = new Set(
  ("official officials source sources report reports media outlet outlets press newspaper newspapers news agency agencies expert experts analyst analysts observer observers monitor monitors witness witnesses eyewitness eyewitnesses " +
    "resident residents local locals people person persons channel channels blogger bloggers user users insider insiders diplomat diplomats soldier soldiers officer officers authority authorities social network networks telegram unattributed unnamed anonymous unknown " +
    "western senior some several many other others unidentified independent various monitoring groups").split(" "),
);

/** Given names that are one name in two languages and do not sound alike. */
export const GIVEN_NAMES: ReadonlyMap<string, string> = new Map(Object.entries({
  nikolai: "mykola", nikolay: "mykola", nikolaj: "mykola", mikalai: "mykola", nikolaus: "mykola", hanna: "anna", ganna: "anna", andrzej: "andrii", jerzy: "yurii", georgy: "yurii", michael: "mykhailo", joseph: "yosyp", iosif: "yosyp", peter: "petro", paul: "pavlo",
}));

/** Where something was said, in what a claim's `via` calls it. Two of these are two occasions. */
export const CHANNELS: Readonly<Record<string, readonly string[]>> = {
  broadcast: ["television", "tv", "telethon", "telemarathon", "radio", "broadcast", "on air", "telemarafon*", "fernsehen", "telewizj*"],
  "social media": ["facebook", "telegram", "twitter", "x", "instagram", "social media", "social network*", "youtube"],
  briefing: ["briefing", "press conference", "news conference", "bryfinh*", "pressekonferenz", "konferencj* prasow*"],
  interview: ["interview", "interviu", "wywiad"],
};
