"""French."""

FR: dict[str, tuple[str, str]] = {
    "nothing": (
        """
        climat de, climat social, climat des affaires, climat politique, guerre des prix, guerre commerciale,
        guerre des étoiles, guerre des mots, star wars, marquer des points, récolte des pommes,
        cour de récréation, basse-cour, cours d'eau, cours de, au cours de, en cours, en cours de,
        hors-jeu politique, santé de l'économie, en bonne santé, partie de""",
        "",
    ),
    "politics": (
        """
        élection*, électoral*, électeur*, législative*, présidentielle*, municipale*, scrutin*, député*, sénat*,
        sénateur*, assemblée nationale, parlement*, premier ministre, première ministre, ministre*, gouvernement*,
        remaniement, matignon, élysée, motion de censure, motion, coalition, opposition, référendum*,
        vote de confiance, dissolution, 49.3, maison blanche, maison-blanche, président de la république,
        rassemblement national, nouveau front populaire, insoumis*, lfi, parti socialiste, les républicains, rn,
        extrême droite, extrême gauche, extrême-droite, politique, politiques, diplomat*, ambassad*, sanctions,
        commission européenne, parlement européen, g7, g20, chef de l'etat, chef de l'état, kremlin, congrès,
        démocrate*, républicain*, populis*, coup d'état, coup d'etat, junte, projet de loi, proposition de loi,
        constitutionnel*, conseil municipal, maire, maires, affaires étrangères, campagne électorale, candidature""",
        """
        président*, parti, partis, loi, lois, réforme*, vote*, voté, candidat*, campagne, gauche, droite, débat*,
        négociation*, dirigeant*, démission*, état, etat, bruxelles, budget, accord, discours, maire*, sommet""",
    ),
    "economy": (
        """
        économi*, inflation, taux d'intérêt, taux directeur*, bce, banque centrale, fed, bourse, cac 40,
        wall street, actionnaire*, dividende*, chiffre d'affaires, bénéfice*, résultats trimestriels, faillite*,
        redressement judiciaire, liquidation judiciaire, fusion-acquisition, opa, récession, pib, chômage,
        chômeur*, licenciement*, plan social, suppressions de postes, suppressions d'emplois, salaire*, smic,
        syndicat*, grève*, export*, importation*, importateur*, droits de douane, taxes douanières, pétrole,
        cours du pétrole, prix du gaz, prix de l'électricité, pouvoir d'achat, consommation, supermarché*,
        grande distribution, immobilier, crédit immobilier, impôt*, fiscal*, dette publique, déficit*, banque*,
        assureur*, constructeur*, ventes de voitures, industrie*, entreprise*, pme, start-up, investisseur*,
        investissement*, marchés, bitcoin, crypto*, euro faible, zone euro, retraites complémentaires,
        guerre commerciale, guerre des prix, santé de l'économie""",
        """
        marché*, prix, hausse, baisse, milliard*, million*, euros, dollar*, coût*, commerce, client*, vente*,
        production, usine*, emploi*, croissance, groupe, société, patron*, énergie, argent, finance*, budget,
        dette*, rachat, crédit*, agricult*, retraite*, actions""",
    ),
    "war and conflict": (
        """
        guerre, guerres, frappe*, frappe aérienne, missile*, drone*, bombardement*, bombardé*, artillerie,
        cessez-le-feu, trêve, soldat*, troupes, armée*, militaire*, otan, offensive, contre-offensive, invasion,
        front, chars, avion de chasse, navire de guerre, armes, livraisons d'armes, munition*, terroris*,
        djihadis*, etat islamique, état islamique, daech, hamas, hezbollah, houthis, talibans, bande de gaza,
        gaza, cisjordanie, otage*, pourparlers de paix, accord de paix, crimes de guerre, génocide, milice*,
        rebelle*, casques bleus, arme nucléaire, armes nucléaires, ministre de la défense, forces armées,
        attentat*, tsahal, m23, combats, prisonniers de guerre, guerre civile, réarmement, roquette*, tirs de,
        riposte*, aérienne*""",
        """
        attaque*, tué*, morts, mort*, conflit*, ukrain*, israél*, palestin*, russe*, russie, iran*, paix,
        explosion*, frontière*, réfugié*, civils, otage, défense, kiev, liban*, bombe*""",
    ),
    "science": (
        """
        scientifique*, chercheur*, chercheuse*, astronom*, astronaute*, spatial*, nasa, esa, télescope*, galaxie*,
        trou noir, trous noirs, exoplanète*, astéroïde*, comète*, météorite*, éclipse, planète mars, physicien*,
        physique quantique, quantique*, particule*, chimiste*, biolog*, génétique*, génome*, adn, fossile,
        dinosaure*, paléontolog*, archéolog*, néandertal*, évolution des espèces, neuroscien*, microb*,
        laboratoire*, géolog*, mathémati*, prix nobel de physique, prix nobel de chimie, préhist*, cnrs, fouilles,
        fusée ariane, ariane 6, baleines, enregistrements, espèce""",
        """
        étude*, recherche*, découv*, espèce*, lune, mars, espace, univers, satellite*, antique*, cerveau,
        professeur*, science*, planète, fusée*, théorie, expérience*""",
    ),
    "health": (
        """
        santé, hôpital*, hôpitaux, médecin*, chirurg*, infirmi*, soignant*, patient*, maladie*, cancer*, tumeur*,
        vaccin*, virus, épidémie*, épidémi*, rougeole, grippe*, paludisme, ebola, choléra, sida, vih, alzheimer,
        diabète*, obésité, infarctus, avc, hypertension, cholestérol, antibiotique*, médicament*, thérapie*,
        diagnostic*, symptôme*, dépression*, santé mentale, grossesse*, avortement*, ivg, infection*, infecté*,
        grippe aviaire, greffe*, don d'organes, nutrition, vitamine*, tabac, tabagisme, cigarette électronique,
        overdose*, pharmacie*, pharmaci*, urgences, samu, oms, allergie*, désert médical, déserts médicaux,
        chikungunya, dengue, psychiatr*, sécurité sociale, mucoviscidose, remboursé*, remboursement des soins""",
        """
        médical*, soins, traitement*, risque*, essai*, malade*, corps, cœur, sang, sommeil, douleur*,
        alimentation, régime, décès, hospitalis*, dose*, covid*, coronavirus, pandémie*""",
    ),
    "climate": (
        """
        climat*, changement climatique, dérèglement climatique, réchauffement, gaz à effet de serre, co2,
        émissions, neutralité carbone, énergies renouvelables, énergie solaire, éolien*, panneaux solaires,
        transition écologique, énergies fossiles, cop27, cop28, cop29, cop30, environnement*, écologi*,
        biodiversité, déforestation, glacier*, niveau de la mer, montée des eaux, canicule*, sécheresse*,
        feux de forêt, feu de forêt, incendies de forêt, inondation*, crue*, pollu*, plastique*, recyclage,
        écosystème*, greenpeace, méthane, espèces menacées, extinction, pesticide*, mégabassine*, trait de côte,
        érosion, tempête""",
        """
        météo, chaleur, tempête*, orage*, cyclone*, température*, pluie*, forêt*, océan*, mer, rivière*, nature,
        animaux, espèces, eau, carbone, solaire, charbon, nucléaire, vert*, durable*, incendie*""",
    ),
    "technology": (
        """
        technolog*, smartphone*, iphone*, ipad*, android, google, microsoft, openai, chatgpt, chatbot*, nvidia,
        samsung, facebook, instagram, whatsapp, tiktok, youtube, logiciel*, application mobile, applis, appli,
        intelligence artificielle, ia, algorithme*, semi-conducteur*, ordinateur*, informatique*, cyber*,
        pirate informatique, pirates informatiques, piratage*, hacker*, rançongiciel*, hameçonnage,
        fuite de données, données personnelles, internet, fibre optique, 5g, robot*, voiture autonome,
        réalité virtuelle, montre connectée, centre de données, data center*, cloud, linux, windows, navigateur*,
        moteur de recherche, réseaux sociaux, réseau social, start-up*, silicon valley, jeu vidéo, jeux vidéo,
        playstation*, xbox*, nintendo*, processeur*, blockchain, numérique*, gafam, deepfake*""",
        """
        apple, en ligne, utilisateur*, appareil*, écran*, données, site*, plateforme*, tablette*, batterie*,
        électrique*, réseau*, innov*, brevet*, mobile*, téléphone*, puce*, web""",
    ),
    "sport": (
        """
        football*, foot, ligue 1, ligue des champions, ligue europa, premier league, coupe du monde, euro 2024,
        fifa, uefa, attaquant*, gardien de but, milieu de terrain, défenseur central, sélectionneur*, entraîneur*,
        équipe de france, les bleus, penalty*, demi-finale*, quart de finale, quarts de finale,
        huitième de finale, huitièmes de finale, mercato, psg, olympique de marseille, olympique lyonnais,
        real madrid, fc barcelone, rugby*, xv de france, top 14, six nations, tournoi des six nations, tennis*,
        roland-garros, wimbledon, grand chelem, basket*, nba, nfl, handball*, volley*, cyclis*, tour de france,
        peloton, formule 1, grand prix, motogp, athlétisme, athlète*, marathon*, nage*, natation, gymnast*, boxe*,
        judo*, ski alpin, biathlon*, patinage, jeux olympiques, jeux paralympiques, jo de, olympique*,
        paralympique*, médaille*, médaillé*, arbitre*, dopage, sport, sports, sportif*, sportive*, championnat*,
        championne* du monde, champion du monde, ballon d'or, handballeur*, can 2025, can 2024""",
        """
        match*, victoire*, défaite*, battu*, bat, équipe*, joueur*, joueuse*, ligue, saison*, coupe, finale*, but,
        buts, titre*, champion*, club*, tournoi*, course*, blessure*, bless*, supporter*, stade*, tour, contrat,
        transfert*, record*, qualif*, score""",
    ),
    "culture": (
        """
        film*, cinéma*, acteur*, actrice*, réalisateur*, réalisatrice*, oscar*, césar*, festival*, palme d'or,
        hollywood*, netflix, disney*, série télé, séries, saison 2, album*, chanteur*, chanteuse*, chanson*,
        rappeur*, concert, concerts, musicien*, musique*, musical*, orchestre*, opéra, opéras, ballet*, théâtre*,
        comédien*, roman, romans, romanci*, écrivain*, auteur de, poète*, poésie, littér*, prix goncourt,
        goncourt, prix nobel de littérature, librair*, musée*, galerie*, exposition*, peintre*, peinture*,
        sculpt*, artiste*, photographe*, styliste*, couturi*, tapis rouge, téléréalité, star academy, danse*,
        humoriste*, eurovision, culture*, culturel*, patrimoine, bande dessinée, bd, metteur en scène""",
        """
        star, stars, livre*, art*, scène, tournée, fans, série*, rôle*, spectacle*, public, prix, palme,
        mise en scène, princesse*, roi, mariage, émission*, joue*, œuvre*, télévision*, mode, people""",
    ),
    "crime and courts": (
        """
        police, policier*, gendarme*, arrest*, interpell*, garde à vue, meurtre*, meurtri*, assassin*, homicide*,
        féminicide*, suspect*, braqu*, cambriol*, vol à, volé*, poignard*, fusillade*, coups de feu, tireur*,
        enlèvement*, séquestr*, viol, viols, violeur*, violé*, agression*, agressé*, abus sexuel*, pédocrimin*,
        pédophil*, escroc*, fraude*, corruption, blanchiment, trafic de drogue, narcotrafi*, trafiquant*, mafia,
        prison*, détenu*, incarcér*, réclusion, condamn*, acquitt*, mis en examen, mise en examen, accusé,
        procureur*, parquet, procès, tribunal*, tribunaux, cour d'assises, cour d'appel, cour de cassation,
        cour suprême, juge, juges, jury, avocat*, plainte*, porte plainte, verdict*, peine de, crime*, criminel*,
        criminalité, enquête judiciaire, enquêteur*, disparition de, perquisition*, police judiciaire, justice,
        fait divers, faits divers, extrad*""",
        """
        enquête*, victime*, tué*, mort*, corps, accus*, affaire, violence*, couteau, arme*, drogue*, illégal*,
        appel, loi, soupçon*, jugement, jugé*, témoin*""",
    ),
    "society": (
        """
        école*, écoli*, collège*, lycée*, lycéen*, élève*, enseign*, professeur des écoles, étudiant*, éducation*,
        baccalauréat, parcoursup, crèche*, parents, parental*, famille*, immigr*, migrant*, migratoire*, réfugiés,
        asile, sans-abri, sans-papiers, mal-logement, logements sociaux, logement social, locataire*, pauvreté,
        précarité, inégalité*, racis*, discriminat*, droits humains, droits de l'homme, égalité femmes-hommes,
        lgbt*, homosexu*, transgenre*, féminis*, église*, pape, vatican, évêque*, catholi*, musulman*, mosquée*,
        islam, laïcité, juif*, juive*, antisémit*, religi*, chrétien*, ramadan, noël, natalité, naissances,
        population, démograph*, mariage pour tous, divorce*, bénévol*, handicap*, adolescent*, jeunes,
        manifestation*, manifestant*, société, sociét* française, fin de vie, retraités, violences conjugales""",
        """
        enfant*, femme*, homme*, jeune*, jeunesse, gens, vie, logement*, habitant*, social*, droits, égalité, foi,
        université*, mère*, père*, génération*, associat*, quotidien, personnes âgées, riverain*""",
    ),
}
