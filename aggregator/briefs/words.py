"""The closed word lists by which a sentence is judged: who speaks, what leans on the sentence before, what tells."""

from __future__ import annotations

from collections.abc import Mapping

_SAYS = """
said says say told tells added adds announced argued asked called claimed confirmed declared denied described explained
insisted noted promised replied reported stated tweeted warned wrote vowed urged according acknowledged admitted
commented conceded concluded emphasised emphasized joked maintained observed pledged predicted recalled remarked
responded stressed suggested testified writes read reads
sagte sagt sagten teilte erklärte erklärt betonte warnte kündigte forderte meinte schrieb nannte laut zufolge berichtete
mahnte lobte kritisierte bezeichnete sprach
dit déclaré affirmé indiqué expliqué annoncé estimé ajouté assuré écrit selon dénoncé souligné précisé martelé
dijo dice afirmó aseguró señaló explicó declaró anunció añadió según advirtió subrayó indicó denunció
detto dichiarato affermato spiegato annunciato secondo aggiunto ribadito sottolineato avvertito
disse diz afirmou declarou explicou segundo anunciou acrescentou alertou
"""
_NEGATIONS = """
not no never nobody none nor without neither denied denies deny cannot refused nicht kein keine keinen keiner nie
niemals niemand ohne ne pas jamais aucun aucune sans nunca ningún ninguna sin non mai nessun nessuna senza não
nenhum nenhuma sem
"""
# A sentence of English has one of these or a word in -ed; a caption or a list of things has none.
_FINITE = """
is are was were am be been has have had do does did will would can could may might must shall should says say said
told tells became began begun bought broke brought built came caught chose cost cut drew drove fell felt fought
found gave got grew heard held hit hurt kept knew laid lay led left lent let lost made meant met paid put quit ran
read rose sang sat saw sent set shook shot shut slept slid sold spent spoke spread stood stole struck swam swept
swore taught thought threw took tore went withdrew woke won wore wrote isn't aren't wasn't weren't hasn't haven't
hadn't doesn't didn't don't won't wouldn't can't couldn't agrees allows argues asks believes calls carries comes
continues costs covers faces finds follows gets gives goes handles hopes includes insists keeps knows leads lets
lies lives makes means meets needs opens orders passes pays plans promises puts remains reports requires rises runs
seeks seems serves shows stands starts begins stays suggests takes thinks tries turns urges wants warns weighs wins
works writes expects hold need want believe think remain face keep come go make take get give see show include
"""
_NO_VERBS = """
mit nicht seit fast erst jetzt selbst oft weit recht laut damit zuletzt nächst meist ernst gut spät breit bunt fest
hart kalt leicht dicht echt alt acht statt samt nebst zumindest derzeit längst sonst jederzeit weltweit bekannt
den einen keinen seinen ihren diesen jenen meinen unseren allen neben zwischen gegen wegen hinten vorn oben unten
außen innen morgen großen kleinen neuen alten ersten zweiten letzten vielen anderen weiteren eigenen ganzen
guten hohen langen deutschen insgesamt gesamten meisten beiden drei sieben zehn politischen nahen rechten linken
"""
_PRONOUNS = """
he she they it i we you who him her them
er sie es ich wir man ihm ihr ihnen
il elle ils elles je nous on lui
ella él ellos ellas lui lei essi loro ele ela eles elas
"""

# Words that open a sentence which leans on the one before, by language.
LEANING: Mapping[str, str] = {
    "en": r"he|she|it|they|his|her|hers|its|their|theirs|this|that|these|those|such|but|and|or|so|yet|however|also|then"
    r"|there|here|meanwhile|instead|otherwise|still|nor|both|neither|either|another|others?|thus|therefore|hence"
    r"|nevertheless|nonetheless|moreover|furthermore|besides|afterwards?|later|earlier|finally|indeed|similarly"
    r"|elsewhere|asked|yes|no\b[.,]|if (?:so|not)|in addition|as a result|for (?:example|instance)|by contrast"
    r"|in (?:turn|contrast)|on the other hand|at the same time|at (?:that|this) |because of (?:this|that)"
    r"|until then|since then|so far|not everyone|among (?:them|these|those)"
    r"|the (?:former|latter|move|decision|announcement|report|statement"
    r"|pair|duo|two|three|group|incident|measure|same)|the (?:next|first|second|third|other|rest|sum|figures?"
    r"|results?)(?: one)?(?:,| is| are| was| were| will| has| had)|(?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|dozens|hundreds|thousands|some|many|most|several|a few|few|all|none|each|half"
    r"|more)(?: hundred| thousand| \d+)?(?: of (?:them|these|those|whom))?,? (?:is|are|was|were|has|had|have|did"
    r"|do|will|would|could|came|said|went|[a-z]{3,}ed)|(?:what|whether|if|how|why|when|where|as|because) (?:it"
    r"|they|he|she|this|that)|(?:second|third|fourth|last) (?:came|comes|was|is)|first,|second,|third,"
    r"|what (?:is|was|follows) (?:more|new)",
    "de": r"er|sie|es|dies\w*|das (?:ist|war|sei|wird|hat|hatte|gilt|sagte|teilte|habe|geht|ging)|da|aber|und|doch"
    r"|jedoch|auch|dann|dort|damit|dabei|dazu|davon|dagegen|darauf|darin|darüber|dafür|danach|daher|darum|deshalb"
    r"|deswegen|zudem|außerdem|denn|sein\w{0,2}|ihr\w{0,2}|so|nun|zuvor|später|anschließend|hinzu|beide|solche\w?"
    r"|allerdings|trotzdem|dennoch|schließlich|unterdessen|inzwischen|jener?|deren|dessen|hier|letztere\w?",
    "fr": r"il|elle|ils|elles|ce|cet|cette|ces|cela|ça|c['’]est|c['’]était|mais|et|or|donc|puis|ainsi|cependant"
    r"|toutefois|son|sa|ses|leur|leurs|là|ici|enfin|ensuite|pourtant|par ailleurs|en outre|celui-ci|celle-ci"
    r"|ceux-ci|d['’]autres|une? autre|aussi|de plus|en effet|alors|après cela|tous deux|j['’]",
    "es": r"él|ella|ellos|ellas|est[aoe]s?|es[aoe]s?|aquel\w*|pero|y|también|además|su|sus|así|sin embargo|por eso"
    r"|por ello|allí|ahí|aquí|luego|después|entonces|ambos|ambas|otr[oa]s?|mientras tanto|asimismo|en cambio"
    r"|no obstante|tampoco|algo que|lo que",
    "it": r"lui|lei|essi|loro|quest[oaie]|quell[oaie]|ma|e|anche|inoltre|suo|sua|suoi|sue|così|però|tuttavia|poi|qui|lì"
    r"|quindi|infine|entrambi|altri|altre|intanto|ciò|per questo|infatti",
    "pt": r"ele|ela|eles|elas|est[ea]s?|ess[ea]s?|isto|isso|aquel\w*|mas|e|também|seu|sua|seus|suas|assim|porém|então"
    r"|ali|aqui|lá|depois|ambos|ambas|outr[oa]s?|além disso|no entanto|por isso|entretanto",
}
# Third persons that a name must stand before, wherever in the sentence they are.
PERSONS: Mapping[str, str] = {
    "en": r"he|she|him|her|his|hers|he['’]s|she['’]s",
    "de": r"er|ihm|ihn|seine[mnrs]?|sein",
    "fr": r"il|elle|ils|elles",
    "es": r"él|ella|ellos|ellas",
    "it": r"lui|lei|egli|ella",
    "pt": r"ele|ela|eles|elas",
}
OURSELVES: Mapping[str, str] = {
    "en": r"I|I['’]\w+|we|We|our|Our|ours|my|My|me|us|you|You|your|Your|yours|[Ll]et['’]s",
    "de": r"ich|Ich|wir|Wir|unser\w*|Unser\w*|uns|mich|mir|mein\w*|Mein\w*|du|Du|dich|dir|dein\w*|Dein\w*",
    "fr": r"nous|Nous|notre|nos|Notre|je|Je|[jJ]['’]\w+|mon|mes|moi|vous|Vous|votre|vos|tu|Tu|toi",
    "es": r"nosotros|nuestr[oa]s?|Nuestr[oa]s?|yo|Yo|mi|mis|usted|ustedes|creo|somos|tenemos|debemos|hemos",
    "it": r"noi|Noi|nostr[oaie]|io|Io|mi[oae]|abbiamo|siamo|dobbiamo",
    "pt": r"nós|Nós|noss[oa]s?|Noss[oa]s?|eu|Eu|meu|minha|você|vocês|temos|somos|devemos",
}


SAYS = frozenset(_SAYS.split())
PRONOUNS = frozenset(_PRONOUNS.split())
NEGATIONS = frozenset(_NEGATIONS.split())
FINITE = frozenset(_FINITE.split())
NO_VERBS = frozenset(_NO_VERBS.split())
