import type { Modifier } from "../../claims/index.ts";
import type { NumberLexicon } from "../pack.ts";
import { PhraseTable, phrases, words } from "../phrases.ts";

const counted = (list: string, first: number, step: number): [string, number][] => list.split(" ").map((name, index) => [name, first + index * step]);

const between = (low: number | null, high: number | null) => ({ low, high });
const share = (low: number, high: number) => ({ low, high });

const vagueTimes = (noun: string, scale: number): [string, { low: number | null; high: number | null }][] => [
  ...phrases(`${noun}s of; ${noun}s`, between(2 * scale, 10 * scale - 1)),
  ...phrases(`several ${noun}; several ${noun}s`, between(3 * scale, 9 * scale)),
  ...phrases(`a few ${noun}; few ${noun}`, between(2 * scale, 7 * scale)),
  ...phrases(`a couple of ${noun}; couple of ${noun}`, between(2 * scale, 3 * scale)),
  ...phrases(`many ${noun}s; many ${noun}s of`, between(2 * scale, null)),
];

/** English numbers, the words that bound them, and what a number may count that is none of ours. */
export const numbers: NumberLexicon = {
  small: new Map([
    ...counted("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 1, 1),
    ...counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
  ]),
  scales: new Map([["hundred", 100], ["thousand", 1000], ["thousands", 1000], ["million", 1e6], ["billion", 1e9], ["k", 1000], ["dozen", 12]]),
  and: words("and"),
  range: words("- – — to or"),
  between: words("between from"),
  article: words("a an"),
  before: new PhraseTable<Modifier>([
    ...phrases("fewer than; less than; under; below; short of; slightly less than; slightly fewer than; just under; somewhat less than; a little less than; a little under", "under" as const),
    ...phrases("up to; as many as; at most; no more than; not more than; a maximum of; maximum of; not exceeding; does not exceed; do not exceed; no larger than; a maximum strength of", "upto" as const),
    ...phrases("more than; over; above; exceeding; in excess of; upwards of; north of; just over; slightly more than; slightly over; a little over; well over; higher than; exceeds; larger than; well above; not one but", "over" as const),
    ...phrases("at least; no fewer than; no less than; not less than; not fewer than; a minimum of; minimum of", "atleast" as const),
    ...phrases(
      `about; around; approximately; approx.; roughly; some; an estimated; estimated; in the region of; in the order of; on the order of; circa; c.; ~; somewhere around; nearly; almost;
       close to; just short of; not quite; approaching; or so; an additional some; something like; the roughly; the estimated; the approximately; the some; a total of about; a total of some`,
      "about" as const,
    ),
    ...phrases("exactly; precisely; only; just; a total of; a combined; a full; the last; the first; the remaining; a mere; a further; somewhere", "exact" as const),
  ]),
  after: new PhraseTable<Modifier>([...phrases("or so; odd; - odd", "about" as const), ...phrases("or more; plus; +; and more; or above", "atleast" as const), ...phrases("or fewer; or less; at most", "upto" as const), ...phrases("at least; at the minimum", "atleast" as const)]),
  vague: new PhraseTable([
    ...vagueTimes("thousand", 1000),
    ...vagueTimes("hundred", 100),
    ...phrases("tens of thousands of; tens of thousands", between(20_000, 99_999)),
    ...phrases("hundreds of thousands of; hundreds of thousands", between(200_000, 999_999)),
    ...phrases("dozens of; dozens; several dozen; a few dozen; few dozen; scores of; scores", between(24, 99)),
    ...phrases("a handful of; a handful; a few; a small number of", between(3, 9)),
    ...phrases("several", between(3, 9)),
    ...phrases("a couple of", between(2, 3)),
    ...phrases("a number of; many; a large number of; large numbers of; an unspecified number of; an undisclosed number of; an unknown number of; numerous; a growing number of; significant numbers of; a significant number of; a matter of", between(null, null)),
    ...phrases("a matter of thousands", between(2000, 9999)),
    ...phrases("a matter of hundreds", between(200, 999)),
  ]),
  share: new PhraseTable([
    ...phrases("most; most of; the majority of; a majority of; the bulk of; the main body of; the main part of; the larger part of; the great part of; the greater part of; more than half of; over half of; the majority; more than half; the vast majority of; the vast majority; the overwhelming majority of; the great majority of; a large majority of", share(51, 99)),
    ...phrases("almost all; almost all of; nearly all; nearly all of; practically all; practically all of; virtually all; virtually all of; all but a few of; practically the entire; almost the entire; nearly the entire", share(90, 99)),
    ...phrases("all; all of; the entire; the whole of; the last of", share(100, 100)),
    ...phrases("half; half of; half the; about half of; around half of; roughly half of; about half; around half; one half of; nearly half; almost half; nearly half of; almost half of; roughly half", share(50, 50)),
    ...phrases("a third of; one third of; one - third of; a third", share(33, 33)),
    ...phrases("two thirds of; two - thirds of; two thirds", share(67, 67)),
    ...phrases("a quarter of; one quarter of; a quarter", share(25, 25)),
    ...phrases("three quarters of; three - quarters of; three quarters; three - quarters", share(75, 75)),
    ...phrases("part of; some of; a part of; parts of; a portion of; a number of its; several of; many of; some", share(1, 99)),
  ]),
  fractions: words("third quarter"),
  including: words("include includes included including comprise comprises comprised comprising consists consisted made"),
  extents: new Map([...["complete", "total", "full", "entire"].map((word) => [word, share(100, 100)] as const), ...["partial"].map((word) => [word, share(1, 99)] as const)]),
  percent: words("percent % pct cent percentage"),
  more: words("another additional further extra more other others fresh new"),
  foreign: words(
    `dollars dollar euros euro pounds rubles roubles hryvnia yuan yen rupees km kilometre kilometres kilometer kilometers miles mile metres meters metre meter nautical feet foot
     degrees percent per cent % tonnes tons ton kg kilograms litres liters barrels megawatts horsepower mm cm
     days day weeks week months month years year hours hour minutes minute seconds year-old old decades decade centuries century gmt am pm p.m. a.m. nights night
     dead killed wounded injured casualties deaths fatalities victims died missing bodies lives corpses
     civilians civilian children women residents refugees migrants passengers students schools school teachers patients prisoners detainees hostages inmates voters votes deputies seats candidates lawmakers mps members member demonstrators protesters protestors visitors tourists workers employees journalists villagers families households homes houses
     countries nations states points goals cases times occasions articles votes paragraphs shells rockets missiles rounds shots grenades bombs mines drones rifles weapons attacks strikes explosions blasts incidents violations
     centimetres square mph kmh knots calibre caliber percentage rooms beds seats tickets stages phases steps rounds talks meetings candidates parties`,
  ),
  strong: words("strong"),
  manned: words("member man person soldier troop men"),
  nouns: words("number numbers total strength figure contingent garrison group force army size minimum maximum estimates mission presence contribution deployment tally grouping groupings forces troops ranks levels headcount manpower complement count corps brigade battalion battlegroup detachment fleet flotilla roster ceiling"),
  links: words(
    `at is was were 's 're are be reach reached reaches counts contains comprises comprised exceeds exceed total totals totalled totaled totalling
     numbers numbered numbering stands stood includes included has had been still now currently`,
  ),
  standIns: words("it we there they estimate estimated estimates put puts them"),
  putting: words("put puts putting estimate estimates estimated estimating place places placed"),
  settings: words("at"),
  wanting: words("need needs needed require requires required request requested requests demand demanded demands want wants wanted"),
  counting: words("numbering numbers numbered totalling totaling counts totals totalled contains comprises"),
  sizes: words("number numbers size strength"),
  labels: words("no. # article resolution flight route highway section chapter page room usd eur day phase stage aged age week channel gate platform line building apartment unit block track version model"),
  began: words("from"),
  contributors: words("contributor contributors contributing contributes contribute contributed contributions contingents troops soldiers peacekeepers"),
  rest: words("rest remainder others"),
  figures: words("number numbers total strength figure tally headcount"),
  levels: words("the its their a current currently present previous existing original initial planned earlier total new combined about around some nearly"),
  turns: words("up down"),
  peaks: words("peak high low maximum total record"),
  members: new PhraseTable(phrases("including; among them; among those; of them; of whom; among whom; comprising; made up of; composed of; some of them", true as const)),
  inAll: new PhraseTable(phrases("in all; in total; altogether; all told; of them; all in all; overall", true as const)),
  along: words("with carrying bearing aboard plus"),
  remainders: words("any some"),
  ballots: words("for against"),
  except: words("but except save"),
  those: words("whom which those these them"),
  closed: words("each strong altogether overall last next earlier later now currently previously today yesterday"),
};
