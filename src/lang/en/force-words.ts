import { MISSIONS } from "./missions.ts";
import type { Size, Unit } from "../../claims/index.ts";
import type { ForceHead, ForceLexicon } from "../pack.ts";
import { PhraseTable, phrases, words } from "../phrases.ts";
import { NAMED_FORCES, SHIP_PREFIXES } from "./named-forces.ts";

const people = (list: string, strong: boolean, rest: Partial<ForceHead> = {}): [string, ForceHead][] => phrases(list, { unit: "personnel", strong, ...rest });
const things = (list: string, unit: Unit, strong = true): [string, ForceHead][] => phrases(list, { unit, strong });
const echelon = (unit: Unit, names: string): [string, ForceHead][] => phrases(names, { unit, strong: true, body: true });

// Types of aircraft, ships and guns that reports count by name: "ten F-35s".
const AIRCRAFT = "f-4 f-5 f-14 f-15 f-16 f-18 f-22 f-35 b-1 b-1b b-2 b-52 a-10 ac-130 c-17 c-130 c-5 kc-135 p-3 p-8 e-3 u-2 rc-135 ea-18 mq-9 mq-4 rq-4 su-24 su-25 su-27 su-30 su-33 su-34 su-35 su-57 mig-21 mig-23 mig-25 mig-29 mig-31 tu-22 tu-95 tu-160 tu-142 a-50 il-20 il-38 il-76 il-78 an-12 an-26 an-72 an-124 j-10 j-11 j-15 j-16 j-20 h-6 jh-7 y-8 y-20 kj-500 l-39 a400m a-400 jas-39".split(" ");
const HELICOPTERS = "mi-8 mi-17 mi-24 mi-28 mi-35 mi-26 ka-27 ka-29 ka-50 ka-52 ah-1 ah-64 uh-1 uh-60 ch-47 ch-53 mh-60 nh-90 z-9 z-10 z-20".split(" ");
const TANKS = "t-54 t-55 t-62 t-64 t-72 t-80 t-90 m-1 m1a1 m1a2 m-60".split(" ");
const plural = (names: readonly string[], more: string): string => [...names.flatMap((name) => [name, `${name} s`]), more].join("; ");

/** English nouns for armed people, their bodies and their things, and how a noun group around them is built. */
export const forces: ForceLexicon = {
  heads: new PhraseTable<ForceHead>([
    ...people("troops; soldiers; soldier; servicemen; serviceman; servicewomen; service members; service member; servicepeople; service personnel; paratroopers; marines; commandos; infantrymen; army troops; army soldiers; military personnel; army personnel; troop; special forces; ground troops; combat troops; ground forces; infantry; reservists; subunits; subunit; subdivisions; reinforcements; conscripts; recruits; gis; blue helmets; military; military forces; military units; military contingent; legionnaires; sailors; airmen; military men; defence personnel; defense personnel; naval personnel; militaries; infantry troops; airborne troops; airborne forces; marine infantry; naval infantry; rangers; special operations forces; special operators; green berets; navy seals; gurkhas; national guard troops; national guard soldiers; guardsmen; national guardsmen; border troops; army reservists; combat soldiers; regulars; regular troops; troopers; uniformed personnel; airborne soldiers; servicepersons; service men; service women; enlisted men; enlisted personnel; soldiery; boots on the ground; occupation forces; occupying forces; occupation troops; occupying troops; seamen; artillerymen; drone operators; legionaries", true),
    ...people("peacekeepers; peacekeeper; peace - keepers; peacekeeping troops; peacekeeping forces; military observers; military advisers; military advisors; military trainers; military instructors; army trainers", true),
    ...people("fighters; fighter; mujahideen; mujahedeen; mujahedin; mujahidin; fedayeen; janjaweed; partisans; irregulars; tribesmen; combatants; mercenaries; mercenary; militants; rebels; rebel; insurgents; guerrillas; guerrilla; guerillas; separatists; jihadists; militiamen; gunmen; extremists; rebel fighters; insurgent fighters; paramilitaries; contractors; volunteers; warlords; rebel forces; rebel troops; mercenary fighters; private military contractors; islamists", true, { irregular: true }),
    ...people("men; people; persons; individuals; personnel; instructors; trainers; advisers; advisors; observers; staff; officers; police; policemen; gendarmes; border guards; guards; operators; members; medics; engineers; specialists; security forces; sappers; logistics experts; support staff; crew", false),
    ...people("forces; force; armed forces; defence forces; defense forces; armed forces personnel", true),
    ...people("army; armies; navy; air force; coast guard; coastguard; contingent; contingents; garrison; garrisons; mission; peacekeeping force; peacekeeping mission; stabilisation force; stabilization force; assistance force; multinational force; multi - national force; expeditionary force; task force; defence force; defense force; protection force; coalition; fleet; military contingents; peacekeeping contingent; buffer force; rapid reaction force; intervention force; monitoring mission; observer mission; invasion force; battlegroup; battlegroups", true, { body: true }),
    ...people("unit; units; team; teams; detachment; detachments; formations; formation; columns; column; grouping; groupings; battle groups; advance party; advance team; vanguard; echelons; echelon; elements; battle group; reconnaissance group; offensive group; group; groups; team; troop contingent; military unit; convoy; convoys; deployment force; outpost", false, { body: true }),
    ...people("militia; militias; gangs; armed gangs; armed groups; rebel group; guerrilla force; armed wing; rebel movement; rebel army; paramilitary force; paramilitary group; mercenary group; armed group; insurgent group; separatist forces; separatist fighters", true, { irregular: true, body: true }),
    ...echelon("squad", "squad; squads"),
    ...echelon("platoon", "platoon; platoons"),
    ...echelon("company", "infantry company; tank company; company of soldiers; rifle company; motorised company; companies; company; batteries; battery; squadron; squadrons"),
    ...echelon("battalion", "battalion; battalions; battalion tactical group; battalion tactical groups; btg; btgs; battalion - sized force; battalion - sized group"),
    ...echelon("regiment", "regiment; regiments"),
    ...echelon("brigade", "brigade; brigades; brigade combat team; brigade combat teams; combat brigades"),
    ...echelon("division", "division; divisions"),
    ...echelon("corps", "army corps; corps"),
    ...things("vehicles; vehicle; armoured vehicles; armored vehicles; armoured personnel carriers; armored personnel carriers; apcs; humvees; trucks; lorries; jeeps; infantry fighting vehicles; infantry combat vehicles; armored fighting vehicles; armoured fighting vehicles; fighting vehicles; combat vehicles; personnel carriers; ifvs; military vehicles; military vehicle; pieces of equipment; pieces of military equipment; units of equipment; equipment; hardware; materiel; buses; armour; armor", "vehicle"),
    ...things("tanks; tank; main battle tanks; battle tanks; light tanks", "tank"),
    ...things("howitzers; guns; mortars; artillery pieces; artillery systems; artillery; rocket launchers; launchers; artillery units; gun; heavy guns; air defence systems; air defense systems; patriot battery; patriot batteries; missile systems; surface - to - air missile systems", "artillery"),
    ...things("aircraft; planes; warplanes; fighter jets; fighter planes; jets; bombers; sorties; combat aircraft; military aircraft; fighters jets; transport planes; warplane; fighter aircraft; drones", "aircraft"),
    ...things("helicopters; helicopter; helicopter gunships; gunships; choppers; attack helicopters", "helicopter"),
    ...things("ships; ship; cutters; cutter; warships; warship; vessels; vessel; frigates; frigate; destroyers; destroyer; submarines; submarine; aircraft carriers; aircraft carrier; carriers; carrier; boats; patrol boats; gunboats; landing ships; landing ship; patrol ship; patrol ships; corvettes; corvette; minesweepers; cruisers; cruiser; ferry; escort vessel; escort vessels; carrier strike group; carrier group; naval vessels; naval ships; flotilla; coast guard ships; coast guard vessels; amphibious assault ships; missile boats; patrol vessel; patrol vessels; official ships", "ship"),
    ...things("trains; train; military trains; troop trains; military echelons; trainloads", "train"),
    ...things(plural(AIRCRAFT, "eurofighters; eurofighter; rafales; rafale; mirage jets; gripens; gripen; tornados; tornado jets; super hornets; fighter bombers; fighter - bombers; strategic bombers; transport aircraft; military planes; military aircraft; military jets; stealth fighters; stealth bombers; surveillance aircraft; surveillance planes; reconnaissance aircraft; patrol aircraft; refuelling aircraft; tanker aircraft; awacs; combat drones; military drones; spy planes; spy plane; fighter jet; bomber; jet; fighter squadrons; cargo planes; military transport planes; military transport aircraft"), "aircraft"),
    ...things(plural(HELICOPTERS, "chinooks; apaches; black hawks; military helicopters; military helicopter; transport helicopters; combat helicopters; attack helicopter"), "helicopter"),
    ...things(plural(TANKS, "leopards; leopard tanks; leopard 2 tanks; abrams; abrams tanks; challenger tanks; leclercs; leclerc tanks; merkavas"), "tank"),
    ...things("himars; multiple rocket launchers; multiple launch rocket systems; mlrs; rocket systems; rocket artillery; patriots; patriot launchers; patriot systems; patriot missile batteries; iskanders; iskander systems; s - 300 systems; s - 400 systems; missile launchers; missile batteries; missile battery; self - propelled guns; self - propelled howitzers; artillery batteries; field guns; anti - aircraft guns; air defence batteries; air defense batteries; air defence battery; air defense battery; air defence units; howitzer; launcher; artillery guns; cannons; cannon", "artillery"),
    ...things("bradleys; strykers; marders; bmps; btrs; bmp - 2 s; btr - 80 s; fuel trucks; military trucks; army trucks; tank transporters; army lorries; military lorries; military jeeps; pick - up trucks; pickups; pickup trucks; armoured carriers; armored carriers; armoured cars; armored cars; armoured troop carriers; armored troop carriers; infantry carriers; light armoured vehicles; light armored vehicles; amphibious vehicles; logistics vehicles; support vehicles; pieces of armour; pieces of armor", "vehicle"),
    ...things("landing craft; navy ships; navy vessels; navy ship; navy vessel; militia vessels; maritime militia vessels; naval ship; naval vessel; helicopter carrier; helicopter carriers; assault ship; assault ships; attack submarine; attack submarines; nuclear submarine; nuclear submarines; nuclear - powered submarine; supply ship; supply ships; support ship; support ships; training ship; hospital ship; research vessels; survey vessels; spy ship; spy ships; intelligence ship; minehunters; minehunter; patrol craft; fast attack craft; battleships; battleship; armada; strike group; carrier strike groups; naval task force; amphibious ready group; naval group; squadrons of ships; fishing militia boats; amphibious ships; amphibious ship; amphibious assault ship; transport ships; transport ship; troop ship; troop ships; missile destroyers; missile destroyer; guided - missile destroyer; guided - missile destroyers; guided - missile cruiser; missile frigate", "ship"),
    ...things("tents", "tent"),
    ...things("bases; base; military bases; military base; facilities; garrisons camps; camps; outposts; checkpoints; positions; installations; sites; cantonments; posts; polygons; training grounds; airfields; checkpoint", "site", false),
  ]),
  modifiers: words(
    `military armed ground naval air combat army special elite peacekeeping multinational international foreign regular irregular additional extra more other remaining
     new fresh mobilised mobilized motorised motorized mechanised mechanized armoured armored infantry airborne tank artillery paratroop marine coalition allied joint regional
     strong - member main advance advanced first last second small large limited heavy light active reserve volunteer professional logistics support logistical engineering medical
     reconnaissance private government pro-government loyal rebel insurgent separatist militia mercenary national federal occupying invading stationed deployed uniformed
     relocated withdrawn returning departing total entire permanent temporary rotational tactical operational strategic guards rapid reaction landing amphibious patrol transport
     passenger passage military-style battle-hardened well-armed frontline front-line border security police paramilitary defence defense missile escort attack assault fighter helicopter
     frozen russian-backed iranian-backed islamic islamist communist maoist nationalist jihadist tribal local crack battle peace keeping stabilisation stabilization african european western arab
     nato-led un-led unarmed armed full-strength heavily armed so-called own few individual numerous senior retired former serving high highly mobile career career-soldier official commercial
     intelligence non-combat technical maintenance administrative self-propelled anti-aircraft anti-tank air-defence radar signal signals engineer command headquarters occupation interim expeditionary mixed residual crew-served`,
  ),
  named: new PhraseTable(NAMED_FORCES),
  nameHeads: words("front army armies militia movement brigade brigades resistance guard guards corps forces force militias liberation jihad council courts fighters wing faction"),
  led: words("led"),
  possessives: new Map([["its", "third"], ["their", "third"], ["his", "third"], ["her", "third"], ["whose", "third"], ["our", "first"], ["my", "first"], ["ours", "first"]]),
  pronouns: new Map([["they", "third"], ["them", "third"], ["these", "third"], ["it", "third"], ["those", "third"], ["rest", "third"], ["remainder", "third"], ["others", "third"], ["whom", "third"], ["we", "first"], ["us", "first"], ["ours", "first"], ["he", "third"], ["i", "first"]]),
  multinational: words("multinational multi-national international coalition"),
  bands: new Map([["rebel", "rebels"], ["guerrilla", "guerrillas"], ["insurgent", "insurgents"], ["separatist", "separatists"], ["militant", "militants"], ["militia", "militias"]]),
  anyone: words("people persons person individuals members staff"),
  backed: words("backed approved mandated sponsored authorised authorized supported trained armed funded aligned friendly loyal"),
  portions: words("elements units subunits parts part detachments members"),
  civilTrades: words("trade aid rescue diplomatic humanitarian fact-finding election electoral economic business cultural medical sports football cricket film research appliances sales de"),
  bandHeads: words("army militia militias brigades"),
  plain: words(
    `troops troop soldiers soldier servicemen serviceman servicewomen forces force personnel men people persons individuals members units unit army navy military guards police officers vehicles vehicle tanks tank aircraft planes
     helicopters ships ship vessels vessel warships bases base positions equipment artillery brigade brigades battalion battalions division divisions company companies regiment regiments team teams group groups convoy convoys`,
  ),
  missionTroops: words("peacekeepers peacekeeper helmets"),
  missionNouns: words("mission force alliance"),
  operations: words("operation operations"),
  rulers: words("government authorities cabinet junta regime parliament leadership"),
  outside: words("foreign occupying occupation"),
  missions: MISSIONS,
  ships: SHIP_PREFIXES,
  everyday: words(
    `people persons individuals staff officers police policemen members medics engineers specialists operators crew team teams group groups company companies
     division divisions corps squad squads mission coalition fleet elements column columns formation formations gangs equipment hardware buses
     gun guns launchers batteries battery jets ferry train trains trainloads tents bases base facilities camps positions installations sites posts polygons`,
  ),
  civil: words(
    `reinforcements recruits volunteers contractors extremists vehicle vehicles trucks lorries jeeps aircraft planes drones sorties helicopter helicopters choppers ship ships vessel vessels boats
     carrier carriers convoy convoys outposts checkpoints airfields`,
  ),
  sizes: new PhraseTable<Size>([
    ...phrases("limited; small; minimal; token; modest; minor; symbolic; reduced; residual; light", "limited" as const),
    ...phrases("significant; considerable; substantial; sizeable; sizable; strong; heavy; heavily; robust", "significant" as const),
    ...phrases("large; huge; massive; vast; enormous; large-scale; large - scale; big", "large" as const),
  ]),
  compoundTails: words(
    `base bases camp camps station training headquarters academy custody leaders spokesmen sources aid leadership leader chief commander
     commanders chiefs fighters budget exercise exercises drills operation operations police`,
  ),
  military: words(
    `military armed army combat peacekeeping multinational naval infantry airborne armoured armored paratroop special expeditionary mechanised
     mechanized motorised motorized occupying invading mercenary rebel separatist foreign tank assault landing`,
  ),
  arms: words("army navy military"),
  governing: words("army government federal"),
  soldierly: words("soldiers soldier troops troop servicemen conscripts recruits tanks"),
  sides: words("side"),
  joiners: words(", and or nor the both with plus also"),
  nameParts: words("of the 's ' - st nd rd th and"),
  locals: words("rebels rebel guerrillas guerrilla insurgents separatists militias militia militiamen militants gangs paramilitaries jihadists jihadis"),
  flights: words("sorties sortie"),
  singular: words("he i it"),
  idle: words("he i it us"),
  counted: words("people men soldiers troops servicemen individuals personnel fighters"),
};
