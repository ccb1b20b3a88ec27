import type { Control, EventLexicon, Outlook, EventNoun, EventSense, EventVerb, Hedge, VerbForm } from "../pack.ts";
import type { Basis, Kind, Polarity } from "../../claims/index.ts";
import { PhraseTable, phrases, words } from "../phrases.ts";
import { inflect } from "./inflect.ts";

type Verb = [lemmas: string, kind: Kind, theme: EventSense["theme"], rest?: Omit<Partial<EventSense>, "id" | "kind" | "theme">];

// A row is one sense: lemmas (irregular ones as base/s/past/participle/ing), kind, and where the force stands.
const VERBS: Verb[] = [
  ["take; get; move; fly; ship; ferry; airlift; lift; march; bus; truck/trucked/trucked/trucked/trucking", "departure", "object", { parted: true }],
  ["arrive; land; disembark; come ashore; move in; go ashore; take up positions; take up position; march in; roll in; dig in at; set foot in; fly in; touch down; pour in; flood in; move up; deplane; re - enter; turn up; march back in; drop on; drop into; drop over; parachute into; parachute onto; parachute in; come down; take up residence; set up camp; pitch camp; make camp; dig in around", "arrival", "subject"],
  ["be to follow; will follow; would follow; be due to follow; be expected to follow; be set to follow; be about to follow; will come later; are still to come", "arrival", "subject", { strict: true, reality: "planned", follows: true }],
  ["go/goes/went/gone/going; go to; go into; go on to", "arrival", "subject", { needsPlace: true, strict: true }],
  ["come/comes/came/come/coming", "arrival", "subject", { needsPlace: true }],
  ["cross from; cross over from; cross in from; slip in from; slip across from; infiltrate from; spill over from; stream in from; pour in from", "arrival", "subject", { strict: true }],
  ["be expected in; be expected on; be expected by; be expected within; be expected next; be expected soon; be expected there; be expected later; be expected this; be on the way; be on their way; be en route; be still on the way; be still on their way; be awaited", "arrival", "subject", { strict: true, reality: "planned", needsAmount: true }],
  ["be due in; be due at; be expected in; be expected at; be bound for; be on the way to; be on their way to; be on its way to; be en route to", "arrival", "subject", { needsPlace: true, reality: "planned" }],
  ["invade", "arrival", "subject", { placeObject: true }],
  ["enter; reach; occupy; seize; capture; recapture; retake/retakes/retook/retaken/retaking; overrun/overruns/overran/overrun/overrunning; storm; take control of; seize control of; regain control of; gain control of; win control of; wrest control of; take over; take up positions in; roll into; move into; march into; cross into; push into; push deeper into; advance into; advance deeper into; move deeper into; pour into; penetrate; infiltrate; walk into; rumble into; sweep into; surge into; slip into; ride/rides/rode/ridden/riding into; flood into; thrust into; creep/creeps/crept/crept/creeping into; creep/creeps/crept/crept/creeping back into; slip back into; filter into; trickle into; reoccupy; reenter; stream into; spill into; steam into; sneak into; venture into; press into; plunge into; drive deeper into; push deep into; push on to; push on into; penetrate into; make their way into; make its way into; make their way to; make its way to; break through to; roll across; rumble across; rumble through; move onto; set up camp in; set up camp at; set up camp near; establish a foothold in; gain a foothold in; establish themselves in; settle into; conquer; liberate; recover; win back; take back; wrest back; grab; take possession of; take full control of; assume control of; extend their control to; extend its control to; return into; cross over into; cross the border into; cross the frontier into; cross back into; storm into", "arrival", "subject", { placeObject: true, needsPlace: true }],
  ["travel to; go ashore at; fly to; fly into; sail to; drive to; drive into; head to; sail into; steam into; dock; anchor; moor; berth; drop anchor; put into; put in at; pull into; pull in at; call at; make a port call in; make a port call at; make port in; make a stop in; make a stop at; return to base at", "arrival", "subject", { needsPlace: true }],
  ["will go to; would go to", "arrival", "subject", { needsPlace: true, reality: "planned" }],
  ["send/sends/sent/sent/sending; dispatch; airlift; fly in; bring in; rush; ferry; ship; insert; introduce; parachute; draft in; assign; send in; ship in; unload; send back; reinforce with; pour; despatch; truck/trucked/trucked/trucked/trucking; bus/bussed/bussed/bussed/bussing; sealift; airdrop; move up; bring up; bring forward; push forward; rush in; pour in; put ashore; put on the ground; send over; ship over; fly over; detail; post to; second to; attach to; funnel; draft; throw in; induct; add to; commit to battle; send forward; call in", "arrival", "object"],
  ["bring/brings/brought/brought/bringing", "arrival", "object", { totals: true }],
  ["order", "arrival", "object", { needsPlace: true, reality: "planned" }],
  ["take", "arrival", "subject", { placeObject: true, needsPlace: true, strict: true, totals: true }],
  ["fly; drive", "arrival", "object", { needsPlace: true }],
  ["contribute; provide; supply", "arrival", "object", { reality: "planned", gives: true }],
  ["authorise; authorize; approve; offer; pledge; promise; earmark; make a commitment of; assign to; commit; lend; propose; volunteer; line up", "arrival", "object", { reality: "planned" }],
  ["put on standby; place on standby; hold ready; hold in readiness; make available; make ready; set aside", "arrival", "object", { reality: "planned" }],
  ["deploy; resettle; settle in; land", "arrival", "either"],
  ["relocate; transfer", "arrival", "object", { transfers: true }],
  ["relocate; transfer", "arrival", "subject", { needsPlace: true, transfers: true }],
  ["assemble; gather; congregate; muster; flow into; stream into", "arrival", "either", { needsPlace: true }],
  ["set up", "arrival", "object"],
  ["withdraw/withdraws/withdrew/withdrawn/withdrawing; pull out; pull back; pull; move out; evacuate; clear out; draw back; pull away; take out; bring out; bring home; call home; send home; fly home; ship home; airlift out; fly back; ferry out; ship back; bring back; call back; summon back; lift out; disengage; stand down; demobilise; demobilize; disband; take home; send packing", "departure", "either"],
  ["close; close down; shut/shuts/shut/shut/shutting; shut down; dismantle; hand over; turn over; hand back; transfer; vacate; abandon; evacuate; give up; relinquish; clear; wind up; mothball; cede; take down; pull down", "departure", "object", { sites: true }],
  ["disappear; vanish", "departure", "subject", { sites: true }],
  ["recall; repatriate; remove; extract; de - induct; pull off", "departure", "object"],
  ["leave/leaves/left/left/leaving", "departure", "subject", { placeObject: true, leavesBehind: true, setsOut: true }],
  ["go home", "departure", "subject", { placeObject: true, setsOut: true }],
  ["depart; quit; vacate; abandon; exit; retreat; return home; come home; go back; head home; sail home; fly out; sail from; embark; ship out; move off; sail away; set sail; leave for; head out; head back; head back to; get out; get out of; slip out; slip out of; slip away; cross back; pull up stakes; stream back; pour back; flow back; trickle back; limp back; straggle back; sail out of; fly out of; drive out of; march out; march out of; step back; back off; make their way back; make its way back; make their way home; be on their way home; be on its way home; be on the way home; be on their way out; be on the way out; be off to; be off for; end their tour; end their mission; end its mission; end their deployment; end their service; finish their tour; complete their tour; complete their mission; complete its mission; wind up its mission; wind down its mission; pack up; decamp; bow out; disappear from; vanish from", "departure", "subject", { placeObject: true }],
  ["flee/flees/fled/fled/fleeing", "departure", "subject", { placeObject: true, civilians: true }],
  ["return", "departure", "subject", { needsPlace: true, returns: true, civilians: true }],
  ["hand over; turn over; hand back; hand over control of; turn over control of; relinquish; give up", "departure", "subject", { placeObject: true, needsPlace: true, strict: true }],
  ["drive out; drive out of; drive from; expel; expel from; oust; oust from; flush out; push out; push out of; force out of; eject; dislodge; chase out", "departure", "object"],
  ["will go; would go; must go; go soon; be going away; be going soon; be going home; will be gone; would be gone; will be out; would be out; will be away", "departure", "subject", { strict: true, reality: "planned" }],
  ["be part of; form part of; make up part of; be attached to", "strength", "subject", { strict: true, needsPlace: true }],
  ["be away", "departure", "subject", { strict: true }],
  ["be gone; be home; be back home; be on their way out; have gone; have already gone; have now gone; have since gone; go away; be out of; be out; clear off; take off from; turn back; turn round; turn around; melt away", "departure", "subject", { strict: true }],
  ["rotate; rotate in; rotate through; swap; swap out; swap over", "rotation", "either"],
  ["replace; relieve; supersede", "rotation", "object"],
  ["take over from; change over;  take the place of; swap places with; change places with; come in place of; hand over to; stand in for; take their place; take its place; take her place; come in their place", "rotation", "subject", { strict: true }],
  ["redeploy; reposition; transfer; move; shift; relocate; divert; switch; move up; bring over; move to; transfer to; shift to; relocate to; redeploy to; move into; move out to; move over to; move back to; move from; transfer from; shift from; redeploy from; relocate from", "movement", "object", { transfers: true }],
  ["move to; shift to; relocate to; move over to; move across to", "movement", "subject", { strict: true, needsPlace: true, transfers: true }],
  ["move; shift; cross; advance; march; manoeuvre; maneuver; patrol; sail; transit; travel; fall back; exercise; mobilise; mobilize; consolidate; regroup; reposition; redeploy; circle; approach; pass through; fly/flies/flew/flown/flying along; sail along; drive/drives/drove/driven/driving along; head for; head towards; head toward; advance on; march on; close in on; push towards; push toward; steam; fan out; fly; drive; drill; rehearse; roam; prowl; loiter; circumnavigate; overfly/overflies/overflew/overflown/overflying; violate the airspace of; enter the airspace of; cross the median line; pass by; pass near; sail past; sail near; sail around; sail through; fly past; fly over; fly near; fly around; move closer to; move away from; move along; move towards; move toward; move north; move south; move east; move west; press on; press ahead; push on; push forward; push ahead; push west; push north; push south; push east; push back; gain ground; make gains; make advances; make progress; inch; edge; converge on; bear down on; descend on; disperse; scatter; spread out; spread; step over; pull together; return to port; put to sea; put out to sea; go to sea", "movement", "subject", { strict: true }],
  ["mobilise; mobilize; muster; marshal; call up; regroup; manoeuvre; maneuver; place on alert; put on alert; put on high alert; place on high alert; put on heightened alert; place on heightened alert; put on combat alert; scramble; exercise", "movement", "object"],
  ["intercept; shadow; escort; track", "movement", "object", { needsPlace: true }],
  ["conduct exercises; hold exercises; hold an exercise; hold joint exercises; hold joint drills; hold a drill; stage exercises; hold drills; conduct drills; carry out patrols; carry out exercises; conduct patrols; carry out naval patrols; hold manoeuvres; hold maneuvers; take part in exercises; take part in an exercise; take part in drills; carry out manoeuvres; take part in an exercise; participate in exercises; participate in an exercise; join exercises; launch exercises; begin exercises; start exercises; launch drills; begin drills; start drills; make a march; complete a march; violate airspace; enter airspace; conduct training; carry out training; hold war games; stage war games; begin war games", "movement", "subject"],
  ["remain; stay; stay on; stay put; stay behind; remain deployed; remain stationed; remain based; remain behind; remain in place; stay in place; remain present; remain active; linger; stand by; hang on; hold on", "strength", "subject", { notAdjective: true }],
  ["remain unchanged; stay unchanged; be unchanged; remain the same; stay the same; remain unaffected; be unaffected", "change", "subject", { polarity: "denied" }],
  ["be stationed; be based; be deployed; be present; be located; be positioned; be garrisoned; be quartered; be housed; be camped; be encamped; be billeted; be concentrated; be massed; be in place; be ashore; be on duty; be on the ground; be left; be in line; be parked; be entrenched; be dug in; be active; be left behind; be barracked; be headquartered; be homeported; be posted; be lodged; be accommodated; be embedded; be arrayed; be ranged; be assembled; be gathered; be lined up; be drawn up; be poised; be amassed; be stuck; be stranded; be holed up; be kept; be on standby; be on alert; be on station; be on site; be attached to; be assigned to; be seconded to; be in charge of; be in possession of; be in control of; be in full control of", "strength", "subject"],
  ["base; locate; park", "strength", "either", { needsPlace: true }],
  ["station; garrison; concentrate; mass; amass; position; quarter; camp; encamp; house; billet; entrench", "strength", "either"],
  ["operate; run/runs/ran/run/running; lease; occupy", "strength", "object", { sites: true }],
  ["serve; operate; sit/sits/sat/sat/sitting; lie/lies/lay/lain/lying; stand/stands/stood/stood/standing; live; wait; shelter; hide/hides/hid/hidden/hiding; lurk; keep watch; stand guard; stand watch", "strength", "subject", { needsPlace: true, strict: true }],
  ["be detected; be spotted; be sighted; be tracked; be seen in; be seen near; be seen at; be seen on; be seen around; be seen outside; be seen off; be sighted off; be spotted off", "movement", "subject", { strict: true, needsPlace: true, ownSubject: true }],
  ["be in; be at; be near; be off; be inside; be outside; be along; be across; be around; be on; be there; be here; be still in; be already in; be now in; be currently in; be already off; be back in; be stationed in; be present in; be active in", "strength", "subject", { needsPlace: true, copula: true }],
  ["number; total", "strength", "subject", { needsAmount: true }],
  ["include; comprise; consist of; be made up of; be composed of; be made up mainly of; consist mainly of", "strength", "object", { members: true }],
  ["have/has/had/had/having; keep/keeps/kept/kept/keeping; maintain; retain; host; leave behind; accommodate; harbour; harbor; field/fielded/fielded/fielded/fielding; muster/musters/mustered/mustered/mustering; boast; leave in place; keep in place", "strength", "object"],
  ["control; hold/holds/held/held/holding; hold on to; dominate; guard; man; patrol; blockade; besiege; encircle; surround; ring; secure; defend; occupy; exercise control over; have control of; have control over; be in control of; hold sway over; hold sway in; keep control of; retain control of; maintain control of; remain in control of; retain; run/runs/ran/run/running; rule; inhabit", "strength", "subject", { placeObject: true, needsPlace: true, strict: true }],
  ["be holed up in; be holed up; be confined to; be moored; be anchored; be docked; be pinned down; be sheltering; be trapped; be aboard; be on board; be under way to", "strength", "subject", { strict: true }],
  ["dig in; dig/digs/dug/dug/digging in; hold out; maintain positions; hold positions; keep positions; occupy positions; man positions", "strength", "subject"],
  ["increase; grow/grows/grew/grown/growing; rise/rises/rose/risen/rising; swell/swells/swelled/swollen/swelling; expand; raise; boost; double; triple; beef up; bolster; build up; strengthen; reinforce; step up; augment; top up; shore up; ramp up; enlarge; upgrade; quadruple; increase in number; grow in number; mushroom; surge; climb; jump; soar; scale up; bump up; swell in number; beef up with", "change", "either", { direction: "up", strict: true }],
  ["reduce; cut/cuts/cut/cut/cutting; bring down; come/comes/came/come/coming down to; take down to; decrease; fall/falls/fell/fallen/falling; drop; decline; shrink/shrinks/shrank/shrunk/shrinking; halve; draw down; scale down; scale back; thin out; cut back; dwindle; trim; lower; downsize; slash; whittle down; whittle; pare; pare back; pare down; draw down; run down; wind down; contract; diminish; lessen; thin; thin out; ease; taper off; shed; plummet; plunge; wane; melt; ebb; dip; slim down; phase out", "change", "either", { direction: "down", strict: true }],
  ["fall/falls/fell/fallen/falling; be lost; fall/falls/fell/fallen/falling into the hands of; pass into the hands of; come/comes/came/come/coming under the control of", "arrival", "object", { yields: true }],
  ["vary; fluctuate; change; be changing; come and go; oscillate; range between", "change", "subject", { direction: "mixed", strict: true }],
  ["join", "arrival", "subject", { missions: true }],
  // Their bare forms are nouns and adverbs far more often.
  ["aided/aids/aided/aided/aiding; backed/backs/backed/backed/backing; supported/supports/supported/supported/supporting; assisted/assists/assisted/assisted/assisting; abetted/abets/abetted/abetted/abetting", "involvement", "subject", { backs: true }],
  ["threaten; menace", "threat", "subject", { placeObject: true, needsPlace: true, strict: true }],
  ["put/puts/put/put/putting; place; keep; hold/holds/held/held/holding", "movement", "object", { alerts: true }],
  ["participate; participate in; take part; take part in; join; join in; be involved in; become involved in; get involved in", "involvement", "subject", { strict: true, joins: true }],
  ["train", "movement", "subject", { strict: true, needsPlace: true }],
  ["intervene; clash; engage in combat; go into action; wage war; enter the war; join the war; join the fighting; be drawn into; side with; fight alongside; help defend; take over security; provide security; take responsibility; keep order; maintain order; provide perimeter security; fight/fights/fought/fought/fighting; fight for; fight with; take sides; be engaged in; engage in; join in; join forces with; fight against; fight in; wage; battle/battles/battled/battled/battling; skirmish/skirmishes/skirmished/skirmished/skirmishing; exchange fire; trade fire; open fire on; do battle; see action; see combat; help fight; help to fight; take on; be dragged into; be sucked into; get dragged into; be pulled into; ally with; cooperate with; co - operate with; fight on the side of; fight on behalf of; take command of; lend support to; come to the aid of; be responsible for; take charge of; assume responsibility for; ensure security; ensure the security of; guarantee security; be drawn in", "involvement", "subject", { strict: true }],
];

// A form with several senses keeps them in the order of the rows: the reader takes the first that fits.
const VERB_FORMS = new Map<string, EventVerb>();
for (const [lemmas, kind, theme, rest] of VERBS) {
  for (const lemma of lemmas.split(";").map((one) => one.trim())) {
    const sense: EventSense = { id: `en/verb/${(lemma.split("/")[0] ?? "").replaceAll(" ", "-")}`, kind, theme, ...rest };
    for (const [form, forms] of inflect(lemma)) {
      const entry = VERB_FORMS.get(form);
      if (entry === undefined) VERB_FORMS.set(form, { senses: [sense], forms });
      else VERB_FORMS.set(form, { senses: [...entry.senses, sense], forms: new Set([...entry.forms, ...forms]) });
    }
  }
}

const noun = (list: string, kind: Kind, rest: Partial<EventNoun> = {}): [string, EventNoun][] =>
  phrases(list, { id: "", kind, ...rest }).map(([phrase, value]) => [phrase, { ...value, id: `en/noun/${phrase.replaceAll(" ", "-")}` }]);

type ControlRow = [lemmas: string, rest: Omit<Control, "id">];

// Verbs over an event: "plans to withdraw", "ruled out sending", "denies deploying".
const CONTROLS: ControlRow[] = [
  ["plan; intend; promise; pledge; vow; agree; decide; order; approve; announce; authorise; authorize; commit; prepare; schedule; undertake/undertakes/undertook/undertaken/undertaking; arrange; ready; mean/means/meant/meant/meaning; declare; instruct; task", { reality: "planned" }],
  ["begin/begins/began/begun/beginning; start; continue; finish; completed/completes/completed/completed/completing; keep/keeps/kept/kept/keeping; manage; claim; proceed; resume; help; help to; be seen; see/sees/saw/seen/seeing; watch; confirm; report; acknowledge; record; admit; detect; observe; spot; note; fix; register; document; lead to; result in; end; conclude; go ahead with; mark; include; involve; follow; halt", {}],
  ["rule out; reject; oppose; exclude; cancel; resist", { polarity: "denied", reality: "planned" }],
  ["decide against; vote against; rule against; back away from; back out of; hold off; hold off on; balk at; shy away from; shy from", { polarity: "denied", reality: "planned" }],
  ["deny/denies/denied/denied/denying; refuse; decline; fail; stop short of; avoid; refute", { polarity: "denied" }],
  ["want; hope; wish; seek/seeks/sought/sought/seeking; consider; mull; contemplate; discuss; vote on; vote to; debate; propose; recommend; suggest; favour; favor; weigh; study; envisage; envision; offer; threaten; aim; look at; look into; try/tries/tried/tried/trying; attempt; call for; push for; advocate; allow; enable; permit; pave the way for", { reality: "hypothetical" }],
  ["expect; anticipate; forecast", { reality: "planned", certainty: "probable" }],
  ["urge; demand; call on; press; appeal; ask; beg; request; insist on; pressure; call upon", { drop: true }],
  ["warn; fear; worry", { reality: "hypothetical", certainty: "possible" }],
  ["need; have/has/had/had/having to; be ready", { reality: "planned" }],
  ["appear; seem", { certainty: "probable" }],
];

const RAISING: [string, { control: Control; hearsay?: boolean }][] = [
  ...raise("is due to; are due to; was due to; were due to; due to; is to; are to; was to; were to; is set to; are set to; is scheduled to; are scheduled to; was scheduled to; were scheduled to; scheduled to; is supposed to; are supposed to; is going to; are going to; 're going to; is about to; are about to; is ready to; are ready to; is preparing to; are preparing to; is planning to; are planning to; is intended to; was intended to; going to; about to; set to; poised to; planning to; preparing to; supposed to; intended to", { reality: "planned" }),
  ...raise("is expected to; are expected to; was expected to; were expected to; expected to; is likely to; are likely to; likely to", { reality: "planned", certainty: "probable" }),
  ...raise("is said to; are said to; is reported to; are reported to; is believed to; are believed to; is thought to; are thought to; was believed to; were believed to; is understood to; are understood to; is estimated to; are estimated to; are estimated at; is estimated at; is assumed to; are assumed to; was assumed that; was said to; were said to; is considered to; believed to; thought to; said to; reported to", { certainty: "probable" }, true),
  ...raise("is alleged to; are alleged to; is rumoured to; are rumoured to; is rumored to; are rumored to; alleged to; accused of; is accused of; are accused of", { certainty: "possible" }, true),
  ...raise("is known to; are known to; was known to; were known to", {}),
  ...raise("is not known to; are not known to; was not known to; were not known to", { polarity: "denied", certainty: "probable" }),
  ...raise("is unlikely to; are unlikely to; unlikely to", { polarity: "denied", certainty: "probable", reality: "planned" }),
];

function raise(list: string, rest: Omit<Control, "id">, hearsay = false): [string, { control: Control; hearsay?: boolean }][] {
  return list.split(";").map((phrase) => [phrase.trim(), { control: { id: `en/raising/${phrase.trim().replaceAll(" ", "-")}`, ...rest }, hearsay }]);
}

const controlNoun = (list: string, rest: Omit<Control, "id">): [string, Control][] => list.split(";").map((phrase) => [phrase.trim(), { id: `en/control-noun/${phrase.trim().replaceAll(" ", "-")}`, ...rest }]);

const hedge = (list: string, value: Hedge): [string, Hedge][] => phrases(list, value);
const threat = (list: string, value: Polarity): [string, Polarity][] => phrases(list, value);
const basis = (list: string, value: Basis): [string, Basis][] => phrases(list, value);

/** English events: what verbs and nouns say of a force, and what governs them. */
export const events: EventLexicon = {
  verbs: new PhraseTable(VERB_FORMS),
  nouns: new PhraseTable<EventNoun>([
    ...noun("transfer; transfers; arrival; arrivals; deployment; deployments; dispatch; influx; entry; troop deployment; troop deployments; stationing; sending", "arrival"),
    ...noun("invasion; capture; seizure; takeover; recapture", "arrival", { owned: true }),
    ...noun("incursion; incursions; landings; insertion; re - entry; ground incursion", "arrival"),
    ...noun("withdrawal; withdrawals; pullout; pull - out; pullback; pull - back; pulling out; departure; exit; retreat; evacuation; recall; repatriation; troop withdrawal; troop withdrawals; troop pullout; redeployment; disengagement; homecoming; exodus; troop withdrawals; military withdrawal; phased withdrawal; pull - outs; pullouts; phase - out", "departure"),
    ...noun("return home", "departure", { owned: true }),
    ...noun("rotation; rotations; troop rotation; replacement; swap; changeover; relief in place; handover; hand - over; troop rotations; troop exchange", "rotation"),
    ...noun("movement; movements; troop movements; troop movement; exercise; exercises; drill; drills; manoeuvres; maneuvers; patrols; sorties; war games; live - fire activity; military exercise; military exercises; naval exercise; joint exercise; joint exercises; patrol; patrolling; overflight; overflights; maneuver; manoeuvre; war game; military drills; military drill; military manoeuvres; military maneuvers; naval exercises; joint drills; joint drill; naval drills; live - fire exercises; live - fire drills; live - fire exercise; live - fire drill; flypast; freedom of navigation operation; transit; transits; troop transfers; advance; advances; mobilisation; mobilization; call - up; callup; redeployments; crossing; crossings; airspace violation; airspace violations; violation of airspace; air policing", "movement"),
    ...noun("presence; military presence; troop presence; troop strength; strength; number of troops; number of soldiers; troop numbers; troop levels; military footprint; footprint", "strength"),
    ...noun("reduction; reductions; lowering; scaling - down; scaling back; thinning out; thinning; halving; trimming; cut; cuts; drawdown; drawdowns; cutback; cutbacks; shrinkage; force reduction; force reductions; troop cuts; troop reductions; troop reduction; downsizing; decrease; draw - down; troop cut", "change", { direction: "down" }),
    ...noun("enlargement; raising; doubling; tripling; boosting; bolstering; build - up; buildup; build up; increase; reinforcement; surge; expansion; troop increase; military build - up; military buildup; troop buildup; troop surge; build - ups; buildups; reinforcements; strengthening; augmentation; troop build - up; troop increases; concentration; concentrations; troop concentrations; massing; amassing; military build - ups; naval build - up; naval buildup", "change", { direction: "up" }),
    ...noun("involvement; participation; intervention; military intervention; military involvement; entry into the war; armed intervention; ground operation", "involvement"),
  ]),
  controls: new PhraseTable(CONTROLS.flatMap(([lemmas, rest]) => lemmas.split(";").flatMap((lemma) => inflect(lemma.trim()).map(([form, forms]): [string, { control: Control; forms: ReadonlySet<VerbForm> }] => [form, { control: { id: `en/control/${(lemma.trim().split("/")[0] ?? "").replaceAll(" ", "-")}`, ...rest }, forms }])))),
  controlNouns: new PhraseTable<Control>([
    ...controlNoun("plan; plans; order; orders; decision; agreement; pledge; promise; commitment; commitments; mandate; intention; intentions; approval; pact; deal; preparations; campaign pledge", { reality: "planned" }),
    ...controlNoun("proposal; proposals; idea; option; possibility; prospect; recommendation; talk; speculation; hopes; threat; risk; offer; suggestion; suggestions; bid; push", { reality: "hypothetical", certainty: "possible" }),
    ...controlNoun("refusal; rejection; opposition", { polarity: "denied", reality: "planned" }),
    ...controlNoun("denial; lack; absence", { polarity: "denied" }),
    ...controlNoun("demand; demands; call; calls; appeal; request; requests; pressure; timetable; deadline; schedule; date; moves; debate; talks; timeline; votes; vote; motion; petition", { drop: true }),
    ...controlNoun("signs; sign; evidence; reports; report; start; beginning; completion; end; process; phase", {}),
  ]),
  raising: new PhraseTable(RAISING),
  factive: words("after following since despite before with during amid upon for under because by to"),
  topical: words("about on over regarding concerning against"),
  unknowns: new PhraseTable<true>(
    phrases(
      `unclear; not known; unknown; not clear; uncertain; remains unclear; remains unknown; not specified; undisclosed; could not be verified; gave no number; gave no figures; would not say; did not say; declined to say; cannot be judged; not been announced; still clarifying; how many; did not specify; no figures; refused to say; not been disclosed; were now establishing; gave no figure; declined to give; hard to say; impossible to say; no exact number; not immediately clear; difficult to say; not been confirmed; nobody knows; no one knows; not give a number; not give a figure; not give numbers; not give figures; give no number; give no numbers; give no figure; give no figures; gives no number; gives no numbers; gives no figure; gives no figures; gave no numbers; gave no total; not released a total; not released a figure; not released figures; not released numbers; not release a number; not release numbers; not disclosed; not disclose; not disclosed a number; not put a number on it; put no number on it; not given a number; not given a figure`,
      true,
    ),
  ),
  threats: new PhraseTable<Polarity>([
    ...threat("lack the manpower; lacks the manpower; lack the forces; lacks the forces; lack the means; lacks the means; not have the manpower; not have the forces; not have the means; unlikely to have the manpower; unlikely to have the forces; unlikely to have the means; incapable of an offensive; incapable of attacking; in no position to attack; in no condition to attack; absolutely safe; no threat; not a threat; poses no threat; no danger; no immediate threat; no strike group; no strike groups; no offensive group; no strike force; no invasion force; no military threat; no direct threat; is safe; no sign of an offensive; no signs of an offensive; no offensive grouping; not pose a threat; no risk of invasion; isn't an invasion force; is not an invasion force; do not pose a threat; does not pose a threat; not capable of; no imminent threat; no serious threat; no signs of preparations; no preparations for an attack; unlikely to attack; unlikely to invade; too weak to attack; too few to attack; not enough for an offensive; not enough for an invasion; not enough to attack; no plans to attack; no plans to invade; no intention of attacking; no intention of invading; no intention to attack; no intention to invade; not going to attack; will not attack; would not attack; will not invade; would not invade; not amount to a strike group; is under control; remains under control; was under control; under full control; is calm; remains calm; was calm; remains stable; is stable; is controlled; remains controlled; remains fully controlled; fully controlled; is quiet; remains quiet; completely calm", "denied"),
    ...threat("amount to a strike group; amount to an invasion force; amount to an offensive force; form a strike group; form an invasion force; intends to attack; intend to attack; intends to invade; intend to invade; threat; threat from; pose a threat; poses a threat; posed a threat; offensive group; strike force; offensive grouping; invasion force; plans to attack; decision to invade; preparing to attack; preparing an attack; preparing an offensive; preparing for an offensive; preparing to invade; preparing for an invasion; about to invade; ready to attack; ready to invade; threatening to; threatens to attack; threatened to attack; could attack; could invade; may invade; may attack; might attack; an imminent attack; imminent invasion; possible attack; renewed offensive; new offensive; capable of an offensive; threats; pose a danger; poses a danger; posed a danger; posing a threat; pose a risk; poses a risk; a direct threat; a serious threat; preparations for an attack; preparations for an invasion; preparations for an offensive; gearing up for an attack; gearing up for an offensive; gearing up to attack; poised to attack; poised to invade; plan to attack; planning to attack; planning to invade; planning an attack; planning an offensive; plans to invade; could strike; could launch an attack; may launch an attack; could launch an offensive; may launch an offensive; risk of an attack; risk of attack; risk of invasion; danger of an attack; threat of an attack; threat of attack; threat of invasion; fears of an attack; fears of an invasion; fear an attack; fear an invasion; renewed attack", "affirmed"),
  ]),
  assaults: words("attack attacks invasion offensive assault incursion move strike aggression"),
  outlooks: new PhraseTable<Outlook>([
    ...phrases("unlikely; not likely; not expected; not imminent; improbable; out of the question; not in sight; not to be expected; not on the cards; don't expect; do not expect; not planned", { polarity: "denied", certainty: "probable", reality: "actual" } as const),
    ...phrases("likely; imminent; expected; probable; inevitable; looming; looms; being prepared", { polarity: "affirmed", certainty: "probable", reality: "actual" } as const),
    ...phrases("possible; conceivable; cannot be ruled out; can not be ruled out; could not be ruled out; not be ruled out; cannot be excluded; can not be excluded; not be excluded; cannot rule out; can not rule out; not ruled out", { polarity: "affirmed", certainty: "possible", reality: "hypothetical" } as const),
  ]),
  casualties: words("hurt buy buys bought buying purchase purchased deliveries sold selling sells graduation graduated killed dead wounded injured died deaths casualties killing slain bodies fatalities kidnapped abducted detained arrested captured shelled bombed ambushed massacre funeral buried veterans memorial commemorate toll surrendered surrender downed"),
  warfare: words("war fighting combat attack attacks invasion offensive"),
  whatever: words("whether"),
  counts: words("number numbers figure figures total it"),
  threatLinks: words("from by"),
  compoundTails: words("base point points centre center zone area ship routes force"),
  carrying: words("conduct conducts conducted conducting staged stages completed completes completing undertook made makes making began begun held holds holding out launch launches launched launching hold conducting ran run runs start starts started starting began begin begins kicked finished concluded wrapped"),
  prolonging: words("extend extends extended extending prolong prolongs prolonged prolonging renewed renew renews extension prolongation renewal"),
  held: words("held controlled occupied run ruled"),
  hands: words("hands control"),
  plainHands: words("hands"),
  handing: words("in under into"),
  seeing: words("show shows showed showing detect detects detected spot spotted see saw seen observe observed track tracked count counted photograph photographed"),
  calm: words("control calm stable controlled quiet safe"),
  tallying: words("count counted counts"),
  traces: words("sign signs trace traces evidence"),
  forceLinks: words("of by for in"),
  noticing: words("take takes took carried conducted detected observed recorded"),
  capacities: new PhraseTable(phrases("room for; space for; capacity of; capacity for; can hold; could hold; can house; could house; can take; can take in; could take; could take in; can accommodate; could accommodate; able to accommodate; able to house; can shelter; can sleep; designed for; designed to house; designed to hold; built for; built to house; built to hold; meant for; intended for; enough for; beds for; tents for; camp for; camps for; barracks for; quarters for; accommodation for; housing for; can receive; could receive", true as const)),
  completing: words("complete"),
  ongoing: words("continued continuing ongoing current existing permanent long-term prolonged"),
  furthering: words("further to by from again even still"),
  noObjects: words("home when if as"),
  particles: words("back home out in up"),
  lasting: words("remain be"),
  conditions: words("control power charge office talks touch contact force effect doubt custody prison hospital limbo danger trouble negotiations"),
  alerts: words("alert standby readiness"),
  homeward: words("home back out off away"),
  campaigns: words("attack attacks assault assaults siege storming liberation liberating defence defense operation operations mission missions campaign campaigns force war wars fighting combat offensive intervention coalition invasion battle battles hostilities fight conflict battlegroup brigade contingent"),
  ends: words("end close termination conclusion"),
  ending: words("end ends ended ending cease ceases ceased ceasing terminate terminates terminated terminating conclude concludes concluded concluding close closes closed closing"),
  occupying: words("occupying"),
  belonging: words("are were serve served come came belong belonged have had wear stem hail"),
  homes: words("barracks home permanent base bases their its"),
  holding: words("has have had maintains maintain maintained keeps keep kept retains retain retained"),
};

export const hedges = new PhraseTable<Hedge>([
  ...hedge("likely; probably; most likely; presumably; apparently; evidently; seemingly; very likely; highly likely; almost certainly; we assess; in our assessment; our data suggests; our data suggest; data suggest; data suggests; it is our judgment; it was assumed; it is assumed; believed; suspected; an estimated; the estimated; estimates range; estimates vary; estimates put; some estimates; our estimate is; according to our data; by our data; according to our information; it appears that; appears to; appear to; appeared to; seems to; seem to; expected; estimates suggest; understood; my understanding is; i expect; as far as we know; reckons; it is estimated; must have; should be; to our knowledge; i think; i believe; we believe; we think; it is believed; it is thought; is thought to; assess that; believes; assessed", { certainty: "probable" }),
  ...hedge("possibly; perhaps; maybe; potentially; cannot rule out; can not rule out; not ruled out; cannot be ruled out; not rule out; does not rule out; do not rule out; did not rule out; speculation; it is possible that; there is a possibility; unconfirmed; not excluded; does not exclude; might; may; could; can't rule out; depending on whom you ask; rumours; rumors; purported; some signs; can not be excluded; cannot be excluded", { certainty: "possible" }),
  ...hedge("allegedly; reportedly; purportedly; supposedly", { certainty: "possible", hearsay: true }),
  ...hedge("unconfirmed reports; rumours; rumors; alleged", { certainty: "possible", hearsay: true }),
  ...hedge("it is reported that; it was reported that; there are reports; media reports; it is said that; it is learnt; it is learned; repeated reports; reports say; reports suggest; sources say", { certainty: "probable", hearsay: true }),
  ...hedge("unlikely; very unlikely; doubtful; highly unlikely", { certainty: "probable", polarity: "denied" }),
]);

export const bases = new PhraseTable<Basis>([
  ...basis("satellite; satellite image; satellite images; satellite imagery; satellite pictures; imagery; images; video; photographs; pictures; footage; drone footage; a picture taken", "imagery"),
  ...basis("intelligence; military intelligence; intelligence services; intelligence data", "intelligence"),
  ...basis("witnesses; residents; saw; seen; an afp reporter; our correspondent; eyewitnesses; observed; reporter said; journalist", "observed"),
  ...basis("on condition of anonymity; asked not to be named; declined to be named; unnamed; a source; sources said; who asked not to be", "unnamed"),
]);
