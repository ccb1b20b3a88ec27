// Folded names that stand for a place less often than for something else. Read when the gazetteer is compiled.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Never a place, however many people live in a town of that name: ranks, military words, months, public names. */
export const NEVER_PLACES = words(`
  of most force forces mission independence union reading man mobile orange police general major colonel captain
  sergeant lieutenant admiral marshal commander army navy marine marines corps guard guards battalion brigade regiment
  division company squadron fleet camp base fort fortress garrison barracks field airfield airport port harbor harbour
  troops soldier soldiers officer officers officials minister president king prince princess queen pope sultan emir
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday easter christmas ramadan
  north south east west centre center central northern southern eastern western
  vladimir bush kerry prodi obama trump biden clinton putin medvedev yeltsin lukashenko zelensky zelenskyy zelenskiy poroshenko
  shoigu gerasimov lavrov peskov blair brown cameron thatcher straw chirac sarkozy hollande macron merkel schroeder
  scholz berlusconi dalema erdogan assad saddam hussein maliki allawi talabani sistani sadr karzai musharraf bhutto
  sharon olmert netanyahu abbas arafat mubarak gaddafi qaddafi kadhafi bashir kabila museveni kagame mugabe gbagbo
  rumsfeld powell rice cheney gates petraeus casey abizaid franks sanchez mcchrystal odierno mattis milley austin
  annan ban guterres solana scheffer robertson rasmussen stoltenberg rutte koizumi abe kishida howard rudd arroyo
  marcos duterte thaksin suharto habibie wahid megawati yudhoyono milosevic tudjman izetbegovic thaci rugova vucic
  berisha nano rama maduro chavez uribe castro lula xi hu jiang deng mao kim
  arab arabs kurd kurds kurdish serb serbs muslim muslims sunni shia shiite shiites jew jews jewish christian christians pashtun tamil hutu tutsi
  allah islam quran koran sharia taliban mujahideen fatah hamas hezbollah hizbullah jihad intifada
  media agence reuters xinhua interfax tass associated press sputnik novosti
  delta echo bravo alpha foxtrot tango sierra romeo juliet oscar whiskey yankee zulu
  apache cobra chinook mirage rafale tornado phantom hercules scud patriot stryker abrams bradley leopard
  republic democratic peoples federal federation government united nations national international
  coalition alliance allied allies embassy parliament senate congress assembly council commission committee house
  line front border frontier zone area sector district province region county state territory village town city
  mount mountain river lake valley island islands hill hills bay gulf cape sea ocean coast beach bridge road
  victory liberty freedom peace hope faith eagle lion tiger falcon shield storm sword arrow dawn thunder
  usa uk un eu nato us`);

/** A place although the word lists or the names below say otherwise. */
export const KEPT_PLACES = words(`
  bor wau gao split nice bath brest gori homs gaza goma tartu narva tapa kent essex derry cork lima turin milan
  cologne hamburg frankfurt bordeaux toulon plymouth portsmouth norfolk manila jersey odessa tripoli canton
  sparta crete cyprus malta corfu sofia florence angola bogota troy java perth darwin`);

/** Given names and surnames, of many countries, that small towns bear too. */
export const PERSON_NAMES = words(`
  smith johnson williams jones davis miller wilson moore taylor anderson thomas jackson white harris martin thompson
  garcia martinez robinson clark rodriguez lewis lee walker hall allen young hernandez king wright lopez hill scott
  green adams baker gonzalez nelson carter mitchell perez roberts turner phillips campbell parker evans edwards collins
  stewart sanchez morris rogers reed cook morgan bell murphy bailey rivera cooper richardson cox howard ward torres
  peterson gray ramirez james watson brooks kelly sanders price bennett wood barnes ross henderson coleman jenkins
  perry powell long patterson hughes flores washington butler simmons foster gonzales bryant alexander russell griffin
  diaz hayes myers ford hamilton graham sullivan wallace woods cole owens reynolds fisher ellis harrison gibson
  mcdonald cruz marshall ortiz gomez murray freeman wells webb simpson stevens tucker porter hunter hicks crawford
  henry boyd mason morales kennedy warren dixon ramos reyes burns gordon shaw holmes rice robertson hunt black daniels
  palmer mills nichols grant knight ferguson rose stone hawkins dunn perkins hudson spencer gardner stephens payne
  pierce berry matthews arnold wagner willis ray watkins olson carroll duncan snyder hart cunningham bradley lane
  andrews ruiz harper fox riley armstrong carpenter weaver greene lawrence elliott chavez sims austin peters kelley
  franklin lawson fields gutierrez ryan schmidt carr vasquez castillo wheeler chapman oliver montgomery richards
  williamson johnston banks meyer bishop mccoy howell alvarez morrison hansen fernandez garza harvey little burton
  stanley nguyen george jacobs reid fuller lynch dean gilbert garrett romero welch larson frazier burke hanson day
  mendoza moreno bowman medina fowler brewer hoffman carlson silva pearson holland douglas fleming jensen vargas byrd
  davidson hopkins may terry herrera wade soto walters curtis neal caldwell lowe jennings barnett graves jimenez horton
  shelton barrett obrien castro sutton gregory mckinney lucas miles craig rodriquez chambers holt lambert fletcher
  watts bates hale rhodes pena beck newman haynes mcdaniel mendez bush vaughn parks dawson santiago norris hardy love
  steele curry powers schultz barker guzman page munoz ball keller chandler weber leonard walsh lyons ramsey wolfe
  john robert michael william david richard joseph charles christopher daniel matthew anthony mark donald steven paul
  andrew joshua kenneth kevin brian edward ronald timothy jason jeffrey jacob gary nicholas eric jonathan stephen
  larry justin brandon benjamin samuel raymond frank patrick jack dennis jerry tyler aaron jose adam nathan zachary
  peter kyle walter ethan jeremy harold carl keith roger gerald terence sean arthur jesse albert joe bruce alan ralph
  roy eugene wayne louis philip bobby johnny vincent victor martin ernest mary patricia jennifer linda elizabeth
  barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley emily donna michelle carol amanda melissa
  deborah stephanie rebecca laura helen sharon cynthia kathleen amy angela anna ruth brenda pamela nicole katherine
  virginia catherine christine samantha debra janet carolyn rachel heather maria diane julie joyce victoria kelly
  christina lauren joan evelyn olivia judith martha cheryl andrea hannah jacqueline ann gloria jean kathryn alice
  teresa sara janice doris madison julia grace judy abigail marie denise beverly amber theresa marilyn danielle diana
  brittany natalie sophia rose isabella alexis charlotte
  ahmed ahmad muhammad mohammed mohammad mohamed mahmoud mahmud hassan hasan hussain hussein husain ali omar umar osman
  othman ibrahim ismail yusuf yousef youssef khalid khaled abdullah abdallah abdul rahman rahim karim kareem salim salem
  saleh salih said saeed sayed nasser nasir naser mustafa mansour mansur jamal kamal tariq faisal fahd sultan rashid
  rasheed hamid hameed hamad habib aziz latif majid malik mubarak musa moussa isa issa yasin yassin zaki zaid ziad
  khan shah mirza akbar akhtar anwar iqbal aslam butt chaudhry singh kumar sharma gupta patel rao reddy das roy sen
  rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti mancini costa giordano rizzo
  lombardi moretti barbieri fontana santoro mariani rinaldi caruso ferrara galli martini leone longo gentile
  martinelli vitale parisi silvestri bernard dubois robert durand leroy moreau simon laurent lefebvre michel bertrand
  roux morel fournier girard bonnet dupont rousseau muller schneider fischer becker schulz hoffmann koch bauer richter
  klein wolf neumann schwarz zimmermann braun hofmann hartmann werner krause lehmann kohler herrmann walter konig
  ivanov petrov sidorov smirnov kuznetsov popov sokolov lebedev kozlov novikov morozov volkov pavlov semenov golubev
  bogdanov vorobyov fedorov mikhailov belyaev tarasov belov orlov kiselev makarov andreev ivan dmitry sergei sergey
  vladimir alexei andrei nikolai mikhail boris igor oleg yuri viktor pavel anatoly vasily oleksandr volodymyr
  shevchenko bondarenko kovalenko tkachenko kravchenko moroz melnyk franko
  tanaka suzuki takahashi watanabe yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue
  kimura hayashi shimizu yamazaki mori abe ikeda hashimoto ogawa okada goto hasegawa murakami kondo ishii
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo park choi jung kang yoon jang lim
  santos oliveira souza pereira lima carvalho ribeiro almeida ferreira gomes martins araujo barbosa rocha dias nunes
  moreira cardoso teixeira correia mendes vieira monteiro duarte nogueira machado freitas neto
  sanders juan carlos jorge luis miguel manuel pedro fernando francisco antonio alejandro rafael ramon enrique ricardo
  eduardo javier sergio alberto roberto diego andres pablo mario hugo raul arturo felipe gabriel ignacio julio
  mwangi kamau otieno ochieng odinga kenyatta kibaki okello museveni kony otti deby diallo traore keita coulibaly
  toure camara conde sow barry bah kone ouattara bedie sankara compaore doe taylor johnson sankoh koroma kabbah`);
