// How one statement is told: by an agency, in other words, in another language, and back from it. The people, the bodies'
// words and the numbers are made up; the sentences are ours.

/** A made-up spokesman, under the names that reports give him. */
export interface Speaker {
  /** Spellings of his name: the agency's first, then those of other romanisations. */
  names: readonly string[];
  native: string;
  body: string;
  /** The same office in other words. */
  bodies: readonly string[];
  role: string;
}

const speaker = (names: string, native: string, role: string, ...bodies: [string, ...string[]]): Speaker => ({ names: names.split(", "), native, role, body: bodies[0], bodies });

export const SPEAKERS: readonly Speaker[] = [
  speaker("Andriy Horbatiuk, Andrii Horbatyuk, Andrey Gorbatyuk, Andrij Horbatjuk", "Андрій Горбатюк", "spokesman", "State Border Guard Service of Ukraine", "Ukraine's border guard", "Ukrainian State Border Service"),
  speaker("Serhiy Zhdanovskyi, Serhii Zhdanovsky, Sergei Zhdanovskiy, Serhij Schdanowskyj", "Сергій Ждановський", "representative", "Main Directorate of Intelligence of Ukraine", "Ukrainian military intelligence", "HUR"),
  speaker("Viktar Khrapkou, Viktor Khrapkov, Viktor Chrapkow, Wiktar Chrapkou", "Віктар Храпкоў", "deputy minister", "Ministry of Defence of Belarus", "Belarusian defence ministry", "Belarus MoD"),
  speaker("Jerzy Wąsowicz, Jerzy Wasowicz", "Jerzy Wąsowicz", "spokesman", "Ministry of National Defence of Poland", "Polish defence ministry", "Ministerstwo Obrony Narodowej, Poland"),
  speaker("Gytis Šimkevičius, Gytis Simkevicius, Hitis Shimkevichius", "Gytis Šimkevičius", "defence minister", "Ministry of Defence of Lithuania", "Lithuanian defence ministry", "Lithuanian Ministry of National Defence"),
  speaker("Daniel Harcastle, D. Harcastle", "Daniel Harcastle", "spokesman", "United Kingdom Ministry of Defence", "British defence ministry", "UK MoD"),
];

/** Bodies that speak without a person: each under its names. */
export const MONITORS: readonly (readonly string[])[] = [
  ["Belarusian Hajun", "Belaruski Hajun", "Belaruski Gayun monitoring group", "Беларускі Гаюн"],
  ["Institute for the Study of War", "ISW"],
];

export interface Told {
  /** In the words of the text: "fewer than 1,000". */
  amount: string;
  force: string;
  place: string;
  name: string;
  body: string;
  role: string;
  day: string;
}

type Sentence = (told: Told) => string;

/** What carries the claim, and what stands around it; {@link tell} puts both together. */
export interface Style {
  evidence: readonly Sentence[];
  around: readonly Sentence[];
}

export const AGENCY: Style = {
  evidence: [
    ({ amount, force, place, name, role, body, day }) => `${amount} ${force} soldiers are now in ${place}, ${name}, the ${role} of the ${body}, said on ${day}`,
    ({ amount, force, place, name, role, body, day }) => `"${amount} ${force} troops remain in ${place} as of this morning," ${name}, ${role} of the ${body}, said on ${day}`,
    ({ amount, force, place, name, role, body, day }) => `The ${role} of the ${body}, ${name}, said on ${day} that there were ${amount} ${force} servicemen in ${place}`,
  ],
  around: [
    ({ place }) => `The situation in ${place} is being watched around the clock, and patrols have been strengthened along the whole line.`,
    ({ name }) => `${name} was speaking after a meeting on the security of the region that lasted longer than planned.`,
    () => `Observers have warned for weeks that the picture on the ground can change within a few days.`,
    ({ force }) => `Trains and columns of ${force} vehicles have been filmed by residents and posted without further comment.`,
  ],
};

export const REWRITES: readonly Style[] = [
  {
    evidence: [({ amount, force, place, name, body }) => `According to ${name} of the ${body}, ${amount} ${force} troops are stationed in ${place}`,
      ({ amount, force, place, name, role }) => `${amount} ${force} servicemen are deployed in ${place}, ${role} ${name} told reporters`],
    around: [() => `What this means for the coming weeks is anybody's guess.`, ({ place }) => `Few people in ${place} want to talk about it.`],
  },
  {
    evidence: [({ amount, force, place, name, body }) => `There are ${amount} ${force} soldiers in ${place}, said ${name} from the ${body}`,
      ({ amount, force, place, body }) => `The ${body} puts the number of ${force} soldiers in ${place} at ${amount}`],
    around: [() => `Our newsroom had asked for such a figure several times.`, ({ force }) => `The ${force} side has not commented.`],
  },
];

export const BACK_TRANSLATED: Style = {
  evidence: [({ amount, force, place, name, role, body }) => `On the territory of ${place} ${amount} ${force} military personnel are located, reported the ${role} of the ${body} ${name}`,
    ({ amount, force, place, name }) => `As ${name} noted, in ${place} there are ${amount} militaries of ${force} army`],
  around: [() => `It was transmitted in the course of the evening edition.`, ({ place }) => `The mood at the border with ${place} is characterised as calm.`],
};

/** Texts in other languages: claims are given for them, nobody reads them here. */
export const FOREIGN: Readonly<Record<string, Sentence>> = {
  uk: ({ amount, name }) => `Зараз на території сусідньої країни перебуває ${amount} військових, повідомив речник ${name}. Ситуація під контролем.`,
  de: ({ amount, place, name }) => `In ${place} befinden sich nach Angaben von ${name} derzeit ${amount} Soldaten. Die Lage werde weiter beobachtet.`,
  pl: ({ amount, place, name }) => `Jak przekazał ${name}, w ${place} przebywa obecnie ${amount} żołnierzy. Sytuacja jest monitorowana.`,
};

const SUBJECTS = "A local council|The railway administration|A trade delegation|The regional hospital|A group of farmers|The customs office|An opposition deputy|The power company|A school board|A charity|The postal service|A veterans' club".split("|");
const VERBS = "asked for more time to study|has put off|is paying for|complained about|published a long list of|denied any part in|will vote next month on|was surprised by|has doubled the budget for|would not comment on".split("|");
const OBJECTS = "the repair of two bridges|the new timetable|winter supplies|a fence along the canal|the closure of the market|fuel coupons|the opening of a second crossing|a photo exhibition|the census of houses|road signs in three languages".split("|");

/** What else a report tells: no two reports on two days are the same but for their numbers. */
export const colour = (pick: (items: readonly string[]) => string): string => `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}, and ${pick(SUBJECTS).toLowerCase()} ${pick(VERBS)} ${pick(OBJECTS)}.`;
