"""German."""

DE: dict[str, tuple[str, str]] = {
    "nothing": (
        """
        klima der angst, klima der, betriebsklima, gesprächsklima, konsumklima, geschäftsklima der gefühle,
        handelskrieg*, preiskrieg*, rosenkrieg*, star wars, krieg der sterne, papierkrieg,
        kampf gegen die inflation, apfelernte, eigentor der, steilvorlage, kunststoff*, künstlich*, gerichte,
        fertiggericht*, lieblingsgericht*, nudelgericht*, gericht serviert, wahlheimat, auswahl*, vorwahlnummer,
        qualitäts*, wahlweise""",
        "",
    ),
    "politics": (
        """
        bundestag*, bundesrat*, bundesregierung*, bundeskanzler*, bundespräsident*, kanzler*, landtag*,
        landesregierung*, *wahl, *wahlen, wahlkampf*, wahlsieg*, wahlrecht, wähler*, wahlergebnis*, wahlprogramm*,
        parlament*, *parlament, abgeordnete*, koalition*, *koalition, ampel koalition, opposition*,
        ministerpräsident*, *minister, *ministerin, *ministerium, minister, ministerin, kabinett*,
        regierungschef*, staatschef*, innenpolitik*, außenpolitik*, politik, politiker*, *politiker, *politikerin,
        parteitag*, parteichef*, fraktion*, spd, cdu, csu, fdp, afd, bsw, linkspartei, övp, fpö, spö,
        nationalrat*, ständerat, svp, referendum, volksabstimmung*, volksentscheid*, misstrauensvotum,
        rücktritt des, senat, senator*, us-präsident*, präsidentschaft*, weißes haus, weiße haus, weißen haus,
        eu-kommission, europaparlament, eu-gipfel*, gipfeltreffen, diplomat*, botschafter*, sanktionen,
        außenminister*, staatsbesuch*, gesetzentwurf*, verfassungsänderung, bürgermeister*, oberbürgermeister*,
        gemeinderat, stadtrat, populis*, rechtsextrem*, migrationspolitik, haushaltsstreit, kreml, putsch*,
        demokraten, republikaner, demokratie*, regierungskrise""",
        """
        regierung*, partei*, präsident*, gesetz*, reform*, kandidat*, spitzenkandidat*, generalsekretär*, stimmen,
        debatte*, streit, gipfel, verhandlung*, kritik, rücktritt, tritt zurück, abstimmung, vorsitz*, chef,
        brüssel, eu, staat*, minister*, haushalt, politisch*, kommission, rede, grüne, grünen""",
    ),
    "economy": (
        """
        wirtschaft*, konjunktur*, inflation*, leitzins*, zinsentscheid*, zinsen, zinssenkung*, zinserhöhung*, ezb,
        notenbank*, fed, börse*, aktie*, *aktien, *aktie, dax, anleger*, aktionär*, dividende*, umsatz*,
        quartalszahlen, bilanz*, gewinnwarnung, konzern*, *konzern, unternehmen*, firmenpleite*, insolven*,
        pleite*, übernahmeangebot, fusion, rezession, bip, bruttoinlandsprodukt, arbeitslos*, arbeitsmarkt*,
        stellenabbau, tarifverhandlung*, tarifstreit, tarifabschluss, lohn, lohnerhöhung*, löhne, gewerkschaft*,
        verdi, ig metall, warnstreik*, bahnstreik*, export*, importe, importen, import, zölle, strafzölle,
        handelsstreit, ölpreis*, gaspreis*, strompreis*, goldpreis*, verbraucherpreis*, einzelhandel*,
        supermarkt*, aldi, lidl, immobilien*, hypothek*, bauzinsen, steuersenkung*, steuererhöhung*, *steuer,
        schuldenbremse, staatsverschuldung, banken, *bank, sparkasse*, versicherer*, autobauer*, autoindustrie,
        volkswagen, industrie*, mittelstand*, startup-förderung, bitcoin, krypto*, euro-zone, eurozone,
        rentenniveau, lieferkette*, handwerk*, kurzarbeit, maschinenbau*, aufträge, auftragseingang*""",
        """
        markt, märkte, preis*, gewinn*, verlust*, milliarden*, millionen*, euro, dollar, kosten, handel*, kunden,
        verkauf*, produktion, werk, hersteller*, job*, arbeitsplätze, investition*, investor*, wachstum, firma,
        firmen, streik*, energie*, geld, finanz*, rente*, kredit*, chef, branche*, verbraucher*, teurer, billiger,
        steuer*, bank""",
    ),
    "war and conflict": (
        """
        krieg, kriegs*, *krieg, angriffskrieg, bürgerkrieg, luftangriff*, raketenangriff*, rakete*,
        drohnenangriff*, drohnen, waffenruhe, waffenstillstand*, feuerpause, soldat*, truppen*, armee, militär*,
        bundeswehr, nato, frontlinie, offensive, gegenoffensive, invasion, bombard*, bombe*, beschuss, artillerie,
        panzer*, kampfjet*, kriegsschiff*, waffenlieferung*, rüstung*, munition, taurus, terror*, terrormiliz,
        islamischer staat, hamas, hisbollah, huthi*, taliban, gazastreifen, gaza, westjordanland, geisel*,
        friedensverhandlung*, friedensgespräche, friedensabkommen, kriegsverbrechen, völkermord*, milizen,
        rebellen*, wehrpflicht, verteidigungsminister*, streitkräfte, atomwaffen*, sprengköpfe, besatzung*,
        kriegsgefangen*, gefechte*, kämpfer, nahostkonflikt*, islamisten, gleitbombe*, bomben, trümmern""",
        """
        angriff*, angegriffen, getötet*, tote, konflikt*, ukraine, ukrainisch*, israel*, palästinens*, russland*,
        russisch*, iran*, syrien, waffe*, frieden*, kämpfe, drohne*, explosion*, grenze, flüchtlinge,
        flüchtlingen, anschlag*, zivilisten, verletzte, siedler*, front""",
    ),
    "science": (
        """
        wissenschaftler*, forscher*, forschung*, wissenschaft*, astronom*, astronaut*, raumfahrt*, raumstation,
        raumsonde*, weltraum*, weltall, esa, nasa, teleskop*, galaxie*, schwarzes loch, schwarze loch, exoplanet*,
        asteroid*, komet*, meteorit*, mondlandung, mondmission, sonnenfinsternis, mondfinsternis, planet,
        planeten, physik*, quanten*, chemiker*, biolog*, genetik*, genom, genome, genoms, dna, fossil, fossilien,
        dinosaurier*, paläontolog*, archäolog*, neandertaler*, evolution*, neurowissenschaft*, mikrob*, labor,
        geolog*, mathemati*, nobelpreis für physik, nobelpreis für chemie, steinzeit*, bronzezeit*, maya-städte,
        urzeit*, ausgrabung*, trägerrakete, satellitenstart, teilchenphysik*, cern, sonde, raumsonde, messgeräte""",
        """
        studie*, entdeck*, experiment*, mond, mars, sterne, universum, satellit*, antike, antiken, antiker,
        gehirn, professor*, universität*, erkenntnis*, uralt*, institut*, funde, fund, raketenstart, jahrtausend*,
        sonne, zerfall""",
    ),
    "health": (
        """
        gesundheit*, krankenhaus*, krankenhäuser, klinik*, arzt, ärzte*, ärztin*, hausarzt*, chirurg*, pflege*,
        patient*, krankheit*, erkrank*, krebs*, *krebs, tumor*, impf*, impfung*, *impfung, virus*, viren,
        epidemie*, masern, grippe*, erkältung*, malaria, ebola, cholera, hiv, alzheimer, demenz*, diabetes*,
        adipositas, übergewicht*, abnehmspritze*, abnehmen, herzinfarkt*, schlaganfall*, bluthochdruck,
        cholesterin*, antibiotik*, medikament*, arznei*, medizin*, therapie*, diagnose*, symptom*, depression*,
        psychotherap*, schwangerschaft*, abtreibung*, hebamme*, infektion*, infizier*, vogelgrippe,
        transplantation*, organspende*, ernährung*, vitamin*, rauchen, krankenkasse*, rettungsdienst*, allergie*,
        apotheke*, zecken*""",
        """
        krank*, studie*, risiko, behandlung*, behandeln, test*, mittel, schlaf*, herz, herzens, herzen, blut*,
        schmerz*, fitness, ausbruch, wirkstoff*, dosis, stress, körper, corona*, covid*, coronavirus, pandemie*""",
    ),
    "climate": (
        """
        klimawandel*, klimaschutz*, klimakrise*, klimaneutral*, klimaziel*, klimakonferenz*, klimagipfel*,
        klimaforsch*, klimapolitik, klima, klimaaktivist*, letzte generation, fridays for future, erderwärmung,
        treibhausgas*, co2*, emission*, erneuerbare*, solaranlage*, photovoltaik, windkraft*, windpark*,
        windräder, energiewende, kohleausstieg, fossile energie*, fossilen brennstoff*, umwelt*, naturschutz*,
        artenschutz, artensterben, biodiversität, regenwald*, gletscher*, meeresspiegel, hitzewelle*, dürre*,
        extremwetter, waldbrand*, waldbrände*, hochwasser*, überschwemmung*, flutkatastrophe, ökosystem*,
        verschmutz*, plastikmüll, mikroplastik, recycling, greenpeace, methan, nachhaltig*, wasserstoff,
        gewitter*, hagel*, wärmepumpe*, meteorolog*, starkregen""",
        """
        wetter*, hitze*, sturm*, unwetter*, temperatur*, regen, wald, wälder, tiere, natur, meer*, fluss, flut*,
        strom, energie, kohle*, atomkraft*, akw, warm*, wolf, wölfe, bäume, obst, obstplantagen""",
    ),
    "technology": (
        """
        technologie*, smartphone*, iphone*, ipad*, android, google, microsoft, openai, chatgpt, chatbot*, nvidia,
        samsung*, meta-konzern, facebook, instagram, whatsapp, tiktok, youtube, software*, hardware*, app, apps,
        künstliche intelligenz, künstlicher intelligenz, ki, ki-*, algorithm*, halbleiter*, chiphersteller*,
        chips, computer*, laptop*, cyber*, hacker*, gehackt, schadsoftware, ransomware, phishing*, datenleck*,
        datenschutz*, verschlüssel*, internet*, breitband*, glasfaser*, 5g, lte*, roboter*, autonomes fahren,
        autonome autos, virtual reality, smartwatch*, rechenzentrum, rechenzentren, cloud, open source, linux,
        windows, browser*, suchmaschine*, soziale netzwerke, sozialen netzwerken, startup*, start-up*,
        silicon valley, videospiel*, playstation*, xbox*, nintendo*, akkutechnik, prozessor*, programmier*,
        vodafone*, sicherheitslücke*, update*, gb, betriebssystem*, patientenakte, passwort*, router*,
        sicherheitslücken, chaos computer club, falthandy*""",
        """
        apple, digital*, online*, nutzer*, gerät, geräte, geräten, bildschirm*, daten, website*, netz, plattform*,
        tablet*, akku*, elektro*, netzwerk*, funktion*, patent*, mobilfunk*, handy*, technik, server, it, rechner,
        nutzerkonto""",
    ),
    "sport": (
        """
        fußball*, fussball*, bundesliga*, 2. liga, zweite liga, champions league, europa league, premier league,
        dfb*, dfb-pokal, weltmeister*, europameister*, fifa, uefa, stürmer*, torwart*, torhüter*,
        mittelfeldspieler*, verteidigt den titel, trainer*, cheftrainer*, bundestrainer*, nationalmannschaft*,
        nationalspieler*, torjäger*, elfmeter*, halbfinale*, viertelfinale*, achtelfinale*, abstieg,
        aufstieg in die, aufsteiger, tabellenführer*, spieltag*, heimspiel*, auswärtsspiel*, testspiel*,
        fc bayern, bayern münchen, borussia, bvb, schalke*, hertha bsc, fortuna düsseldorf, rb leipzig,
        werder bremen, vfb stuttgart, eintracht frankfurt, hsv, handball*, basketball*, nba, nfl, eishockey*,
        tennis*, wimbledon, grand slam, formel 1, motogp, superbike*, grand prix, motorsport*, olympi*, paralymp*,
        medaille*, goldmedaille, silbermedaille, leichtathlet*, marathon*, schwimmer*, turner*, boxer*,
        boxweltmeister, radprofi*, tour de france, straßenrennen, biathlon*, skispring*, skirennen, ski alpin,
        langlauf, rodel*, eiskunstlauf, volleyball*, schiedsrichter*, doping*, sport, sportler*, profisport,
        transfer*, kader, dribbl*, stabhochsprung, rennfahrer*, titelkampf, titelverteidig*, füchse berlin,
        tabellenführung, kontertor*, kombinierer*, massenstart, slalom*, weltcup*, weltrekord*, goldmedaillen""",
        """
        spiel*, sieg*, siegt, gewinnt, besiegt, niederlage*, verliert, team*, mannschaft*, liga, saison, pokal*,
        finale, tor, tore, treffer, titel, meister*, verein, vereins, vereine, klub*, club*, turnier*, rennen,
        verletz*, fans, stadion, runde, vertrag, wechsel*, rekord*, profi, profis, spieler*, kapitän*, einsatz,
        gold, auswärts""",
    ),
    "culture": (
        """
        film*, *film, kino*, schauspieler*, regisseur*, oscar*, golden globe*, berlinale*, hollywood*, netflix,
        disney*, tv-serie*, staffel, tatort*, soundtrack, album, alben, sänger*, rapper*, popstar*, konzert*,
        musiker*, musik*, orchester*, oper, opern*, ballett*, theater*, bühne, roman, romane, schriftsteller*,
        autor, autorin, dichter*, literatur*, literaturnobelpreis*, buchmesse, buchpreis, biografie, museum*,
        museen, galerie*, ausstellung*, gemälde*, maler, malerin, bildhauer*, künstler*, kunst, kunstwerk*,
        biennale, documenta, fotograf*, modenschau*, modedesigner*, modemarke*, modeschöpfer*, designer*,
        roter teppich, promi, promis, dschungelcamp, reality-show, dsds, comedian*, kabarett*, eurovision*, esc,
        festival*, bayreuth*, kultur*, *kultur, denkmal*, moderator*, fernsehen, fernsehshow, tv-show, comic*,
        schlager*, dramatiker*, büchner-preis, jury, filmpreis*""",
        """
        star, stars, buch, bücher, lied*, tour, fans, premiere*, folge, folgen, rolle*, show*, preis*, stück,
        auftritt*, bild, bilder, könig*, queen, hochzeit*, tanz*, sendung, publikum, tradition*, sprache, serie*""",
    ),
    "crime and courts": (
        """
        polizei*, polizist*, festnahme*, festgenommen, verhaftet, mord, mordes, morde, mordfall*, mordprozess*,
        mordverdacht*, mörder*, *mord, ermordet, totschlag, tatverdächtig*, verdächtige*, raub, raubüberfall*,
        raubmord*, räuber*, überfall, einbruch, einbrecher*, diebstahl*, diebe, gestohlen, messerangriff*,
        messerattacke*, schüsse, schießerei*, schütze, entführ*, vergewaltig*, missbrauch*, *missbrauch, betrug*,
        betrüger*, korruption*, geldwäsche, schmuggel*, drogenhandel, drogenhändler*, mafia, clan-kriminalität,
        gefängnis*, haftstrafe*, freiheitsstrafe, untersuchungshaft, u-haft, häftling*, verurteilt*, freispruch,
        freigesprochen, angeklagt*, anklage*, staatsanwalt*, richter*, *gericht, gericht, *gerichtshof, gerichts*,
        urteil*, prozess*, prozessauftakt, klage*, verfassungsbeschwerde*, kläger*, anwalt*, rechtsanwalt*,
        verbrechen*, kriminal*, kriminell*, straftat*, ermittler*, ermittlung*, razzia*, fahndung*, lka, bka,
        leiche*, tatort, bgh, justiz*, tötungsdelikt*, kindesmissbrauch""",
        """
        täter*, opfer*, tot, tote, tod, getötet, verfahren, vorwurf, vorwürfe, verdacht, recht, strafe*, illegal*,
        gewalt*, messer, waffe, zeuge*, vermisst*, unfall, angriff, drogen*, beamte*, haft""",
    ),
    "society": (
        """
        schule*, schüler*, lehrer*, *schule, *schulen, unterricht*, studierende*, studenten*, bildung*, kita*,
        kindergarten*, kinderbetreuung, eltern*, familie*, erziehung, migrant*, migration*, asyl*, flüchtling*,
        abschiebung*, zuwander*, einwander*, integration*, obdachlos*, wohnungsnot, wohnungsmarkt, mietpreis*,
        mieter*, armut*, bürgergeld, grundsicherung, ungleichheit, rassis*, diskriminier*, menschenrecht*,
        gleichstellung*, gleichberechtigung, lgbt*, queer*, homosexuell*, transgender, selbstbestimmungsgesetz*,
        gender*, feminis*, kirche*, *kirche, papst*, vatikan*, bischof*, bischöfe*, katholi*, evangelisch*,
        muslim*, moschee*, islam, juden, jüdisch*, antisemit*, religion*, christen, christlich*, christentum*,
        ramadan, weihnachten, geburtenrate*, bevölkerung*, demograf*, scheidung*, ehrenamt*, senioren*, rentner*,
        behinder*, inklusion*, jugendliche*, demonstration*, protest*, gesellschaft*, sozial*, abitur*""",
        """
        kinder*, kind, frauen*, frau, männer, mann, junge, jugend*, menschen, leben, wohnen, wohnung*,
        generation*, rechte, universität*, hochschul*, mutter, mütter, vater, väter, gemeinde*, bewohner*,
        anwohner*, nachbar*, rente, aktivist*, tafel""",
    ),
}
