"""Words, sentence frames and page furniture of which the English texts are made; all of it written for this benchmark."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST = _words(
    "Ada Bela Carla Dorit Emil Farah Goran Hanna Ivo Jun Katja Lior Mona Nils Olga Pavel Rosa Sami Tessa Viktor"
)
LAST = _words(
    "Adler Brook Castell Dunmore Eriksen Falk Gruber Hale Ilves Jansen Kovac Lund Marsh Novak Orme Pike Quist"
)
PLACES = _words(
    "Ashford Brenna Calder Dovercliff Elmstead Fernhill Garrow Hollin Inverley Jarrow Kestrel Larkfield Milbury Northwell "
    "Oakham Pennard Quarley Redmarsh Stanbridge Thornby Ulverton Wexcombe"
)
NOUNS = _words(
    "bridge council ferry harbour library market museum orchard railway reservoir school theatre bakery river budget film "
    "garden hospital inquiry lighthouse novel orchestra parish quarry road survey tower village workshop election engine "
    "exhibition flood kitchen lesson mountain newspaper office painting recipe season storm team train valley winter"
)
ADJECTIVES = _words(
    "old small narrow crowded cheap quiet northern public broken early famous modest patient wooden foreign sudden local "
    "careful bright heavy seasonal unfinished stubborn ordinary remote generous rusty promising long-awaited half-empty"
)
VERBS = _words(
    "rebuilt closed painted described moved opened paid-for visited sold measured defended ignored planned repaired lost "
    "photographed praised questioned inherited discovered postponed welcomed abandoned renamed followed"
)
TIMES = (
    "last spring", "on Monday", "before the war", "after a long delay", "in the autumn of 1987", "early this year", "at dawn",
    "during the strike", "on 14 March", "since the flood", "every other week", "in less than a month", "at half past six",
)  # fmt: skip
FRAMES = (
    "The {adjective} {noun} in {place} was {verb} {time}.",
    "{name} says the {noun} cost {number} pounds, and the {noun2} more than that.",
    "“We never thought the {noun} would be {verb},” said {name}, who has lived in {place} for {small} years.",
    "{Time}, the {noun} stood beside a {adjective} {noun2}, and hardly anybody noticed.",
    "Nobody in {place} remembers why the {noun} was {verb}; {name} has a theory.",
    "There were {small} people at the {noun} when {name} arrived with the {adjective} {noun2}.",
    "It took {name} {small} years to find the {noun}, which had been {verb} {time}.",
    "A {adjective} {noun} is worth more than a {adjective2} one, as {place} learned {time}.",
    "Although the {noun} was {verb} {time}, the {noun2} (built in {year}) is still there.",
    "Between {year} and {year2} the {noun} was {verb} by people from {place}, most of them {adjective}.",
    "Is the {noun} too {adjective} for {place}? {name} doesn't think so.",
    "{name} and {name2} met at the {noun} in {place}, {small} miles from the {adjective} {noun2}.",
    "“Ask me again when the {noun} is {verb},” {name} told us, and went back to the {noun2}.",
    "By {year} the number had risen to {number}, about {small} percent more than in {place}.",
    "What remains is the {noun}: {adjective}, {adjective2}, and not for sale.",
    "He liked the {noun}, she preferred the {noun2}, and both of them were {verb} {time}.",
)
CLAUSES = (
    "the {noun} was {verb} {time}", "{name2} never liked the {noun}", "the {noun2} had been {adjective} for {small} years",
    "nobody asked {name} about it", "{place} kept its {adjective} {noun}", "{number} people signed the petition",
    "the {noun} would have to wait until {year2}", "two of the {small} rooms are still {adjective}",
    "it was {name} who had {verb} the {noun}", "the road to {place} is {adjective}", "the price fell to {small} pounds",
    "a {adjective} {noun} is hard to find", "he wrote a letter to {name}", "she kept a {noun} and a {adjective} dog",
    "rain had come in through the roof of the {noun}", "the train from {place} was {small} minutes late",
    "a new {noun} opens {time}", "you can see as far as {place}", "most of the {noun} is {adjective2} and {adjective}",
    "the owners moved to {place}", "there is no {noun} within {small} miles", "they counted {number} of them",
)  # fmt: skip
JOINS = (", and ", ", but ", "; ", " because ", " although ", ", so ", " while ", ": ", " until ", ", which is why ")
OPENERS = (
    "",
    "",
    "",
    "Still, ",
    "In {place}, ",
    "According to {name}, ",
    "This time ",
    "Of course ",
    "In {year}, ",
    "Perhaps ",
)
TITLES = (
    "How the {noun} of {place} was {verb}", "{name}: a {adjective} {noun}", "{place} waits for its {noun}",
    "Why the {adjective} {noun} matters", "{small} questions about the {noun}",
)  # fmt: skip
SECTIONS = _words(
    "Home News Sport Culture Travel Weather Opinion Business Science Food Archive Jobs Events Video Radio Books"
)
TOOLS = (
    "Log in",
    "Register",
    "Search",
    "My account",
    "Subscribe",
    "Newsletter",
    "Contact",
    "Skip to content",
    "Menu",
    "Help",
)
SHARING = (
    "Share", "Tweet", "Share on Facebook", "Share on Twitter", "Email this article", "Print", "Copy link", "Pin it",
    "Share via WhatsApp", "Save for later", "Send to a friend",
)  # fmt: skip
ENTRIES = (
    "{place}",
    "{noun}s",
    "{place} {noun}",
    "Our {noun}s",
    "All {noun}s",
    "The {adjective} {noun}",
    "{noun} of the week",
)
NOTICES = (
    "Read more: {title}", "Advertisement", "Story continues below", "Sign up for our newsletter", "Image: {name}",
    "Photograph by {name}", "Click here to read more", "This site uses cookies.", "Related: {title}", "See also",
)  # fmt: skip
COMMENT_TOOLS = ("Reply", "Report", "Like", "{small} likes", "Quote", "Permalink")
FOOTER = (
    "© {year} {place} Courier. All rights reserved.", "Privacy policy | Terms of use | Cookies", "About us", "Contact us",
    "Advertise with us", "Powered by a small press", "Back to top", "Follow us on Twitter and Facebook", "Comments are closed.",
    "Sitemap", "RSS", "Most read", "You may also like", "Leave a comment", "Your email address will not be published.",
)  # fmt: skip
