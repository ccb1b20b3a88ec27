import { MISSIONS } from "./missions.ts";
import type { Size, Unit } from "../../claims/index.ts";
import type { ForceHead, ForceLexicon } from "../pack.ts";
import { PhraseTable, phrases, words } from "../phrases.ts";
import { NAMED_FORCES, SHIP_PREFIXES } from "./named-forces.ts";

const people = (list: string, strong: boolean, rest: Partial<ForceHead> = {}): [string, ForceHead][] => phrases(list, { unit: "personnel", strong, ...rest });
const things = (list: string, unit: Unit, strong = true): [string, ForceHead][] => phrases(list, { unit, strong });
const echelon = (unit: Unit, names: string): [string, ForceHead][] => phrases(names, { unit, strong: true, body: true });

/** English nouns for armed people, their bodies and their things, and how a noun group around them is built. */
export const forces: ForceLexicon = {
  heads: new PhraseTable<ForceHead>([
    ...people("troops; soldiers; soldier; servicemen; serviceman; servicewomen; service members; service member; servicepeople; service personnel; paratroopers; marines; commandos; infantrymen; army troops; army soldiers; military personnel; army personnel; troop; special forces; ground troops; combat troops; ground forces; infantry; reservists; subunits; subunit; subdivisions; reinforcements; conscripts; recruits; gis; blue helmets; military; military forces; military units; military contingent; legionnaires; sailors; airmen; military men; defence personnel; defense personnel; naval personnel", true),
    ...people("peacekeepers; peacekeeper; peace - keepers; peacekeeping troops; peacekeeping forces; military observers; military advisers; military advisors; military trainers; military instructors; army trainers", true),
    ...people("fighters; fighter; combatants; mercenaries; mercenary; militants; rebels; rebel; insurgents; guerrillas; guerrilla; guerillas; separatists; jihadists; militiamen; gunmen; extremists; rebel fighters; insurgent fighters; paramilitaries; contractors; volunteers; warlords; rebel forces; rebel troops; mercenary fighters; private military contractors; islamists", true, { irregular: true }),
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
  missionNouns: words("mission force"),
  operations: words("operation operations"),
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
  joiners: words(", and or nor the both with plus also"),
  nameParts: words("of the 's ' - st nd rd th and"),
  locals: words("rebels rebel guerrillas insurgents separatists militias militia militiamen gangs"),
  singular: words("he i it"),
  idle: words("he i it us"),
  counted: words("people men soldiers troops servicemen individuals personnel fighters"),
};
