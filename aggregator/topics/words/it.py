"""Italian."""

IT: dict[str, tuple[str, str]] = {
    "nothing": (
        """
        clima di, clima politico, guerra commerciale, guerra dei prezzi, guerre stellari, star wars,
        raccolta delle mele, corte d'erba, in buona salute, salute dell'economia, partita iva, partite iva,
        campo di""",
        "",
    ),
    "politics": (
        """
        elezion*, elettoral*, elettor*, urne, deputat*, senato, senator*, camera dei deputati, montecitorio,
        palazzo chigi, quirinale, parlament*, presidente del consiglio, premier, primo ministro, ministr*,
        maggioranza, opposizione, referendum, fiducia al governo, sfiducia, casa bianca, fratelli d'italia,
        forza italia, partito democratico, pd, m5s, movimento 5 stelle, centrodestra, centrosinistra,
        estrema destra, politic*, diplomatic*, ambasciat*, vertice, sanzioni, commissione europea,
        parlamento europeo, consiglio dei ministri, cremlino, democratici, repubblicani, populis*, colpo di stato,
        costituzional*, disegno di legge, ddl, decreto*, sindac*, consiglio comunale, campagna elettorale,
        candidat*, regionali, europee""",
        """
        president*, partit*, legge, leggi, riforma*, vot*, campagna, destra, sinistra, dibattito, negoziat*,
        leader, dimission*, stato, accordo, bruxelles, ue, manovra, commissione, lega, governo, governi""",
    ),
    "economy": (
        """
        econom*, inflazione, tassi di interesse, tassi, bce, banca centrale, borsa, piazza affari, ftse mib,
        wall street, azionist*, dividend*, utile netto, utili, fatturato, trimestrale, fallimento, opa, ops,
        fusione, recessione, pil, disoccupa*, licenziament*, esuberi, salari*, stipendi*, sindacat*, cgil,
        sciopero*, scioperi, export, import, dazi, petrolio, prezzo del gas, bollette, supermercat*, mutui, mutuo,
        immobiliar*, tass*, fisco, fiscal*, debito pubblico, deficit, banca, banche, bancari*, assicura*,
        stellantis, industria*, impres*, aziend*, pmi, investitor*, investiment*, mercati, spread, bitcoin,
        criptovalut*, eurozona, confindustria, fmi, caro vita, guerra commerciale, guerra dei prezzi,
        salute dell'economia, vendite di auto, vendite""",
        """
        mercato, prezz*, aument*, calo, miliard*, milion*, euro, dollar*, costo, costi, commercio, client*,
        vendit*, produzione, fabbric*, lavoro, lavorator*, crescita, societ*, gruppo, energia, soldi, finanz*,
        bonus, pension*, agricol*, consum*, azioni""",
    ),
    "war and conflict": (
        """
        guerra, guerre, raid aereo, raid, bombard*, missil*, dron*, artiglieria, cessate il fuoco, tregua,
        soldat*, truppe, esercito, militar*, nato, offensiva, controffensiva, invasione, carri armati, armament*,
        munizion*, terroris*, jihadis*, stato islamico, isis, hamas, hezbollah, houthi, talebani,
        striscia di gaza, gaza, cisgiordania, ostagg*, negoziati di pace, accordo di pace, crimini di guerra,
        genocidio, milizi*, ribelli, caschi blu, armi nucleari, ministero della difesa, ministro della difesa,
        forze armate, guerra civile, difesa aerea, combattiment*, incursion*, idf""",
        """
        attacc*, morti, uccis*, conflitt*, ucrain*, israel*, palestines*, russ*, iran*, pace, esplosion*, confin*,
        profugh*, civili, difesa, kiev, libano, bomb*, armi, caccia, jet""",
    ),
    "science": (
        """
        scienziat*, ricercator*, astronom*, astronaut*, spazial*, nasa, esa, asi, telescopi*, galassi*, buco nero,
        buchi neri, esopianet*, asteroid*, cometa, comete, meteorit*, eclissi, fisica quantistica, quantistic*,
        particelle, chimic*, biolog*, genetic*, genoma, dna, fossil*, dinosaur*, paleontolog*, archeolog*,
        neanderthal*, evoluzione umana, neuroscienz*, microb*, laborator*, geolog*, matematic*,
        nobel per la fisica, nobel per la chimica, preistor*, cnr, scavi, nuova specie""",
        """
        studio, studi, ricerca*, scopert*, scopr*, specie, luna, marte, spazio, universo, satellit*, antic*,
        cervello, professor*, scienz*, pianet*, razzo, esperiment*, satellite""",
    ),
    "health": (
        """
        salute, ospedal*, medic*, chirurg*, infermier*, sanitari*, sanità, pazient*, malatti*, cancro, tumor*,
        vaccin*, virus, epidemi*, morbillo, influenza*, malaria, ebola, colera, aids, hiv, alzheimer, diabet*,
        obesità, infart*, ictus, ipertensione, colesterolo, antibiotic*, farmac*, terapi*, diagnos*, sintom*,
        depressione, salute mentale, gravidanza, aborto, infezion*, contag*, aviaria, trapiant*, nutrizion*,
        vitamin*, fumo, sigaretta elettronica, overdose, pronto soccorso, oms, allergi*, dengue, psichiatr*,
        liste d'attesa""",
        """
        cur*, rischi*, test, corpo, cuore, sangue, sonno, dolor*, alimenta*, dieta, dose, dosi, decess*, clinic*,
        malat*, covid*, coronavirus, pandemia""",
    ),
    "climate": (
        """
        cambiamento climatico, cambiamenti climatici, crisi climatica, riscaldamento globale, climatic*,
        effetto serra, co2, emissioni, rinnovabil*, energia solare, eolic*, pannelli solari, fotovoltaic*,
        transizione ecologica, combustibili fossili, cop27, cop28, cop29, cop30, ambiental*, ecolog*,
        biodiversità, deforestazione, ghiacciai*, livello del mare, ondata di caldo, siccità, incendi boschivi,
        alluvion*, inquina*, plastic*, riciclo, ecosistem*, greenpeace, metano, estinzione, maltempo,
        dissesto idrogeologico""",
        """
        clima, caldo, meteo, temporal*, tempesta, tempeste, temperatur*, pioggi*, piogge, forest*, boschi, ocean*,
        mare, fium*, natura, animal*, acqua, carbonio, carbone, nuclear*, verde, sostenib*, incendi*, ambiente""",
    ),
    "technology": (
        """
        tecnolog*, smartphone*, iphone*, ipad*, android, google, microsoft, openai, chatgpt, chatbot*, nvidia,
        samsung, facebook, instagram, whatsapp, tiktok, youtube, software, app, intelligenza artificiale, ia,
        ai generativa, algoritm*, semiconduttor*, computer, informatic*, cyber*, hacker*, ransomware, phishing,
        violazione dei dati, internet, fibra ottica, 5g, robot*, guida autonoma, realtà virtuale, smartwatch,
        data center, cloud, linux, windows, browser, motore di ricerca, social network, startup*, silicon valley,
        videogioc*, playstation*, xbox*, nintendo*, processor*, blockchain, deepfake*, password, senza pilota,
        chiavi digitali, sistema operativo""",
        """
        apple, digital*, online, utent*, dispositiv*, schermo, dati, web, piattaform*, tablet, batteri*,
        elettric*, innova*, brevett*, telefon*, chip, social, rete, siti""",
    ),
    "sport": (
        """
        calcio, calciator*, serie a, serie b, champions league, champions, europa league, premier league,
        coppa italia, mondiali, mondiale di, europei di, fifa, uefa, attaccante, portiere, centrocampista,
        difensore, allenator*, ct della, nazionale italiana, azzurri, rigore, rigori, semifinal*,
        quarti di finale, ottavi di finale, calciomercato, juventus, juve, milan, napoli calcio, as roma, lazio,
        real madrid, gol, tennis*, wimbledon, roland garros, grande slam, basket*, nba, pallavolo, volley*,
        ciclis*, giro d'italia, tour de france, formula 1, ferrari, gran premio, motogp, atletica, atlet*,
        maratona, nuoto, nuotator*, ginnast*, pugil*, olimpiad*, olimpic*, paralimpi*, medagli*, arbitr*, doping,
        sport*, campionat*, campione del mondo, scudetto, pallone d'oro, sci alpino, rugby*, slalom,
        coppa del mondo, trionfo""",
        """
        partit*, vittori*, sconfitt*, vince, batte, squadr*, giocator*, stagione, coppa, final*, titolo, campion*,
        club, torneo, gara, gare, infortuni*, tifos*, stadio, turno, contratto, trasferiment*, record, qualific*,
        lega, azzurr*, trionfa, inter""",
    ),
    "culture": (
        """
        film, cinema, cinematograf*, attor*, attrice, attrici, regista, registi, oscar, david di donatello,
        festival*, sanremo, mostra del cinema, hollywood*, netflix, disney*, serie tv, fiction, album, cantant*,
        canzon*, rapper, concert*, musicist*, music*, orchestra, opera lirica, alla scala, ballett*, teatr*,
        romanz*, scrittor*, scrittrice, poet*, poesia, letterari*, letteratura, premio strega,
        nobel per la letteratura, librer*, muse*, galleri*, mostre, pittor*, pittura, scultor*, scultur*, artist*,
        fotograf*, moda, stilist*, tappeto rosso, vip, grande fratello, reality, danza*, comic*, eurovision,
        cultur*, patrimonio unesco, fumett*, television*""",
        """
        star, libr*, opera, opere, palco, tour, fan, serie, ruolo, spettacol*, pubblico, premio, premi, puntata,
        nozze, re, regina, programma, quadr*, tradizion*, mostra, arte""",
    ),
    "crime and courts": (
        """
        polizia, poliziott*, carabinier*, guardia di finanza, arrest*, omicid*, assassin*, femminicid*,
        sospettat*, rapin*, furt*, ladr*, accoltell*, sparatoria, spari, sequestr*, stupr*, violenza sessuale,
        violenze sessuali, abusi sessuali, pedofil*, truff*, frod*, corruzione, riciclaggio, spaccio,
        narcotraffic*, traffico di droga, mafi*, camorra*, ndrangheta*, cosa nostra, carcer*, detenut*, condann*,
        assolt*, indagat*, imputat*, procur*, pm, process*, tribunal*, corte d'appello, corte d'assise,
        corte suprema, cassazione, giudic*, giuria, avvocat*, querela, sentenz*, crimin*, reato, reati, delitt*,
        inchiesta, perquisizion*, estradi*, giustizia, ergastolo""",
        """
        indagin*, vittim*, mort*, uccis*, accus*, caso, violenz*, coltell*, arma, droga, illegal*, denunc*, legge,
        cadaver*, corpo, testimon*, banda""",
    ),
    "society": (
        """
        scuol*, student*, insegnant*, docent*, alunn*, maestr*, istruzione, maturità, asilo nido, genitor*,
        famigli*, immigra*, migrant*, migrazione, rifugiat*, richiedenti asilo, senzatetto, affitt*, inquilin*,
        sfratt*, povertà, disuguaglianz*, razzis*, discriminazion*, diritti umani, diritti civili,
        parità di genere, lgbt*, omosessual*, transgender, femminis*, chiesa, papa, vaticano, vescov*, cattolic*,
        musulman*, mosche*, islam, ebre*, antisemit*, religio*, cristian*, ramadan, natale, natalità, denatalità,
        popolazione, demografic*, divorzi*, volontar*, disabil*, adolescent*, giovani, manifestazion*,
        manifestant*, società civile, sociale, pensionat*, giubileo, matrimoni, nozze civili""",
        """
        bambin*, figl*, donn*, uomin*, giovan*, gente, vita, casa, quartier*, diritti, fede, universit*, madr*,
        padr*, anzian*, generazion*, associazion*, person*, protest*, residenti, sud, nord""",
    ),
}
