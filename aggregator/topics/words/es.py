"""Spanish."""

ES: dict[str, tuple[str, str]] = {
    "nothing": (
        """
        clima de, clima político, clima laboral, guerra comercial, guerra de precios, guerra de las galaxias,
        guerra sucia, star wars, cosecha de manzanas, corte de pelo, corte de luz, cortes de luz,
        salud de la economía, en buena salud, en el marco de, partido de gobierno, copa de vino""",
        "",
    ),
    "politics": (
        """
        eleccion*, electoral*, elector*, votante*, comicios, urnas, diputad*, senado, senador*,
        congreso de los diputados, congreso, parlament*, presidente del gobierno, primer ministro,
        primera ministra, ministr*, moncloa, coalición, oposición, referéndum, moción de censura, investidura,
        legislatura, casa blanca, casa rosada, psoe, pp, junts, erc, pnv, bildu, morena, extrema derecha,
        ultraderecha*, polític*, diplomátic*, embajad*, cumbre, sanciones, comisión europea, parlamento europeo,
        consejo de ministros, canciller*, kremlin, demócrata*, republicano*, populis*, golpe de estado,
        constitucional*, proyecto de ley, ayuntamiento, alcald*, concejal*, gobernador*, campaña electoral,
        candidat*, amnistía, independentis*, estatuto, autonómicas, socialistas, mayoría absoluta, moción""",
        """
        presidente*, partido, partidos, ley, leyes, reforma*, voto*, votación, votar, campaña, derecha, debate*,
        negociacion*, líder*, dimisión, dimite, renuncia, estado, acuerdo, bruselas, pacto*, ejecutivo,
        presupuesto*, mayoría, izquierda, gobierno, gobiernos""",
    ),
    "economy": (
        """
        econom*, inflación, ipc, tipos de interés, tasa de interés, tasas de interés, bce, banco central,
        reserva federal, bolsa, ibex*, wall street, accionista*, dividendo*, beneficio neto,
        resultados trimestrales, facturación, quiebra*, concurso de acreedores, opa, fusión, recesión, pib,
        desempleo, paro, despidos, ere, salario*, salario mínimo, sindicato*, huelga*, exporta*, importación,
        importacion*, importador*, arancel*, petróleo, precio del petróleo, precio de la luz, supermercado*,
        vivienda nueva, hipoteca*, inmobiliari*, impuesto*, fiscal*, deuda pública, déficit*, banco, bancos,
        banca, bancari*, aseguradora*, fabricante*, industria*, empresa*, empresari*, pymes, inversor*,
        inversion*, mercados, bitcoin, criptomoneda*, eurozona, autónomos, fmi, peso frente al dólar, cotización,
        poder adquisitivo, guerra comercial, guerra de precios, salud de la economía, vivienda,
        precio de la vivienda, cosecha, compraventa*""",
        """
        mercado*, precio, precios, sube, suben, baja, bajan, millones, euros, dólar*, coste*, costo*, comercio,
        cliente*, venta*, producción, fábrica*, empleo*, crecimiento, compañía*, energía, dinero, finanz*,
        presupuesto*, crédito*, pensiones, agricult*, consum*, trabajador*, abarata, encarece, acciones""",
    ),
    "war and conflict": (
        """
        guerra, guerras, ataque aéreo, ataques aéreos, bombarde*, misil*, dron, drones, artillería, alto el fuego,
        alto al fuego, cese al fuego, tregua, soldado*, tropas, ejército*, militar*, otan, ofensiva*,
        contraofensiva, invasión, frente de batalla, tanques, cazas, buque de guerra, armamento*, armas nucleares,
        munición*, terroris*, yihadis*, estado islámico, hamás, hamas, hezbolá, hutíes, talibán*, franja de gaza,
        gaza, cisjordania, rehen*, rehén, negociaciones de paz, acuerdo de paz, crímenes de guerra, genocidio,
        milicia*, rebelde*, guerriller*, guerrilla, farc, eln, cascos azules, ministerio de defensa,
        ministro de defensa, ministra de defensa, fuerzas armadas, guerra civil, embargo de armas, combates""",
        """
        ataque*, muertos, mata, mueren, conflicto*, ucrani*, israel*, palestin*, rusia, ruso*, rusa*, irán,
        iraní*, paz, explosion*, frontera*, refugiad*, civiles, defensa, kiev, líbano, bomba*, armas""",
    ),
    "science": (
        """
        científic*, investigadores, astrónom*, astronauta*, espacial*, nasa, esa, telescopio*, galaxia*,
        agujero negro, agujeros negros, exoplaneta*, asteroide*, cometa*, meteorito*, eclipse*, físico teórico,
        física cuántica, cuántic*, partículas, químico*, biólog*, biología, genétic*, genoma*, adn, fósil,
        fósiles, dinosaurio*, paleont*, arqueólog*, arqueolog*, neandertal*, evolución humana, neurocien*,
        microbio*, laboratorio*, geólog*, matemátic*, nobel de física, nobel de química, prehistór*, csic,
        yacimiento*, radiotelescopio*, atapuerca, delfines, señal del universo""",
        """
        estudio*, investigación, descubr*, hallan, hallazgo*, especie*, luna, marte, espacio, universo, satélite*,
        antigu*, cerebro, profesor*, ciencia*, planeta*, cohete*, teoría, experiment*, diente, señal""",
    ),
    "health": (
        """
        salud, hospital*, médic*, cirujan*, cirugía*, enfermer*, sanitari*, sanidad, paciente*, enfermedad*,
        cáncer*, tumor*, vacun*, virus, epidemia*, sarampión, gripe*, malaria, ébola, cólera, sida, vih,
        alzheimer, diabetes, obesidad, infarto*, ictus, hipertensión, colesterol, antibiótico*, medicamento*,
        fármaco*, terapia*, diagnóstico*, síntoma*, depresión, salud mental, embarazo*, aborto*, infección*,
        infeccion*, contagio*, gripe aviar, trasplante*, nutrición, nutricionista*, vitamina*, tabaco, tabaquismo,
        vapeo, sobredosis, farmac*, urgencias, oms, alergia*, dengue, psiquiatr*, atención primaria, pediatra*,
        tosferina, brote de, análisis de sangre, vacunar""",
        """
        tratamiento*, riesgo*, ensayo*, cuerpo, corazón, sangre, sueño, dolor*, alimenta*, dieta*, dosis,
        fallecid*, clínic*, ejercicio, cuidad*, colegios, covid*, coronavirus, pandemia*""",
    ),
    "climate": (
        """
        cambio climático, crisis climática, calentamiento global, climátic*, gases de efecto invernadero,
        efecto invernadero, co2, emisiones, energías renovables, renovables, energía solar, energía eólica,
        parque eólico, parques eólicos, placas solares, transición ecológica, transición energética,
        combustibles fósiles, cop27, cop28, cop29, cop30, medio ambiente, medioambient*, ambiental*, ecolog*,
        biodiversidad, deforestación, glaciar*, nivel del mar, ola de calor, olas de calor, sequía*,
        incendio forestal, incendios forestales, inundacion*, dana, contamina*, plástico*, reciclaje, ecosistema*,
        greenpeace, metano, especies amenazadas, peligro de extinción, extinción, aemet, el niño, ártico,
        deshielo, hielo, granizo""",
        """
        clima, calor, tormenta*, huracán*, temperatura*, lluvia*, bosque*, océano*, mar, río*, naturaleza,
        animales, especies, agua, carbono, solar*, carbón, nuclear*, verde*, sostenib*, incendio*, fuego, temporal""",
    ),
    "technology": (
        """
        tecnolog*, tecnológic*, smartphone*, iphone*, ipad*, android, google, microsoft, openai, chatgpt,
        chatbot*, nvidia, samsung, facebook, instagram, whatsapp, tiktok, youtube, software, app, apps,
        aplicación móvil, inteligencia artificial, ia, algoritmo*, semiconductor*, ordenador*, computador*,
        informátic*, ciber*, hacker*, hackeo*, piratas informáticos, ransomware, phishing, filtración de datos,
        protección de datos, internet, fibra óptica, 5g, robot*, coche autónomo, coches autónomos,
        realidad virtual, reloj inteligente, centro de datos, centros de datos, nube, linux, windows, navegador*,
        buscador*, redes sociales, red social, startup*, silicon valley, videojuego*, playstation*, xbox*,
        nintendo*, procesador*, blockchain, digitales, deepfake*, teléfono móvil, móvil plegable, contraseña*,
        tiendas de aplicaciones, aplicaciones, sistema operativo""",
        """
        apple, digital*, en línea, online, usuario*, dispositivo*, pantalla*, datos, web, plataforma*, tableta*,
        batería*, eléctric*, innova*, patente*, móvil*, teléfono*, chip*, herramienta*, aplicacion*""",
    ),
    "sport": (
        """
        fútbol*, futbolista*, laliga, la liga, liga de campeones, champions league, champions, europa league,
        premier league, mundial de, mundial de clubes, eurocopa, copa américa, copa libertadores, copa del rey,
        fifa, uefa, delantero*, portero*, centrocampista*, defensa central, entrenador*, seleccionador*,
        selección española, selección argentina, penalti*, penal*, semifinal*, cuartos de final, octavos de final,
        fichaje*, ficha por, real madrid, fc barcelona, barça, atlético de madrid, boca juniors, river plate, gol,
        goles, golead*, tenis*, wimbledon, roland garros, grand slam, baloncesto*, nba, nfl, béisbol*, beisbol*,
        balonmano*, voleibol*, ciclis*, tour de francia, vuelta a españa, fórmula 1, gran premio, motogp,
        atletismo, atleta*, maratón*, natación, nadador*, gimnast*, boxeo, boxeador*, juegos olímpicos, olímpic*,
        paralímpic*, medalla*, medallista*, árbitro*, dopaje, deporte*, deportiv*, deportista*, campeonato*,
        campeón del mundo, balón de oro, descenso a segunda""",
        """
        partido*, victoria*, derrota*, gana, ganó, vence, venció, equipo*, jugador*, liga, temporada*, copa*,
        final, título*, campeón*, campeona*, club*, torneo*, carrera*, lesión*, lesion*, aficionad*, afición,
        estadio*, ronda, contrato, récord*, clasific*, marcador, selección""",
    ),
    "culture": (
        """
        película*, cine, cineasta*, actor*, actriz*, director de cine, oscar, óscar*, goya, premios goya,
        festival*, hollywood*, netflix, disney*, serie de televisión, telenovela*, disco, álbum*, cantante*,
        canción*, canciones, rapero*, concierto*, músico*, música*, musical*, orquesta*, ópera, óperas, ballet*,
        teatr*, novela*, novelista*, escritor*, autor de, autora de, poeta*, poesía, literari*, literatura,
        premio cervantes, nobel de literatura, librería*, editorial*, museo*, galería*, exposición*, exposicion*,
        pintor*, pintura*, escultor*, escultura*, artista*, fotógraf*, moda, diseñador*, alfombra roja, famos*,
        reality, gran hermano, operación triunfo, bailarin*, humorista*, eurovisión, cultur*, patrimonio, cómic*,
        televisión, feria del libro, flamenco, bailaor*""",
        """
        estrella*, libro*, obra*, escenario*, gira, fans, estreno*, estrena*, serie*, papel, espectáculo*,
        público, premio*, capítulo*, boda*, rey, reina, programa, cuadro*, tradicion*, serie, premios, arte""",
    ),
    "crime and courts": (
        """
        policía*, policial*, guardia civil, mossos, deten*, detien*, arrest*, asesin*, homicid*, feminicid*,
        sospechos*, robo*, robar, robó, ladron*, atraco*, apuñal*, tiroteo*, disparos, secuestr*, violación,
        violador*, agresión sexual, agresiones sexuales, abusos sexuales, abuso sexual, pederast*, estafa*,
        estafador*, fraude*, corrupción, corrupto*, blanqueo*, narcotráfic*, narcotrafic*, narco*, cártel*,
        cartel de, mafia, cárcel*, prisión*, preso*, recluso*, condena*, condenad*, absuel*, imputad*, acusado*,
        fiscalía*, fiscal general, juicio*, tribunal*, audiencia nacional, audiencia provincial, tribunal supremo,
        corte suprema, suprema corte, juzgad*, juez*, jueces, jueza*, jurado, abogad*, querella*,
        demanda judicial, veredicto, crimen*, criminal*, crímenes, delito*, delincuen*, desaparición de,
        registro judicial, sentencia*, extradi*, justicia, ucO, sicario*""",
        """
        investiga*, víctima*, muert*, mata*, acusa*, caso, violencia*, cuchillo, arma, armas, droga*, ilegal*,
        denuncia*, ley, cadáver*, cuerpo, testigo*, banda*""",
    ),
    "society": (
        """
        escuela*, colegio*, instituto público, alumn*, docente*, maestr*, profesores, estudiante*, educación,
        educativ*, selectividad, guardería*, padres, familia*, inmigra*, migrante*, migratori*, migración,
        refugiados, asilo, deportación*, deportacion*, sin techo, sin hogar, vivienda*, alquiler*, inquilin*,
        desahucio*, pobreza, desigualdad*, racis*, discriminac*, derechos humanos, igualdad, lgtb*, homosexual*,
        transexual*, feminis*, machis*, iglesia*, vaticano, obispo*, católic*, musulm*, mezquita*, islam, judí*,
        antisemit*, religio*, cristian*, ramadán, navidad*, natalidad, población, demográf*, divorcio*,
        voluntari*, discapac*, adolescente*, jóvenes, manifestación*, manifestacion*, manifestante*, vecinos,
        sociedad, social*, jubilad*, indígena*, semana santa, hogares, pueblo, convivencia, soledad, matrimonios""",
        """
        niño, niños, niña, niñas, hij*, mujer*, hombre*, joven*, juventud, gente, vida, barrio*, vecin*, derechos,
        fe, universidad*, madre*, padre*, mayores, generación*, asociacion*, personas, protest*, casa, compañía,
        trans, papa""",
    ),
}
