"""Dutch."""

NL: dict[str, tuple[str, str, str]] = {
    "nothing": (
        "",
        """
        klimaat van angst, klimaat van, vestigingsklimaat, handelsoorlog, prijzenoorlog, star wars, appeloogst,
        gerechten, hoofdgerecht*, voorgerecht*, buiten spel gezet""",
        "",
    ),
    "politics": (
        "",
        """
        verkiezing*, *verkiezingen, tweede kamer*, eerste kamer, kamerlid, kamerleden, kabinet*, coalitie*,
        oppositie*, premier*, minister*, *minister, staatssecretaris*, formatie, informateur, formateur, vvd, pvv,
        pvda, groenlinks*, d66, cda, nsc, n-va, vlaams belang, parlement*, referendum, motie, stembus*, kiezer*,
        stemmen geteld, regering*, gemeenteraad*, wethouder*, burgemeester*, politiek*, politici, politicus,
        diplomat*, ambassad*, sancties, europese commissie, europees parlement, eu-top, witte huis, kremlin,
        democraten, republikeinen, populis*, staatsgreep, grondwet*, wetsvoorstel*, lijsttrekker*, partijleider*,
        fractie*, buitenlandse zaken, vlaamse regering, senaat, senator*, rechts-extrem*""",
        """
        president*, partij*, wet, wetten, debat*, stem*, campagne, kandidaat, kandidaten, links, rechts,
        onderhandel*, leider*, aftreden, stapt op, akkoord, brussel, beleid, begroting""",
    ),
    "economy": (
        "",
        """
        econom*, inflatie, rente, rentes, ecb, centrale bank, dnb, beurs*, aex*, wall street, aandeel, aandelen,
        aandeelhouder*, dividend*, omzet*, kwartaalcijfers, winstwaarschuwing, failliet*, faillissement*, overname*,
        fusie, recessie, bbp, werkloos*, arbeidsmarkt, ontslagen, ontslagronde, cao*, loon, lonen, salaris*,
        vakbond*, fnv, staking*, export*, import*, invoerheffing*, heffingen, olieprijs*, gasprijs*, energieprijs*,
        koopkracht, supermarkt*, albert heijn, huizenprijz*, hypothe*, belasting*, fiscus, staatsschuld,
        begrotingstekort, bank, banken, *bank, verzekeraar*, asml, philips, industrie*, bedrijf*, bedrijven, mkb,
        ondernemer*, belegger*, investeer*, investering*, bitcoin, crypto*, eurozone, consumentenprijz*,
        handelsoorlog, prijzenoorlog, pensioenfonds*""",
        """
        markt*, prijs, prijzen, winst*, verlies, miljard*, miljoen*, euro, dollar*, kosten, handel*, klanten,
        verkoop*, productie, fabriek*, banen, groei, concern, energie, geld, financi*, pensioen*, boer*, duurder,
        goedkoper, consument*, werkgever*""",
    ),
    "war and conflict": (
        "",
        """
        oorlog*, *oorlog, luchtaanval*, raketaanval*, raket, raketten, drone-aanval*, droneaanval*, bombardement*,
        gebombardeerd, beschieting*, artillerie, staakt-het-vuren, wapenstilstand, soldaat, soldaten, troepen,
        leger, militair*, navo, offensief, tegenoffensief, invasie, frontlinie, tanks, straaljager*, f-16*,
        wapenleverantie*, wapens, munitie, terroris*, terreur*, jihad*, islamitische staat, hamas, hezbollah,
        houthi*, taliban, gazastrook, gaza, westelijke jordaanoever, gijzelaar*, vredesoverleg, vredesakkoord,
        genocide, milities, rebellen, vn-missie, kernwapen*, defensie*, burgeroorlog, strijdkrachten, gevechten""",
        """
        aanval*, gedood, doden, conflict*, oekraï*, israël*, palestijn*, rusland, russisch*, iran*, vrede*,
        explosie*, grens, vluchteling*, burgers, kiev, kyiv, libanon, bom, bommen, drone*, bestand""",
    ),
    "science": (
        "",
        """
        wetenschap*, onderzoekers, astronom*, astronaut*, ruimtevaart*, nasa, esa, telescoop*, sterrenstelsel*,
        zwart gat, zwarte gaten, exoplaneet*, asteroïde*, komeet, kometen, meteoriet*, zonsverduistering*,
        maansverduistering, natuurkund*, kwantum*, scheikund*, bioloog, biologen, geneti*, dna, fossiel, fossielen,
        dinosaur*, paleontolo*, archeolo*, neanderthaler*, evolutie*, hersenonderzoek, microb*, laboratori*,
        geoloog, geologen, wiskund*, nobelprijs voor natuurkunde, nobelprijs voor scheikunde, prehistor*, opgraving*""",
        """
        studie, onderzoek*, ontdek*, soort, maan, mars, ruimte, heelal, satelliet*, oude, oeroud*, hersenen,
        hoogleraar*, universiteit*, planeet, planeten, experiment*""",
    ),
    "health": (
        "",
        """
        gezondheid*, ziekenhuis*, ziekenhuizen, arts, artsen, huisarts*, chirurg*, verpleeg*, patiënt*, ziekte*,
        kanker*, tumor*, vaccin*, virus*, epidemie*, mazelen, griep*, malaria, ebola, cholera, hiv, alzheimer,
        dementie, diabetes, obesitas, overgewicht, hartaanval*, hartinfarct*, beroerte, bloeddruk, cholesterol,
        antibiotic*, medicijn*, geneesmiddel*, medisch*, therapie*, diagnose*, symptomen, depressie*, ggz, zwanger*,
        abortus, infectie*, besmet*, vogelgriep, transplantatie*, orgaandonatie, voeding*, vitamine*, roken, vapen,
        vapes, apothe*, zorgverzekeraar*, ouderenzorg, jeugdzorg, ambulance*, rivm, allergie*, tandarts*, psychiat*""",
        """
        ziek*, behandeling*, risico*, test*, lichaam, hart, bloed, slaap, pijn, dieet, afvallen, dosis, sterfte,
        kliniek*, covid*, corona*, pandemie, zorg""",
    ),
    "climate": (
        "",
        """
        klimaat*, opwarming*, broeikasgas*, co2*, uitstoot, stikstof*, duurzame energie, zonne-energie,
        zonnepanelen, windmolen*, windpark*, energietransitie, fossiele*, cop27, cop28, cop29, cop30, milieu*,
        natuurbeheer, biodiversiteit, ontbossing, gletsjer*, zeespiegel*, hittegolf, droogte, bosbrand*,
        natuurbrand*, overstroming*, vervuil*, plastic*, microplastics, recycl*, ecosysteem*, greenpeace,
        extinction rebellion, methaan, uitsterven, pfas, waterstof""",
        """
        weer, hitte, storm*, onweer, temperatu*, regen*, bos, bossen, oceaan, zee, rivier*, natuur*, dieren, water,
        kolen, kernenergie, groen*, duurza*, wolf, wolven, energie""",
    ),
    "technology": (
        "",
        """
        technolog*, smartphone*, iphone*, ipad*, android, google, microsoft, openai, chatgpt, chatbot*, nvidia,
        samsung, facebook, instagram, whatsapp, tiktok, youtube, software*, app, apps, kunstmatige intelligentie,
        ai, algoritm*, halfgeleider*, chipfabrikant, chipmachine*, computer*, laptop*, cyber*, hacker*, gehackt,
        hack, ransomware, phishing*, datalek*, privacywet, internet*, glasvezel, 5g, robot*, zelfrijdend*,
        virtual reality, smartwatch*, datacenter*, cloud, linux, windows, browser*, zoekmachine*, sociale media,
        start-up*, silicon valley, videogame*, playstation*, xbox*, nintendo*, processor*, blockchain, deepfake*""",
        """
        apple, digita*, online, gebruikers, apparaat, apparaten, scherm*, data, website*, platform*, tablet*,
        batterij*, elektrisch*, netwerk*, patent*, telefoon*, mobiel*, chip*""",
    ),
    "sport": (
        "",
        """
        voetbal*, eredivisie, champions league, europa league, premier league, knvb*, oranje, wk, ek, fifa, uefa,
        keeper*, doelman*, middenvelder*, verdediger*, trainer*, bondscoach*, strafschop*, penalty*, halve finale*,
        kwartfinale*, achtste finale*, transfer*, ajax, psv, feyenoord, club brugge, anderlecht, rode duivels,
        real madrid, tennis*, wimbledon, grand slam, basketbal*, nba, handbal*, volleybal*, hockey*, wielren*,
        wielersport, tour de france, peloton, formule 1, grand prix, motogp, atletiek, atleet, atleten, marathon*,
        zwemmer*, turnster*, bokser*, judoka*, schaats*, elfstedentocht, olympisch*, paralympisch*, medaille*,
        scheidsrechter*, doping, sport*, kampioen*, degradatie, doelpunt*""",
        """
        wedstrijd*, overwinning*, zege, wint, winst, nederlaag, verliest, verslaat, team*, speler*, ploeg*,
        seizoen*, beker*, finale*, titel*, club*, toernooi*, race*, blessure*, fans, stadion*, ronde, contract*,
        record*, goal*, spits""",
    ),
    "culture": (
        "",
        """
        film, films, filmmaker*, *film, bioscoop*, acteur*, actrice*, regisseur*, oscar*, gouden kalf, festival*,
        hollywood*, netflix, disney*, tv-serie*, televisieserie*, album*, zanger*, rapper*, popster*, concert*,
        muzikant*, muziek*, orkest*, opera, opera's, ballet*, theater*, toneel*, roman, romans, schrijver*,
        schrijfster*, dichter*, poëzie, literair*, literatuur*, boekenweek*, boekenbal, museum*, musea, galerie*,
        tentoonstelling*, schilder*, beeldhouw*, kunstenaar*, kunst, kunstwerk*, fotograaf, fotografen, mode,
        modeontwerper*, rode loper, bn'er*, realityshow*, danser*, cabaretier*, songfestival*, cultuur*, cultureel*,
        culturele, erfgoed, stripboek*, televisie, presentator*""",
        """
        ster, sterren, boek*, podium, tournee, fans, première*, serie*, rol, show*, publiek, prijs, aflevering*,
        bruiloft, koning*, lied*, nummer, traditie*""",
    ),
    "crime and courts": (
        "",
        """
        politie*, agenten, arrest*, aangehouden, opgepakt, moord*, vermoord*, doodslag, verdacht*, overval*,
        inbraak, inbreker*, diefstal, gestolen, steekpartij*, neergestoken, schietpartij*, schietincident, ontvoer*,
        verkracht*, aanranding, misbruik*, seksueel misbruik, oplicht*, fraude*, corruptie, witwas*, drugssmokkel,
        drugshandel, drugscrimineel, cocaïne*, maffia, gevangen*, cel, celstraf*, taakstraf, tbs, veroordeel*,
        vrijgesproken, vrijspraak, openbaar ministerie, om eist, officier van justitie, rechtbank*, rechter*,
        gerechtshof, hoge raad, hooggerechtshof, rechtszaak*, proces tegen, advocat*, advocaat, aanklacht,
        aangeklaagd, misdaad*, misdadig*, misdrijf, crimineel*, criminelen, criminaliteit, recherche*, vermist*,
        ontploffing bij woning, justitie*, vonnis, liquidatie*""",
        """
        dader*, slachtoffer*, dood*, overleden, onderzoek, straf*, geweld*, mes, wapen, drugs*, illegaal, getuige*,
        eis, zaak, lichaam, beschuldig*, agent""",
    ),
    "society": (
        "",
        """
        school*, scholen, scholier*, leerling*, leraar, leraren, docent*, onderwijs*, student*, eindexamen*,
        kinderopvang*, ouders, gezin*, opvoeding, migrant*, migratie*, asiel*, vluchtelingen, statushouder*,
        ter apel, uitzetting*, dakloz*, woningnood, woningtekort, wooncrisis, huurder*, huurprijz*, armoede,
        voedselbank*, ongelijkheid, racis*, discriminat*, mensenrechten, gelijkheid, lhbt*, homo's, transgender*,
        feminis*, kerk*, paus*, vaticaan, bisschop*, katholiek*, moslim*, moskee*, islam, joden, joods*, antisemit*,
        religi*, christen*, christelijk*, ramadan, kerstmis, sinterklaas, zwarte piet, geboortecijfer, bevolking*,
        demograf*, scheiding*, vrijwilliger*, gehandicapt*, tieners, jongeren*, demonstrati*, protest*,
        samenleving*, maatschapp*, sociaal, toeslagenaffaire""",
        """
        kind*, vrouw*, man, mannen, jeugd*, mensen, leven, wonen, woning*, huis, ouderen, generatie*, rechten,
        universiteit*, moeder*, vader*, bewoner*, buurt*, buren, wijk*""",
    ),
}
