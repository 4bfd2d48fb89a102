"""Words of the news that say little of which affair a story belongs to."""

from __future__ import annotations

from aggregator.storylines.terms import key_of

_ENGLISH = """
year month week day time hour minute moment night morning afternoon evening weekend today tomorrow yesterday season
first last new old late early former next previous recent current past future final again already always never ever
still yet even also just only almost nearly about around more most much many several few enough another other each
both same different such own once twice soon later ago since until while during without within between among across
along away back behind beside beyond near next off onto through toward under above below inside outside together
people person man woman men women child children boy girl baby family parent mother father son daughter brother sister
husband wife couple friend neighbour resident citizen member crowd name life live living home house place area part
side end way thing case matter kind sort lot bit fact reason result cause effect issue problem question answer chance
death dead die dying kill killing killer injure injury wound hurt victim survive survivor missing miss suffer harm
hundred thousand dozen million billion trillion percent half third quarter double number figure total record rate
level one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty score second say tell
told call speak spoke talk ask answer write wrote read hear heard see seen saw look watch show shown know known knew
think thought believe feel felt mean want need hope fear expect expected wish like love hate try tried seek sought
warn warning urge claim claimed deny denied report reported announce announced reveal revealed insist admit accuse
accused blame criticise criticism demand promise pledge vow offer accept agree agreed refuse reject back support
oppose allow ban banned stop halt suspend delay cancel prevent avoid block end start begin began begun launch open
close closed shut return bring brought take took taken give gave given get got gotten go gone went come came leave
left stay remain keep kept hold held put set move moved run ran walk drive drove pass passed send sent turn change
become became grow grew rise rose risen fall fell fallen drop cut raise increase decrease reduce add added lose lost
loss win won winner wins beat lead led follow join meet met make made do done use used work play fight fought face hit
strike struck break broke broken build built fill clear order create plan planned prepare decide decision choose
choice chose find found search discover lay lie rest stand stood sit carry pay paid buy bought sell sold spend spent
save cost help serve receive share show reach stretch push pull draw drawn throw force forced happen appear seem let
wait quit step big bigger large larger small little high higher low lower long longer short strong weak great good
better best bad worse worst hard easy full empty free safe dangerous deadly heavy light deep wide whole main major
minor key top bottom right wrong true false real clear public private local national international regional global
common special serious severe possible likely unlikely huge powerful surprise dramatic historic controversial alleged
so-called president prime minister government governor mayor leader premier chief boss head director manager chairman
secretary spokesman spokeswoman official authority party parliament senate congress assembly council committee cabinet
lawmaker deputy politician ally rival opposition critic supporter activist campaigner expert analyst scientist
researcher police officer army troop soldier military force guard security attack war conflict battle weapon gun bomb
shot shoot court judge jury trial hearing law legal lawyer prosecutor charge jail prison sentence guilty convict
verdict ruling arrest detain custody suspect crime criminal investigate investigation investigator inquiry probe
evidence appeal earthquake quake tremor hurricane cyclone typhoon tornado landslide avalanche robbery theft fire blaze
flame smoke blast explosion crash accident disaster tragedy storm flood rain wind water sea river coast island
mountain hill forest ground land earth sky air city town village capital country nation state region area district
province county border street road square park bridge building hotel school university church hospital station airport
port centre center office room floor door wall north south east west northern southern eastern western central world
company firm business industry market trade bank money fund finance financial economy economic price tax budget debt
deal talk agreement contract bid offer sale rule group union worker staff job pay owner customer service system
product team club match game league cup championship tournament player coach manager fan goal victory defeat student
teacher doctor nurse patient health medical emergency rescue rescuer safety crisis aid protest protester demonstration
rally march crowd strike election vote voter poll campaign candidate ballot media television film video photo picture
newspaper website online internet phone letter document statement speech interview news story history anniversary
ceremony event visit trip travel passenger driver car train bus truck plane flight ship boat vehicle food line board
unit order point age body hand eye face head heart
"""

_OTHERS = """
jahr tag woche monat stunde zeit mensch leute frau mann kind familie stadt land regierung minister präsident gericht
polizei euro million milliarde prozent tote verletzte erst neue neuer neuen alt groß mehr weniger viel viele alle ganz
nach wegen gegen ohne unter über zwischen bleibt bleiben will wollen soll sollen kann können muss müssen geht gehen
kommt kommen macht machen steht stehen gibt geben sagt sagen zwei drei vier fünf sechs sieben acht neun zehn heute
gestern morgen wieder schon noch immer ende anfang teil seit bis an année jour semaine mois heure temps homme femme
enfant famille ville pays gouvernement ministre président tribunal police euro million milliard mort blessé nouveau
nouvelle grand plus moins tout tous toute contre sans sous entre après avant depuis être faire fait dit deux trois
quatre cinq six sept huit neuf dix fin début año día semana mes hora tiempo hombre mujer niño familia ciudad país
gobierno ministro presidente tribunal policía millón millones muerto herido nuevo nueva gran grande más menos todo
todos contra sin sobre entre tras antes desde hasta ser hacer hace dice dos tres cuatro cinco seis siete ocho nueve
diez fin
"""

_NAMES = """
russia russian ukraine ukrainian china chinese america american usa us united states britain british uk england english
germany german deutschland deutsche france french européen europe european eu nato un israel israeli gaza palestinian
iran iranian india indian japan japanese washington moscow beijing london paris berlin brussels kyiv kremlin
putin trump biden zelensky xi macron merkel
"""

NEVER_NAMES = frozenset(map(key_of, (_ENGLISH + _OTHERS).split()))
"""Words that name nobody, however headlines in title case write them."""

COMMON_WORDS = NEVER_NAMES | frozenset(map(key_of, _NAMES.split()))
"""Terms that count as common from the first story on; what else is common, a large database tells by itself."""
