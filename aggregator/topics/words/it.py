"""Italian."""

IT: dict[str, tuple[str, str, str]] = {
    "nothing": (
        "",
        """
        clima di, clima politico, guerra commerciale, guerra dei prezzi, guerre stellari, star wars, raccolta delle
        mele, corte d'erba, in buona salute, salute dell'economia, partita iva, partite iva, campo di, corsa contro il
        tempo, via libera, semaforo verde, tiro alla fune, in gioco, gioco di parole, fuoco amico politico""",
        "",
    ),
    "politics": (
        """
        elezioni politiche, elezioni regionali, elezioni europee, elezioni comunali, elezioni presidenziali,
        referendum, mozione di sfiducia, voto di fiducia, ballottaggio, primo turno, campagna elettorale, crisi di
        governo, scrutinio segreto, rimpasto""",
        """
        elezion*, elettor*, urne, deputat*, senato, senator*, camera dei deputati, montecitorio, palazzo chigi,
        quirinale, parlament*, presidente del consiglio, premier, primo ministro, ministr*, maggioranza, opposizione,
        fiducia al governo, sfiducia, casa bianca, fratelli d'italia, forza italia, partito democratico, pd, m5s,
        movimento 5 stelle, centrodestra, centrosinistra, estrema destra, politic*, diplomatic*, ambasciat*, vertice,
        sanzioni, commissione europea, parlamento europeo, consiglio dei ministri, cremlino, democratici,
        repubblicani, populis*, colpo di stato, costituzional*, disegno di legge, ddl, decreto*, sindac*, consiglio
        comunale, candidat*, regionali, europee, affluenza, seggi, seggio, schede elettorali, astensione, sondaggi,
        exit poll, collegio elettorale, lista civica, capolista, campo largo, centristi, azione e italia viva, italia
        viva, avs, pdl, lega nord, carroccio, meloniani, pentastellati, grillini, azzurri di forza italia, sovranist*,
        nazionalist*, socialist*, comunist*, conservatori, laburist*, assessore*, assessori, governatore*, consiglio
        regionale, consigliere regionale, consiglieri comunali, comune commissariato, emendament*, legge elettorale,
        legge di bilancio, manovra di bilancio, legge delega, autonomia differenziata, premierato, riforma
        costituzionale, costituzione, consulta, corte costituzionale, presidente della repubblica, capo dello stato,
        capo del governo, vicepremier, vicepresident*, sottosegretari*, viminale, farnesina, palazzo madama, aula di
        montecitorio, commissione parlamentare, commissione d'inchiesta, question time, giuramento, dimissioni,
        impeachment, destituzione, dittator*, dittatura, regime, oppositor*, golpe, golpist*, giunta militare, esilio,
        eurodeputat*, parlamento ue, consiglio europeo, unione europea, commissario europeo, onu, nazioni unite,
        consiglio di sicurezza, assemblea generale, trattato, trattati, diplomazia, consolat*, visita di stato,
        cancellier*, brexit, congresso usa, camera dei rappresentanti, shutdown, bundestag, duma, knesset, lobby,
        finanziamento ai partiti, coalizione, giunta regionale, giunta comunale, candidato sindaco""",
        """
        president*, partit*, legge, leggi, riforma*, vot*, campagna, destra, sinistra, dibattito, negoziat*, leader,
        dimission*, stato, accordo, bruxelles, ue, manovra, commissione, lega, governo, governi, approva, approvat*,
        respinge, respint*, propone, proposta, firma, annuncia, misura, misure, ministero, carica, potere, guida,
        alleanz*, alleat*, rivale, regione, comune, comuni, eletto, eletta, nomina, nominat*, mosca, washington,
        pechino, berlino""",
    ),
    "economy": (
        """
        inflazione, tassi di interesse, disoccupazione, pil, recessione, dazi, banca centrale, borsa, piazza affari,
        fallimento, licenziamenti, cassa integrazione, utile netto, salario minimo, guerra commerciale, prezzo del
        petrolio, crescita economica, sciopero generale, spread""",
        """
        econom*, bce, ftse mib, wall street, azionist*, dividend*, utili, fatturato, trimestrale, opa, ops, fusione,
        disoccupa*, licenziament*, esuberi, salari*, stipendi*, sindacat*, cgil, sciopero*, scioperi, export, import,
        petrolio, prezzo del gas, bollette, supermercat*, mutui, mutuo, immobiliar*, tass*, fisco, fiscal*, debito
        pubblico, deficit, banca, banche, bancari*, assicura*, stellantis, industria*, impres*, aziend*, pmi,
        investitor*, investiment*, mercati, bitcoin, criptovalut*, eurozona, confindustria, fmi, caro vita, guerra dei
        prezzi, salute dell'economia, vendite di auto, vendite, conti pubblici, ricavi, titoli di stato, btp,
        obbligazion*, azionario, listini, rialzo, ribasso, quotarsi, capitalizzazione, fondo di investimento,
        acquisizione, acquisisce, fusione tra, cda, consiglio di amministrazione, amministratore delegato, ad di,
        imprenditor*, startup, partite iva, artigian*, negozianti, occupati, posti di lavoro, assunzioni, contratti a
        termine, contratto collettivo, rinnovo del contratto, retribuzion*, busta paga, aumenti salariali, cisl, uil,
        vertenza, ex ilva, ilva, acciaierie, siderurgi*, delocalizza*, carovita, potere d'acquisto, carrello della
        spesa, prezzi alimentari, caro energia, benzina, gasolio, carburant*, greggio, barile, opec, eni, enel,
        raffineri*, gas naturale, gnl, materie prime, litio, cacao, olio d'oliva, vendemmia, cantine, vino export,
        agricoltor*, allevator*, coldiretti, made in italy, albergator*, balneari, compagnia aerea, ita airways,
        lufthansa, ryanair, autostrade, ferrovie, container, logistica, esportazion*, importazion*, bilancia
        commerciale, mercosur, wto, ocse, banca mondiale, euro forte, valuta, valute, intesa sanpaolo, unicredit, mps,
        mediobanca, prestit*, risparmi*, mutui casa, prezzi delle case, mercato immobiliare, edilizia, costruttor*,
        superbonus, irpef, iva, imu, agenzia delle entrate, evasione fiscale, condono, cuneo fiscale, flat tax, inps,
        quota 100, spesa pubblica, tagli, austerità, patto di stabilità, grande distribuzione, esselunga, amazon
        italia, commercio online, black friday, consumatori, famiglie spendono, antitrust, multa a, monopolio,
        cartello di imprese, lusso, luxottica, leonardo commessa, fincantieri, pirelli""",
        """
        mercato, prezz*, aument*, calo, miliard*, milion*, euro, dollar*, costo, costi, commercio, client*, vendit*,
        produzione, fabbric*, lavoro, crescita, societ*, gruppo, energia, soldi, finanz*, bonus, pension*, agricol*,
        consum*, azioni, guadagn*, perde, perdono, cala, sale, salgono, scende, scendono, rincar*, record, mila, per
        cento, paga, pagare, costa, caro, cara, vendere, vende, compra*, affari, settore, settori, offerta, domanda,
        stabiliment*, produttor*, prodott*, campo, lavora*, porto, nave, navi, aereo, treno, treni, carne, latte,
        pane, olio, vino, oro, luce, gas, conti, debito, operai, grano, turismo, occupazione""",
    ),
    "war and conflict": (
        """
        cessate il fuoco, tregua, raid aereo, raid aerei, attacco con droni, autobomba, attentato suicida, guerra
        civile, crimini di guerra, scambio di prigionieri, negoziati di pace, colloqui di pace, accordo di pace, prima
        linea, controffensiva, bombardamento, bombardamenti, ostaggi, missili""",
        """
        guerra, guerre, raid, bombard*, missil*, dron*, soldat*, truppe, esercito, militar*, nato, offensiva,
        invasione, carri armati, armament*, munizion*, terroris*, jihadis*, stato islamico, isis, hamas, hezbollah,
        houthi, talebani, striscia di gaza, gaza, cisgiordania, ostagg*, genocidio, milizi*, ribelli, caschi blu, armi
        nucleari, ministero della difesa, ministro della difesa, forze armate, difesa aerea, combattiment*,
        incursion*, idf, artiglieri*, battaglione, fanteria, marines, marina militare, aeronautica militare,
        sottomarino, portaerei, fregata, cacciatorpediniere, blindati, mine antiuomo, sminament*, esplosivo, difesa
        antiaerea, sirene antiaeree, mobilitazione generale, leva obbligatoria, servizio militare, riservist*,
        reclut*, caserma, comandante, colonnello, ammiraglio, paramilitar*, mercenari*, wagner, insurrezione,
        ribellione, guerrigli*, al qaeda, boko haram, al shabaab, attentat*, kamikaze, massacr*, strage di civili,
        fosse comuni, pulizia etnica, sfollati, corridoio umanitario, aiuti umanitari, assedio, assediat*, blocco
        navale, annession*, occupazione israeliana, territori occupati, alture del golan, rafah, khan yunis, donbass,
        donetsk, lugansk, kherson, kharkiv, zaporizhzhia, crimea, kursk, sudan, darfur, khartoum, goma, sahel, aleppo,
        nagorno karabakh, kashmir, piano di pace, disarmo, riarmo, corsa agli armamenti, deterrenza nucleare, test
        nucleare, programma nucleare, uranio arricchito, testate, ipersonic*, spese militari, spesa militare, aiuti
        militari, base militare, esercitazioni militari, industria della difesa, vendita di armi, armi chimiche, prima
        guerra mondiale, seconda guerra mondiale, guerra fredda, ritiro delle truppe, legge marziale, imboscata,
        scontri armati, scontri tra, unifil, missione di pace, prigionieri di guerra""",
        """
        attacc*, morti, uccis*, conflitt*, ucrain*, israel*, palestines*, russ*, iran*, pace, esplosion*, confin*,
        profugh*, civili, difesa, kiev, libano, bomb*, armi, caccia, jet, uccide, uccidono, muoiono, feriti, vittime,
        distrutt*, distrugg*, avanz*, respinge, conquist*, villaggi*, frontiera, nemic*, truppa, fuga, fuggono,
        mediator*, mediazion*, liberat*, liberazione, siria*, iraq, yemen, mali, congo, somalia, etiopia, afghan*,
        pakistan, corea, taiwan, armenia, azerbaigian, mosca, teheran, damasco, beirut, combatt*, battagli*, generali,
        brigata, razzi, esodo, coloni, convoglio""",
    ),
    "science": (
        """
        esopianet*, buco nero, buchi neri, fossili, dinosauri, telescopio, asteroide, stazione spaziale, nuova specie,
        scavi archeologici, dna antico, acceleratore di particelle, onde gravitazionali, sonda spaziale""",
        """
        scienziat*, ricercator*, astronom*, astronaut*, spazial*, nasa, esa, asi, telescopi*, galassi*, asteroid*,
        cometa, comete, meteorit*, eclissi, fisica quantistica, quantistic*, particelle, chimic*, biolog*, genetic*,
        genoma, dna, fossil*, dinosaur*, archeolog*, neanderthal*, evoluzione umana, neuroscienz*, microb*,
        laborator*, geolog*, matematic*, nobel per la fisica, nobel per la chimica, preistor*, cnr, scavi, gruppo di
        ricerca, ricercatrici, fisici, zoolog*, botanic*, entomolog*, antropolog*, linguist*, egittolog*, paleo*,
        neolitic*, età del bronzo, età del ferro, etrusch*, antichi romani, pompei, ercolano, vichinghi, faraon*,
        piramid*, mummi*, sarcofag*, tomba etrusca, necropoli, pittura rupestre, arte rupestre, geroglific*, papiro,
        papiri, homo sapiens, ominid*, mammut, pterosauro, giurassico, cretaceo, glaciazione, aztech*, cromosom*,
        cellule staminali, embrion*, clonazion*, molecol*, atomi, elettroni, neutrin*, foton*, antimateria, cern,
        fusione nucleare, superconduttor*, nanotecnologi*, grafene, spettrometro, microscopio, supernova, stella di
        neutroni, via lattea, andromeda, big bang, materia oscura, energia oscura, cosmo, cosmic*, cosmologi*, sistema
        solare, saturno, nettuno, plutone, superluna, aurora boreale, tempesta solare, meteora, perseidi, stelle
        cadenti, astrofisic*, missione spaziale, passeggiata spaziale, navicella, cosmonaut*, spacex, artemis, rover
        marziano, sismolog*, vulcanolog*, placche tettoniche, nucleo terrestre, campo magnetico, fondali marini,
        oceanograf*, spedizione scientifica, base antartica, accademia dei lincei, rivista nature, rivista science,
        infn, inaf, ingv, istituto nazionale di astrofisica, medaglia fields, teorema, numeri primi, neuron*,
        fotosintesi, storici dell'arte antica""",
        """
        studio, studi, ricerca*, scopert*, scopr*, specie, luna, marte, spazio, universo, satellit*, antic*, cervello,
        professor*, scienz*, pianet*, razzo, esperiment*, rivela, rivelano, analizza*, osserv*, misura*, datazione,
        secoli, milioni di anni, mister*, enigma, tracc*, ossa, cranio, resti, scheletro, animale, pianta, piante,
        roccia, rocce, cielo, sole, solare, terra, orbita, lancio, missione, sonda, luce, gravità, profond*, scimmi*,
        balen*, squal*, polp*, formic*, ragn*, insett*, uccell*, farfall*, università, ipotesi, stell*, fungh*,
        fisica, batteri, laser, cristalli, grotte, protein*, mutazion*, relitto""",
    ),
    "health": (
        """
        vaccini, vaccino, vaccinazion*, cancro, epidemia, morbillo, influenza aviaria, sanità pubblica, salute
        mentale, infarto, alzheimer, diabete, obesità, antibiotici, liste d'attesa, sperimentazione clinica, donazione
        di organi, donazione organi, medici di base, vaiolo delle scimmie""",
        """
        salute, ospedal*, medic*, chirurg*, infermier*, sanitari*, sanità, pazient*, malatti*, tumor*, vaccin*, virus,
        epidemi*, influenza*, malaria, ebola, colera, aids, hiv, diabet*, infart*, ictus, ipertensione, colesterolo,
        antibiotic*, farmac*, terapi*, diagnos*, sintom*, depressione, gravidanza, aborto, infezion*, contag*,
        aviaria, trapiant*, nutrizion*, vitamin*, fumo, sigaretta elettronica, overdose, pronto soccorso, oms,
        allergi*, dengue, psichiatr*, ssn, servizio sanitario, asl, ambulator*, terapia intensiva, sala operatoria,
        intervento chirurgico, cure palliative, ambulanza*, ostetric*, parti cesarei, prematur*, incinta, donne
        incinte, allattamento, menopausa, endometriosi, mestrua*, contraccett*, fertilità, infertilità, fecondazione,
        ormon*, testosterone, long covid, quarantena, mascherine, mpox, tubercolosi, meningite, legionella, varicella,
        tetano, polio, poliomielite, salmonell*, listeria, botulino, intossicazion*, zecche, zanzar*, zika,
        chikungunya, west nile, epatite, sifilide, sepsi, polmon*, asma, bronchit*, pollini, dialisi, intestino,
        colon, tumore al seno, prostata, leucemia, chemioterapia, radioterapia, screening, mammografi*, risonanza
        magnetica, ecografi*, donatori di sangue, trasfusion*, insulina, pressione alta, cardiac*, cardiovascolar*,
        cardiolog*, arterie, trombos*, artrosi, artrite, osteoporosi, mal di schiena, emicrani*, cefalea,
        antidolorific*, paracetamolo, oppioid*, fentanyl, morfina, alcolismo, fumatori, sigarett*, nicotina, svapo,
        cibo spazzatura, calorie, sovrappeso, obesi, dimagrire, perdita di peso, anoressia, bulimia, ozempic,
        integratori, glutine, celiac*, malnutrizione, bipolar*, schizofreni*, autis*, adhd, psicolog*, psicoterap*,
        insonnia, apnee, aspettativa di vita, centenar*, eutanasia, suicidio assistito, fine vita, malattia rara,
        malattie rare, terapia genica, sindrome di down, fibrosi cistica, parkinson, sclerosi multipla, epilessi*,
        dentist*, carie, oculist*, miopia, cecità, dermatolog*, melanoma, creme solari, oncolog*, neurolog*, pediatr*,
        ginecolog*, urolog*, specializzandi, ministero della salute, ministro della salute, aifa, istituto superiore
        di sanità, pfizer, novo nordisk, generici, ricetta medica, effetti collaterali, malasanità, superbatteri,
        amianto""",
        """
        cur*, rischi*, test, corpo, cuore, sangue, sonno, dolor*, alimenta*, dieta, dose, dosi, decess*, clinic*,
        malat*, covid*, coronavirus, pandemia, guarig*, guarit*, infett*, trasmiss*, casi, morti, mortalità,
        sopravvivenza, prevenzione, preveni*, protegg*, pericol*, tossic*, allerta, efficac*, rimedi*, neonat*,
        bambin*, donne, anzian*, cervello, stomaco, schiena, ginocchi*, occhi, vista, orecchi*, bocca, pelle, osso,
        ossa, muscol*, peso, mangiare, bere, acqua, latte, frutta, verdur*, carne, caffè, alcol, benessere, stress,
        esami, letti, attesa, carenza, fegato, dipendenz*, zucchero, ansia, suicid*""",
    ),
    "climate": (
        """
        cambiamento climatico, cambiamenti climatici, riscaldamento globale, crisi climatica, gas serra, ondata di
        caldo, ondata di calore, siccità, incendi boschivi, biodiversità, deforestazione, energie rinnovabili, livello
        del mare, ghiacciai, parco eolico, parchi eolici, transizione ecologica, transizione energetica, alluvione,
        alluvioni, emissioni di co2, dissesto idrogeologico""",
        """
        climatic*, effetto serra, co2, emissioni, rinnovabil*, energia solare, eolic*, pannelli solari, fotovoltaic*,
        combustibili fossili, cop27, cop28, cop29, cop30, ambiental*, ecolog*, ghiacciai*, alluvion*, inquina*,
        plastic*, riciclo, ecosistem*, greenpeace, metano, estinzione, maltempo, cop, ipcc, accordo di parigi,
        impronta di carbonio, decarbonizza*, anidride carbonica, centrale a carbone, carbone, fracking, trivelle,
        trivellazion*, idrogeno verde, idroelettric*, geotermi*, biomasse, biogas, pale eoliche, energia pulita,
        energie pulite, comunità energetiche, efficienza energetica, case green, pompe di calore, caldaie, qualità
        dell'aria, polveri sottili, smog, pm10, biossido di azoto, marea nera, petrolio in mare, rifiuti, discaric*,
        inceneritor*, termovalorizzator*, raccolta differenziata, compost, riciclare, sacchetti di plastica,
        microplastic*, pfas, nitrati, pesticid*, erbicid*, glifosato, fitofarmac*, acque reflue, falde acquifere,
        carenza d'acqua, crisi idrica, acqua potabile, desertificazione, zone umide, paludi, mangrovi*, barriera
        corallina, coralli, pesca intensiva, area marina protetta, parco nazionale, riserva naturale, forestal*,
        foresta amazzonica, amazzonia, rimboschiment*, piantare alberi, taglio degli alberi, fauna selvatica, fauna,
        flora, cinghial*, granchio blu, balene spiaggiate, tartarughe, bracconier*, rinoceront*, impollinator*, specie
        aliene, specie invasive, banchisa, iceberg, permafrost, antartide, groenlandia, corrente del golfo, erosione,
        uragano, tifone, ciclone, monsone, tromba d'aria, bomba d'acqua, nubifrag*, piogge torrenziali, inondazion*,
        esondazion*, frana, frane, allerta rossa, allerta meteo, protezione civile maltempo, record di caldo,
        temperature record, più caldo, caldo record, caldo estremo, grandin*, gelate, neve artificiale, mancanza di
        neve, attivisti per il clima, ultima generazione, greta thunberg, wwf, legambiente, sviluppo sostenibile,
        agricoltura biologica, economia circolare, consumo di suolo, cementificazione""",
        """
        clima, caldo, meteo, temporal*, tempesta, tempeste, temperatur*, pioggi*, piogge, forest*, boschi, ocean*,
        mare, fium*, natura, animal*, acqua, carbonio, nuclear*, verde, sostenib*, incendi*, ambiente, pianeta, gradi,
        fredd*, secc*, vento, venti, neve, ghiaccio, suolo, terreni, alber*, montagn*, costa, spiagg*, isola, isole,
        lago, laghi, marin*, pesc*, coltiv*, raccolto, raccolti, bestiame, energia, elettric*, gas, petrolio, benzina,
        tossic*, pulit*, protett*, minacc*, riserva, meteorolog*, allagat*, fiamme, fumo, diga, lupi, lupo, orsi,
        orso, tornado, valanga""",
    ),
    "technology": (
        """
        intelligenza artificiale, attacco hacker, attacchi hacker, attacco informatico, cyberattacco, chatgpt,
        ransomware, furto di dati, violazione dei dati, semiconduttori, social network, data center, sistema
        operativo, computer quantistico, guida autonoma, videogioco, videogiochi, falla di sicurezza, smartphone""",
        """
        tecnolog*, smartphone*, iphone*, ipad*, android, google, microsoft, openai, chatbot*, nvidia, samsung,
        facebook, instagram, whatsapp, tiktok, youtube, software, app, ia, ai generativa, algoritm*, semiconduttor*,
        computer, informatic*, cyber*, hacker*, phishing, internet, fibra ottica, 5g, robot*, realtà virtuale,
        smartwatch, cloud, linux, windows, browser, motore di ricerca, startup*, silicon valley, videogioc*,
        playstation*, xbox*, nintendo*, processor*, blockchain, deepfake*, password, senza pilota, chiavi digitali, ia
        generativa, modello linguistico, assistente virtuale, apprendimento automatico, riconoscimento facciale,
        assistente vocale, siri, alexa, huawei, xiaomi, ios, macbook, orologio smart, occhiali smart, visore, visori,
        realtà aumentata, metaverso, schermo pieghevole, pieghevol*, messaggistica, telegram, snapchat, linkedin,
        twitter, social media, sui social, hashtag, moderazione dei contenuti, privacy, gdpr, cookie, vpn,
        crittografi*, sicurezza informatica, pirati informatici, virus informatico, malware, trojan, spyware, dati
        rubati, dati personali, garante della privacy, blackout informatico, down di, guasto informatico,
        aggiornamento software, server, gmail, chrome, firefox, wi-fi, wifi, banda larga, banda ultralarga, 6g,
        operatore telefonico, telefonia, tim rete, starlink, cavo sottomarino, cavi sottomarini, microchip, chip,
        nanometri, tsmc, amd, asml, stmicroelectronics, scheda grafica, supercomputer, supercalcolator*, umanoid*,
        taxi volante, consegne con droni, stampa 3d, stampant*, internet delle cose, domotica, colonnine di ricarica,
        codice sorgente, open source, sviluppator*, programmator*, gamer, steam, inventor*, invenzion*, gadget,
        pagamenti digitali, portafoglio digitale, euro digitale, identità digitale, spid, divario digitale,
        digitalizzazione, colossi del web, big tech, gigante tecnologico, giganti della tecnologia""",
        """
        apple, digital*, online, utent*, dispositiv*, schermo, dati, web, piattaform*, tablet, batteri*, elettric*,
        innova*, brevett*, telefon*, social, rete, siti, internaut*, utilizz*, scaric*, funzion*, account, profil*,
        messagg*, immagin*, modello, modelli, macchin*, automatic*, autonom*, voce, ricaric*, guast*, attacc*,
        sorveglianza, telecamer*, satellit*, connession*, segnale, versione, lancia, adolescenti, vieta, minori,
        codice, cellulare, cellulari, auto elettric*, antenne""",
    ),
    "sport": (
        """
        semifinal*, quarti di finale, ottavi di finale, champions league, coppa del mondo, mondiali di calcio, gran
        premio, formula 1, medaglia d'oro, campione del mondo, campionessa del mondo, calci di rigore, tempi
        supplementari, cartellino rosso, tripletta, roland garros, olimpiadi, retrocession*, giro d'italia, tour de
        france, calciomercato, scudetto, pole position""",
        """
        calcio, calciator*, serie a, serie b, champions, europa league, premier league, coppa italia, mondiali,
        mondiale di, europei di, fifa, uefa, attaccante, portiere, centrocampista, difensore, allenator*, ct della,
        nazionale italiana, azzurri, rigore, rigori, juventus, juve, milan, napoli calcio, as roma, lazio, real
        madrid, gol, tennis*, wimbledon, grande slam, basket*, nba, pallavolo, volley*, ciclis*, ferrari, motogp,
        atlet*, maratona, nuoto, nuotator*, ginnast*, pugil*, olimpiad*, olimpic*, paralimpi*, medagli*, arbitr*,
        doping, sport*, campionat*, pallone d'oro, sci alpino, rugby*, slalom, trionfo, qualificazion*, playoff,
        play-off, fase a gironi, serie c, supercoppa, bundesliga, ligue 1, nations league, conference league, figc,
        atalanta, fiorentina, bologna fc, torino fc, sampdoria, genoa, cagliari calcio, udinese, hellas verona,
        sassuolo, monza calcio, lecce calcio, bayern, psg, manchester city, manchester united, arsenal, chelsea,
        terzino, goleador, capocannoniere, doppietta, clausola rescissoria, nazionale di calcio, azzurre, commissario
        tecnico, ct, staff tecnico, spogliatoio, calcio d'angolo, fuorigioco, var, ammonit*, primo tempo, secondo
        tempo, pareggi*, autogol, porta inviolata, capolista della serie, san siro, allianz stadium, campo centrale,
        tie-break, match point, testa di serie, us open, australian open, internazionali d'italia, atp, wta, coppa
        davis, padel, golf, golfist*, ryder cup, legamento, infortunio muscolare, eurolega, olimpia milano, virtus
        bologna, canestro, super bowl, baseball, hockey, pallanuoto, pallamano, sei nazioni, mischia, maglia rosa,
        maglia gialla, cronometro, fuga vincente, volata, mezza maratona, triathlon, decathlon, salto in alto, salto
        in lungo, giavellotto, 100 metri, 200 metri, 400 metri, stile libero, canottaggio, regata, luna rossa,
        america's cup, arrampicata sportiva, scherma, fiorettist*, spadist*, judo, judoka, karate, taekwondo, lotta
        libera, boxe, pesi massimi, mma, ufc, sollevamento pesi, tiro con l'arco, equitazione, ippica, fantino, sci,
        sciator*, sci di fondo, discesa libera, supergigante, snowboard, pattinaggio, pattinator*, biathlon, slittino,
        curling, motociclism*, moto gp, motomondiale, bocce, milano-cortina, milano cortina, cio, coni, fiamma
        olimpica, record mondiale, record italiano, primato mondiale, medaglia d'argento, medaglia di bronzo,
        squalifica per doping, antidoping, podio, difensore centrale, girone, spareggio, scacchi""",
        """
        partit*, vittori*, sconfitt*, vince, batte, squadr*, giocator*, stagione, coppa, final*, titolo, campion*,
        club, torneo, gara, gare, infortuni*, tifos*, stadio, turno, contratto, trasferiment*, record, qualific*,
        lega, azzurr*, inter, gioca, giocare, gioco, giochi, battut*, domina, travolge, supera, si impone, vincitor*,
        perde, perso, eliminat*, punti, punto, competizion*, prova, giro, gironi, sfid*, derby, campo, pista, pallone,
        palla, maglia, allena*, tecnico, veteran*, trionf*, numero uno, mondiale, oro, correre, salto, secondi,
        minut*, classific*, tappa, tappe, pilota, capitano, bronzo, argento, set, panchina, convocat*, ultras""",
    ),
    "culture": (
        """
        mostra del cinema, festival di sanremo, festival di cannes, tappeto rosso, botteghino, david di donatello,
        premio strega, premio campiello, nobel per la letteratura, nuovo album, nuovo disco, fiera del libro, salone
        del libro, eurovision, opera lirica, prima della scala, colonna sonora, leone d'oro""",
        """
        film, cinema, cinematograf*, attor*, attrice, attrici, regista, registi, oscar, festival*, sanremo,
        hollywood*, netflix, disney*, serie tv, fiction, album, cantant*, canzon*, rapper, concert*, music*,
        orchestra, alla scala, ballett*, teatr*, romanz*, scrittor*, scrittrice, poet*, poesia, letterari*,
        letteratura, librer*, muse*, galleri*, mostre, pittor*, pittura, scultor*, scultur*, artist*, fotograf*, moda,
        stilist*, vip, grande fratello, reality, danza*, comic*, cultur*, patrimonio unesco, fumett*, television*,
        lungometraggi*, cortometraggi*, documentari*, film d'animazione, cartoni animati, anime, manga, graphic novel,
        sceneggiatur*, sceneggiator*, set cinematografico, riprese del film, protagonista del film, cineteca, sale
        cinematografiche, palma d'oro, orso d'oro, berlinale, emmy, golden globe, fiction rai, telenovela, stagione
        finale, streaming, hbo, palinsest*, conduttor*, conduttric*, presentator*, podcast, talent show, x factor,
        amici di maria, isola dei famosi, ballando con le stelle, cabaret, drammaturg*, goldoni, pirandello,
        shakespeare, soprano, tenore, baritono, direttore d'orchestra, filarmonica, sinfoni*, pianist*, pianoforte,
        violin*, violoncell*, chitarr*, batterist*, compositor*, coro, cori, jazz, rock, dj, cantautor*, cantautric*,
        brano, videoclip, vinile, tournée, etichetta discografica, coreograf*, ballerin*, circo, burattini,
        marionette, autrice, autori, saggist*, raccolta di poesie, poesie, antologia, autobiografia, memorie di,
        manoscritt*, librai, casa editrice, bestseller, bibliotec*, accademia della crusca, dizionario, dialett*,
        lingua italiana, uffizi, brera, pinacoteca, accademia di belle arti, scavi pompei, reggia di caserta,
        colosseo, collezionist*, retrospettiva, arte contemporanea, arte moderna, street art, murales, graffiti
        artista, autoritratt*, acquerell*, ceramic*, arazz*, vetrat*, affresc*, mosaic*, impressionis*, surrealis*,
        cubis*, barocc*, rinasciment*, caravaggio, leonardo da vinci, michelangelo, raffaello, botticelli, tiziano,
        bernini, canova, modigliani, picasso, van gogh, biennale, asta d'arte, sotheby's, christie's, patrimonio
        dell'umanità, unesco, restauro, restauri, architett*, pritzker, alta moda, sfilata, sfilate, passerella,
        settimana della moda, modella, modelle, gucci, prada, armani, versace, miss italia, carnevale, folklor*,
        celebrità, gossip, famiglia reale, nozze reali, incoronazione, commedia, biografia""",
        """
        star, libr*, opera, opere, palco, tour, fan, serie, ruolo, spettacol*, pubblico, premio, premi, puntata,
        nozze, re, regina, programma, quadr*, tradizion*, mostra, arte, scena, scene, sipario, costum*, canta,
        cantare, canto, voce, danz*, ballo, titolo, esce, uscita, successo, culto, icona, omaggi*, mitic*, celebre,
        creazion*, creativ*, collezion*, foto, immagin*, raccont*, storia, storie, personagg*, eroe, eroi, pagin*,
        scriv*, scritt*, leggere, parol*, lingua, secolo, antic*, riapre, inaugur*, visitator*, spettator*, premiat*,
        giuria, nomination, ritratt*, castello, cattedral*, monument*, leggend*, lettura, lettori, statua, rai""",
    ),
    "crime and courts": (
        """
        arrestat*, condannat*, condanna, assolt*, indagat*, imputat*, custodia cautelare, ergastolo, anni di carcere,
        in carcere, omicidio, femminicidio, narcotraffico, riciclaggio, violenza sessuale, accoltellat*,
        accoltellamento, sparatoria, sequestro di persona, procura, corte d'assise, rinviat* a giudizio, rinvio a
        giudizio, mandato di cattura, truffa, rapina, patteggia*""",
        """
        polizia, poliziott*, carabinier*, guardia di finanza, arrest*, omicid*, assassin*, femminicid*, sospettat*,
        rapin*, furt*, ladr*, accoltell*, spari, sequestr*, stupr*, violenze sessuali, abusi sessuali, pedofil*,
        truff*, frod*, corruzione, spaccio, narcotraffic*, traffico di droga, mafi*, camorra*, ndrangheta*, cosa
        nostra, carcer*, detenut*, condann*, procur*, pm, process*, tribunal*, corte d'appello, corte suprema,
        cassazione, giudic*, giuria, avvocat*, sentenz*, crimin*, reato, reati, delitt*, inchiesta, perquisizion*,
        estradi*, giustizia, ai domiciliari, arresti domiciliari, detenzione, latitant*, evas* dal carcere, evasione
        dal carcere, penitenziari*, libertà vigilata, scarcerat*, cauzione, pena di morte, giustiziato, parte civile,
        parti civili, querel*, requisitoria, arringa, deposizione, nega le accuse, assoluzione, ricorso in cassazione,
        tar, consiglio di stato, cedu, corte penale internazionale, mandato d'arresto, magistrat*, gip, gup, pm di,
        pubblico ministero, fascicolo, incidente probatorio, anac, interpol, europol, killer, sicari*, serial killer,
        strangolat*, uccisa dal marito, ucciso a colpi, freddato, a coltellate, coltellate, pestaggio, aggressione,
        aggressor*, aggredit*, stalking, stalker, maltrattament*, violenza di genere, violenza domestica, molesti*,
        pedopornografi*, revenge porn, sfruttamento della prostituzione, tratta di esseri umani, minacce di morte,
        ricatt*, estorsion*, riscatto, rapit*, caso irrisolto, cold case, autopsia, trovato morto, trovata morta,
        trovato il corpo, ritrovato il cadavere, ris di parma, questura, squadra mobile, digos, retata, cocaina,
        eroina, hashish, spacciator*, pusher, cosche, cosca, 'ndrangheta, stidda, sacra corona, baby gang, banda
        criminale, criminalità organizzata, voto di scambio mafioso, rubat*, rubano, borseggiator*, scippo,
        scippator*, bottino, contraffatt*, falsari, banconote false, falso medico, finto carabiniere, raggiro,
        appropriazione indebita, peculato, concussione, tangent*, mazzett*, turbativa d'asta, abuso d'ufficio, frode
        fiscale, insider trading, bancarotta fraudolenta, piromane, incendio doloso, vandal*, omicidio stradale,
        pirata della strada, guida in stato di ebbrezza, spia, spionaggio, diffamazione, crimini d'odio, giudiziari*,
        toghe, csm, rissa""",
        """
        indagin*, vittim*, mort*, uccis*, accus*, caso, violenz*, coltell*, arma, droga, illegal*, denunc*, legge,
        cadaver*, corpo, testimon*, banda, colpevol*, innocent*, sospett*, presunt*, pena, pene, multa, fatti, scena,
        ferit*, proiettil*, pistol*, minacc*, violent*, fugg*, ricercat*, trovat*, chili, tonnellat*, clandestin*,
        fals*, bugi*, soldi, gioiell*, donna, marito, moglie, compagn*, figli*, ragazz*, minor*, vicin*, conducent*,
        boss, clan, fermato, scompars*, confess*, blitz""",
    ),
    "society": (
        """
        maturità, denatalità, natalità, congedo parentale, congedo di paternità, unioni civili, case popolari,
        bullismo, laicità, banco alimentare, parità salariale, diritti umani, diritti delle donne, emergenza
        abitativa, mensa dei poveri""",
        """
        scuol*, student*, insegnant*, docent*, alunn*, maestr*, istruzione, asilo nido, genitor*, famigli*, immigra*,
        migrant*, migrazione, rifugiat*, richiedenti asilo, senzatetto, affitt*, inquilin*, sfratt*, povertà,
        disuguaglianz*, razzis*, discriminazion*, diritti civili, parità di genere, lgbt*, omosessual*, transgender,
        femminis*, chiesa, papa, vaticano, vescov*, cattolic*, musulman*, mosche*, islam, ebre*, antisemit*, religio*,
        cristian*, ramadan, natale, popolazione, demografic*, divorzi*, volontar*, disabil*, adolescent*, giovani,
        manifestazion*, manifestant*, società civile, sociale, pensionat*, giubileo, nozze civili, scolastic*, licei,
        liceo, istituto scolastico, professori, professoressa, precari della scuola, supplenti, concorso docenti,
        aula, esami di maturità, invalsi, voto in condotta, fuorisede, borse di studio, affitti studenti, itis,
        formazione professionale, analfabet*, dispersione scolastica, scuola paritaria, cellulari in classe, asili
        nido, babysitter, assegno unico, reddito di cittadinanza, assistenti sociali, servizi sociali, affido,
        famiglie numerose, madre single, adozion*, orfan*, matrimoni*, sposi, sposarsi, solitudine, terza età,
        vecchiaia, invecchiamento, generazione z, spopolament*, vicinato, convivenza, terzo settore, onlus, clochard,
        dormitor*, caro affitti, coinquilin*, baraccopoli, poveri, ceto medio, sbarchi, barconi, lampedusa, naufragio
        di migranti, cpr, centri in albania, permesso di soggiorno, ius soli, ius scholae, cittadinanza,
        ricongiungiment*, rom, sinti, xenofob*, islamofob*, schiavitù, popoli indigeni, sacerdot*, preti, prete,
        parroc*, diocesi, cardinal*, conclave, pontefice, santa sede, fedeli, battesim*, prima comunione, pellegrin*,
        suore, suora, frati, monaster*, convento, evangelic*, valdes*, ortodoss*, imam, velo islamico, sinagog*,
        rabbin*, buddist*, induist*, setta, sette sataniche, pasqua, quaresima, quote rosa, sessismo, sessist*, metoo,
        violenza sulle donne, otto marzo, diritto all'aborto, gay pride, gay, lesbic*, transessual*, identità di
        genere, omofob*, maternità surrogata, utero in affitto, linguaggio inclusivo, sedia a rotelle, barriere
        architettoniche, accessibilità, sordi, non vedenti, lingua dei segni, caregiver, badant*, funeral*, sepoltur*,
        cimiter*, nomi dei bambini, cognome, cognomi, corteo, cortei, sit-in, sciopero degli studenti, anziani soli,
        affido condiviso, monaci, monache, senza fissa dimora""",
        """
        bambin*, figl*, donn*, uomin*, giovan*, gente, vita, casa, quartier*, diritti, fede, universit*, madr*, padr*,
        anzian*, generazion*, associazion*, person*, protest*, residenti, sud, nord, lezion*, imparare, insegn*,
        esam*, bimb*, coppia, amore, amici, amicizia, appartament*, città, abitant*, vivere, aiut*, sostegno,
        accoglienza, origin*, stranier*, document*, comunità, credent*, preghier*, pregare, dio, sant*, pover*,
        ricch*, minoranz*, libertà, rispetto, età, vecchi*, pensione, sondaggio, cittadin*, classe, nonni, nonna,
        coppie, in piazza, precari*, sgomber*""",
    ),
}
