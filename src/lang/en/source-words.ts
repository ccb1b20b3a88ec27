import type { ReportClass, SourceLexicon } from "../pack.ts";
import { PhraseTable, phrases, words } from "../phrases.ts";

const verbs = (list: string, value: ReportClass): [string, ReportClass][] => list.split(/\s+/).filter(Boolean).map((word) => [word, value]);
const media = (name: string, aliases: string): [string, { name: string; media?: boolean }][] => phrases(aliases, { name, media: true });
const body = (name: string, aliases: string): [string, { name: string; media?: boolean }][] => phrases(aliases, { name });

/** English words that introduce a source and what it says. Commitment classes follow ../glossary of reporting verbs. */
export const sources: SourceLexicon = {
  verbs: new Map<string, ReportClass>([
    ...verbs(
      `said says say saying told tells tell stated states stating announced announces announce announcing declared declares declare reported reports report reporting
       informed informs added adds add adding noted notes noting stressed stresses emphasized emphasised emphasizes confirmed confirms confirm confirming explained explains
       wrote writes writing tweeted posted posts insisted insists reiterated reiterates repeated repeats underlined underscored recalled reminded mentioned remarked commented
       acknowledged acknowledges admitted admits admit conceded revealed reveals disclosed discloses claimed claims claim claiming boasted boasts boast alleged alleges asserted asserts maintained contends contended
       argued argues assured assures replied responded answered testified concluded concludes specified clarified continued pointed observed charged complained indicated indicates
       affirmed affirm affirms attested attests disclose guessed guesses guess quipped joked jokes summarised summarizes summarized specified specify recounted recounts recount relates related retorted cautions mused surmised
       puts put counted logged spoke speaks speak shows showed show detected observed recorded registered noticed spotted published releases released quoted quotes cited cites accused accuses hailed asked warned warns stress saw sees`,
      "say",
    ),
    ...verbs("denied denies deny denying rejected rejects dismissed dismisses refuted refutes disputed disputes rebutted", "deny"),
    ...verbs("estimated estimates estimate estimating reckons reckoned calculated calculates assessed assesses assess", "estimate"),
    ...verbs("believes believed believe thinks thought suspects suspected assumes assumed expects expect predicted predicts forecast judges judged fears feared hoped hopes", "believe"),
    ...verbs("suggested suggests suggest suggesting speculated hinted implied", "suggest"),
    ...verbs("offered offers offer decided decides authorised authorises authorized authorizes promised promises promise pledged pledges pledge pledging vowed vows vow ruled ordered proposed proposes propose recommended recommends recommend refused threatened urged favours favors agreed envisages insisting vowing", "promise"),
    ...verbs("warned warns warning cautioned", "warn"),
  ]),
  phrasal: new PhraseTable<true>(phrases("call for; calls for; called for; calling for; push for; pushes for; pushed for; pushing for", true)),
  accordingTo: new PhraseTable<true>(
    phrases(
      `according to; per; in the words of; as per; by the account of; in the assessment of; according to statements of; according to statements by; according to a statement by; according to a statement from; according to figures from; according to information of; by information from; after information from; after information of; after statements of; after data of; after words of;
       loudly; as stated by; as told by; as noted by; as confirmed by; as announced by; as claimed by; as explained by; as quoted by; based on information from; by data of; by the data of; by information of; in the opinion of;
       in the view of; according to data from; as reported by; on the word of; by words of; from the words of; quoting; citing; with reference to; according to information from`,
      true,
    ),
  ),
  ownWords: new PhraseTable([...phrases("by his words; by her words; in his words; in her words; in his assessment; by his account; by her account", "person" as const), ...phrases("by their words; in their words; by their account", "persons" as const)]),
  passive: words("quoted cited reported quotes cites"),
  asides: words("in on at during for with while speaking citing quoting writing referring addressing answering asked via through when"),
  seated: words("based headquartered"),
  openRoles: words("familiar briefed close knowledge aware"),
  quotative: words("continued pointed concluded charged"),
  accounts: words("account accounts count counts plan plans estimate estimates reckoning admission figures data tally information assessment"),
  reported: words("report reports claim claims accusation accusations allegation allegations charge charges figure"),
  guesses: words("estimate estimates estimation"),
  own: words("own latest"),
  rolePlaces: words("in at from near"),
  vague: words("military security"),
  authorship: words("by from of"),
  rulers: new PhraseTable<true>(
    phrases("president; prime minister; leader; supreme leader; chancellor; premier; king; emir; sultan; dictator; ruler; strongman; junta leader; military leader; military ruler; interim president; transitional president; interim leader; head of state", true),
  ),
  pointers: words("it this that these"),
  answers: words("a answer"),
  quotedAs: words("as"),
  impersonal: new PhraseTable<true>(phrases("it was assumed; it was estimated; it was believed; it was reported; it was said; it was thought; it is assumed; it is estimated; it was noted; it was stated; it was claimed", true)),
  observing: words("detected observed recorded registered noticed spotted record observe detect notice reported counted saw logged sighted"),
  anyBody: words("department agency service institution office organisation organization body"),
  bodyOffices: words("general"),
  aboutThis: new PhraseTable<true>(phrases("about this; of this; about that", true)),
  stating: new PhraseTable<true>(
    phrases("made this statement; made the statement; made this announcement; made the announcement; made this remark; made these remarks; made the remarks; made these comments; made the comments; made the comment; gave this figure", true),
  ),
  told: words("told tells tell informed assured"),
  roles: new PhraseTable<true>(
    phrases(
      `spokesman; spokeswoman; spokesperson; spokesmen; spokespeople; spokespersons; minister; ministers; prime minister; deputy prime minister; vice prime minister; president; vice president; vice - president; chancellor; premier; king; emperor;
       secretary; secretary general; secretary - general; secretary of state; under - secretary of state; under-secretary; defence secretary; defense secretary; foreign secretary; state secretary; press secretary; undersecretary;
       commander; commander - in - chief; commander in chief; deputy commander; supreme allied commander; chief; chief of staff; chief of general staff; army chief; deputy chief; defence chief; defense chief; police chief; head; deputy head; director; deputy director;
       general; major general; lieutenant general; brigadier; brigadier general; colonel; lieutenant colonel; major; captain; admiral; rear admiral; vice admiral; lieutenant; sergeant; commissioner; inspector general; marshal;
       official; officials; person familiar with the matter; people familiar with the matter; sources familiar with the matter; people familiar; person familiar; people briefed; person briefed;
       people close; person close; people with knowledge; person with knowledge; people aware; person aware; insiders; insider; think tank; think tanks; strategist; strategists; scholar; scholars; scientist; scientists; economist; economists;
       speaker; speakers; spokeman; press officer; press officers; press attache; public affairs officer; chief spokesman; chief spokesperson; chief spokeswoman; ombudsman; prosecutor; prosecutors; lawyer; lawyers; judge; veteran; veterans; survivor; survivors; officer; officers; source; sources; diplomat; diplomats; ambassador; envoy; special envoy; special representative; representative; representatives; governor; interim governor; deputy governor; mayor; senator; senators; congressman; lawmaker; lawmakers; mp; mps; deputy; deputies; legislator;
       leader; leaders; rebel leader; chairman; chairwoman; chair; chief executive; analyst; analysts; expert; experts; researcher; researchers; observer; observers; witness; witnesses; eyewitness; eyewitnesses; resident; residents; villagers; locals; historian; professor; correspondent; reporter; journalist;
       adviser; advisor; national security adviser; national security advisor; aide; founder; administrator; coordinator; attache; military attache; monitor; monitors; watchers; activists; activist; negotiator; mediator; delegate; delegates; member; members; politician; politicians; candidate; candidates; commanders; sheikh; cleric; minister of state; attorney general; auditor; chieftain; elder; elders; traders; drivers; fishermen; doctor; doctors; priest; bishop; teacher; peacekeepers; author; authors; clerk; shopkeeper; farmer; businessman; medics; deputy minister; defence minister; defense minister; foreign minister; interior minister; information minister; deputy defence minister; deputy defense minister; deputy foreign minister; cabinet secretary; counterpart; deputies; politburo member; photographer; pilot; townspeople; townsfolk; inhabitants; inhabitant; leadership; rebel leadership; warlord; warlords; shopkeepers; farmers; teachers; nurse; nurses; passengers; relatives; locals; elders; military attache; field commander; blogger; bloggers; milblogger; milbloggers;`,
      true,
    ),
  ),
  organisations: new PhraseTable<{ name: string; media?: boolean }>([
    ...media("Reuters", "reuters"), ...media("AFP", "afp; agence france - presse"), ...media("Associated Press", "ap; the ap; associated press"), ...media("BBC", "bbc; the bbc"), ...media("CNN", "cnn"),
    ...media("ABC News", "abc news; abc television; abc"), ...media("CBS", "cbs television; cbs; cbs news"), ...media("NBC", "nbc; nbc news"), ...media("Fox News", "fox news"), ...media("Al Jazeera", "al jazeera; al - jazeera"),
    ...media("The New York Times", "new york times; the new york times"), ...media("The Washington Post", "washington post; the washington post; the post"), ...media("The Guardian", "guardian newspaper; the guardian"), ...media("The Daily Telegraph", "daily telegraph"), ...media("The Times", "times of london; the times"), ...media("The Wall Street Journal", "wall street journal"), ...media("Financial Times", "financial times"), ...media("Le Monde", "le monde"), ...media("Der Spiegel", "der spiegel; spiegel"), ...media("Bild", "bild"), ...media("Politico", "politico"), ...media("Bloomberg", "bloomberg"), ...media("Axios", "axios"),
    ...media("Interfax", "interfax; interfax news agency; interfax - ukraine"), ...media("TASS", "tass; itar - tass"), ...media("RIA Novosti", "ria novosti; ria"), ...media("BelTA", "belta"), ...media("Ukrinform", "ukrinform"), ...media("Ukrainska Pravda", "ukrainska pravda; ukrayinska pravda"), ...media("Suspilne", "suspilne"), ...media("RBC-Ukraine", "rbc - ukraine"), ...media("Kyiv Independent", "kyiv independent"), ...media("The New Voice of Ukraine", "the new voice of ukraine; new voice of ukraine"), ...media("Radio Svoboda", "radio svoboda; radio liberty; radio free europe; rfe / rl"),
    ...media("Xinhua", "xinhua; xinhua news agency"), ...media("Kyodo", "kyodo; kyodo news"), ...media("Yonhap", "yonhap; yonhap news agency"), ...media("Anadolu", "anadolu; anadolu agency"), ...media("SANA", "sana"), ...media("SUNA", "suna"), ...media("IRNA", "irna"), ...media("ANSA", "ansa"), ...media("DPA", "dpa"), ...media("PTI", "pti"), ...media("ANI", "ani"), ...media("NHK", "nhk"), ...media("RMF FM", "rmf fm"), ...media("PAP", "pap"), ...media("Telegram", "telegram channel; telegram"), ...media("Twitter", "twitter; x, formerly twitter"), ...media("Facebook", "facebook"),
    ...body("United States Department of Defense", "pentagon; the pentagon; us defense department; u.s. defense department; us department of defense; department of defense"), ...body("United States Department of State", "state department; us state department; u.s. state department"), ...body("White House", "white house; the white house"), ...body("Kremlin", "kremlin; the kremlin"),
    ...body("US Army Europe and Africa", "us army europe and africa; us army europe"), ...body("United States Central Command", "us central command; u.s. central command; centcom"), ...body("US Military", "us military; u.s. military; american military"),
    ...body("State Border Guard Service of Ukraine", "state border guard service; state border service; state border service of ukraine; ukrainian border guard; ukrainian border guards; state border guard service of ukraine; ukrainian state border guard; ukrainian state border guard service; ukraine 's border guard; ukraine 's border service; ukraine 's state border guard service; border guard service of ukraine; ukraine 's border guard service; ukraine 's border guards; dpsu"),
    ...body("Belarusian Hajun", "hajun; belarusian hajun; belaruski hajun; hajun project; monitoring project hajun; belarusian independent monitoring project hajun; belarusian hajun project; the hajun project; hajun monitoring group; belaruski gayun; belarusian gayun"),
    ...body("Institute for the Study of War", "isw; institute for the study of war"), ...body("International Institute for Strategic Studies", "iiss; international institute for strategic studies"), ...body("Stockholm International Peace Research Institute", "sipri; stockholm international peace research institute"), ...body("Center for Strategic and International Studies", "csis; center for strategic and international studies"), ...body("Royal United Services Institute", "rusi; royal united services institute"), ...body("Rochan Consulting", "rochan; rochan consulting"), ...body("International Crisis Group", "international crisis group; crisis group"), ...body("Syrian Observatory for Human Rights", "syrian observatory for human rights"), ...body("Human Rights Watch", "human rights watch"), ...body("Amnesty International", "amnesty international"), ...body("ACLED", "acled"),
    ...body("United Nations", "united nations; un; u.n."), ...body("UN Group of Experts", "un group of experts; u.n. group of experts; united nations group of experts; un panel of experts; u.n. panel of experts; united nations panel of experts"), ...body("NATO", "nato"), ...body("African Union", "african union; au"), ...body("European Union", "european union; eu"), ...body("OSCE", "osce"), ...body("UN Security Council", "un security council; security council; u.n. security council; united nations security council"), ...body("Iraq Study Group", "iraq study group"),
    ...body("General Staff of the Armed Forces of Ukraine", "general staff of the afu; ukrainian general staff; general staff of the armed forces of ukraine; ukraine 's general staff; general staff of ukraine"), ...body("Ukrainian Military Intelligence", "ukrainian military intelligence; defence intelligence of ukraine; defense intelligence of ukraine; gur; hur; ukraine 's military intelligence; ukrainian intelligence; main intelligence directorate"), ...body("United Kingdom Ministry of Defence", "british defence ministry; uk ministry of defence; ministry of defence in london; mod in london; uk defence ministry; british ministry of defence; british defence intelligence; uk mod"),
    ...body("UNIFIL", "unifil"), ...body("MONUSCO", "monusco"), ...body("Hezbollah", "hezbollah"), ...body("Taliban", "taliban"), ...body("M23", "m23"), ...body("Rapid Support Forces", "rsf; rapid support forces"),
  ]),
  organisationHeads: words(
    `authorities agencies services ministries departments governments institutes militaries intelligence presidency junta regime leadership opposition committees councils embassies directorates
     ministry department service agency institute institution centre center council commission committee police command headquarters staff group authority administration
     office university party military congress parliament senate government embassy union league organization organisation association foundation movement front army navy force forces guard guards court bureau board
     mission fund bank academy forum observatory project house pentagon media consulting corps directorate secretariat assembly cabinet coalition network watch`,
  ),
  media: words("newspaper daily weekly magazine television tv radio channel post times news agency telegraph journal tribune herald gazette website portal blog broadcaster press outlet pravda zeitung press-service presse interview"),
  channels: new PhraseTable<string>([
    ...phrases("on national television; on the air of national television; national television", "national television"),
    ...phrases("on the air of the national telethon; on the national telethon; national telethon; on national telethon; the telethon; a telethon", "national telethon"),
    ...phrases("state television; on state television; state tv; state - run television; russian television", "state television"),
    ...phrases("on telegram; in a telegram post; telegram channel; on its telegram channel; on his telegram channel", "Telegram"),
    ...phrases("on twitter; in twitter; on his page in twitter; in a tweet", "Twitter"), ...phrases("wrote on x; on x; posted on x", "X"), ...phrases("on facebook; in a facebook post; facebook page; on its facebook page; on his facebook page", "Facebook"),
    ...phrases("news reports; news reports said", "news reports"), ...phrases("local media; local media reports; local media said", "local media"), ...phrases("u.s. media; us media; the us media; american media", "US media"), ...phrases("state media", "state media"), ...phrases("russian media", "Russian media"), ...phrases("media reports", "media reports"),
  ]),
  titles: words("mr mr. mrs mrs. ms ms. dr dr. gen. gen col. col lt. lt maj. maj capt. capt sgt. adm. brig. brig rear vice-admiral prof. president general colonel major captain admiral lieutenant sheikh sir lord senator prime foreign defence defense minister king queen prince pope chancellor premier commander secretary ambassador governor"),
  singular: new Map([["he", "person"], ["she", "person"], ["it", "body"], ["they", "persons"], ["i", "person"], ["we", "persons"], ["him", "person"], ["her", "person"], ["them", "persons"]]),
  documents: words("statement report bulletin document notification communique release paper memo update briefing agreement understanding accord resolution letter text press"),
  particles: words("al el ibn bin ben de da di do dos das del della der den van von la le du ul abu st. jr. jr sr. iii ii"),
  that: words("that"),
  putting: words("put puts"),
  bodyRelatives: words("which whose with where"),
  adverbs: words("however meanwhile but instead thus nonetheless nevertheless besides also earlier later further then again separately meanwhile however repeatedly reportedly recently once previously already openly flatly publicly officially today yesterday now still additionally never had has have"),
  stateBodies: words("authorities presidency junta regime ministry army navy military police government parliament command guard guards staff forces department embassy cabinet senate"),
  outlets: words("agency newspaper paper website portal outlet channel"),
  departments: words("ministry department"),
  offices: words("minister secretary ministers"),
  possessors: words("its their"),
  groupEnds: words("after during before on at following speaking when as"),
  relaying: words("with on by to citing loudly"),
  relayingThe: words("with by to loudly"),
  speaking: words("spoke speaks speak"),
};
