"""Abbreviations whose full stop ends no sentence, by language.

All are data: lower case, without full stops, one string a language. Single letters and short words without a vowel need
no entry.
"""

from __future__ import annotations

from lint_rules._words import words_of

_ABBREVIATIONS = {
    "en": "adm approx apr assoc asst atty aug ave blvd brig capt cf chas cmdr col comdr cong cpl dec dept dist div dr "
    "eds eq esp excl ext feat feb figs gen gov govt hon hwy incl indep insp inst intl jas jun lieut lt messrs mlle mme "
    "mmes mr mrs ms mt natl nov oct pkwy pres presb prin prof profs reg regt rep repr reps rev revd secy sen sep sept "
    "sgt st sts supt surg thos thurs treas tues univ viz vols vs",
    "de": "abb abg abh abk abs adj akad allg alttest amtl angebl anl anm apl apost aufl ausg ausschl bayr bd bearb "
    "begr bes betr bez bezgl bundesl bzgl bzw ca chem dergl dez dipl doz durchschn ebda ehem eidg eigtl einschl elektr "
    "engl entspr erg erl ev evtl exkl fa fam febr fig forts fr frl fürstl geb gebr gef gegr geogr geol gesch gez ggf "
    "griech handw hg hist hl hrsg ing inh inkl insb insbes jap jh jr jur kap kath komm konst korr landw lat led lib "
    "lic lit luth masch math mech med mia mind mio mitgl mod mrd möbl nachf nachm neutest nom nov nr oblt obltn okt "
    "orig parl phil phys pol prim priv prot prov präs psych quadr rd rechtl redakt ref reg rel resp russ röm sek sept "
    "sog soz spez staatl stellv stk str suppl syst südl tab techn tel theol tsd tägl ugs umg unbek univ unterz urk "
    "urspr ursprgl usf var verf verh verm versch vert vertr verw veröff vgl vorl vorm vors wiss zb zit zool zus zuz "
    "zzgl österr übers",
    "fr": "abrév adj adjt adm admin al anc ann annot anon approx appt apr apt arr art asc ass av ave avr bd bibl biogr "
    "boul bull bât cdt cf chap chbre chem circ cit civ cne coll compl conf crim cuis dest dict dim dir distr doct "
    "dr drs déc décr dép dépt encycl env ets ex exp ext fac-sim fasc faub fbg fig févr gal gouv grav gén hab hist "
    "ibid id imp inv inéd janv juil jur lat lieut litt liv loc lun me mgr mlle mlles mm mme mmes mod mss nb nbr nov "
    "obs oct op ord orig ouvr parag pl plur pp princ prof prov prox préf pt péj qqch qqn rel rens resp rte réf rééd "
    "secr sgt sing soc spéc sq st ste stes sts sté subst suiv suppl syn tab trad trib tél télégr univ usu ven vols "
    "éd édit éds équiv éts étym",
    "es": "abr adm admón afmo ago alm apdo aprox apto arq art arts av avd avda bda bto ca cap caps cf cfr cit cmdte cnel "
    "col ctra cts dcha dcho dep depto dic dir dn dom dpto dr dra dras dres dto dña ed edif edit eds ej ene entlo "
    "esq excma excmo excmos fasc fdo feb fig figs fol fracc gen gob gral gte hab hna hnas hno hnos ib ibíd ilma "
    "ilmo inc ing inst izda izq jr jue jul jun kgs lic licda licdo lun lám min mié mons mss mtra mtro mun máx mín "
    "nov nro nros ntra ntro núm núms ob oct op ord pbro pdte pl plza ppal prof profa prol prov pso pta ptas ptos "
    "pts pza pág págs párr rdo ref rev rte rvdo sdad secr sept sgto sig sigs sr sra sras sres srta srtas ss sta ste "
    "sto sáb tel teléf tfno tlf trad tte tít ubic ud uds univ urb vd vdo vds vid vie vol vols vs íd",
    "it": "ab abbr acc agg ago all amm apr arch art artt avv ca cap capp card cass cav cell cf cfr chiarmo cit civ cod "
    "col coll com comm coord corr cost cso dic dip dir dis disp dom dott dottssa dr drssa ed edd ediz egr es estr "
    "fasc feb fig figg filos fraz gazz gen gent gentma gentmo geom gg gio giu ibid id ill ind ing ingl int intern "
    "introd isp ist lat lett lgo loc lug lun mag magg maresc mart mer min mitt mons mq naz nn nov nr num ogg on op "
    "ord ott pag pagg par parr pen pp pref proc prof profssa prot prov pza pzza rag reg regol ric rif rist sab seg "
    "segg segr sen sent serg sett sez sezz sig sigg signa sigra sigri sped spett ss sto tab tabb tav tavv tel ten "
    "tr trad trib uff univ vd ven vle vol voll vs",
    "pt": "abr adm adv ago alm ap aprox apt apto arq art arts av bl brig cap caps card cel cf cfr cia cit civ cj conj "
    "const coord cx cód dec decr dep depto des dest dez dir dpto dr dra dras drs ed edif edit eds eng enga engo esp "
    "estr ex exma exmo exmos fasc fev fig figs fl fls gen gov hab hist ib ibid id ilma ilmo inc incs ingl inst jan "
    "jd jr jul jun lat leg lgo liv lj loc lt maj min mons mun máx mín nov núm núms ob obs op org orgs out parág pe "
    "pgto pp pq prof profa profas profs prov pág págs pç pça qd qde qtd qua qui ref rem rep res rev revmo rod seg "
    "segs sen sgt sl sr sra sras srs srta ss sta sto sáb séc sécs tab tel telef ten tlm tom trad trav téc tít univ "
    "vid vl vol vols vs",
    "nl": "aanh aanv abt adj adv afb afd afk afl afz agr alg alh amer ang antw apr aug beh bep besl betr bew bibl bijl "
    "bijv bijz bisd blz bv cal cand cat comm conc const corr dec dept dhr disc dist div doc drs ds duits eig eigenl "
    "eigl eng ev evt exc excl febr fig fotogr frans geb gebr ged gedep gem gemid geref gesch gez hist hoofdst incl ing "
    "inh inl inst inz ir jur kand kapt kard kath kol lett lic luit luth maj mej mevr minr mr muz nov nr num oct okt "
    "omstr ong onz oorspr opg opl opm opp overl pag parl parlem pol prot prov pseud publ rechtspr red ref reg resp "
    "sald secr sept spec st stud suppl symf tab tech tel temp theol toel toep uitg uitgev uitsl uitz univ verb verg "
    "verh verm vert verz vol voorl voorm voorz weth zgn ziekenh zr",
    "sv": "adr ang anm ansv apr arb arr artill aug avd avdeln avs bif bitr bl bla ca civ dat dec dep dipl dir disp div "
    "doc dvs eg ekon elektr eng enl etabl ev exkl exp fakt fam fd febr fig forts fr förb föreg förf förk förs förv gen "
    "gmla grevl hr ing inkl inr inspl inst intr jur kand kap kapt kl komm kommend krim lic lit lägenh lärj lör mek "
    "milj mån möjl nov nr nuv obs odont okt onsd ordf ordin orig pens pol polit prel pres proc prof progr prot publ "
    "red ref reg regem rel resp riksd rubr sekr sept sid sign sjukh sk spec st sthlm stud suppl tab tandl tekn tel "
    "teol tex tidn tisd torsd univ uppg uppl urspr utb utg utr vanl vard vetensk årg övers överstelt",
    "da": "adj adm adr afd afg afs afsn agt akk alm ang anm apr arb arr ass aug aut bibl bl bla borgm bygn ca cand "
    "cirk civ dec dep dept dipl dir disp distr div dok dvs eft ejd eks eksam ekskl eksp elektr eng etabl evt exam fa "
    "fam fig forb forf forh fork forr forts fuldm fung fx fys gen genf grev gyld hist hr iflg ifm iht ing inkl insp "
    "inst instr int isf jf jur kap kapt kl koll komm kons kr landsf lic litt maks medl mht mio nov nr nuv næstf obs "
    "okt omg omkr opg opl opr org orig overs ovf pag pga phil pkt pol pres prod prof prot prov præs red redakt ref reg "
    "rel resp rev sekr sept skuesp spec stk stud suppl særl tab tekn telf teol tilh tillsv tilsv tlf udg udtr ugtl "
    "univ uvst vedr vejl vha videnskabl vol vsa årg økon øv",
    "nb": "adj adm adr afd agt alm amer ang ank anm apr arb arr ass aug autom avd avg avs bla borgerm ca cand civ dep "
    "dept des desim dir disp distr div eks ekskl eksp elektr eng etabl evt fa fam febr fig forb forf fork forr forts "
    "fung fys gen hist iflg ifm iht ill ing inkl insp inst instr isf jun jur kand kap kapt klge komm kons maks medl "
    "mill nat nov nuv obs odont okt omtr oppdr oppg oppl opr org orig osb ovf pga phil pol pres prod prof prom prot "
    "prov red ref reg rel resp rev sekr sept siv skuesp soknepr spes stud suppl tab tannl tekn telf teol tilh tilsv "
    "ult univ utg utt vedr vha vitensk vol årg økon øv",
    "fi": "adj alik alil alok apul apulaisprof arkkit arv ay dipl dos ekon elok em emer erik esik esim ev evl evp fil "
    "heinäk helmik hist hlö hra huhtik hum huom ilm ins jatk joht jouluk julk jur kand kapt kasv kaup kenr kenrl kesäk "
    "ketj kirj kirk klo koht kok komm kontr kpl ks kust lab lat leht lih liik lis lokak luk lukum luutn lyh lääk "
    "lääket maalisk maist marrask matem metsänh milj mm muist mus nim nimim nro ns nyk os osak perj pnä poik prof pros "
    "prov puh päätoim raj rek rov ruots sair saks san seur siht siv skand sos suom synt syysk sähk tait tal tammik "
    "tamp tark tekn teol terv tms toht toim toukok tri ts tsto tuom valt valtiot var varap varat varatuom vast vko vrt "
    "yhd yht yl ylil ylim yliopp",
    "pl": "abp adw al asp bp bł błog chor cit cyt czerw czw doc dot dr ds dyr dz fot gen godz gr grud hab hr im insp inż "
    "jw kard kl kol kom kon kpr kpt ks kwiet lek lic lip lut med mgr mies min mjr mld mln mł nadkom niedz np nr nt "
    "ob obr odc ok op oprac os pkt pl plut pocz podkom pok pon por pos pow poz poł ppor ppłk pracow prof przew "
    "przyp ps pt płk rdz red ref rep rozdz rtm ry rys rz sekr sierp sierż sob st str stycz styczn szer tel tj tow "
    "tys tyt tzn tzw tłum ub ul ur ust wg wiceprez wizyt woj wrz wsch współcz wt wyd wyst xbp zach zam zast zm zob "
    "zw łac śp śr św śś",
    "cs": "akad ang angl arch atp bc bl blah brig břez cca cit csc des dir doc dop dr ev event fol franc gen hist hl ing "
    "inž ital jj judr kap kol kpt kr květ lat lit maj mgr mil min mj mjr mld mob mudr mvdr nakl např nar ned npor "
    "nábř nám něm ob obr obv odb odd odp odst okr orig ost out paeddr phdr plk pon popř por pozn pplk ppor prap "
    "prof prom pros pí písm př překl přibl příp přísl ref resp rndr roč rtm rus sek sev sob soukr sr srov srp st "
    "stol str stř sv tab tel thdr tis tj tzn tzv tř ul ved vl voj vol vs vyd vyhl vyst vých vč zast zač zejm zemř "
    "zn zvl zák záp ún út úř čerc čj čl čp čtv čís ř řed říj špan žel",
    "ro": "acad adm alin ap apr aprox arh art asist aug av bd bdul bl bld bvd cca cf cit col com conf coord cpt dec dep "
    "dept dir dl dlui dna dnei dr dum dvs dșoara ec ed engl et ex feb fig fr germ hot ian ibid id ing inst int intr "
    "iul iun jr jud lb lect lit lt lun mil min mld mon mr mun nov nr oct of op ord pag pct plt pp pr prep prof ps "
    "red ref reg resp sc sect sept sf sft soc str sâm tab tel tov trad univ urm vol vs șos",
    "hu": "alap alez alosz aug belgy bpi cca civ csüt dec doc dr döntv ezr ezrds eü febr fhdgy fiz ford főh főisk "
    "főorv főszerk főtitk főv gimn hdgy hgy hiv honv id ifj igazg ill irod isk jegyz júl jún kalk kat kb koll korm köv "
    "közg közl közp lakt ld luth megh megj megv miniszt márc mérn nov nyilv nyug okl okt op orsz ovh pl pol polg prof "
    "pság ref róm spec stb szept szerk szerv szfőv szla szoc szt szül tanfely tel tisz tört törv ua uo vez vki vmi "
    "várm vízv vö zászl ált ápr átl évf özv ún ügyv őrgy őrm",
    "tr": "akad alb ans apt ark arş asb asist astsb atm atğm av belg bulv böl cad coğ cumh dek doç doğ dr ecz ed edb "
    "ens fak fel fiz gen genkur gnkur görv hek huk imz ing inş isv ital jap jeol koor lat mah mec memb mes mim min muh "
    "müd müf müh mühn müz no nu nöb opr ord ort osb osm oğl pol prof prog pros sok sred tel telg temm terc tic tuğa "
    "tuğal tuğg tüma tümg uzm vb vek vet vs yard yb yd yk yrb yrd yzb ziy zool çev ölm ölç ör örn öğr üni ünv üstğm "
    "üçvş şti",
    "ru": "авг авт адм акад англ апр арт архиеп асп афин букв бул бульв вв вестн вт вып гг гл гор гос госп гр греч д-р "
    "дек дер доб док докт долл доп доц ед еп жит журн зав зам засл иером изб избр изв изд ил илл им ин инд инж исп "
    "испр ист ит итал июл июн канд кв кн коммент коп корп корр лат лейт лит макс мин митр мкр мкрн мл млн млрд моб "
    "муз наб наим напр наприм нар науч нач нем ноя нояб обл обр оз ок окр окт ориг отв оф пер перен пл пн подполк "
    "полк польск пом пос пп пр предисл предс приб прибл прил прим примеч просп прот проф прп псевд пт разг разд ред "
    "реж респ рис руб рус сб св секр сен сент серж см сн соавт соб собр сокр сост соч спец ср ст стр строен сщмч "
    "табл тел тов тт туп тыс укр ул урожд устар уч фев февр филол филос фр франц худ хут цит чл чт экз экон эт юрид "
    "янв яндекс",
    "uk": "авт адм акад англ арт бл буд бул бульв верес вид вип вт вул гл год гр грец грн груд див дод докт дол доц екз "
    "жовт зав засл заст зб канд кап кв квіт кн коп корп лат лейт лип листоп лют мкр млн млрд моб муз наб напр "
    "наприк наприкл нар нач нд нім обл од окр оф пер перекл пл пн полк пор порівн пп пр прибл прим пров просп проф "
    "пт підполк ред реж рис рос рр сб св сек секр серж серп смт соч спец ср ст стор січ табл тел тис тов туп укр "
    "упоряд урод фр хв худ цит черв чл чт шос шт ім інж",
    "el": "άρθρ αγ αγγλ αι αικ αναπλ ανων απρ αρ αρθρ αριθ αρχ αρχιμ αυγ αύγ βλ βουλ γαλλ γεν γερμ γρ γραμμ δεκ δευ δευτ "
    "δηλ δημ διευθ δισ δισεκ δρ δρχ εδ εικ εκ εκατ εκδ επιμ εσωτ εταιρ ιαν ιουλ ιουν ιούλ ιούν ιταλ κα κεφ κκ κοιν "
    "κος κυρ κωδ κων λατ λεπ λεωφ λοχ λχ μάι μάρ μαρ μεσ μετ μητρ μτφρ νεοελλ νοέ νοε νομ οδ οκτ παρ παράδ παράρτ "
    "πεμ περ πιν πλ πρβλ προεδρ πρωθ πχ σαβ σελ σεπ σεπτ σημ σσ στρ συγγρ συν σχ ταξ ταχ τετ τευχ τεύχ τηλ τμ τομ "
    "τρ τόμ υπ υποσ υποστρ φεβ χιλ χφ",
}

ABBREVIATIONS = {language: words_of(words) for language, words in _ABBREVIATIONS.items()}
"""What stands before a full stop that ends no sentence, by language; single letters need no entry."""

ORDINAL = frozenset(["cs", "da", "de", "fi", "hr", "hu", "nb", "pl", "tr"])
"""Languages that write a full stop after an ordinal number."""

EVERYWHERE = words_of("dr mr mrs ms prof st sr sra")
"""Titles that texts of every language use."""

FINAL = words_of(
    "etc usw uvm udgl usf osv mm m.m mfl m.fl o.l o.d ecc itp itd vb stb ym jne yms κ.λπ κλπ т.д т.п др тощо apod atd "
    "s.r.o a.s o.o sp.j s.p.a s.r.l s.n.c s.a s.l s.a.s s.c e.v inc ltd corp co jr llc plc gmbh a.g ag n.v b.v "
    "руб коп грн чел zł kč"
)
"""What often ends a sentence with its own full stop: a sentence begins after it if a small word or a verb shows it."""
