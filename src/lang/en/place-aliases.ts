type Row = readonly [country: string, geonamesName: string, name: string, spellings?: string];

// Towns that reports on armed forces name under another spelling than GeoNames' own. The first name is the one
// that English news uses; further spellings, split at "|", are those that GeoNames lacks or ranks low.
const ROWS: readonly Row[] = [
  ["BY", "Mazyr", "Mozyr", "Mazyr|Mozyr|Mozir"], ["BY", "Hrodna", "Grodno", "Hrodna"], ["BY", "Vitebsk", "Vitebsk", "Vitsebsk|Viciebsk|Vitsyebsk"],
  ["BY", "Brest", "Brest", "Brest-Litovsk|Bierascie"], ["BY", "Homyel'", "Gomel", "Homel|Homiel|Homyel'"], ["BY", "Mahilyow", "Mogilev", "Mahilyow|Mahiliou|Mahileu|Mogilyov"],
  ["BY", "Babruysk", "Bobruisk", "Babruysk|Babrujsk|Bobruysk"], ["BY", "Baranovichi", "Baranovichi", "Baranavichy|Baranavichi"], ["BY", "Barysaw", "Borisov", "Barysaw|Barysau"],
  ["BY", "Luninyets", "Luninets", "Luniniec|Luniniets"], ["BY", "Asipovichy", "Osipovichi", "Asipovichy"], ["BY", "Lyepyel’", "Lepel", "Lepiel"],
  ["BY", "Polatsk", "Polotsk", "Polatsk|Polack"], ["BY", "Slutsk", "Slutsk", "Sluck"], ["BY", "Pinsk", "Pinsk"], ["BY", "Lida", "Lida"], ["BY", "Orsha", "Orsha", "Vorsha"], ["BY", "Rechytsa", "Rechitsa", "Rechytsa"],
  ["UA", "Kyiv", "Kyiv", "Kiev|Kyyiv"], ["UA", "Kharkiv", "Kharkiv", "Kharkov"], ["UA", "Odesa", "Odesa", "Odessa"], ["UA", "Lviv", "Lviv", "Lvov|Lwow"], ["UA", "Mykolaiv", "Mykolaiv", "Nikolaev|Nikolayev|Mykolayiv"],
  ["UA", "Zaporizhzhya", "Zaporizhzhia", "Zaporizhia|Zaporozhye|Zaporizhzhya"], ["UA", "Luhansk", "Luhansk", "Lugansk"], ["UA", "Dnipro", "Dnipro", "Dnipropetrovsk|Dnepropetrovsk"], ["UA", "Chernihiv", "Chernihiv", "Chernigov"],
  ["UA", "Sievierodonetsk", "Severodonetsk", "Sievierodonetsk|Syevyerodonetsk"], ["UA", "Kreminna", "Kreminna", "Kremennaya"],
  ["RU", "Saint Petersburg", "St. Petersburg", "Saint Petersburg|St Petersburg|Leningrad"], ["RU", "Nizhniy Novgorod", "Nizhny Novgorod", "Nizhni Novgorod|Nizhniy Novgorod"], ["RU", "Kaliningrad", "Kaliningrad"],
  ["RU", "Rostov-na-Donu", "Rostov-on-Don", "Rostov-na-Donu|Rostov on Don"], ["RU", "Velikiye Luki", "Velikiye Luki", "Velikie Luki"],
  ["AL", "Durrës", "Durrës", "Durres|Durresi"], ["AL", "Vlorë", "Vlorë", "Vlora|Vlore"], ["AL", "Tirana", "Tirana", "Tiranë|Tirane"], ["AL", "Shkodër", "Shkodër", "Shkodra|Shkoder"], ["AL", "Gjirokastër", "Gjirokastër", "Gjirokastra|Gjirokaster|Gjirokastro"], ["AL", "Sarandë", "Sarandë", "Saranda|Sarande"], ["AL", "Fier-Çifçi", "Fier"],
  ["XK", "Mitrovicë", "Mitrovica", "Mitrovica|Kosovska Mitrovica|Mitrovice"], ["XK", "Pristina", "Pristina", "Prishtina|Prishtine"], ["XK", "Peć", "Peja", "Pec|Peć|Peja"], ["XK", "Gjakovë", "Gjakova", "Djakovica|Đakovica|Dakovica|Gjakova"], ["XK", "Ferizaj", "Ferizaj", "Urosevac|Uroševac"], ["XK", "Prizren", "Prizren"],
  ["IQ", "Basrah", "Basra", "Basrah|Al-Basrah|Bassra"], ["IQ", "Nasiriyah", "Nasiriyah", "Nassiriya|Nassiriyah|Nasiriya|Nasseriya|Nassiriyya"], ["IQ", "Al Fallūjah", "Fallujah", "Falluja|Fallouja"], ["IQ", "As Samawah", "Samawah", "Samawa|Al-Samawa|Samawah"], ["IQ", "Al ‘Amārah", "Amarah", "Amara|Al-Amarah|Amarah"],
  ["IQ", "Baqubah", "Baqubah", "Baquba|Ba'quba|Baaquba"], ["IQ", "Erbil", "Erbil", "Irbil|Arbil|Hewler"], ["IQ", "Al Ḩillah", "Hillah", "Hilla|Hillah"], ["IQ", "Ad Dīwānīyah", "Diwaniyah", "Diwaniya|Diwaniyah|Diwaniyya"], ["IQ", "Al Kūt", "Kut", "Kut|Al-Kut"],
  ["IQ", "Ramadi", "Ramadi", "Ar Ramadi|Al-Ramadi"], ["IQ", "Sāmarrā’", "Samarra", "Samarra"], ["IQ", "Tall ‘Afar", "Tal Afar", "Tal Afar|Talafar|Tel Afar|Telafar"], ["IQ", "Najaf", "Najaf", "An-Najaf|Nadjaf"], ["IQ", "Karbala", "Karbala", "Kerbala"], ["IQ", "As Sulaymānīyah", "Sulaymaniyah", "Sulaimaniya|Sulaymaniya|Sulaimaniyah|Suleimaniya"], ["IQ", "Al Qā’im", "Al-Qaim", "Qaim|al-Qaim|Al Qaim"], ["IQ", "Mosul", "Mosul", "Mosel"], ["IQ", "Umm Qaşr", "Umm Qasr", "Um Qasr"],
  ["SY", "Deir ez-Zor", "Deir ez-Zor", "Deir al-Zor|Deir Ezzor|Deir al-Zour|Dayr al-Zawr|Deir Azzor"], ["SY", "Ar Raqqah", "Raqqa", "Raqqa|Raqqah|Rakka|al-Raqqa"], ["SY", "Latakia", "Latakia", "Lattakia|Ladhiqiyah"], ["SY", "Ţarţūs", "Tartus", "Tartous|Tartoos"], ["SY", "Manbij", "Manbij", "Menbij|Manbej"], ["SY", "Al Ḩasakah", "Hasakah", "Hasaka|Hasakah|Hassakeh|Al-Hasaka"], ["SY", "Al Qāmishlī", "Qamishli", "Qamishli|Qamishly|Kamishli"], ["SY", "Idlib", "Idlib", "Idleb"], ["SY", "Dar‘ā", "Daraa", "Daraa|Deraa|Dar'a"], ["SY", "Ālbū Kamāl", "Abu Kamal", "Al-Bukamal|Albu Kamal|Bukamal|Boukamal"], ["SY", "‘Ayn al ‘Arab", "Kobani", "Kobane|Ayn al-Arab"],
  ["LB", "Beirut", "Beirut", "Beyrouth"], ["LB", "Tyre", "Tyre", "Sour"], ["LB", "Sidon", "Sidon", "Saida"], ["LB", "Tripoli", "Tripoli"],
  ["AF", "Kandahār", "Kandahar", "Qandahar"], ["AF", "Herāt", "Herat", "Hirat"], ["AF", "Mazār-e Sharīf", "Mazar-i-Sharif", "Mazar-e-Sharif|Mazar-i Sharif|Mazar"], ["AF", "Lashkar Gāh", "Lashkar Gah", "Lashkargah|Lashkar Gah"], ["AF", "Jalālābād", "Jalalabad"], ["AF", "Ghazni", "Ghazni"], ["AF", "Tarinkot", "Tarin Kowt", "Tarin Kot|Tirin Kot|Tarin Kowt|Tarinkot"], ["AF", "Kunduz", "Kunduz", "Konduz"],
  ["SO", "Diinsoor", "Dinsoor", "Dinsor|Dinsoor"], ["SO", "Baidoa", "Baidoa", "Baydhabo|Baydhaba"], ["SO", "Kismayo", "Kismayo", "Kismaayo|Kismayu|Chisimayu"], ["SO", "Beledweyne", "Beledweyne", "Beletweyne|Belet Weyne|Beletwein"], ["SO", "Bosaso", "Bosaso", "Bossaso|Boosaaso"], ["SO", "Mogadishu", "Mogadishu", "Muqdisho|Mogadiscio"], ["SO", "Jawhar", "Jowhar", "Jawhar|Johar"], ["SO", "Buurhakaba", "Burhakaba", "Bur Hakaba|Buur Hakaba|Burhakaba|Bur Haqaba"], ["SO", "Marka", "Merca", "Marka|Merka"], ["SO", "Gaalkacyo", "Galkayo", "Gaalkacyo|Galkacyo"],
  ["SD", "El Fasher", "El Fasher", "Al Fasher|Al-Fashir|El-Fashir|Al Fashir"], ["SD", "Geneina", "El Geneina", "Al Geneina|Geneina|Al-Junaynah|Al Junaynah|El Geneina"], ["SD", "Nyala", "Nyala", "Niyala"], ["SD", "El Obeid", "El Obeid", "Al-Ubayyid|Al Obeid"],
  ["TD", "N'Djamena", "N'Djamena", "Ndjamena|N'djamena"], ["TD", "Abéché", "Abéché", "Abeche"], ["CI", "Bouaké", "Bouaké", "Bouake"], ["ML", "Timbuktu", "Timbuktu", "Tombouctou"],
  ["YE", "Al Ḩudaydah", "Hodeidah", "Hodeida|Hudaydah|Hodeidah"], ["YE", "Sanaa", "Sanaa", "Sana'a|Sana"], ["YE", "Ma'rib", "Marib", "Mareb"], ["YE", "Taiz", "Taiz", "Taiz|Taizz|Ta'iz"],
  ["GE", "Sokhumi", "Sukhumi", "Sokhumi|Sukhum"], ["GE", "Ts’khinvali", "Tskhinvali", "Tskhinval"], ["GE", "P’ot’i", "Poti", "Poti"],
  ["AM", "Gyumri", "Gyumri", "Giumri|Leninakan"], ["AZ", "Xankandi", "Stepanakert", "Khankendi|Xankendi|Khankandi"],
  ["MD", "Tiraspol", "Tiraspol"], ["MD", "Chisinau", "Chisinau", "Kishinev|Chişinău"], ["RO", "Bucharest", "Bucharest", "Bucuresti"], ["RO", "Constanţa", "Constanța", "Constanta"],
  ["LY", "Mişrātah", "Misrata", "Misurata|Misrata|Misratah"], ["LY", "Tobruk", "Tobruk", "Tubruq"], ["LY", "Sirte", "Sirte", "Surt"], ["TL", "Dili", "Dili"], ["LK", "Trincomalee", "Trincomalee"], ["LK", "Jaffna", "Jaffna"],
  ["KH", "Phnom Penh", "Phnom Penh"], ["MM", "Nay Pyi Taw", "Naypyidaw", "Naypyitaw|Naypyidaw"], ["CN", "Zhanjiang", "Zhanjiang"], ["BE", "Antwerpen", "Antwerp"], ["BE", "Gent", "Ghent"], ["DE", "Köln", "Cologne"],
];

/** The news name of a town, and the spellings under which it is to be found as well. */
export interface PlaceAlias {
  readonly name: string;
  readonly spellings: readonly string[];
}

/** By country and GeoNames name ("IQ Basrah"); the largest town of that name in the country is meant. */
export const PLACE_ALIASES: ReadonlyMap<string, PlaceAlias> = new Map(
  ROWS.map(([country, geonamesName, name, spellings]) => [
    `${country} ${geonamesName}`, { name, spellings: [name, ...(spellings?.split("|") ?? [])] },
  ]),
);
