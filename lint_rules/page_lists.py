"""Pack ``page``: whole documents that are nothing but links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from lint_rules._patterns import pattern
from textlint import Batch, Fail, Match, Pass, Text, rule

FEWEST = 8  # lines that hold anything; fewer are judged by other rules
LONGEST = 40  # code points of a menu's line; longer ones are headlines or sentences
MENU_SHARE = 0.5  # of the lines that are words known from menus
LINK_SHARE = 0.8  # of the lines that are addresses

_WORDS = frozenset(
    """
    home|start|menu|main menu|search|about|about us|contact|contact us|help|faq|site map|sitemap|privacy|privacy policy|
    terms|terms of use|terms of service|terms and conditions|cookie policy|disclaimer|legal|careers|jobs|press|
    advertise|advertise with us|log in|login|sign in|sign up|register|my account|subscribe|newsletter|newsletters|rss|
    shop|store|cart|blog|forum|archive|archives|categories|tags|news|latest news|world|politics|business|technology|
    science|health|sports|sport|entertainment|opinion|weather|video|videos|photos|events|facebook|twitter|instagram|
    youtube|linkedin|pinterest|share|print|e-mail|email|next|previous|back|more|close|skip to content|
    startseite|suche|über uns|kontakt|impressum|datenschutz|datenschutzerklärung|agb|anmelden|registrieren|hilfe|
    nachrichten|politik|wirtschaft|kultur|wetter|warenkorb|mein konto|nutzungsbedingungen|
    accueil|rechercher|recherche|à propos|contactez-nous|mentions légales|plan du site|connexion|inscription|panier|
    actualités|politique|économie|culture|météo|politique de confidentialité|
    inicio|buscar|contacto|aviso legal|política de privacidad|política de cookies|iniciar sesión|noticias|deportes|
    economía|cultura|opinión|quiénes somos|mapa del sitio|carrito|
    cerca|chi siamo|contatti|note legali|accedi|registrati|notizie|economia|carrello|mappa del sito|
    início|pesquisar|sobre nós|contato|contactos|notícias|política|esportes|desporto|entrar|carrinho|
    zoeken|over ons|inloggen|registreren|nieuws|winkelwagen|algemene voorwaarden|privacybeleid|
    главная|поиск|о нас|о компании|контакты|войти|вход|регистрация|новости|политика|экономика|спорт|карта сайта|
    корзина|головна|пошук|про нас|контакти|увійти|реєстрація|новини|
    strona główna|szukaj|o nas|zaloguj się|rejestracja|aktualności|regulamin|polityka prywatności|koszyk|
    domů|úvod|hledat|vyhledávání|přihlásit se|registrace|zprávy|košík|domov|hľadať|prihlásiť sa|registrácia|
    hem|sök|om oss|kontakta oss|logga in|nyheter|kundvagn|hjem|forside|søg|om os|log ind|kontakt os|søk|logg inn|
    etusivu|haku|hae|yhteystiedot|kirjaudu|rekisteröidy|uutiset|ostoskori|kezdőlap|keresés|rólunk|kapcsolat|
    bejelentkezés|regisztráció|hírek|kosár|acasă|căutare|despre noi|autentificare|înregistrare|știri|coș|
    начало|търсене|за нас|вход|регистрация|новини|количка|αρχική|αναζήτηση|επικοινωνία|σύνδεση|εγγραφή|νέα|
    anasayfa|ana sayfa|ara|hakkımızda|iletişim|giriş|giriş yap|kayıt ol|haberler|sepet|
    ホーム|検索|お問い合わせ|会社概要|ログイン|新規登録|ニュース|サイトマップ|プライバシーポリシー|利用規約|カート|
    홈|검색|회사소개|문의하기|로그인|회원가입|뉴스|사이트맵|개인정보처리방침|이용약관|장바구니|
    首页|搜索|关于我们|联系我们|登录|注册|新闻|网站地图|隐私政策|购物车|首頁|搜尋|關於我們|聯絡我們|登入|註冊|新聞|網站地圖|
    الرئيسية|بحث|من نحن|اتصل بنا|تسجيل الدخول|أخبار|سياسة الخصوصية|خانه|جستجو|درباره ما|تماس با ما|ورود|اخبار|
    דף הבית|חיפוש|אודות|צור קשר|התחברות|הרשמה|חדשות|trang chủ|tìm kiếm|giới thiệu|liên hệ|đăng nhập|đăng ký|tin tức|
    beranda|cari|tentang kami|hubungi kami|masuk|daftar|berita|keranjang|inici|cerca|sobre nosaltres|contacte|
    početna|naslovnica|traži|o nama|prijava|registracija|vijesti|domača stran|iskanje|o nas|novice
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_ADDRESS = pattern(r"\W*+(?:\S{1,40}+ ){0,3}?(?:https?://|www\.)\S++\W*+(?:\S{1,40}+ ?){0,3}+")


def _no_prose(batch: Batch) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """The first lines of documents without a line of prose that have enough lines."""
    firsts = batch.first_line[:-1]
    counts = np.diff(batch.first_line)
    prose = np.concatenate([[0], np.cumsum(batch.prose)])
    inked = np.concatenate([[0], np.cumsum(~batch.blank)])
    ends = batch.first_line[1:]
    wanted = (counts > 0) & (prose[ends] == prose[firsts]) & (inked[ends] - inked[firsts] >= FEWEST)
    marked = np.zeros(len(batch.lengths), bool)
    marked[firsts[wanted]] = True
    return marked


def _lines(text: Text) -> list[str]:
    return [line.strip() for line in text.value.splitlines() if line.strip()]


@rule(
    "page/menu-only",
    proposes="drop",
    guard=_no_prose,
    linewise=False,
    examples=[
        Fail("⟪⟫Home\nNews\nSports\nWeather\nAbout us\nContact\nLog in\nPrivacy policy\nFacebook"),
        Fail("⟪⟫Startseite\nNachrichten\nPolitik\nKultur\nKontakt\nImpressum\nDatenschutz\nAGB"),
        Fail("⟪⟫Главная\nНовости\nПолитика\nСпорт\nПоиск\nКонтакты\nВойти\nКарта сайта"),
        Pass(
            "Home\nNews\nThe ferry is back\nNobody knows why\nIt came at noon\nWith its lamps lit\nNo one aboard\nBut a dog"
        ),
        Pass("Home\nNews\nContact"),
    ],
)
def menu_only(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """Nothing but the words of a menu.

    The scraper took the frame of a page without its text: there is no line of prose, all lines are short, and every
    second one at the least is a word that menus are made of.
    """
    full = _lines(text)
    known = sum(line.strip(" |•·»›>:-*").lower() in _WORDS for line in full)
    if known >= MENU_SHARE * len(full) and all(len(line) <= LONGEST for line in full):
        yield Match(0, 0, f"{known} of {len(full)} lines are words of a menu", score=known / len(full))


@rule(
    "page/links-only",
    proposes="drop",
    guard=_no_prose,
    linewise=False,
    examples=[
        Fail("⟪⟫" + "\n".join(f"https://mill.example/page/{n}" for n in range(9))),
        Fail("⟪⟫" + "\n".join(f"- Mill {n}: http://www.mill.example/{n}.html" for n in range(8))),
        Pass("\n".join(f"https://mill.example/page/{n}" for n in range(4))),
        Pass("\n".join(f"Rye, {n} sacks\nhttps://mill.example/{n}" for n in range(9))),
    ],
)
def links_only(text: Text, lines: Sequence[int]) -> Iterator[Match]:
    """Nothing but a list of links.

    A list of addresses, with a word or two to each, is an index made by a program; there is no text in it.
    """
    full = _lines(text)
    links = sum(_ADDRESS.fullmatch(line) is not None for line in full)
    if links >= LINK_SHARE * len(full):
        yield Match(0, 0, f"{links} of {len(full)} lines are links", score=links / len(full))
