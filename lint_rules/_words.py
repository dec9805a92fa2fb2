"""Words and names that matter beside marks: endings, brands, what ends a file's name, words of speech. All are data."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of a string that are set apart by spaces."""
    return frozenset(text.split())


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
