"""What a headline's words do, as far as closed lists tell it: after which words nouns stand, and after which verbs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """The small words of a language: `before_noun` and `before_verb` tell of the next word, `within` of a noun phrase.

    `compounds` says that a noun is put behind a name without a word between (Brack spill), `nouns_large` that all nouns
    have a capital. Of `within` a name must follow those of `before_name`: "fish in the Oder", not "rise in prices"; and
    only a noun stands right before those of `after_noun`. A place is what stands behind one of `before_place`.
    """

    before_noun: frozenset[str]
    before_verb: frozenset[str]
    within: frozenset[str]
    other: frozenset[str]
    compounds: bool = False
    nouns_large: bool = False
    before_name: frozenset[str] = frozenset()
    after_noun: frozenset[str] = frozenset()
    before_place: frozenset[str] = frozenset()

    def is_small(self, word: str) -> bool:
        """Tells whether a word, casefolded, is one of these lists: no name holds it but within."""
        return word in self.before_noun or word in self.before_verb or word in self.other


def _grammar(
    before_noun: str,
    before_verb: str,
    within: str,
    other: str,
    *,
    before_name: str = "",
    after_noun: str = "",
    before_place: str = "",
    compounds: bool = False,
    nouns_large: bool = False,
) -> Grammar:
    return Grammar(
        frozenset(before_noun.split()),
        frozenset(before_verb.split()),
        frozenset(within.split()),
        frozenset(other.split()),
        compounds,
        nouns_large,
        frozenset(before_name.split()),
        frozenset(after_noun.split()),
        frozenset(before_place.split()),
    )


ENGLISH = _grammar(
    "a an the this that these those its his her their our my your every each no some any another of in on at over after"
    " for with by from against before into through between under near amid during without about across since until"
    " behind beyond via per off",
    "to will would could can may might must should shall they he she it we i you who not don't won't can't let",
    "of at in",
    "and or but nor so as if than then when while where why how what which whom whose because though is are was were be"
    " been being am has have had do does did s t up out down back away again also just only still yet even more most"
    " less least very too now here there all both own such same other one two three four five six seven eight nine ten"
    " eleven twelve hundred hundreds thousand thousands million millions billion billions dozen dozens half part parts"
    " year years month months week weeks day days hour hours minute minutes time times first second last next new old"
    " says say said tell tells told sees see seen led lead leads left leave leaves make makes made take takes took get"
    " gets got go goes went come comes came give gives gave put puts set sets hit hits cut cuts keep keeps kept find"
    " finds found hold holds held win wins won lose loses lost pay pays paid buy buys sell sells sold us uk eu un",
    before_name="at in",
    before_place="in into near along off across",
    after_noun="is are was were has have had did does will would may might could can must should won't",
    compounds=True,
)
_TABLES = {
    "de": _grammar(
        "der die das den dem des ein eine einer eines einem einen kein keine im in am an auf bei nach vor zu zum zur"
        " von vom mit gegen für um über unter durch aus wegen ohne bis seit",
        "",
        "der die das den dem des im in am an bei von vom",
        "und oder aber nicht ist sind war wird werden hat haben als wie so auch noch schon mehr sich es sie er wir ich"
        " jahr jahre jahren tag tage tagen woche wochen stunden uhr prozent euro",
        nouns_large=True,
    ),
    "fr": _grammar(
        "le la les un une des du au aux de d' l' son sa ses leur leurs ce cette ces en dans sur pour par contre après"
        " avant sans sous",
        "ne se il elle ils elles on qui",
        "de du des de la d' l' la le les au aux à en",
        "et ou mais est sont a ont été être n' s' qu' que plus moins pas comme entre vers an ans jour jours mois",
        after_noun="est sont a ont était étaient",
    ),
    "es": _grammar(
        "el la los las un una unos unas del al de su sus este esta en con por para contra tras sin sobre",
        "no se que lo",
        "de del la el los las en al",
        "y o pero es son fue ha han más menos como entre a año años día días mes meses",
        after_noun="es son fue fueron ha han",
    ),
    "it": _grammar(
        "il lo la i gli le un uno una del dello della dei degli delle al alla nel nella di in con per contro dopo sul"
        " sulla l' d' dell' all' nell'",
        "non si che",
        "di del dello della dei degli delle al alla nel nella in l' d' dell'",
        "e o ma è sono ha hanno più meno come tra fra anno anni giorno giorni",
        after_noun="è sono ha hanno",
    ),
    "pt": _grammar(
        "o a os as um uma do da dos das no na nos nas ao à de em com por para contra após sem sobre",
        "não se que",
        "de do da dos das no na em",
        "e ou mas é são foi tem têm mais menos como entre ano anos dia dias",
        after_noun="é são foi foram tem têm",
    ),
    "nl": _grammar(
        "de het een van in op aan bij na voor met tegen over onder door uit zonder",
        "te zal zullen kan kunnen niet",
        "van de het in op aan bij",
        "en of maar is zijn was wordt heeft hebben als meer ook nog jaar dag dagen",
    ),
}  # fmt: skip
GRAMMARS: Mapping[str, Grammar] = {"en": ENGLISH, **_TABLES}

_UNITS = """
aka barrels bln bn degrees dollars dr etc euros ex feet k kg kilometers kilometres km kmh liters litres m m2 meters
metres miles mln mn mph mr mrs ms no pct percent pounds pp st tn ton tonne tonnes tons vol vs yen yuan
"""

_EVENTS = """
accident affair ambush arrest arrests assassination assault attack attacks auction audit avalanche bailout ban
bankruptcy bid blackmail blackout blast blaze blockade blowout bombing boycott breach breakout bribery budget bushfire
bushfires ceasefire charges chase cheating clash clashes closure closures collapse compensation conspiracy corruption
coup cover-up crackdown crash crisis cull curfew cuts deadlock deal death deaths debt defection deportation
deportations derailment detention disappearance disaster discharge discharges dismissal dispute doping drilling drought
earthquake earthquakes election elections embezzlement emissions epidemic eruption eruptions escape eviction evictions
execution executions exodus expedition explosion explosions extradition fallout famine feud fight fire fires flood
flooding floods fraud funeral genocide hack hearing heatwave heist hijacking hostage hostages hunt hurricane hurricanes
impeachment incursion incursions indictment inquest inquiry insurgency invasion investigation kidnapping kidnappings
killing killings landslide lawsuit leak leaks libel lockdown looting manhunt march marches massacre meltdown merger
militia mudslide murder murders mutiny nationalisation negotiations occupation offensive oil-spill outage outbreak
overhaul pact pandemic pardon penalty pipeline plague poisoning pollution privatisation probe prosecution prosecutions
protest protests purge quake quakes raid raids rally rebellion recall recount referendum reform reforms refugees
renovation rescue resignation restoration revolt riot riots robbery row sabotage sackings sale sanctions scandal search
sell-off shelling shipwreck shooting shootings shortage shortages shutdown siege sinking smog spill spills spying
stabbing stampede standoff storm storms strike strikes succession suicide suicides summit surrender takeover talks
tariffs tax theft thefts tornado tornadoes trafficking tragedy treaty trial trials truce tsunami typhoon unrest
uprising vaccination verdict violence walkout walkouts war wildfire wildfires withdrawal wreck
"""

_IN_ING = """
building ceiling clothing evening filming funding gathering housing king meeting morning offering opening painting
planning ring shipping spending spring training warning wedding wing
"""

_OFFICES = """
actor author bishop boss captain ceo chancellor chief coach director founder general governor judge king leader mayor
minister owner pope premier president prince princess queen senator singer
"""

_ACCUSES = """
abuse affair arrest arrests assassination assault attack attacks blackmail bombing breach bribery bribes cheating
conspiracy corruption cover-up crime crimes death deaths doping embezzlement espionage execution executions extremism
fraud genocide harassment hijacking kidnapping killing killings laundering libel lie lies looting manslaughter massacre
murder murders negligence perjury plot poisoning rape sabotage scandal shooting shootings spying stabbing suicide
suicides terror terrorism theft thefts torture trafficking treason violence
"""

_VERBS_TOO = """
arrests attacks bans charges clashes cuts deals escapes fights fires floods hunts leaks marches murders probes protests
purges raids rallies recalls rescues revolts riots searches spills storms strikes votes
"""

_PARTICIPLES = """
born broken caught chosen dead driven fallen forgotten frozen given gone grown hidden known missing ridden shaken shot
shown spoken stolen sunk sworn thrown torn worn written
"""

_MAGNITUDES = """
billion billions bn m million millions mln mn trillion thousand mio mrd millionen milliarden milliard milliards millones
miljard miljoen milioni miliardi milhões bilhões
"""

UNITS = frozenset(_UNITS.split())
"""Units and abbreviations that no name holds: "bn" and "tonnes" are parts of a number."""

MAGNITUDES = frozenset(_MAGNITUDES.split())
"""What stands behind such a word is what is counted, often a currency: 3.9 billion crowns."""

EVENTS = frozenset(_EVENTS.split())
"""Words for what happens, which make a name out of a place: Brack spill. Many are too common to be rare."""

IN_ING = frozenset(_IN_ING.split())
"""Nouns that end as the English gerund does."""

OFFICES = frozenset(_OFFICES.split())
"""Offices that stand between a place or a firm and a name: Istanbul mayor Imamoglu."""

ACCUSES = frozenset(_ACCUSES.split())
"""Words that are put behind no name unless a headline does so: "Imamoglu corruption" would say what nobody said."""

VERBS_TOO = frozenset(_VERBS_TOO.split())
"""Words for what happens that are verbs too: between a name and a noun they are, "Osgood raids pension fund"."""

PARTICIPLES = frozenset(_PARTICIPLES.split())
"""Participles that don't end in -ed: none ends a name."""
