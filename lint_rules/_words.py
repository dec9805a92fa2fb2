"""Small words of many languages: they tell which language a text is in, and prose from names.

All are data: lower case, one string a language. A word that a document itself uses counts as much as these do; the
lists only help where the document is short.
"""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of a string that are set apart by spaces."""
    return frozenset(text.split())


_COMMON = {
    "en": "a about after all also an and any are as at be because been before but by can could did do does each every "
    "for from had has have he her here him his how i if in into is it its just may more most my no not now of on one "
    "only or our out over said says she should since so some such than that the their them then there these they this "
    "those though to too under until was we were what when where which while who why will with would yes yet you your",
    "de": "aber alle als also am an auch auf aus bei beim bin bis da damit dann das dass dem den denn der des die diese "
    "dieser dieses doch du ein eine einem einen einer eines er es für gegen hat haben hatte ich ihr ihre im in ins ist "
    "jetzt kann kein keine man mehr mit muss nach nicht noch nun nur ob oder ohne sagt sagte sehr seit sich sie sind so "
    "über um und uns unter vom von vor war waren warum was weil wenn wer werden wie wir wird wo wurde zu zum zur",
    "fr": "à a au aussi aux avec c'est car ce ces cet cette comme d dans de des dit donc du elle elles en est et était "
    "être il ils je l la le les leur lors mais même mon ne nos notre nous on ont ou où par pas plus pour puis qu quand "
    "que qui sa sans se ses si son sont sous sur tout très un une vous y",
    "es": "a al aquí así aunque como con cuando cómo de del dijo donde e el él ella ellos en entre era es esta este esto "
    "están está fue ha había han hay la las le lo los más me mi muy ni no nos o para pero por porque que qué se ser si "
    "sin sobre son su sus también tras tu un una unos y ya yo",
    "it": "a ad ai al alla alle anche c che chi ci come con così cui da dal dalla degli dei del della delle detto di e è "
    "ed era essere fra gli ha hanno i il in io l la le lei lo loro lui ma mi nei nel nella noi non o ogni per perché più "
    "poi qui quando quanto questa questo se si sia sono su sua sul sulla suo tra un una uno",
    "pt": "a ao aos as até com como da das de depois disse do dos e é ela ele eles em entre era essa esse esta este eu "
    "foi foram há isso já mais mas na nas nem no nos não o os ou para pela pelo por porque quando que quem se sem ser "
    "seu sua são só também tem um uma você",
    "nl": "aan al als bij dan dat de deze die dit door een en er heb hebben heeft het hij hoe hun ik in is je kan maar "
    "meer met na naar niet nog nu of om ook op over te tot uit van veel voor waar waren was wat we werd wij wordt ze "
    "zei zich zij zijn zo",
    "sv": "alla att av blev bli de dem den det detta du där efter ej eller en ett från för ha hade han har hon hur i "
    "ingen inte jag kan kunde man med men mer mot mycket många ni nu när och om på sa sade samt sedan sig ska skulle som "
    "så till under upp ut vad var vara vi vid än är även",
    "da": "af alle at blev da de dem den der det dette du efter eller en er et for fra få før ham han har havde hende "
    "her hun hvad hvis hvor i ikke ind jeg kan man med meget men mod ned nogen nu når og også om op over på sagde se sig "
    "sin skal som så til ud under var ved vi vil være",
    "nb": "av bare ble blir da de den denne der det du eller en er et etter for fra før ha hadde han har hun hva hvis "
    "hvor i ikke jeg kan man med men mot nå når og også om opp over på sa seg sin skal som så til under ut var ved vi vil",
    "fi": "ei eivät että ennen eli hän he hänen ja jo joka jos jossa jotka kanssa kuin kun minä me mikä mukaan mutta "
    "myös ne niin nyt oli olla olen on ovat sanoi se sekä sen siitä sitä tai tämä vain vielä",
    "pl": "a ale bo bez by był była było być co czy dla do gdy go i ich ja jak jako jego jej jest jeszcze już która "
    "które który lub ma może na nad nie niż o od on ona oni oraz po pod powiedział przed przez przy są się ta tak także "
    "tam te tego to tu tylko tym w we więc z za ze że",
    "cs": "a aby ale ani asi až bez bude by byl byla bylo být co do ho i já jak jako je jeho její jen ještě již jsem "
    "jsme jsou když která které který ma má mezi na nad ne nebo není o od on ona oni po pod podle pro před při s se si "
    "tak také to u už v ve však z za ze že",
    "ro": "a acest această ai al ale am ar are au că care ce cu cum dar de din după ei el ea este eu fi fost iar în "
    "între la le lor lui mai mult nu o pe pentru prin sa sau să se și spus sunt un unei unui",
    "hu": "a az azt azonban be csak de e egy el és ez ezt fel ha hogy ha is itt ki le majd már még meg mert mint nagy nem "
    "ő ők pedig sem szerint után van vagy volt",
    "tr": "ama ancak bile bir biz bu bunu çok da daha de değil diye en gibi göre hem her için ile ise kadar ki ne o "
    "olan olarak oldu olduğu sonra şu tüm var ve veya ya yok",
    "ru": "а без был была были было быть в вам вас весь во вот все вы где да для до его ее если есть еще же за здесь и "
    "из или им их к как ко когда кто ли мы на нас не нет ни но о об однако он она они оно от перед по под после при с "
    "сказал со так также там то тогда того только у уже хотя чем что чтобы это этот этого я",
    "uk": "а або але був була були було в вже ви від він вона вони все де для до за з й і із їх його як який коли ми на "
    "не ні о по при про після та так також то у це ці цього що щоб я",
    "el": "αλλά αν από αυτό για δεν είναι ένα ένας εκεί εδώ ενώ η ήταν θα και κατά με μετά μια να ο οι όπως όταν ότι "
    "που προς πως σε στα στη στην στις στο στον στους τα τη την της τι τις το τον του τους των ως",
    "id": "ada adalah agar akan atau bahwa bisa dalam dan dari dengan di dia ini itu jika juga kami karena kata ke "
    "kepada lebih mereka oleh pada para saat saya sebagai sudah telah tidak untuk yang",
    "hr": "ali bi bila bilo bio da do i ili ima iz je jer još kad kada kako kao kod koja koje koji li na nakon ne nije "
    "o od on ona oni po pod prije pri s sa se smo su što ta taj te to u uz već za",
}

COMMON = {language: words_of(words) for language, words in _COMMON.items()}
"""Function words by language: what follows a lost space is prose if it is one of these (or a word of the document)."""

NAME_ENDINGS = words_of(
    "aspx avi biz com css csv doc docx edu eps exe flv gif gov html htm ico info ini jar jpeg jpg json jsp mil mkv mov "
    "mpg net ogg org pdf php png ppt pptx psd rar rss rtf sql svg swf tif tiff torrent txt wav webp wma wmv xls xlsx xml "
    "yaml yml zip"
)
"""What follows the point of a host or file name and begins no sentence."""

SHOUTED = words_of("yahoo joomla jeopardy wham oklahoma moulin hamilton panic godspeed therapy oliver")
"""Names that are written with an exclamation mark."""

SUFFIXES = words_of("ability able age d dom ed er ers es esque est ian ify ing ise ish ism ist ists ive ize less like "
                     "ly ness ness n ology s ship ster t ta ten ter th ty v ward wise y")  # fmt: skip
"""Endings that English and its neighbours write right after a closing quote (“blog”ging)."""

AGGLUTINATIVE = tuple(
    words_of(words)
    for words in (
        "bir için olarak ile çok değil daha gibi olan",
        "että ovat mutta hän myös joka eivät sekä",
        "ning oli kui aga ka või mis selle",
        "hogy nem egy csak vagy mint szerint és",
    )
)
"""Words by which Turkish, Finnish, Estonian and Hungarian are known: they write case endings right after a quote."""
