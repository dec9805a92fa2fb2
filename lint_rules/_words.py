"""Small words of many languages: they tell which language a text is in, and prose from names.

All are data: lower case, one string a language. A word that a document itself uses counts as much as these do; the
lists only help where the document is short.
"""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of a string that are set apart by spaces."""
    return frozenset(text.split())


_COMMON = {
    "en": "a about according across added after again against ago all almost along already also although always among "
    "an and another any are around as asked at away back be became because been before behind being best better both "
    "but by came can come could despite did do does doing done down during each early either else enough ever every "
    "few first for found four from gave get give given go going got had has have having he her here him his how "
    "however i if in including instead into is it its just later least less like made make many may me meanwhile more "
    "most much must my near never next no nor not now of off often on once one only onto or other others our out over "
    "own perhaps said same says see several she should since so some still such take taken than that the their them "
    "then there these they this those though three through to together told too took two under until upon us used very "
    "want was we well went were what when where whether which while who whose why will with within without would yes "
    "yet you your",
    "de": "ab aber alle allem allen aller allerdings alles als also am an andere anderen auch auf aus außerdem bei "
    "beim bereits bevor bin bis bisher blieb da dabei dafür dagegen daher damals damit danach dann daran darauf darum "
    "darüber das dass davon davor dazu dein dem den denn der deren des deshalb dessen deswegen dich die diese dieser "
    "dieses dir doch dort du durch eben ebenso ein eine einem einen einer eines einige einmal er erklärte erst erste "
    "es etwa etwas euch fast für gab ganz gar gegen gegenüber geht gewesen gibt habe haben hat hatte hatten hier "
    "hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem innerhalb ins inzwischen ist jede jeden "
    "jeder jedes jedoch jetzt kam kann kaum kein keine keinen keiner konnte konnten könne können könnte könnten lassen "
    "laut ließ macht man manche mehr mein meine mich mir mit muss musste mussten müsse müssen nach nachdem neben nicht "
    "nichts nie niemand noch nun nur ob obwohl oder ohne sagt sagte schließlich schon schrieb sehr sei seien sein "
    "seine seinem seinen seiner seines seit selbst sich sie sind so sogar soll sollen sollte sollten somit sondern "
    "sonst sowie später stand statt steht trotz trotzdem um und uns unser unsere unseren unter viel viele vielen "
    "vielleicht vom von vor wann war waren warum was wegen weil weiter weitere weiteren welche welcher wenige wenn wer "
    "werden wie wieder wir wird wo wohl wollen wollte wollten worden wurde wurden während würde würden zu zudem "
    "zuletzt zum zunächst zur zwar zwei zwischen über",
    "fr": "a ai aient ainsi alors après as assez au aucun aucune aujourd auprès aussi autant autour autre autres aux "
    "avaient avait avant avec avoir beaucoup bien c c'est car ce ceci cela celle celles celui cependant certaines "
    "certains ces cet cette ceux chacun chaque chez ci comme comment contre d dans de depuis dernière derrière des "
    "deux devant dit doit doivent donc dont du durant dès déjà désormais elle elles en encore enfin ensuite entre "
    "environ est et eu eux explique faire fait faut grâce hier hors ici il ils jamais je jusqu jusque l la laquelle "
    "le lequel les leur leurs loin lors lorsqu lorsque lui m ma mais malgré mes mieux moins mon même mêmes n ne ni "
    "non nos notre nous on ont or ou oui où par parce parfois parmi pas pendant personne peu peut peuvent plus "
    "plusieurs plutôt pour pourquoi pourtant près pu puis puisque qu quand quant que quel quelle quelles quelqu "
    "quelque quelques quels qui quoi rien s sa sans se selon sera seront ses seul seulement si sinon soit son sont "
    "sous souvent suis sur surtout t tandis tant tel telle tes ton toujours tous tout toute toutefois toutes trop "
    "très tu un une va vers voici voilà vont vos votre vous y à ça étaient était étant été être",
    "es": "a además ahora ahí al algo algunas algunos allí ante antes aparte apenas aquel aquella aquí así aun aunque aún "
    "bajo bien cada casi como con contra cual cualquier cuando cuya cuyo cuál cuándo cuánto cómo de debe del desde "
    "después dice dicen dicho dijeron dijo donde dos durante dónde e el ella ellas ello ellos en entonces entre era "
    "eran es esa esas ese eso esos esta estaba estas este esto estos está están explicó fue fueron gracias ha haber "
    "había habían hace hacia han hasta hay hemos hoy incluso junto la las le les lo los luego me mediante menos mi "
    "mientras mis mismo mucho muchos muy más mí nada nadie ni ninguna ningún no nos nosotros nuestra nuestro nunca "
    "o os otra otras otro otros para pero poco por porque pronto puede pueden pues que quien quienes quiere quién "
    "qué se sea según ser será si siempre sin sino sobre solo son su sus sí sólo tal también tampoco tan tanto te "
    "tiene tienen toda todas todavía todo todos tras tu tú un una unas uno unos usted ustedes va varios y ya yo él",
    "it": "a abbiamo ad adesso ai al alcune alcuni alla alle allo allora altre altri altro anche ancora appena avere "
    "aveva avevano c che chi ci cioè ciò coi col come con contro così cui da dai dal dalla dalle dallo davanti "
    "degli dei del dell della delle dello dentro detto di dice dietro dopo dove dovrebbe due dunque durante e ebbe "
    "ecco ed era erano essere essi fa fatto fino fra fu furono già giù gli grazie ha hai hanno ho i ieri il in "
    "infatti infine inoltre insieme intanto invece io l la le lei li lo loro lui ma mai me mentre mi mia mio molti "
    "molto ne neanche negli nei nel nell nella nelle nello nessun nessuna nessuno niente no noi non nostra nostro "
    "nulla nuovo né o oggi ogni ognuno oltre ora ormai ossia ovvero parte per perché perciò perfino però più poco "
    "poi prima proprio può qua qualche qualcuno quale quali quando quanto quasi quel quella quelle quelli quello "
    "questa queste questi questo qui quindi saranno sarà se secondo sei sempre senza si sia siamo siano solo sono "
    "sopra sotto spesso spiega sta stata state stati stato su sua sue sugli sui sul sulla sulle sullo suo suoi sì "
    "tale tali tanto te ti tra troppo tu tua tuo tutta tutte tutti tutto un una uno va verso vi viene voi è",
    "pt": "a afirma afirmou agora ainda algo algum alguma algumas alguns além ante antes ao aos apenas após aquela aquele "
    "aqui as assim atrás até bem cada coisa com como conta contra contudo da daquele das daí de dela dele deles "
    "depois desde dessa desse desta deste deve devem dia diante disse diz do dois dos durante e ela elas ele eles "
    "em embora enquanto entre então era eram essa essas esse esses esta estas estava este estes está estão eu "
    "explica explicou faz fez foi fora foram hoje há isso isto já la lhe lhes logo lá mais mas me menos mesmo meu "
    "minha muita muitas muito muitos na nada nas nem nenhum nenhuma nessa nesse nesta neste ninguém no nos nossa "
    "nosso num numa nunca não nós o onde ontem os ou outra outras outro outros para pela pelas pelo pelos pode "
    "podem pois por porque porém pouco pra primeiro quais qual qualquer quando quanto quase que quem se segundo "
    "seja sem sempre sendo ser seria será seu seus sim sob sobre sua suas são só também tanto te tem ter teve tinha "
    "toda todas todo todos tu tudo tão têm um uma umas uns vai você vocês vão à às é",
    "nl": "aan al aldus alle alleen alles als altijd ander andere anders beide bij bijna binnen blijft bovendien daar "
    "daarbij daarmee daarna daarom daarvoor dan dat de deze die dit door dus echter een eens eerder eerst eerste eigen "
    "elk elkaar elke en enige enkele er gaan gaat geen ging haar had hadden heb hebben heeft hem hen het hier hierdoor "
    "hij hoe hoeveel hoewel hun ieder iedere iedereen iemand iets ik in inmiddels is je jij jouw jullie kan komen komt "
    "kon konden kreeg kunnen laat later liet maakt maar mag mede meer meerdere meest men met mij mijn misschien moest "
    "moet moeten mogen na naar naast nadat namelijk niemand niet niets nog nooit nu of om omdat ondanks onder ongeveer "
    "onlangs ons onze ooit ook op opnieuw over pas sinds slechts sommige soms staat steeds stond te tegen tenzij "
    "terwijl tijdens toch toen tot tussen twee u uit uiteindelijk uw vaak van vanaf vanwege veel vele verder "
    "vervolgens volgens vond voor waar waarbij waarna waarom waarop wanneer want waren was wat we weer wel welke werd "
    "werden wie wij wil wilde wordt zal ze zegt zei zelf zelfs zich zij zijn zo zo'n zodat zonder zou zouden zullen",
    "sv": "aldrig alla allt alltid alltså andra annan annars annat att av bara behöver bland blev bli blir blivit båda "
    "både de dels dem den denna deras dess dessa dessutom det detta dig din dina dock du där därefter därför därmed då "
    "efter eftersom egen ej eller emot en endast ens er ett fick finns fler flera fortfarande fram från få får fått "
    "för föra före först första ganska ge genom ger gick gjorde går göra ha hade haft han hans har hela hellre henne "
    "hennes hon honom hur här i ifall igen inför ingen innan inom inte istället jag ju kan kanske knappt kom kommer "
    "kring kunde kunna kunnat känner lika lite läs låg man med mellan men mena mer mest mig min mina minst mitt mot "
    "mycket många måste ned nej ni nog nu nämligen när närmare nästan någon något några oavsett och också olika om oss "
    "på redan runt sa sade samt sedan senare senast ses sig sin sina sitt själv ska skall skriver skulle som strax "
    "står säger så sådan sådana tack tidigare till tills trots två undan under upp uppger ur ut utan utanför vad var "
    "vara varandra varför varit varje varken vars vart vem vet vi vid vidare vilja vilka vilken vilket vill ville väl "
    "vår våra vårt än är även åt åter över",
    "da": "af alene alle allerede alt altid altså anden andet andre at bag bare begge blandt blev blevet blive bliver "
    "både da de dem den dens der derefter deres derfor dermed desuden det dette din disse dog du efter eller ellers en "
    "end endda endelig endnu ene eneste er et faktisk fandt fik findes fire flere fleste for foran fordi fortsat fra "
    "frem få får før først første gennem gik giver gjorde går gør gøre ham han hans har havde heller hende hendes "
    "henover her herefter hos hun hvad hvem hver hverken hvert hvilke hvilken hvilket hvis hvor hvordan hvorfor i "
    "ifølge igen igennem ikke imellem imens imidlertid imod ind inde inden ingen især jeg jer jo kan kom kommer kun "
    "kunne lidt lige længe man mange med meget mellem men mens mere mest mig min mindst mine mit mod må måske måtte "
    "ned nej nemlig netop nogen noget nogle nok nu nye når næste næsten og også om omkring op os over ovre på sagde "
    "samme sammen samt se selv selvom senere ses siden sidste sig siger sin sine sit skal skriver skulle som stadig "
    "straks så sådan således tidligere til tilbage to trods uanset ud uden udover under undtagen var ved vi vil ville "
    "vores være været vært ønsker",
    "nb": "aldri alene alle allerede alltid alt altså andre annen annet av bak bare begge blant ble bli blir blitt "
    "både da de deg den denne der dere deres deretter derfor dermed dessuten det din dine disse dog du eller en enda "
    "enn ennå er et etter etterpå fantes fikk fire flere fleste for foran fordi fortsatt fra fram frem får fått før "
    "først første gikk gir gjennom gjorde gjort gjør gjøre går ha hadde han hans har heller henne hennes her hos hun "
    "hva hvem hver hverken hvert hvilke hvilken hvilket hvis hvor hvordan hvorfor i ifølge igjen ikke imidlertid imot "
    "ingen inn innen især ja jeg jo kan kanskje kom kommer kun kunne kunnet lenge like likevel litt man mange med meg "
    "mellom men mener mens mer mest min mindre mine minst mitt mot må måtte ned nei nemlig neste nesten noe noen nok "
    "nye nå når ofte og også om omkring opp oss over på rundt sa samme sammen samt seg selv senere siden sier sin sine "
    "sist siste sitt skal skriver skulle slik slike snarere snart som stadig straks så tidligere til tilbake to trolig "
    "tross under unntatt ut uten utenfor var ved vel vet vi vil ville viser vår våre være vært ønsker",
    "fi": "aikana aina ainakin ainoa alle asti edelleen ehkä ei eikä eivät eivätkä eli emme en enemmän eniten ennen "
    "enää erityisesti esimerkiksi et ette että halua haluaa he heidän heille heitä hyvin hän hänelle hänellä häneltä "
    "hänen hänet häntä ihan ilman itse ja jo johon joiden joilla joissa joista joita joka jolla jolle jolloin jonka "
    "jopa jos jossa josta jota jotka jotta juuri jälkeen kaikille kaikki kaikkien kaksi kanssa kautta kerran kertoi "
    "kertoo keskellä kohti koko koska koskaan kuin kuinka kuitenkin kuka kukaan kun kunnes kuten kyllä lisäksi luona "
    "lähes lähtien me meidän meille meillä meitä mihin miksi mikä mikään millainen minkä minun minut minä missä mistä "
    "miten mitä mitään monet moni monta muiden muita mukaan mutta muualla muun muut muuta myöhemmin myös ne niiden "
    "niille niin niistä niitä noin nuo nykyään nyt näiden näin näitä nämä näyttää olemme olen olette olevan oli olisi "
    "olivat olla ollut on onko ovat ovatko paitsi paljon pitkin pitäisi pitää pois puolesta päin saa saada sai saivat "
    "samaan samalla saman samoin sanoi sanoo sanovat se sekä sellainen sen siellä sieltä siihen siinä siis siitä siksi "
    "sille silloin sillä silti sinne sinä siten sitten sitä taas tai takia te tehdä teki tulee tuli tuntuu tuo "
    "tuolloin tuskin tällä tällöin tämä tämän tänne tänä tässä tästä tätä täysin täällä vaan vai vaikka vain vasta "
    "vastaan vielä voi voidaan voisi voivat vuoksi vuonna yhdessä yhteensä yhä yksi yleensä yli ympäri",
    "pl": "a aby ale ani aż bardzo bez bo bowiem by być był była było były chce choć ci ciągle co coraz czemu czy czyli "
    "dalej dla dlaczego dlatego do dodał dodała dopiero dotąd dwa dwie dzisiaj dziś gdy gdyby gdyż gdzie go i ich "
    "ile im inne inni iż ja jak jaka jakby jakie jako je jeden jedna jednak jednym jedynie jego jej jemu jest "
    "jestem jesteśmy jeszcze jeśli jeżeli już każda każdy kiedy kilka kto która które którego której który którzy "
    "lub ma mają mam mamy mi mimo między mnie mną moja może można mu musi my na nad nam nami nas nasz nasza nawet "
    "nic nich nie niech niej nigdy nikt nim niż no o obecnie od on ona one oni oraz pan pani po pod podczas "
    "podkreślił ponad ponieważ potem powiedział powiedziała poza przecież przed przede przez przy raz również sam "
    "się skąd sobie spośród swoje swój są ta tak taka taki takie także tam te tego tej temu ten teraz też to tu "
    "tutaj twierdzi tych tylko tym tymczasem u w wam was wasz wciąż we według wiele wielu więc wszyscy wszystko "
    "wtedy wy z za zawsze zaś zdaniem ze znów że żeby",
    "cs": "a aby aj ale ani aniž asi až bez brzy bude budou by bych byl byla byli bylo byste být během co copak což další "
    "dnes do dodal dodala dokud dosud dva dvě dál dále hned ho i jak jakmile jako jaká jaké jaký je jeden jedna "
    "jedno jednou jeho jej jejich její jen jenom jenže ještě ji jich jim jinak již jsem jsi jsme jsou jste já jí k "
    "kam kde kdo kdy kdyby když ke kolem kromě kterou která které který kteří kvůli letos loni lze ma mají mezi mi "
    "mimo mnohem mnoho moc mohl mohou možná mu muset musí my má máme mé mě můj může na nad naproti naše ne nebo "
    "nebude nebyl nebylo nechť nejen není než ni nic nich nikdo nikdy no nová nové nový nyní nám námi nás náš ním "
    "něco někdo několik některé o od ode on ona oni ono ovšem pak po pod podle pokud popsal potom pouze pro proti "
    "proto protože proč právě prý před přes přesto při s se si sice spolu stále svou své svůj sám ta tady tak také "
    "takže tam te tedy ten tento teď tito to tohle toho tom tomu totiž tu tuto ty tyto tě třeba u uvedl uvedla už v "
    "vaše ve velmi vy vám vás váš více včera však všechno všichni vůbec z za zatím zatímco zda zde ze či řekl řekla "
    "že",
    "ro": "a abia acea aceasta această aceea acel acela același acele acest acesta acestea acestor acești acolo acum "
    "adică afirmat ai aici al ale alte altfel altul altă alți am apoi ar are asta astfel astăzi asupra atunci atât "
    "au avea avem avut azi aș așa bine ca care ce cea cei cel cele celor chiar cine cineva conform contra cu cui "
    "cum când cât câteva că cărora da dacă dar de deasupra deci deja deoarece departe despre deși din dintre doar "
    "două după ea ei el ele era erau este eu există fel fi fie fiecare fiind foarte fost fusese făcut fără iar ieri "
    "la le li lor lui lângă mai meu mi mult multe mulți mâine ne nici nicio niciodată niciun nimeni nimic niște noi "
    "nostru noștri nu numai o oare ori orice pe pentru peste poate pot potrivit prea precum prima prin printre "
    "putea pâna până sa sale sau se si sia sine singur spre spune spus sub sunt să săi său ta toate tot totul "
    "totuși toți trebuie un una unde unei unele unii unor unui unul va vei voastră voi vom vor voștri vrea vreo vă "
    "îi îl îmi împotriva împreună în înainte încă însă într între întrebat își îți și",
    "hu": "a addig aki akik akkor alapján alatt ameddig amely amelyek amelyet ami amikor amíg annak arra arról attól "
    "az azok azonban azonnal azt aztán azzal azért azóta be belül benne bizonyos biztos bár csak csupán de e ebben "
    "eddig egy egyik egyre egész ehhez ekkor ekkora el ellen első elsősorban elég előbb először előtt emellett emiatt "
    "ennek ennyi erre erről esetén ez ezek ezen ezt ezután ezzel ezért fel fog fogja fölött ha hanem helyett hiszen "
    "hiába hogy hogyan hol hozzá hány igen ilyen immár is ismét itt jelenleg jól kapcsán kell kellene kellett ki "
    "képest két kétszer kívül közben közölte között közül le legalább legyen lehet lehetett lenne lesz lett maga maguk "
    "mai majd majdnem meg mellett mely melyek mennyi mert mi miatt mielőtt mikor miközben milyen mind minden mindenki "
    "mindig mint mintha miután mivel miért mondja mondta mondták most már még nagy nagyon naponta nekem neki nem nincs "
    "nincsenek néha néhány nélkül olyan onnan ott pedig persze például rajta rá részére saját se sem semmi senki sok "
    "sokan során szerint szinte számára szóval talán tavaly te tehát ti tovább továbbá több többek többi túl ugyan "
    "ugyanakkor ugyanis utolsó után utána vagy valaki valami való van vannak vele vissza viszont volna volt voltak "
    "végig végül által általában ám át és így óta úgy újra ő ők őket őt",
    "tr": "acaba adeta ait ama ancak arada arasında ardından artık asla aynı ayrıca az bana bazen bazı başka başta "
    "belki ben bence beni benim beri bile bir biri birkaç birlikte birçok biz bize bizi bizim bu buna bunda bundan "
    "bunlar bunları bunların bunu bunun burada böyle böylece bütün da daha dahil de dedi defa demek değil değildi diye "
    "diyor diyordu diğer dolayı doğru dün dışında en etti ettiği eğer fakat gerek gereken geri gibi göre halde hangi "
    "hatta hem hemen henüz hep hepsi her herhangi herkes hiç hiçbir hâlâ iki ile ilgili ilk ise itibaren için işte "
    "kadar karşı karşın kaç kendi kendine kendisi kez ki kim kimi kimse konuştu madem meğer mi mu mutlaka mü mı nasıl "
    "ne neden nedeniyle nerede nereye neyse niye niçin o olabilir olacak olan olarak oldu olduğu olduğunu olmak olması "
    "olmayan olsa olup olur ona onda ondan onlar onları onların onu onun orada oysa pek peki rağmen sadece sanki sen "
    "seni senin siz size sizi sizin son sonra söyledi söz tarafından tek tekrar tüm tümü var vardı ve veya ya yalnız "
    "yalnızca yani yapılan yeni yerine yine yok yoksa yıllarda zaten zira çok çünkü önce ötürü öyle özellikle üstelik "
    "üzere üzerinde üzerine üç şey şimdi şu şunu şöyle",
    "ru": "а без более больше будет будут бы был была были было быть в вам вас ваш ведь весь вместе вместо во вообще вот "
    "впрочем все всегда всего вся всё вчера вы где говорит год да даже два для до добавил добавила должен должны "
    "его ее если есть еще ещё её ж же за заявил заявила здесь и из или им иногда их к каждый как какая какие какой "
    "ко когда конечно которая которого которое которой которые который кроме кто куда ли либо лишь между менее меня "
    "мне многие много мной может можно мой моя мы на над надо нам нами нас наш наша не него нее нельзя несмотря нет "
    "неё ни никогда никто ним них ничего но новая новые новых ну нужно о об обо однако около он она они оно опять "
    "от ответил отметил очень первый перед по под пока после потом потому почему почти правда при про просто против "
    "пусть раз разве рассказал рассказала с сам сама сами самый свои своих свой себя сегодня сейчас сказал сказала "
    "сначала снова со совсем согласно среди стал так такая также такие такой там твой те тебе тебя тем теперь то "
    "тогда того тоже только том тот три туда тут ты у уже хотя чего чей чем через что чтоб чтобы эта эти этим этих "
    "это этого этой этом этот я",
    "uk": "а або адже аж але б багато без би був буде будуть була були було бути більш більше біля в вам вас ваш ваша "
    "ввечері вже ви власне вона вони воно вранці все всього всі втім вчора від він де дещо деякі для до додав "
    "додала дуже ж же жоден з за завжди замість зараз заявив заявила звідки згідно знову зі й його каже кожен коли "
    "крім куди кілька лише мабуть мають має мене менш мені ми мною може можна між мій на навколо навіть над нам "
    "нами нарешті нас наш наша наші не нема немає неї ним них но нова новий нових нові ні ніде ніж ніколи ніхто "
    "нічого о об один одна однак опісля ось перед перш по поки потрібно потім при про просто проте проти під після "
    "раз разом саме своє свої своїх свій себе сказав сказала скільки сьогодні та так така такий також такі там твій "
    "те тепер ти тим тих то тобі того тоді тож той тому тут тільки у уже усе усі хай хоч хоча хто хіба це цей цього "
    "цьому цю ця ці через чи чим чому що щоб щодо я як яка який яких якщо які є і із інша інше інші їй їм їх її",
    "el": "άλλες άλλη άλλο άλλοι ένα έναν ένας έξω έπειτα έτσι έχει έχουμε έχουν έχω έως ή ήδη ήταν ίδια ίδιο ίδιος ίσως "
    "αλλά αν ανάμεσα αντί απ από αργότερα αρκετά ας αυτά αυτές αυτή αυτής αυτοί αυτού αυτούς αυτό αυτόν αυτός αυτών "
    "αφού βέβαια γι για γιατί δήλωσε δε δεν δηλαδή δηλώνει διότι δύο εάν είδε είμαι είμαστε είναι είπαν είπε είχα "
    "είχαν είχε εγώ εδώ εκεί εκείνη εκείνο εκείνος εκτός εμείς ενός ενώ εξάλλου επίσης επειδή η θα κάθε κάποια "
    "κάποιοι κάποιος κάτι και κανένας κανείς κατά κι κοντά κυρίως λέει λένε λίγο λοιπόν μάλιστα μέσα μέσω μέχρι μία "
    "μα μαζί μας με μετά μεταξύ μη μην μια μου μπορεί μπορούν μπροστά μόλις μόνο νέα νέο να ναι ξανά ο οι ούτε πάλι "
    "πάντα πάντως πάνω πέρα πέρυσι παρά περί περισσότερο πιο πλέον ποια ποιος πολλά πολλές πολλοί πολύ που πού "
    "πρέπει πριν προς πρόσθεσε πρώτα πως πώς σαν σας σε στα στη στην στης στις στο στον στους σχεδόν σύμφωνα τέτοια "
    "τίποτα τα τελικά τη την της τι τις το τον του τους των τόνισε τόσο τότε τώρα υπάρχει υπάρχουν υπέρ υπό φέτος "
    "χθες χτες χωρίς ως όλα όλες όλη όλο όλοι όμως όπου όπως όσα όσο όταν ότι όχι ύστερα ώσπου ώστε",
    "id": "ada adalah agar akan atau bahwa bisa dalam dan dari dengan di dia ini itu jika juga kami karena kata ke "
    "kepada lebih mereka oleh pada para saat saya sebagai sudah telah tidak untuk yang",
    "et": "aga edasi ei et ette ga ja juba ka kas kes kui kuid kõik ma me mida mis mitte mu ning nii oli olid olla oma on "
    "pole sa seda see sellel selle siis ta te tema vaid või välja üle",
    "hr": "ali bi bila bilo bio da do i ili ima iz je jer još kad kada kako kao kod koja koje koji li na nakon ne nije "
    "o od on ona oni po pod prije pri s sa se smo su što ta taj te to u uz već za",
}

COMMON = {language: words_of(words) for language, words in _COMMON.items()}
"""Function words by language: what follows a lost space is prose if it is one of these (or a word of the document)."""

NAME_ENDINGS = words_of(
    "aspx avi biz com css csv doc docx edu eps exe flv gif gov html htm ico info ini jar jpeg jpg json jsp mil mkv mov "
    "mpg net ogg org pdf php png ppt pptx psd rar rss rtf ru sh sql svg swf tif tiff torrent txt ua wav webp wma wmv xls "
    "xlsx xml yaml yml zip"
)
"""What follows the point of a host or file name and begins no sentence."""

SHOUTED = words_of("yahoo joomla jeopardy wham oklahoma moulin hamilton panic godspeed therapy oliver")
"""Names that are written with an exclamation mark."""

SUFFIXES = words_of("ability able age d dom ed er ers es esque est ian ify ing ise ish ism ist ists ive ize less like "
                     "ly ness ness n ology s ship ster t ta ten ter th ty v ward wise y")  # fmt: skip
"""Endings that English and its neighbours write right after a closing quote (“blog”ging)."""

AGGLUTINATIVE = frozenset(["tr", "fi", "et", "hu"])
"""Languages that write case endings right after a quotation."""

LOOSE = frozenset(["en", "fr", "es", "it", "pt", "ro", "pl", "cs", "ru", "uk", "el"])
"""Languages that write no word together with a quotation as German does (``„Zeit“artikel``)."""

BRANDS = words_of("asp booking scoop paint ukr яндекс вести мой")
"""Names that are written with a point and a capital letter after it (``Яндекс.Карты``)."""

SPEAKING = words_of(
    "i i'm we we're we've you you're your my our me us myself ourselves ich wir mir mich uns mein meine unser unsere euch "
    "je j nous mes notre nos vous votre vos yo nosotros mi mis nuestro nuestra nosotras usted ustedes io noi mio mia nostro "
    "nostra voi eu nós meu minha nosso nossa você ik wij mijn ons onze jullie jag vi mig oss min mitt vår våra er jeg os mit "
    "vores meg vår minä me meidän minun te ja my mój moja nasz nasza wy my já náš naše můj moje noi meu mea nostru én mi "
    "nekem nekünk ben biz bizim benim siz я мы мой моя наш наша нас нам мне меня вы вас ви ми мене мені εγώ εμείς μας μου"
)
"""Words of the first and second person, by which speech is told from the text around it (of all languages)."""

REPORTING = words_of(
    "said says told tells added adds explained explains asked asks replied wrote writes noted recalled according spokesman "
    "spokeswoman sagte sagt sagten erklärte erklärt betonte fügte berichtete fragte meinte laut dit déclaré explique expliqué "
    "ajoute ajouté affirme affirmé selon raconte dijo dice añadió explicó señaló aseguró afirmó según ha detto disse spiega "
    "aggiunge secondo racconta afirmou explicou acrescentou segundo zei zegt vertelde voegde volgens aldus sa säger sade "
    "berättar enligt sagde siger fortæller ifølge sier fortalte sanoi sanoo kertoo kertoi mukaan powiedział powiedziała mówi "
    "dodał dodała zdaniem řekl řekla uvedl uvedla podle dodal spus declarat potrivit adăugat mondta elmondta közölte szerint "
    "dedi söyledi belirtti göre сказал сказала заявил заявила отметил отметила словам рассказал сказав сказала заявив словами "
    "είπε δήλωσε ανέφερε σύμφωνα"
)
"""Words by which a text reports what somebody said (of all languages)."""
