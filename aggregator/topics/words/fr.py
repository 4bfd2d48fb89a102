"""French."""

FR: dict[str, tuple[str, str, str]] = {
    "nothing": (
        "",
        """
        climat de, climat social, climat des affaires, climat politique, guerre des prix, guerre commerciale, guerre
        des étoiles, guerre des mots, star wars, marquer des points, récolte des pommes, cour de récréation,
        basse-cour, cours d'eau, cours de, au cours de, en cours, en cours de, hors-jeu politique, santé de
        l'économie, en bonne santé, partie de, coup de filet de, film des événements, course contre la montre, feu
        vert, carte verte, en jeu, mise en jeu, jeu de mots, bras de fer, chemin de croix, année blanche""",
        "",
    ),
    "politics": (
        """
        élection présidentielle, élections législatives, élections municipales, second tour, premier tour, motion de
        censure, scrutin*, référendum*, remaniement*, présidentielle*, législatives, dissolution de l'assemblée""",
        """
        élection*, électoral*, électeur*, législative*, municipale*, député*, sénat*, assemblée nationale, parlement*,
        premier ministre, première ministre, ministre*, gouvernement*, matignon, élysée, motion, coalition,
        opposition, vote de confiance, dissolution, 49.3, maison blanche, maison-blanche, président de la république,
        rassemblement national, nouveau front populaire, insoumis*, lfi, parti socialiste, les républicains, rn,
        extrême droite, extrême gauche, extrême-droite, politique, politiques, diplomat*, ambassad*, sanctions,
        commission européenne, parlement européen, g7, g20, chef de l'etat, chef de l'état, kremlin, congrès,
        démocrate*, républicain*, populis*, coup d'état, coup d'etat, junte, projet de loi, proposition de loi,
        constitutionnel*, conseil municipal, maire, maires, affaires étrangères, campagne électorale, candidature,
        bureau de vote, bureaux de vote, isoloir, participation au scrutin, abstention, suffrage*, sondage électoral,
        intentions de vote, meeting de campagne, débat télévisé, tête de liste, colistier*, primaire de la gauche,
        conseiller*, conseil régional, conseil départemental, mairie*, adjoint au maire, intercommunalité, hémicycle,
        palais-bourbon, palais bourbon, groupe parlementaire, commission d'enquête, commission mixte paritaire,
        amendement*, projet de budget, loi de finances, promulgu*, abrog*, texte de loi, conseil constitutionnel,
        conseil d'état, conseil des ministres, secrétaire d'état, porte-parole du gouvernement, garde des sceaux, quai
        d'orsay, bercy, beauvau, chef du gouvernement, chancelier*, président élu, vice-président*, investiture,
        cohabitation, majorité présidentielle, macronis*, macronie, renaissance député, udr, pcf, écologistes,
        lepénis*, mélenchonis*, reconquête, ultradroite, ultragauche, centriste*, socialiste*, communiste*,
        conservateur*, travailliste*, libéraux, indépendantis*, souverainis*, autocrat*, opposant*, putsch*,
        transition politique, état d'urgence, révision constitutionnelle, immunité parlementaire, destitution,
        destitué*, procédure de destitution, impeachment, shutdown, chambre des représentants, capitole, gouverneur*,
        downing street, brexit, bundestag, knesset, douma, union européenne, eurodéputé*, commissaire européen*,
        conseil européen, sommet européen, adhésion à l'ue, traité*, onu, nations unies, conseil de sécurité,
        assemblée générale, consul, consulat, visite d'état, relations diplomatiques, lobby*, financement politique,
        parrainages, politologue*, dictature*, dictateur*, nationaliste*, constitution, constitutions, primaires""",
        """
        président*, parti, partis, loi, lois, réforme*, vote*, voté, candidat*, campagne, gauche, droite, débat*,
        négociation*, dirigeant*, démission*, état, etat, bruxelles, budget, accord, discours, maire*, sommet, voix,
        urnes, siège, sièges, majorité, minorité, mandat*, poste, nomm*, nomination, adopté*, adopte, rejet*, texte,
        amende*, annonce, promesse*, programme, alliance*, conseil, région, commune*, chef, rival*, centre, pouvoir*,
        proposition, propose, décret*, allié*, washington, moscou, pékin, berlin, londres, élus, préfet*""",
    ),
    "economy": (
        """
        inflation, taux d'intérêt, chômage, récession, bourse, droits de douane, faillite*, redressement judiciaire,
        liquidation judiciaire, plan social, suppressions de postes, croissance économique, chiffre d'affaires, prix
        du pétrole, banque centrale, cac 40, introduction en bourse, pouvoir d'achat""",
        """
        économi*, taux directeur*, bce, fed, wall street, actionnaire*, dividende*, bénéfice*, résultats trimestriels,
        opa, pib, chômeur*, licenciement*, suppressions d'emplois, salaire*, smic, syndicat*, grève*, export*,
        importation*, importateur*, taxes douanières, pétrole, cours du pétrole, prix du gaz, prix de l'électricité,
        consommation, supermarché*, grande distribution, immobilier, crédit immobilier, impôt*, fiscal*, dette
        publique, déficit*, banque*, assureur*, constructeur*, ventes de voitures, industrie*, entreprise*, pme,
        start-up, investisseur*, investissement*, marchés, bitcoin, crypto*, euro faible, zone euro, retraites
        complémentaires, guerre commerciale, guerre des prix, santé de l'économie, france travail, assurance-chômage,
        intérim, cdi, cdd, embauch*, recrutement, main-d'œuvre, pénurie de main-d'œuvre, négociations salariales,
        augmentation de salaire, patronat, medef, cgt, cfdt, débrayage, grévist*, préavis de grève, réforme des
        retraites, rachat d'actions, actionnariat, capitalisation, levée de fonds, fonds d'investissement,
        capital-risque, taux de change, devise*, monnaie, livre sterling, yuan, rouble, franc suisse, agence de
        notation, dette souveraine, plan de relance, austérité, budget de l'état, tva, fraude fiscale, paradis fiscal,
        taxe*, surtaxe*, niche fiscale, contribuable*, prélèvement*, cotisation*, libre-échange, mercosur, accord
        commercial, balance commerciale, déficit commercial, douane*, omc, ocde, fmi, banque mondiale, coût de la vie,
        vie chère, prix à la consommation, prix de l'essence, gazole, edf, engie, totalenergies, raffinerie*, baril,
        opep, gaz naturel liquéfié, gnl, matières premières, cuivre, nickel, lithium, cacao, vendange*, viticult*,
        vigneron*, agroalimentaire, danone, carrefour, auchan, leclerc, enseigne*, grande surface, commerçant*,
        commerce en ligne, e-commerce, soldes, black friday, ménages, épargne*, livret a, assurance-vie, emprunt*,
        crédit à la consommation, surendettement, bnp paribas, société générale, crédit agricole, banquier*,
        bancaire*, mutuelle*, notaires, prix de l'immobilier, promoteur*, loyers, construction neuve, btp, automobile,
        voitures neuves, renault, stellantis, peugeot, michelin, air france, compagnie aérienne, aéronautique,
        sidérurg*, acier*, arcelormittal, chantier naval, délocalis*, relocalis*, réindustrialis*, sous-traitant*,
        fournisseur*, startup, jeunes pousses, artisan*, tpe, auto-entrepreneur*, luxe, lvmh, kering, hermès,
        hôtellerie, restaurateurs, transporteur*, fret, port du havre, conteneur*, concurrence, autorité de la
        concurrence, monopole*, fusion*, rachète, acquisition*, filiale*, pdg, directeur financier, dirigeant
        d'entreprise, conseil d'administration, trimestre*, semestre*, résultat net, perte nette, rentab*, comptes
        publics, cour des comptes""",
        """
        marché*, prix, baisse, milliard*, million*, euros, dollar*, coût*, commerce, client*, vente*, production,
        usine*, emploi*, croissance, groupe, société, patron*, énergie, argent, finance*, budget, dette*, rachat,
        crédit*, agricult*, retraite*, actions, hausse*, recul*, progress*, bond*, chute*, augment*, diminu*, ralent*,
        repli*, grimpe*, flamb*, pour cent, euro, livre, vend, vendre, vendu*, achet*, achat*, consommateur*,
        fabricant*, produit*, fabriqu*, offre, demande, pénurie*, stock*, salarié*, employé*, travail, travailleur*,
        postes, social, payer, paie, paye, cher, chère, gratuit, aide*, subvention*, taxé*, fonds, investi*, port,
        transport*, avion*, train*, voiture*, vin*, lait, viande, pain, café, pétrol*, gaz, électricité, or, mine*,
        tourist*, hôtel*, primes, tarif*, facture*, filière, sucre, boeing, airbus, tourisme, magasin*, assurance*,
        éleveur*, céréale*, carburant*""",
    ),
    "war and conflict": (
        """
        cessez-le-feu, frappe aérienne, frappes aériennes, trêve, attentat-suicide, attentat suicide, voiture piégée,
        guerre civile, crimes de guerre, ligne de front, contre-offensive, pourparlers de paix, échange de
        prisonniers, bombardement*, attaque de drones, drones russes, casques bleus, prisonniers de guerre""",
        """
        guerre, guerres, frappe*, missile*, drone*, bombardé*, artillerie, soldat*, troupes, armée*, militaire*, otan,
        offensive, invasion, front, chars, avion de chasse, navire de guerre, armes, livraisons d'armes, munition*,
        terroris*, djihadis*, etat islamique, état islamique, daech, hamas, hezbollah, houthis, talibans, bande de
        gaza, gaza, cisjordanie, otage*, accord de paix, génocide, milice*, rebelle*, arme nucléaire, armes
        nucléaires, ministre de la défense, forces armées, attentat*, tsahal, m23, combats, réarmement, roquette*,
        tirs de, riposte*, aérienne*, combattant*, belligérant*, commando*, bataillon*, infanterie, légion étrangère,
        parachutiste*, marine nationale, sous-marin nucléaire, porte-avions, frégate*, aviation militaire, rafale,
        hélicoptère de combat, blindé*, grenade*, mine antipersonnel, mines antipersonnel, déminage, défense
        antiaérienne, défense aérienne, sirènes d'alerte, mobilisation générale, conscription, service militaire,
        réserviste*, appelés, caserne*, état-major, colonel*, amiral, maréchal, milicien*, paramilitaire*,
        mercenaire*, wagner, insurgé*, insurrection, rébellion, guérilla*, farc, pkk, kurdes, al-qaïda, al-qaida,
        aqmi, boko haram, shebab*, jihad*, kamikaze*, prise d'otages, massacre*, massacré*, charnier*, nettoyage
        ethnique, couloir humanitaire, aide humanitaire, convoi humanitaire, siège de, assiég*, encerclé*, territoires
        occupés, plateau du golan, rafah, khan younès, donbass, donetsk, louhansk, kherson, kharkiv, zaporijjia,
        bakhmout, crimée, koursk, soudan, darfour, khartoum, goma, kivu, sahel, alep, haut-karabakh, cachemire,
        accords de paix, plan de paix, négociations de paix, désarmement, course aux armements, dissuasion nucléaire,
        essai nucléaire, programme nucléaire, enrichissement d'uranium, ogive*, hypersonique*, budget de la défense,
        dépenses militaires, aide militaire, base militaire, exercices militaires, manœuvres, industrie de défense,
        vente d'armes, embargo sur les armes, armes chimiques, gaz sarin, première guerre mondiale, seconde guerre
        mondiale, débarquement de normandie, poilus, anciens combattants, vétéran*, guerre froide, retrait des
        troupes, loi martiale, zone tampon, incursion*, infiltration*, embuscade*, accrochage*, obus de, tirs d'obus""",
        """
        tué*, mort*, conflit*, ukrain*, israél*, palestin*, russe*, russie, iran*, paix, explosion*, frontière*,
        réfugié*, civils, défense, kiev, liban*, bombe*, tirs, tir, tirent, attaqu*, ripost*, tue, tuent, blessés,
        victimes, détrui*, frapp*, vise, visé*, avance*, repouss*, repren*, capture*, camp, camps, ennemi*, troupe,
        arme*, fuir, fui, fuite, trêves, accord, médiat*, négociat*, humanitaire*, libéré*, libération, syrie*, irak*,
        yémen*, soudan*, mali, niger, burkina, congo, rdc, somalie, éthiopie, afghan*, pakistan*, corée, taïwan,
        arménie, azerbaïdjan, téhéran, damas, beyrouth, hostilités, brigade*, colonie*, explosif*, affrontement*,
        obus, déplacés, occupation""",
    ),
    "science": (
        """
        exoplanète*, trou noir, fossile*, dinosaure*, télescope*, astéroïde*, fusée*, station spatiale, nouvelle
        espèce, fouilles archéologiques, adn ancien, accélérateur de particules, ondes gravitationnelles, sonde
        spatiale""",
        """
        scientifique*, chercheur*, chercheuse*, astronom*, astronaute*, spatial*, nasa, esa, galaxie*, trous noirs,
        comète*, météorite*, éclipse, planète mars, physicien*, physique quantique, quantique*, particule*, chimiste*,
        biolog*, génétique*, génome*, adn, archéolog*, néandertal*, évolution des espèces, neuroscien*, microb*,
        laboratoire*, géolog*, mathémati*, prix nobel de physique, prix nobel de chimie, préhist*, cnrs, fouilles,
        fusée ariane, ariane 6, baleines, enregistrements, espèce, équipe de chercheurs, chimie, zoologist*,
        botanist*, entomolog*, ornitholog*, primatolog*, ethnolog*, anthropolog*, historien*, linguiste*, égyptolog*,
        paléo*, néolithique, âge de bronze, âge du bronze, âge du fer, gallo-romain*, gaulois*, viking*, pharaon*,
        pyramide*, momie*, sarcophage*, sépulture*, nécropole*, vestige*, peinture rupestre, art rupestre, lascaux,
        chauvet, hiéroglyphe*, papyrus, homo sapiens, hominid*, mammouth*, ptérosaure*, jurassique, crétacé, ère
        glaciaire, primate*, cétacé*, génomique, gènes, chromosome*, cellules souches, embryon*, clonage, molécule*,
        atome*, électron*, neutrino*, photon*, antimatière, boson, cern, fusion nucléaire, supraconduct*,
        nanotechnolog*, graphène, spectromètre*, microscope*, synchrotron, supernova*, étoile à neutrons, voie lactée,
        andromède, big bang, matière noire, énergie noire, cosmos, cosmique*, cosmologi*, système solaire, jupiter,
        saturne, neptune, pluton, pleine lune, éclipses, aurore boréale, aurores boréales, tempête solaire, éruption
        solaire, météore*, perséides, astrophysic*, mission spatiale, sortie dans l'espace, cosmonaute*, vaisseau
        spatial, spacex, kourou, cnes, thomas pesquet, artemis, rover, atterrisseur, robot martien, sismolog*,
        volcanolog*, plaques tectoniques, noyau terrestre, champ magnétique, carotte glaciaire, fonds marins, abysse*,
        océanograph*, expédition scientifique, base scientifique, académie des sciences, revue nature, revue science,
        médaille fields, théorème*, nombre premier, nombres premiers, statisticien*, neurone*, photosynthèse""",
        """
        étude*, recherche*, découv*, espèce*, lune, mars, espace, univers, satellite*, antique*, professeur*,
        science*, planète, théorie, expérience*, chercheu*, révèle, révèlent, analyse*, observ*, mesur*, datation,
        daté*, siècle*, millions d'années, ancien*, antiquité, mystère*, énigme*, trace*, os, ossement*, crâne*,
        dent*, squelette*, animal, animaux, plante*, roche*, pierre*, ciel, soleil, solaire, terre, orbite, lancement,
        mission, sonde*, signal, lumière, gravité, énergie, profond*, cerveau*, hypothèse*, modèle*, étoiles,
        physique, cellule*, romain*, laser*, cristal*, grotte*, mutation*, champignon*, bactérie*, protéine*,
        chimpanzé*, singe*, baleine*, requin*, abeille*, fourmi*, araignée*, insecte*, oiseau*, papillon*, corbeau*,
        ancêtre*, épave*""",
    ),
    "health": (
        """
        vaccin*, cancer*, épidémie*, rougeole, grippe aviaire, santé publique, santé mentale, infarctus, alzheimer,
        diabète*, obésité, antibiotique*, essai clinique, essais cliniques, déserts médicaux, organisation mondiale de
        la santé, don d'organes, pénurie de médicaments""",
        """
        santé, hôpital*, hôpitaux, médecin*, chirurg*, infirmi*, soignant*, patient*, maladie*, tumeur*, virus,
        épidémi*, grippe*, paludisme, ebola, choléra, sida, vih, avc, hypertension, cholestérol, médicament*,
        thérapie*, diagnostic*, symptôme*, grossesse*, avortement*, ivg, infection*, infecté*, greffe*, nutrition,
        vitamine*, tabac, tabagisme, cigarette électronique, overdose*, pharmaci*, urgences, samu, oms, allergie*,
        désert médical, chikungunya, dengue, psychiatr*, sécurité sociale, mucoviscidose, remboursé*, remboursement
        des soins, chu, clinique*, urgentiste*, généraliste*, pédiatre*, cardiologue*, dentiste*, dentaire*,
        gynécolog*, sage-femme, sages-femmes, aide-soignant*, aides-soignantes, ehpad, maison de retraite, maternité*,
        accouchement*, prématuré*, fausse couche, fausses couches, allait*, ménopause, endométriose, contracept*,
        pilule, fertilité, infertilité, fiv, pma, hormone*, testostérone, covid long, confinement, quarantaine, masque
        obligatoire, contagieu*, variole, mpox, variole du singe, tuberculose, coqueluche, bronchiolite, varicelle,
        tétanos, polio, poliomyélite, salmonell*, listeria, e. coli, intoxication alimentaire, lyme, tique*, moustique
        tigre, moustique*, zika, hépatite*, syphilis, septicémie, pneumonie, poumon*, asthme, bronchite, pollen*,
        eczéma, dialyse, intestin*, côlon, maladie de crohn, cancer du sein, prostate, leucémie, chimiothérapie,
        radiothérapie, dépistage*, mammographie, irm, échographie, prise de sang, don du sang, transfusion*, insuline,
        tension artérielle, cardiaque*, cardiovasculaire*, arrêt cardiaque, défibrillateur, artères, caillot*,
        arthrose, ostéoporose, mal de dos, migraine*, antidouleur*, paracétamol, opioïde*, morphine, cannabis
        thérapeutique, addiction*, alcoolisme, sevrage, tabagique, cigarette*, vapotage, vapoteuse*, fumeur*, aliments
        ultratransformés, nutri-score, malbouffe, calories, surpoids, obèse*, maigrir, perte de poids, anorexie,
        boulimie, ozempic, compléments alimentaires, gluten, malnutrition, dénutrition, dépressi*, burn-out, anxiété,
        bipolaire*, schizophrén*, autisme, autiste*, tdah, psycholog*, psychothérap*, sommeil, insomnie*, apnée,
        sédentarité, espérance de vie, centenaire*, soins palliatifs, euthanasie, suicide assisté, aide à mourir,
        maladie rare, maladies rares, thérapie génique, trisomie, parkinson, sclérose, épilepsie, handicap moteur,
        prothèse*, greffé*, bloc opératoire, anesthés*, réanimation, soins intensifs, ambulanc*, secouriste*, lit
        d'hôpital, fermeture de lits, personnel soignant, internes en médecine, étudiants en médecine, carte vitale,
        assurance-maladie, assurance maladie, arrêts maladie, mutuelle santé, anses, inserm, institut pasteur,
        ministère de la santé, ministre de la santé, laboratoire pharmaceutique, sanofi, pfizer, novo nordisk,
        générique*, ordonnance*, effets secondaires, erreur médicale, bactérie résistante, myopie, cécité, audition,
        surdité, audioprothèse*, mélanome, crème solaire, perturbateurs endocriniens""",
        """
        médical*, soins, traitement*, risque*, essai*, malade*, corps, cœur, douleur*, régime, décès, hospitalis*,
        dose*, covid*, coronavirus, pandémie*, médicaux, soigner, soigné*, guéri*, infect*, transmi*, cas, mort,
        mortalité, survie, préven*, protég*, danger*, toxique*, alerte*, rappel*, efficace*, remède*, cure, bébé*,
        enfant*, femme*, enceinte*, âgé*, seniors, cerveau, ventre, dos, genou*, yeux, œil, oreille*, bouche, sang*,
        os, muscle*, poids, manger, aliment*, boire, eau, lait, fruit*, légume*, viande, café, bien-être, stress,
        chercheurs, étude, test*, dépist*, lit, lits, attente, rendez-vous, pénurie*, alcool, yoga, peau, suicide*,
        opération, contaminat*, foie, amiante, reins, plomb""",
    ),
    "climate": (
        """
        réchauffement climatique, changement climatique, dérèglement climatique, gaz à effet de serre, neutralité
        carbone, canicule*, sécheresse*, incendie de forêt, feux de forêt, biodiversité, déforestation, énergies
        renouvelables, montée des eaux, fonte des glaces, parc éolien, transition écologique, espèces menacées,
        pollution plastique, vague de chaleur, parc solaire""",
        """
        climat*, réchauffement, co2, émissions, énergie solaire, éolien*, panneaux solaires, énergies fossiles, cop27,
        cop28, cop29, cop30, environnement*, glacier*, niveau de la mer, feu de forêt, incendies de forêt,
        inondation*, crue*, pollu*, plastique*, écosystème*, greenpeace, méthane, extinction, pesticide*,
        mégabassine*, trait de côte, érosion, tempête, cop, giec, accord de paris, objectifs climatiques, bilan
        carbone, empreinte carbone, taxe carbone, marché du carbone, bas carbone, décarbon*, dioxyde de carbone,
        carbone, carboné*, émission de co2, émetteur*, combustibles fossiles, énergie fossile, charbon, centrale à
        charbon, gaz de schiste, forage*, hydrogène vert, hydroélectri*, géotherm*, biomasse, biogaz, méthaniseur*,
        solaire, photovolt*, sobriété énergétique, rénovation énergétique, passoires thermiques, pompe à chaleur,
        pompes à chaleur, zfe, particules fines, qualité de l'air, smog, dioxyde d'azote, marée noire, hydrocarbures,
        incinérat*, tri sélectif, compost*, recycl*, sacs plastiques, microplastique*, polluants éternels, pfas,
        nitrate*, algues vertes, herbicide*, glyphosate, néonicotinoïde*, eaux usées, nappes phréatiques, restriction*
        d'eau, pénurie d'eau, manque d'eau, assèch*, à sec, étiage, zones humides, tourbière*, mangrove*, corail,
        coraux, blanchissement, surpêche, aire marine, parc national, réserve naturelle, natura 2000, forestier*,
        forêt amazonienne, amazonie, reforest*, reboisement, planter des arbres, coupe rase, artificialisation,
        bétonisation, faune, flore, pollinisat*, disparition des espèces, braconn*, rhinocéros, cétacés, calotte*,
        banquise, iceberg*, pergélisol, permafrost, arctique, antarctique, groenland, courant océanique, gulf stream,
        niveau des mers, érosion côtière, submersion*, ouragan*, typhon*, cyclones, tornade*, mousson, pluies
        torrentielles, pluies diluviennes, inondé*, coulée de boue, coulées de boue, glissement de terrain, vigilance
        rouge, vigilance orange, météo-france, record de chaleur, records de chaleur, record de température, dôme de
        chaleur, fortes chaleurs, plus chaud, vague de froid, enneigement, manque de neige, écolo*, militants
        écologistes, greta thunberg, extinction rebellion, soulèvements de la terre, dernière rénovation, wwf,
        zadiste*, a69, empreinte écologique, développement durable, agriculture biologique, agroécolog*, piste
        cyclable, vols courts, déchets, récif, récifs""",
        """
        météo, chaleur, tempête*, orage*, cyclone*, température*, pluie*, forêt*, océan*, mer, rivière*, nature,
        animaux, espèces, eau, nucléaire, vert*, durable*, incendie*, planète, degrés, chaleurs, froid, sec, sèche,
        vent*, neige*, glace*, sol, sols, arbres, bois, montagne*, littoral, côte*, plage*, île*, fleuve*, lac*,
        marin*, poisson*, pêche, animal*, végét*, agricult*, récolte*, énergie*, électri*, gaz, pétrole, essence,
        moteur*, avion*, toxique*, propre*, protég*, protection, menac*, détruit*, restaur*, réserve, loup*, tortue*,
        éléphant*, oiseaux, abeilles, insectes, sauvage*, grêle, gel, décharge*""",
    ),
    "technology": (
        """
        intelligence artificielle, cyberattaque*, chatgpt, smartphone*, rançongiciel*, fuite de données,
        semi-conducteurs, réseaux sociaux, centre de données, data center, système d'exploitation, ordinateur
        quantique, logiciel espion, faille de sécurité, voiture autonome, voitures autonomes""",
        """
        technolog*, iphone*, ipad*, android, google, microsoft, openai, chatbot*, nvidia, samsung, facebook,
        instagram, whatsapp, tiktok, youtube, logiciel*, application mobile, applis, appli, ia, algorithme*,
        semi-conducteur*, ordinateur*, informatique*, cyber*, pirate informatique, pirates informatiques, piratage*,
        hacker*, hameçonnage, données personnelles, internet, fibre optique, 5g, robot*, réalité virtuelle, montre
        connectée, data center*, cloud, linux, windows, navigateur*, moteur de recherche, réseau social, start-up*,
        silicon valley, jeu vidéo, jeux vidéo, playstation*, xbox*, nintendo*, processeur*, blockchain, numérique*,
        gafam, deepfake*, ia générative, modèle de langage, agent conversationnel, apprentissage automatique,
        reconnaissance faciale, hypertrucage*, assistant vocal, siri, alexa, huawei, xiaomi, ios, macbook, lunettes
        connectées, casque de réalité virtuelle, réalité augmentée, métavers, écran pliable, téléphone portable,
        messagerie*, telegram, signal messagerie, snapchat, linkedin, twitter, hashtag, modération, contenus en ligne,
        majorité numérique, rgpd, cnil, cookies, vpn, chiffrement, mot de passe, mots de passe, piraté*, virus
        informatique, malware, arnaque en ligne, vol de données, données volées, panne informatique, panne mondiale,
        panne géante, mise à jour, hébergeur*, ovh, azure, gmail, chrome, firefox, wi-fi, haut débit, 6g,
        antenne-relais, orange fibre, free mobile, starlink, câble sous-marin, câbles sous-marins, puces
        électroniques, nanomètre*, tsmc, intel, amd, asml, stmicroelectronics, carte graphique, supercalculateur*,
        humanoïde*, taxi volant, drones livreurs, impression 3d, imprimante*, objet connecté, objets connectés,
        domotique, borne de recharge, bornes de recharge, batterie solide, code source, développeur*, codage,
        hackathon, gamer*, e-sport, switch 2, steam, ubisoft, french tech, vivatech, high-tech, géants du numérique,
        géant du numérique, inventeur*, invention*, brevets, prototype*, gadget*, paiement sans contact, portefeuille
        numérique, euro numérique, identité numérique, dématérialis*, fracture numérique""",
        """
        apple, en ligne, appareil*, écran*, données, site*, plateforme*, tablette*, batterie*, électrique*, réseau*,
        innov*, brevet*, mobile*, téléphone*, puce*, web, internaute*, utilis*, téléchar*, fonction*, compte*,
        message*, vidéo*, photo*, image*, algorithm*, modèle*, outil*, machine*, automat*, autonome*, voix, recharge*,
        panne*, faille*, attaque*, vol*, surveill*, caméra*, satellite*, connect*, signal, version, lance, sort,
        teste*, ado*, interdi*, console*, opérateur*, bug, application*, tesla, influenceu*, antennes, fibre, pirat*,
        télécom*, désinformation, serveurs""",
    ),
    "sport": (
        """
        demi-finale*, quart de finale, quarts de finale, coupe du monde, ligue des champions, ligue 1, grand chelem,
        médaille d'or, championnat du monde, championne du monde, tirs au but, carton rouge, tour de france, grand
        prix, formule 1, hat-trick, roland-garros, jeux olympiques, relégation""",
        """
        football*, foot, ligue europa, premier league, euro 2024, fifa, uefa, attaquant*, gardien de but, milieu de
        terrain, défenseur central, sélectionneur*, entraîneur*, équipe de france, les bleus, penalty*, huitième de
        finale, huitièmes de finale, mercato, olympique de marseille, olympique lyonnais, real madrid, fc barcelone,
        rugby*, xv de france, top 14, six nations, tournoi des six nations, tennis*, wimbledon, basket*, nfl,
        handball*, volley*, cyclis*, peloton, athlétisme, athlète*, marathon*, nage*, natation, gymnast*, boxe*,
        judo*, ski alpin, biathlon*, patinage, jeux paralympiques, jo de, olympique*, médaille*, médaillé*, arbitre*,
        dopage, sport, sports, sportif*, sportive*, championnat*, championne* du monde, champion du monde, ballon
        d'or, can 2025, can 2024, éliminatoires, phase de groupes, huitièmes, playoffs, pro d2, ligue 2, national 1,
        coupe de france, trophée des champions, supercoupe, serie a, bundesliga, ligue conférence, euro 2028, copa
        america, afc, fff, lfp, psg*, asse, losc, ogc nice, rc lens, stade rennais, fc nantes, girondins, barça,
        bayern, juventus, manchester city, manchester united, arsenal, chelsea, liverpool, ailier*, buteur*, buteuse*,
        passeur décisif, doublé, triplé, clause libératoire, bleues, équipe nationale, vestiaire*, coup franc,
        hors-jeu, var, carton jaune, expulsé*, mi-temps, temps additionnel, égalis*, ouvert le score, clean sheet, but
        contre son camp, match nul, victoire à domicile, à l'extérieur, podium*, descente en ligue 2, montée en ligue
        1, ultras, huis clos, stade de france, vélodrome, parc des princes, court central, jeu décisif, tie-break,
        balle de match, tête de série, double mixte, us open, open d'australie, masters, atp, wta, coupe davis,
        golfeur*, ryder cup, euroligue, asvel, dunk, nba*, playoffs nba, super bowl, quarterback, baseball, hockey sur
        glace, hockey, nhl, mêlée, demi de mêlée, demi d'ouverture, xv, crunch, all blacks, springboks, coureur*,
        maillot jaune, maillot à pois, maillot vert, contre-la-montre, échappée, paris-roubaix, giro, vuelta, bmx,
        sprint*, semi-marathon, trail, triathlon*, décathlon*, perche, perchiste*, saut en hauteur, saut en longueur,
        relais 4, javelot, 100 m, 200 m, 400 m, 1500 m, nage libre, brasse, dos crawlé, plongeon, water-polo, aviron,
        kayak*, canoë*, vendée globe, skipper*, régate*, surfeu*, escalade, skate*, escrim*, fleurettiste*, épéiste*,
        karaté, taekwondo, poids lourd*, k.-o., mma, ufc, haltérophil*, tir à l'arc, équitation, cavalier*, saut
        d'obstacles, hippique*, prix d'amérique, jockey*, trampoline, skieu*, slalom*, descente, super-g, biathlète*,
        snowboard*, patineu*, bobsleigh, luge, curling, motogp*, moto gp, pole position, rallye*, dakar, 24 heures du
        mans, le mans, pétanque, fléchettes, olympien*, paralympi*, flamme olympique, cio, record du monde, record
        d'europe, record de france, médaille d'argent, médaille de bronze, dopé*, contrôle antidopage, agence
        antidopage, ligament*, ischio-jambiers, golf, golfeuse*, ligaments croisés, l'om, l'ol, vtt, sélectionnée en
        équipe, ski""",
        """
        match*, victoire*, défaite*, battu*, bat, équipe*, joueur*, joueuse*, ligue, saison*, coupe, finale*, but,
        buts, titre*, champion*, club*, tournoi*, course*, bless*, supporter*, stade*, tour, contrat, transfert*,
        record*, qualif*, score, rencontre*, gagn*, remport*, battre, bats, domin*, écras*, s'impose, imposé*,
        vainqueur*, vaincu*, perd, perdu*, élimin*, points, point, finaliste*, compétition*, épreuve*, manche*, tours,
        duel*, derby, choc, affiche, terrain, pelouse, piste*, salle, ballon*, balle*, maillot*, joue, jouer, jeu,
        jeux, entraîn*, sélectionn*, vétéran, sacre*, sacré*, couronn*, lauréat, numéro un, mondial, europe, or,
        argent, bronze, courir, saut, chrono, secondes, minute*, coach, étape*, pilote*, capitaine, prolongation*,
        set, sets, classement, sélection, défenseur*, remplaçant*, échecs, forfait, tribunes""",
    ),
    "culture": (
        """
        festival de cannes, palme d'or, prix goncourt, césars, box-office, avant-première, exposition*, nouvel album,
        prix littéraire, rentrée littéraire, molières, festival d'avignon, salon du livre, eurovision, victoires de la
        musique""",
        """
        film*, cinéma*, acteur*, actrice*, réalisateur*, réalisatrice*, oscar*, césar*, festival*, hollywood*,
        netflix, disney*, série télé, séries, saison 2, album*, chanteur*, chanteuse*, chanson*, rappeur*, concert,
        concerts, musicien*, musique*, musical*, orchestre*, opéra, opéras, ballet*, théâtre*, comédien*, roman,
        romans, romanci*, écrivain*, auteur de, poète*, littér*, goncourt, prix nobel de littérature, librair*,
        musée*, galerie*, peintre*, peinture*, sculpt*, artiste*, photographe*, styliste*, couturi*, tapis rouge,
        téléréalité, star academy, danse*, humoriste*, culture*, patrimoine, bande dessinée, bd, metteur en scène,
        long-métrage*, court-métrage*, documentaire*, comédie musicale, film d'animation, dessin animé, dessins
        animés, bédé, album de bd, astérix, tintin, angoulême, scénario*, scénariste*, tournage*, premier rôle, second
        rôle, salle obscure, salles obscures, cinéphile*, cannois, croisette, mostra, berlinale, deauville, ours d'or,
        lion d'or, emmy*, grammy*, golden globes, bafta, feuilleton, telenovela, saison 3, dernière saison, plateforme
        de streaming, canal+, france télévisions, tf1, m6, audiovisuel*, radio france, podcast*, talk-show, jeu
        télévisé, candidats de, koh-lanta, danse avec les stars, the voice, one-man-show, stand-up, sketch*,
        théâtral*, comédie-française, pièce de théâtre, shakespeare, dramaturge*, tragédie de, opéra de paris,
        opérette*, lyrique, soprano, ténor, baryton, chef d'orchestre, cheffe d'orchestre, philharmon*, symphoni*,
        concerto*, pianiste*, piano, violon*, compositeur*, compositrice*, chorale*, chœur*, jazz*, électro, dj,
        variété française, paroles, mélodie*, francofolies, vieilles charrues, hellfest, rock en seine, fête de la
        musique, tournée d'adieu, zénith, parolier*, chorégraph*, étoile de l'opéra, clown*, marionnette*, auteure*,
        autrice*, essayiste*, recueil*, poème*, poésie*, autobiograph*, mémoires, manuscrit*, maison d'édition,
        gallimard, best-seller*, bibliothèque*, bibliothécaire*, prix renaudot, prix médicis, femina, académie
        française, dictionnaire, petit robert, larousse, langue française, patois, francophonie, louvre, orsay,
        pompidou, centre pompidou, grand palais, galeriste*, collectionneur*, conservateur de musée, commissaire
        d'exposition, rétrospective*, vernissage, beaux-arts, art contemporain, art moderne, street art, fresque*,
        graffeur*, autoportrait, aquarelle*, gravure*, céramique*, tapisserie*, vitrail, vitraux, statue*,
        impressionnis*, surréalis*, cubis*, monet, van gogh, matisse, rodin, cézanne, biennale*, sotheby's,
        christie's, drouot, restitution d'œuvres, patrimoine mondial, unesco, notre-dame de paris, journées du
        patrimoine, architect*, urbaniste, pritzker, haute couture, fashion week, mannequin*, chanel, dior, vuitton,
        miss france, carnaval*, folklor*, gastronomie patrimoine, célébrités, famille royale, prince william, roi
        charles, couronnement, comédies, biographie, cirque, guitare, guitariste, rock, manga, mangas""",
        """
        star, stars, livre*, art*, scène, tournée, fans, série*, rôle*, spectacle*, public, prix, palme, mise en
        scène, princesse*, roi, mariage, émission*, joue*, œuvre*, télévision*, mode, people, scènes, rideau, décor*,
        costume*, chante*, chant, voix, titre, titres, sort, sortie, succès, culte, icône, hommage*, mythique*,
        célèbre*, légendaire, créat*, collection*, photo*, image*, récit*, histoire, personnage*, héros, héroïne*,
        page*, écrit*, écrire, lire, lu, mots, langue*, siècle, ancien*, restaur*, rénov*, rouvre*, inaugur*,
        visiteur*, spectateur*, affiche, récompens*, primé*, jury, nommé*, nomination*, single, clip, château*,
        lecture*, lecteur*, tableau*, toile*, dessin*, portrait*, comédie, monument*, cathédrale*, enchères, défilé*,
        bijou*, légende*, épisode*, rap, éditeur*, humour""",
    ),
    "crime and courts": (
        """
        mis en examen, mise en examen, garde à vue, procès, cour d'assises, interpellé*, tentative de meurtre,
        assassinat*, meurtre*, homicide*, féminicide*, blanchiment, narcotrafic*, trafic de stupéfiants, détention
        provisoire, prison ferme, prison avec sursis, réclusion criminelle, relaxé*, acquitté*, viol, viols, agression
        sexuelle, agressions sexuelles, coups de couteau, règlement de comptes, perquisition*, braquage*, tribunal
        correctionnel""",
        """
        police, policier*, gendarme*, arrest*, interpell*, meurtri*, assassin*, suspect*, braqu*, cambriol*, vol à,
        volé*, poignard*, fusillade*, coups de feu, tireur*, enlèvement*, séquestr*, violeur*, violé*, agression*,
        agressé*, abus sexuel*, pédocrimin*, pédophil*, escroc*, fraude*, corruption, trafic de drogue, narcotrafi*,
        trafiquant*, mafia, prison*, détenu*, incarcér*, réclusion, condamn*, acquitt*, accusé, procureur*, parquet,
        tribunal*, tribunaux, cour d'appel, cour de cassation, cour suprême, juge, juges, jury, avocat*, plainte*,
        porte plainte, verdict*, peine de, crime*, criminel*, criminalité, enquête judiciaire, enquêteur*, disparition
        de, police judiciaire, justice, fait divers, faits divers, extrad*, écroué*, placé en détention, en détention,
        surveillance pénitentiaire, maison d'arrêt, cellule de prison, bracelet électronique, peine de mort,
        perpétuité, dommages et intérêts, partie civile, parties civiles, plaignant*, plaidoir*, réquisitoire,
        réquisitions, requis contre, comparu*, à la barre, box des accusés, aveux, avoué, avoue, nie les faits,
        relaxe, non-lieu, pourvoi, cassation, appel du parquet, parquet national, pnf, pnat, magistrat*, juge
        d'instruction, juges d'instruction, information judiciaire, enquête préliminaire, enquête ouverte, ministère
        public, bâtonnier, garde des sceaux procès, cedh, cour européenne, cour pénale internationale, cpi, mandat
        d'arrêt, interpol, europol, tueur*, tueuse*, tueur en série, étrangl*, égorgé*, démembr*, tué par balle, tué
        par balles, par balles, tirs à marseille, kalachnikov, arme à feu, armes à feu, arme blanche, rixe*, bagarre
        mortelle, passage à tabac, tabassé*, roué de coups, violences aggravées, violences policières, violences
        sexuelles, pédopornograph*, inceste*, abus sexuels, attouchement*, agresseur*, harcèlement*, harceleu*,
        menaces de mort, chantage, extorsion, rançon, enlevé*, rapt, kidnapping*, ravisseur*, disparue*, avis de
        recherche, appel à témoins, cold case, autopsie*, corps retrouvé, corps sans vie, corps démembré, police
        scientifique, empreintes, brigade criminelle, bri, gign, crs, commissariat*, douaniers saisissent, saisie de
        drogue, cocaïne, résine de cannabis, stupéfiants, dealer*, point de deal, points de deal, dz mafia, cartel*,
        bande organisée, grand banditisme, malfaiteur*, malfrat*, voleur*, dérob*, larcin*, pickpocket*, home-jacking,
        car-jacking, butin, recel, contrefa*, faux billets, faux médecin, faux policier*, usurpat*, escroquerie*,
        escroqué*, arnaque*, détournement de fonds, détourné*, abus de confiance, abus de biens sociaux, prise
        illégale d'intérêts, trafic d'influence, pot-de-vin, pots-de-vin, corrompu*, favoritisme, délit d'initié,
        association de malfaiteurs, incendie criminel, incendiaire*, pyromane*, vandalis*, délit de fuite, refus
        d'obtempérer, conduite en état d'ivresse, chauffard*, espion*, diffamation, injures, haine raciale,
        négationnis*, maltraitance*, cruauté, judiciaire*, gang, gangs, vol à main armée, vol de bijoux, vols de,
        évadé, évadés""",
        """
        enquête*, victime*, tué*, mort*, corps, accus*, affaire, violence*, arme*, drogue*, appel, loi, soupçon*,
        jugé*, témoin*, coupable*, innocent*, présumé*, juge*, juré*, peine*, sanction*, faits, poursui*, défense,
        témoignage*, preuve*, scène, tuer, décès, blessé*, balle, balles, couteau*, coups, frapp*, menac*, violent*,
        agress*, fuite, fugitif*, recherché*, retrouvé*, disparu*, saisi*, kilos, tonne*, illég*, clandestin*, faux,
        fausse*, mensonge*, argent, bijoux, femme, mari, compagn*, épouse, fille, garçon, ado*, jeune*, mineur*,
        voisin*, conducteur, chauffeur, sursis, évasion, abattu*, émeute*, bijouterie""",
    ),
    "society": (
        """
        baccalauréat, parcoursup, natalité, congé parental, congé paternité, mariage pour tous, logement social,
        logements sociaux, harcèlement scolaire, laïcité, banque alimentaire, banques alimentaires, restos du cœur,
        crise du logement, égalité salariale, droits humains, droits des femmes""",
        """
        école*, écoli*, collège*, lycée*, élève*, enseign*, professeur des écoles, étudiant*, éducation*, crèche*,
        parents, parental*, famille*, immigr*, migrant*, migratoire*, asile, sans-abri, sans-papiers, mal-logement,
        locataire*, précarité, racis*, discriminat*, droits de l'homme, égalité femmes-hommes, lgbt*, homosexu*,
        transgenre*, féminis*, église*, pape, vatican, évêque*, catholi*, musulman*, mosquée*, islam, juif*, juive*,
        antisémit*, religi*, chrétien*, ramadan, noël, naissances, population, démograph*, divorce*, bénévol*,
        handicap*, adolescent*, jeunes, manifestation*, manifestant*, société, sociét* française, fin de vie,
        retraités, violences conjugales, maternelle*, collégien*, rentrée scolaire, vacances scolaires, cantine*,
        instituteur*, institutrice*, professeur*, pénurie d'enseignants, salle de classe, brevet des collèges, épreuve
        de philo, uniforme à l'école, téléphone à l'école, illettrisme, école privée, enseignement privé, stanislas,
        universitaire, frais d'inscription, bourses étudiantes, crous, logement étudiant, apprenti*, éducation
        nationale, petite enfance, assistante maternelle, assistantes maternelles, garde d'enfants, baby-sitt*,
        allocations familiales, caf, rsa, aide sociale, travailleur social, travailleurs sociaux, protection de
        l'enfance, enfance maltraitée, enfants placés, monoparental*, mère célibataire, grands-parents, grand-mère*,
        grand-père*, fratrie, jumeaux, adoption, mariés, pacs, célibat*, personnes âgées, aînés, vieillissement,
        vieillesse, génération z, jeunesse, quartiers populaires, banlieue*, mixité sociale, ruralité, voisinage, fête
        des voisins, vivre ensemble, lien social, associatif*, maraude*, soupe populaire, épicerie solidaire, sdf,
        hébergement d'urgence, loyer*, encadrement des loyers, colocation*, squat*, bidonville*, pauvre*, précaire*,
        smicard*, classes populaires, classe moyenne, inégal*, ascenseur social, exilé*, traversée de la manche, small
        boats, ocean viking, centre de rétention, oqtf, titre de séjour, régularis*, naturalis*, nationalité, double
        nationalité, regroupement familial, mineurs isolés, réfugié*, roms, gens du voyage, antiracis*, xénophob*,
        islamophob*, esclavage, colonisation, mémoire de l'esclavage, prêtre*, paroisse*, diocèse*, cardinaux,
        conclave, fidèles, catéchisme, baptême*, communion, pèlerin*, lourdes, monastère*, abbaye, couvent*,
        protestant*, évangélique*, orthodoxe*, imam*, abaya, foulard, burkini, synagogue*, rabbin*, bouddhis*,
        hindou*, aïd, pâques, hanouka, jeûne, parité, sexisme, sexiste*, #metoo, metoo, violences faites aux femmes,
        droit à l'avortement, marche des fiertés, lesbien*, transidentit*, homophob*, gpa, écriture inclusive,
        fauteuil roulant, accessibilité, sourds, malvoyant*, langue des signes, aidant*, dignité, funérailles,
        obsèques, cimetière*, deuil, toussaint, prénom*, nom de famille, gilets jaunes, marche blanche, sit-in,
        hommage national, service civique, snu, scouts, colonie de vacances, colonies de vacances, secte, sectes,
        orphelinat*, orphelins, curés, solitude, messe, messes, moine, moines, manif, manifs, gay, gays, demandeurs
        d'asile""",
        """
        enfant*, femme*, homme*, jeune*, gens, vie, logement*, social*, droits, foi, université*, mère*, père*,
        génération*, associat*, quotidien, riverain*, classe, cours, apprendre, diplôm*, examen*, parent, fils,
        fille*, garçon*, frère*, sœur*, bébé*, couple, amour, amis, amitié, maison*, appartement*, quartier*, ville,
        villages, commune, habit*, vivre, aide, aider, soutien, solidaire*, accueil*, arriv*, origine*, étranger*,
        pays, papiers, communauté*, croyan*, prière*, prier, dieu, sacré, saint*, riches, minorité*, égal*, libert*,
        respect, âge, vieux, aîné*, retraite, population*, français*, sondage, expulsion*, foyer*, mobilisation,
        pétition*, voile, profs, voisins, ados, mariage*, couples, solidarité""",
    ),
}
