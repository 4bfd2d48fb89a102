"""Closed lists by language: how sentences open, words of office, countries and their adjectives, endings of names."""

from __future__ import annotations

from collections.abc import Mapping

from aggregator.grouping.words import STOPWORDS

# "May" and "Will" are people as well.
_OPENINGS = """
according abroad accordingly across actually additionally allegedly almost altogether apparently approximately
arguably eventually exactly formally formerly fortunately generally gradually immediately increasingly initially
instead ironically just largely locally mainly mostly nationally nationwide nearly newly normally notably officially
originally overnight particularly partly possibly presumably probably publicly quickly rarely rather reportedly
roughly sadly simply slightly somewhat soon suddenly surprisingly today tomorrow tonight traditionally typically
ultimately unfortunately unusually usually worldwide yesterday afterwards all although amid among another any around
because behind below beneath beside besides between beyond both critics currently despite down during earlier each
either elsewhere even every everyone experts few fewer finally firefighters following further furthermore hundreds
however instead investigators journalists last later lawmakers least less like many meanwhile moreover much near
neither nevertheless next nobody none now observers officials once one only opponents other others overall people
police previously prosecutors protesters recently rescuers residents scientists separately several similarly since
soldiers some sources still students supporters than therefore thousands though through throughout thus together
towards two three four five six seven eight nine ten twelve dozens twenty thirty forty fifty sixty seventy eighty
ninety hundred thousand unless until unlike upon activists analysts authorities banks businesses campaigners
campaigning children citizens civilians clashes commuters companies consumers crews customers demonstrators diplomats
doctors drivers economists emergency employees employers engineers environmentalists families fans farmers fighting
fishermen growers homes hospitals hundreds inflation inspectors investors journalists lawyers leaders markets medics
ministers negotiations negotiators neighbours nurses passengers patients pensioners politicians prices production
protests researchers rescue rescuers rights schools shares shops studies talks teachers tourists trade trains troops
turnout unemployment unions victims villagers visitors voters what whatever whether while within without witnesses
workers yet
allerdings als am anschließend außerdem bereits bis bisher da dabei dadurch dafür dagegen daher damit danach daneben
dann daraufhin darüber davon dazu demnach denn dennoch derzeit deshalb diese dieser dieses dort durch ebenso einige er
erst es etwa fast gegen gemeinsam gleichzeitig hingegen hinzu ihr ihre inzwischen insgesamt jedoch jede jeder kein
keine laut man mehr mehrere mehreren mindestens nachdem nahe neben noch nun nur ob obwohl ohne rund schon seine sein
seit sie sobald sodass sollte sollten somit sondern sowohl später statt trotz trotzdem um unter viele vielmehr vom
vorher während weder wegen weil weitere weiteren wenn wer wie wieder wo wobei wurde wurden zahlreiche zudem zugleich
zuletzt zunächst zusätzlich zuvor zwar zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwischen
afin ainsi alors après aucun aucune aujourd auparavant aussi autant autour avant beaucoup bien cela celle celui ces
cet cette ceux chaque chez ce comme contre depuis derrière dès deux devant dix donc durant elles encore enfin ensuite
entre environ huit ils jusqu la lors lorsque lui mais malgré même neuf notamment on outre parmi pendant peu plusieurs
pourtant près puis puisque quand quatre quelque quelques qui quoi sa sans sauf sa ses selon sept si six son sous
tandis tous tout toute toutes toutefois trois trop une vers voici voilà
a además ahora algunas algunos ante antes apenas aquí así aunque bajo cada casi cerca como contra cuando cuatro desde
después dos durante ella ellos entonces entre esa ese esta este estas estos finalmente hace hasta hay incluso lo luego
mientras mucho muchos muy nadie ninguna ninguno otra otras otro otros pero poco posteriormente pues quien según seis
siete sin sobre solo tal también tampoco tanto todavía todos todo tras tres varias varios ya cinco ocho nueve diez
anche ancora attualmente che chi ciò come con contro così dal dalla dalle dopo dove due durante ed ecco finora fino
fra già inoltre intanto invece mentre molti molte nel nella nelle ogni oltre ora per perché però poi prima proprio
qualche quando quattro quasi quello questa queste questi questo secondo se sei senza sette solo sono sotto sul sulla
tra tre tutti tutte
além agora ainda alguns algumas antes ao aos após apesar assim até cada como contra depois desde diante durante ela
ele eles enquanto entre então essa esse esta este foi já mais mas muitos nas nenhum no nos num numa o onde ou outra
outras outro outros pelo pela pois por porque quando quatro quem segundo sem sob sobre também todos três uma vários
в во на по с со из за от до для при о об к и а но или не как что это этот эта эти его её их он она они мы вы все всего
также тоже уже еще ещё однако после перед между под над около более менее когда если где ранее сейчас сегодня теперь
затем поэтому кроме среди через против без согласно власти
у в на по з із зі за від до для при про і й а але або не як що це цей ця ці його її їх він вона вони ми ви всі також
вже ще однак після перед між під над близько більше менше коли якщо де раніше тепер потім тому крім серед через проти
"""
_AMBIGUOUS = frozenset({"may", "will"})
OPENINGS = (frozenset(_OPENINGS.split()) | STOPWORDS) - _AMBIGUOUS
"""Words that a sentence may begin with whatever the articles say: they are no name."""

_GENERIC = """
admiral ambassador archbishop assembly attorney bishop board cabinet captain central chair chairman chairwoman chief
church city colonel commission commissioner committee company conference congress constitution constitutional council
county court crown deputy director district east eastern election elections embassy emperor executive federal fire
first force forces foreign general government governor health house interior internet intelligence judge justice king
lady lord major mayor military minister ministers ministry mr mrs ms dr national navy army air north northern officer
opposition parliament parliamentary party police pope premier president presidential prime prince princess prof
professor province queen region representative republic river secretary senate senator senators sergeant sir south
southern speaker state states supreme treasury treaty union university vice web west western
"""
GENERIC = frozenset(_GENERIC.split())
"""Words of office and institution in English: one style writes them with a capital, another without."""

# Closed, for by rule Niger would be Nigerian, and by the letters they share Austria and Australia would be one.
_ADJECTIVES = """
afghanistan afghan, albania albanian, algeria algerian, america american, angola angolan, argentina argentine
argentinian, armenia armenian, australia australian, austria austrian, azerbaijan azerbaijani, bahrain bahraini,
bangladesh bangladeshi, belarus belarusian, belgium belgian, bolivia bolivian, brazil brazilian, britain british
briton, bulgaria bulgarian, cambodia cambodian, cameroon cameroonian, canada canadian, chile chilean, china chinese,
colombia colombian, croatia croatian, cuba cuban, cyprus cypriot, denmark danish dane, ecuador ecuadorian, egypt
egyptian, england english, estonia estonian, ethiopia ethiopian, europe european, finland finnish finn, france french,
georgia georgian, germany german, ghana ghanaian, greece greek, guatemala guatemalan, haiti haitian, hungary
hungarian, iceland icelandic, india indian, indonesia indonesian, iran iranian, iraq iraqi, ireland irish, israel
israeli, italy italian, jamaica jamaican, japan japanese, jordan jordanian, kazakhstan kazakh, kenya kenyan, korea
korean, kosovo kosovan, kuwait kuwaiti, laos lao laotian, latvia latvian, lebanon lebanese, libya libyan, lithuania
lithuanian, luxembourg luxembourgish, malaysia malaysian, mali malian, malta maltese, mexico mexican, moldova
moldovan, mongolia mongolian, morocco moroccan, mozambique mozambican, myanmar burmese, nepal nepali nepalese,
netherlands dutch, niger nigerien, nigeria nigerian, norway norwegian, oman omani, pakistan pakistani, panama
panamanian, paraguay paraguayan, peru peruvian, philippines philippine filipino, poland polish pole, portugal
portuguese, qatar qatari, romania romanian, russia russian, rwanda rwandan, scotland scottish, senegal senegalese,
serbia serbian serb, singapore singaporean, slovakia slovak, slovenia slovenian, somalia somali, spain spanish, sudan
sudanese, sweden swedish swede, switzerland swiss, syria syrian, taiwan taiwanese, tanzania tanzanian, thailand thai,
tunisia tunisian, turkey turkish türkiye, uganda ugandan, ukraine ukrainian, uruguay uruguayan, venezuela venezuelan,
vietnam vietnamese, wales welsh, yemen yemeni, zambia zambian, zimbabwe zimbabwean
"""
COUNTRY_OF: Mapping[str, str] = {
    adjective: country for country, *adjectives in map(str.split, _ADJECTIVES.split(",")) for adjective in adjectives
}
"""Adjective -> its country, in English."""

SHORT_FOR: Mapping[str, tuple[str, ...]] = {
    "us": ("united states", "america"),
    "usa": ("united states", "america"),
    "uk": ("united kingdom", "britain"),
    "eu": ("european union",),
    "un": ("united nations",),
    "eua": ("estados unidos",),
    "uno": ("vereinte nationen", "vereinten nationen"),
}
"""Abbreviations of two and three letters, with what else the same is called."""

_ENDINGS = {
    "de": "s es n en e er ern em ens innen",
    "nl": "s",
    "ru": "а я у ю ы и е о ом ем ём ой ей ою ею ам ям ами ями ах ях ым им ого его ому ему ый ий ая ое ую ь",
    "uk": "а я у ю и і ї е о ом ем єм ою ею єю ові еві єві ам ям ами ями ах ях им ім ого його ому йому ий ій ь",
    "pl": "a ą ę y i u e o ie em om ami ach owi iem ego emu ej",
    "cs": "a u e i y o ě em om ům ami ách ovi ou é ého ému",
    "sr": "а у е и о ом ем ама има a u e i o om em ama ima",
}
_ENDINGS |= {"bg": "", "be": _ENDINGS["ru"], "sk": _ENDINGS["cs"], "hr": _ENDINGS["sr"], "bs": _ENDINGS["sr"]}
ENDINGS: Mapping[str, frozenset[str]] = {code: frozenset(endings.split()) for code, endings in _ENDINGS.items()}
"""Endings that a name takes by its case; of a language that is not here, the s alone."""

_NOUN_ENDINGS = """
ung ungen heit heiten keit keiten schaft schaften tion tionen ität itäten ismus nis nisse nissen ment mente menten
ierung ierungen isten anten enten toren täter opfer
"""
GERMAN_NOUN_ENDINGS = tuple(_NOUN_ENDINGS.split())
_GERMAN_DETERMINERS = """
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese dieses
diesen diesem jeder jede jedes jeden jedem sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres
unser unsere unseren zum zur vom beim am im ins ans fürs viele vielen mehrere mehreren einige einigen alle allen
"""
GERMAN_DETERMINERS = frozenset(_GERMAN_DETERMINERS.split())
_GERMAN_NAMES_WITH_ARTICLE = """
türkei schweiz ukraine slowakei mongolei usa niederlande niederlanden iran irak jemen sudan libanon vatikan rhein
donau elbe oder krim kongo niger tschad kosovo balkan kreml spiegel emirate emiraten philippinen malediven bretagne
normandie pfalz lausitz eifel ruhr isar mosel bosporus gazastreifen westjordanland balkan bundestag bundesrat
"""
GERMAN_NAMES_WITH_ARTICLE = frozenset(_GERMAN_NAMES_WITH_ARTICLE.split())
_PLACE_TAILS = """
stadt städt berg burg dorf heim hausen bach furt brück brücken haven hafen kirchen feld felde wald münde ingen
"""
GERMAN_PLACE_TAILS = tuple(_PLACE_TAILS.split())
_GERMAN_NOUNS = """
abend abgeordnete abgeordneten angaben anfang angriff anhänger anwohner arbeit artikel bedingungen befürworter beginn
behörde behörden beispiel beobachter beamte beamten bericht berichte betroffene betroffenen bürger chef dienst einsatz
einwohner ende ergebnis experten fachleute fall familien feuerwehr firma folge folgen forscher frage frau frauen
gegner geld gericht gesetz gespräche gewerkschaft grund gründe gruppe haus helfer jahr jahre jahren jahres justiz
käufer kinder kunden lage lösung markt maßnahmen mitarbeiter nachbarn namen öffentlichkeit patienten preise schäden
schüler studie tiere umfrage umsatz verhandlungen verkauf verkäufer vorschlag vorstand waren wasser wetter wirtschaft
kosten kritik kritiker land landes länder leben leute mann männer medien mehrheit menschen milliarde milliarden
million millionen minderheit minister mitglieder mitte monat monate monaten morgen nacht opfer opposition ort partei
parteien plan pläne politik politiker polizei problem projekt prozent rahmen rat recht regierung reihe richter ruf
rund schritt seite seiten soldaten sprecher sprecherin staat stadt stelle streit stunde stunden summe tag tage tagen
teil teile tisch tote toten uhr unternehmen verfahren verletzte verletzten vertreter vorjahr vorwürfe wahl weg welt
woche wochen wort worte zahl zeit ziel zeugen zukunft zuschauer
"""
GERMAN_NOUNS = frozenset(_GERMAN_NOUNS.split())
"""Nouns of any news, which say nothing of whom or where."""

NOUN_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "ru": ("ение", "ания", "ание", "ения", "ость", "ости", "ция", "ции", "ство", "ства"),
    "uk": ("ення", "ання", "ість", "ції", "ція", "ство", "ства"),
}
"""How a noun ends that is no name, where it opens a sentence."""

_PARTICLES = "von van der den de del della di da dos du la le al el bin ibn of the zu"
NAME_PARTICLES = frozenset(_PARTICLES.split())
