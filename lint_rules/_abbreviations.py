"""Abbreviations whose full stop ends no sentence, by language.

All are data: lower case, without full stops, one string a language. Single letters and short words without a vowel need
no entry.
"""

from __future__ import annotations

from lint_rules._words import words_of

_ABBREVIATIONS = {
    "en": "dr gen gov hon lt messrs mr mrs ms mt prof rep rev sen sgt st sts vs capt col cmdr cpl "
    "approx ave blvd cf feat viz jan feb mar apr jun jul aug sept sep oct nov dec mon tue thu fri",
    "de": "abb abs art aufl bd bzgl bzw ca dipl engl evtl fr frl geb gest ggf hg hl hrsg ing inkl jh jr kap lat max min "
    "mind mio mrd nr rd sog str stk tel tsd ugs urspr usw vgl zb zzgl",
    "fr": "av apr bd env ex fig hab mgr mlle mm mme mmes st ste tél vol éd chap",
    "es": "avda cap ej excmo fdo gral ing lic núm págs pág sra sras sr sres srta tel tfno ud uds vd dña dn",
    "it": "arch art avv dott dottssa ecc geom ing mons pag prof rag sig sigg sigra sen gen",
    "pt": "av dep dra exmo exma sra srs profa eng núm pág tel des min",
    "nl": "bijv bv dhr drs ds ir mevr mr nr resp zgn zr st blz",
    "sv": "bl ca dvs ev fd fr hr kap kl max min nr obs osv resp sk st tel tex bla",
    "da": "bl ca dvs eks evt fx hr inkl jf kl kr nr osv pga pkt stk tlf mht",
    "fi": "esim huom kpl ks mm ns nro puh siht synt tms toim ts vrt ym yms klo",
    "pl": "al bp dyr gen godz hab im inż itd itp kl ks lek lic mgr min nr np os pl płk pow prof red ref rys św tel tys "
    "tzn tzw ul ur woj wyd zob",
    "cs": "ing mgr mudr phdr judr např tzv str č čl obr odst popř příp resp tj tel ul sv",
    "ro": "dl dna dvs ing nr pag str sf bd",
    "hu": "dr id ifj kb ld ill özv pl prof stb szt ún vö",
    "tr": "av cad doç dr mah no prof sok vb vs yrd müh",
    "ru": "акад гг гор гр доц им ин кв корп напр обл оз пос пр проф просп рис руб св см ст стр тов тыс ул млн млрд",
}

ABBREVIATIONS = {language: words_of(words) for language, words in _ABBREVIATIONS.items()}
"""What stands before a full stop that ends no sentence, by language; single letters need no entry."""

ORDINAL = frozenset(["cs", "da", "de", "fi", "hr", "hu", "nb", "pl", "tr"])
"""Languages that write a full stop after an ordinal number."""
