"""Spanish."""

ES: dict[str, tuple[str, str, str]] = {
    "nothing": (
        "",
        """
        clima de, clima político, clima laboral, guerra comercial, guerra de precios, guerra de las galaxias, guerra
        sucia, star wars, cosecha de manzanas, corte de pelo, corte de luz, cortes de luz, salud de la economía, en
        buena salud, en el marco de, partido de gobierno, copa de vino, carrera contrarreloj, luz verde, tarjeta
        verde, cuenta atrás, guerra de cifras, bajo fuego, caldo de cultivo""",
        "",
    ),
    "politics": (
        """
        elecciones generales, elecciones presidenciales, elecciones municipales, elecciones autonómicas, elecciones
        legislativas, moción de censura, segunda vuelta, primera vuelta, referéndum, investidura, debate de
        investidura, campaña electoral""",
        """
        eleccion*, elector*, votante*, comicios, urnas, diputad*, senado, senador*, congreso de los diputados,
        congreso, parlament*, presidente del gobierno, primer ministro, primera ministra, ministr*, moncloa,
        coalición, oposición, legislatura, casa blanca, casa rosada, psoe, pp, junts, erc, pnv, bildu, morena, extrema
        derecha, ultraderecha*, polític*, diplomátic*, embajad*, cumbre, sanciones, comisión europea, parlamento
        europeo, consejo de ministros, canciller*, kremlin, demócrata*, republicano*, populis*, golpe de estado,
        constitucional*, proyecto de ley, ayuntamiento, alcald*, concejal*, gobernador*, candidat*, amnistía,
        independentis*, estatuto, autonómicas, socialistas, mayoría absoluta, moción, colegio electoral, voto en
        blanco, escrutinio, abstención, papeleta*, intención de voto, encuesta electoral, escaño*, bancada*, grupo
        parlamentario, portavoz del gobierno, portavoz parlamentari*, vicepresidente*, vicepresidenta, mandatario*,
        jefe de estado, jefe de gobierno, gabinete, consejería, generalitat, junta de andalucía, xunta, lehendakari,
        diputación, cabildo, pleno municipal, pleno del congreso, cortes generales, comisión de investigación,
        enmienda*, decreto ley, real decreto, decreto, reforma constitucional, constitución, asamblea constituyente,
        asamblea nacional, cámara baja, cámara alta, cámara de diputados, partido popular, partido socialista, vox,
        izquierda unida, bng, esquerra, kirchnerismo, peronis*, chavis*, oficialis*, opositor*, correísmo, uribismo,
        pri, pan y prd, bolivarian*, casa de nariño, palacio de la moneda, miraflores, los pinos, relaciones
        diplomáticas, relaciones exteriores, exteriores, visita de estado, cumbre de la ue, unión europea,
        eurodiputad*, eurocámara, consejo europeo, onu, naciones unidas, consejo de seguridad, asamblea general,
        tratado, tratados, dictador*, dictadura, autoritari*, régimen, exilio político, preso político, presos
        políticos, junta militar, golpista*, estado de excepción, juramento del cargo, toma posesión, jura el cargo,
        destitución, destituid*, juicio político, impeachment, cese del ministro, crisis de gobierno, remodelación del
        gobierno, gobierno en funciones, gobierno de coalición, gobierno central, gobiernos regionales, transfuguis*,
        tránsfuga, militancia, congreso del partido, lista electoral, independencia de cataluña, soberanis*, lobby,
        financiación autonómica, gobernabilidad, legislativo, legislador*, senaduría, intendente, intendencia,
        nacionalista*, candidato presidencial, candidata presidencial""",
        """
        presidente*, partido, partidos, ley, leyes, reforma*, voto*, votación, votar, campaña, derecha, debate*,
        negociacion*, líder*, dimisión, dimite, renuncia, estado, acuerdo, bruselas, pacto*, ejecutivo, presupuesto*,
        mayoría, izquierda, gobierno, gobiernos, vota, votan, votó, aprueba, aprobó, aprobad*, rechaza, rechazó,
        propone, propuesta*, firma, firmó, anuncia, medida*, ministerio, cargo, mandato, poder, lidera, alianza*,
        socio*, rival*, oficial, regional*, municipal*, electo, electa, izquierdas, derechas, conservador*, liberal*,
        socialista*, comunista*, aliados, sanción, visita, moscú, washington, pekín, berlín, primarias, presidenta""",
    ),
    "economy": (
        """
        inflación, tipos de interés, tasas de interés, paro, desempleo, pib, recesión, aranceles, banco central, ibex,
        quiebra, concurso de acreedores, despido colectivo, beneficio neto, resultados trimestrales, salario mínimo,
        guerra comercial, precio del petróleo, crecimiento económico, salida a bolsa""",
        """
        econom*, ipc, tasa de interés, bce, reserva federal, bolsa, ibex*, wall street, accionista*, dividendo*,
        facturación, quiebra*, opa, fusión, despidos, ere, salario*, sindicato*, huelga*, exporta*, importación,
        importacion*, importador*, arancel*, petróleo, precio de la luz, supermercado*, vivienda nueva, hipoteca*,
        inmobiliari*, impuesto*, fiscal*, deuda pública, déficit*, banco, bancos, banca, bancari*, aseguradora*,
        fabricante*, industria*, empresa*, pymes, inversor*, inversion*, mercados, bitcoin, criptomoneda*, eurozona,
        autónomos, fmi, peso frente al dólar, cotización, poder adquisitivo, guerra de precios, salud de la economía,
        vivienda, precio de la vivienda, cosecha, compraventa*, pérdidas millonarias, facturó, ganancias, parqué,
        renta variable, bonos, prima de riesgo, rating, calificación crediticia, euríbor, crédito hipotecario, ahorro,
        ahorradores, fondo de inversión, fondos buitre, capital riesgo, fusiones, adquisición, compra el, vende su
        participación, accionariado, consejo de administración, consejero delegado, ceo, directivo*, patronal, ceoe,
        emprendedor*, start-up, pyme, contrataciones, contratos indefinidos, empleo juvenil, afiliación, afiliados a
        la seguridad social, seguridad social, cotizaciones, jornada laboral, reducción de jornada, convenio
        colectivo, negociación colectiva, comisiones obreras, ccoo, ugt, paros, trabajadores en huelga, mano de obra,
        nómina*, sueldo*, subida salarial, brecha salarial, poder de compra, cesta de la compra, precios de los
        alimentos, carestía, canasta básica, encarecimiento, costo de vida, coste de la vida, factura de la luz, luz
        más cara, gasolina, diésel, carburantes, gas natural, gasoducto, barril, crudo, opep, refinería*, repsol,
        pemex, ypf, iberdrola, endesa, naturgy, eléctricas, minería, litio, materias primas, soja, cacao, aceite de
        oliva, aceituna*, naranjas, cítricos, ganader*, agroexport*, pesca cuota, bodegas, vendimia, turistas,
        hoteler*, hostelería, restauración sector, aerolínea*, iberia, vueling, aena, seat, volkswagen, automoción,
        coches vendidos, matriculaciones, siderúrgica, acero, fábrica cierra, cierre de la planta, deslocaliz*, cadena
        de suministro, logística, contenedores, balanza comercial, superávit, libre comercio, mercosur, t-mec, banco
        mundial, ocde, cepal, devaluación, devalúa, tipo de cambio, reservas del banco central, riesgo país,
        recaudación, hacienda, agencia tributaria, iva, irpf, impuesto de sociedades, fraude fiscal, evasión fiscal,
        paraíso fiscal, paraísos fiscales, gasto público, recortes, austeridad, presupuestos generales, rebaja fiscal,
        bbva, caixabank, sabadell, bankinter, telefónica resultados, inditex, zara, mercadona, carrefour, el corte
        inglés, comercio minorista, minorista*, rebajas, consumidores, constructora*, precio de los pisos, competencia
        multa, cnmc, cártel de empresas, monopolio""",
        """
        mercado*, precio, precios, sube, suben, baja, bajan, millones, euros, dólar*, coste*, costo*, comercio,
        cliente*, venta*, producción, fábrica*, empleo*, crecimiento, compañía*, energía, dinero, finanz*,
        presupuesto*, crédito*, pensiones, agricult*, consum*, trabajador*, abarata, encarece, acciones, gana, ganan,
        pierde, pierden, cae, caen, aument*, alza, subida, bajada, récord, miles, euro, millón, por ciento, pagar,
        paga, pagan, cobran, cuesta, caro, cara, barat*, vender, vende, compra*, negocio*, sector*, oferta, demanda,
        planta, plantas, producto*, campo, trabajo, trabajan, laboral*, obrer*, puerto, barco*, avión, avione*, tren,
        trenes, coche*, carne, leche, pan, aceite, oro, luz, gas, cuenta*, bono, deuda*, bolsas, maíz, trigo, cobre,
        pisos, turismo, combustible*, préstamo*""",
    ),
    "war and conflict": (
        """
        alto el fuego, ataque aéreo, ataques aéreos, ataque con drones, coche bomba, atentado suicida, guerra civil,
        crímenes de guerra, intercambio de prisioneros, negociaciones de paz, acuerdo de paz, primera línea,
        contraofensiva, bombardeos, bombardeo, rehenes, misiles""",
        """
        guerra, guerras, bombarde*, misil*, dron, drones, artillería, alto al fuego, cese al fuego, tregua, soldado*,
        tropas, ejército*, militar*, otan, ofensiva*, invasión, frente de batalla, tanques, cazas, buque de guerra,
        armamento*, armas nucleares, munición*, terroris*, yihadis*, estado islámico, hamás, hamas, hezbolá, hutíes,
        talibán*, franja de gaza, gaza, cisjordania, rehen*, rehén, genocidio, milicia*, rebelde*, guerriller*, farc,
        eln, cascos azules, ministerio de defensa, ministro de defensa, ministra de defensa, fuerzas armadas, embargo
        de armas, combates, artillero*, batallón, batallones, brigada militar, infantería, marines, fuerza aérea,
        submarino nuclear, portaaviones, fragata, blindados, mortero*, mina antipersona, minas antipersona, desminado,
        defensa aérea, defensas antiaéreas, sirenas antiaéreas, refugio antiaéreo, movilización general, servicio
        militar, reservista*, reclut*, cuartel, cuarteles, general ruso, comandante*, coronel, almirante,
        paramilitar*, mercenario*, wagner, insurgente*, insurrección, rebelión, guerrilla*, disidencias, al qaeda,
        boko haram, al shabab, atentado*, kamikaze, yihad, masacre*, fosa común, fosas comunes, limpieza étnica,
        corredor humanitario, ayuda humanitaria, convoy, asedio, sitiad*, bloqueo naval, anexión, territorios
        ocupados, colonos, altos del golán, rafah, jan yunis, donbás, donetsk, lugansk, jersón, járkov, zaporiyia,
        crimea, kursk, sudán, darfur, jartum, goma, sahel, alepo, nagorno karabaj, cachemira, plan de paz, desarme,
        carrera armamentística, disuasión nuclear, prueba nuclear, programa nuclear, enriquecimiento de uranio,
        ojiva*, hipersónic*, gasto en defensa, gasto militar, ayuda militar, base militar, maniobras militares,
        industria de defensa, venta de armas, armas químicas, primera guerra mundial, segunda guerra mundial, guerra
        fría, veteran* de guerra, retirada de tropas, ley marcial, incursión, incursiones, emboscada*, enfrentamientos
        armados, enfrentamientos entre, grupo armado, grupos armados, ataque ruso, ataque israelí, fuerzas israelíes,
        fuerzas rusas, fuerzas ucranianas, idf, acnur guerra, uniformados muertos, avance de las tropas, prisioneros
        de guerra""",
        """
        ataque*, muertos, conflicto*, ucrani*, israel*, palestin*, rusia, ruso*, rusa*, irán, iraní*, paz, explosion*,
        frontera*, refugiad*, civiles, defensa, kiev, líbano, bomba*, armas, atac*, mata*, muere*, heridos, víctimas,
        destru*, avanza*, repele*, captura*, toma*, frente, enemigo*, tropa, huyen, huida, mediador*, mediación,
        diálogo, liberad*, liberación, siria*, irak, yemen, malí, congo, somalia, etiopía, afgan*, pakistán, corea,
        taiwán, armenia, azerbaiyán, moscú, teherán, damasco, beirut, régimen, combat*, batalla*, lucha armada,
        violencia, explosivo*, desplazados, ocupación""",
    ),
    "science": (
        """
        exoplaneta*, agujero negro, agujeros negros, fósil, fósiles, dinosaurio*, telescopio*, asteroide*, estación
        espacial, nueva especie, yacimiento arqueológico, adn antiguo, acelerador de partículas, ondas
        gravitacionales, sonda espacial""",
        """
        científic*, investigadores, astrónom*, astronauta*, espacial*, nasa, esa, galaxia*, cometa*, meteorito*,
        eclipse*, físico teórico, física cuántica, cuántic*, partículas, químico*, biólog*, biología, genétic*,
        genoma*, adn, arqueólog*, arqueolog*, neandertal*, evolución humana, neurocien*, microbio*, laboratorio*,
        geólog*, matemátic*, nobel de física, nobel de química, prehistór*, csic, yacimiento*, radiotelescopio*,
        atapuerca, delfines, señal del universo, equipo de investigadores, investigadora*, zoolog*, botánic*,
        entomólog*, antropólog*, antropolog*, historiador*, lingüista*, egiptólog*, paleo*, neolítico, edad de bronce,
        edad del bronce, edad de hierro, vikingo*, faraón*, faraones, pirámide*, momia*, sarcófago*, sepulcro,
        necrópolis, pecio, excavación*, excavaciones, pintura rupestre, arte rupestre, altamira, jeroglífic*, papiro*,
        homo sapiens, homínid*, mamut*, pterosaurio*, jurásico, cretácico, glaciación, azteca*, inca, incas, gen,
        genes, cromosoma*, células madre, embrión, embriones, clonación, molécula*, átomo*, electrón, electrones,
        neutrino*, fotón, fotones, antimateria, cern, fusión nuclear, superconduct*, nanotecnolog*, grafeno,
        espectrómetro, microscopio*, sincrotrón, supernova*, estrella de neutrones, vía láctea, andrómeda, big bang,
        materia oscura, energía oscura, cosmos, cósmic*, cosmolog*, sistema solar, júpiter, saturno, neptuno, plutón,
        luna llena, superluna, aurora boreal, auroras boreales, tormenta solar, perseidas, lluvia de estrellas,
        astrofísic*, misión espacial, paseo espacial, cápsula espacial, cosmonauta*, nave espacial, spacex, artemis,
        róver, sismólog*, vulcanólog*, placas tectónicas, núcleo terrestre, campo magnético, fondo marino, fosas
        marinas, oceanógraf*, expedición científica, base antártica, academia de ciencias, revista nature, revista
        science, conicet, instituto astrofísico, medalla fields, teorema, números primos, neurona*, fotosíntesis,
        divulgador*, meteoro, meteoros, físicos""",
        """
        estudio*, investigación, descubr*, hallan, hallazgo*, especie*, luna, marte, espacio, universo, satélite*,
        antigu*, cerebro, profesor*, ciencia*, planeta*, cohete*, teoría, experiment*, diente, señal, revela*,
        analiza*, observ*, mide, medir, datación, siglo*, millones de años, antigüedad, misterio*, enigma, rastro*,
        hueso*, cráneo, restos, esqueleto, animal*, planta*, roca*, piedra*, cielo, sol, solar, tierra, órbita,
        lanzamiento, misión, sonda, luz, gravedad, profund*, mono*, chimpancé*, ballena*, tiburón, tiburones, pulpo*,
        abeja*, hormiga*, araña*, insecto*, ave, aves, mariposa*, investigador*, universidad*, hipótesis, física,
        célula*, maya, romano*, tumba*, cueva*, cristal*, láser, proteína*, bacteria*, mutación, venus""",
    ),
    "health": (
        """
        vacuna*, cáncer, epidemia*, sarampión, gripe aviar, salud pública, salud mental, infarto*, alzheimer,
        diabetes, obesidad, antibióticos, listas de espera, lista de espera, ensayo clínico, ensayos clínicos,
        donación de órganos, organización mundial de la salud, viruela del mono""",
        """
        salud, hospital*, médic*, cirujan*, cirugía*, enfermer*, sanitari*, sanidad, paciente*, enfermedad*, cáncer*,
        tumor*, vacun*, virus, gripe*, malaria, ébola, cólera, sida, vih, ictus, hipertensión, colesterol,
        antibiótico*, medicamento*, fármaco*, terapia*, diagnóstico*, síntoma*, depresión, embarazo*, aborto*,
        infección*, infeccion*, trasplante*, nutrición, nutricionista*, vitamina*, tabaco, tabaquismo, vapeo,
        sobredosis, farmac*, urgencias, oms, alergia*, dengue, psiquiatr*, atención primaria, tosferina, brote de,
        análisis de sangre, atención sanitaria, centro de salud, centros de salud, ambulatorio*, consultorio*,
        clínica, uci, quirófano*, operación quirúrgica, cuidados intensivos, cuidados paliativos, ambulancia*,
        matrona*, partos, cesárea, prematuro*, embarazada*, lactancia, menopausia, endometriosis, menstrua*,
        anticonceptiv*, fertilidad, infertilidad, fecundación in vitro, hormona*, testosterona, covid persistente,
        confinamiento, cuarentena, mascarilla*, contagi*, mpox, tuberculosis, bronquiolitis, varicela, tétanos, polio,
        poliomielitis, salmonel*, listeria, intoxicación alimentaria, intoxicaciones, garrapata*, mosquito*, zika,
        chikunguña, hepatitis, sífilis, sepsis, neumonía, pulmón, pulmones, pulmonar*, asma, bronquitis, polen,
        hígado, riñón, riñones, renal*, diálisis, intestin*, colon, enfermedad de crohn, cáncer de mama, próstata,
        leucemia, quimioterapia, radioterapia, cribado, mamografía*, resonancia magnética, ecografía*, donantes de
        sangre, donar sangre, transfusión, insulina, presión arterial, cardiac*, cardiovascular*, cardiólog*,
        arterias, trombo*, artrosis, artritis, osteoporosis, dolor de espalda, migraña*, jaqueca, analgésic*,
        paracetamol, ibuprofeno, opioid*, fentanilo, morfina, adicción, adicciones, alcoholismo, fumar, fumadores,
        cigarrillo*, nicotina, vapeador*, ultraprocesad*, comida basura, calorías, sobrepeso, obes*, adelgazar,
        pérdida de peso, anorexia, bulimia, ozempic, suplementos, gluten, desnutrición, malnutrición, ansiedad,
        bipolar*, esquizofrenia, autis*, tdah, psicólog*, psicolog*, insomnio, apnea, sedentari*, esperanza de vida,
        centenari*, eutanasia, muerte asistida, suicidio asistido, enfermedad rara, enfermedades raras, terapia
        génica, síndrome de down, fibrosis quística, párkinson, parkinson, esclerosis múltiple, epilepsia, prótesis,
        odontólog*, dentista*, caries, oftalmólog*, miopía, ceguera, audífono*, dermatólog*, melanoma, protector
        solar, oncólog*, oncológ*, neurólog*, pediatr*, ginecólog*, urólog*, residentes médicos, ministerio de
        sanidad, ministra de sanidad, ministro de salud, secretaría de salud, seguro médico, sanidad privada, sanidad
        pública, pfizer, novo nordisk, genérico*, receta médica, efectos secundarios, negligencia médica, bacterias
        resistentes, resistencia a los antibióticos, amianto, celíaco*, paro cardíaco, paro cardiaco, parto""",
        """
        tratamiento*, riesgo*, ensayo*, cuerpo, corazón, sangre, sueño, dolor*, alimenta*, dieta*, dosis, fallecid*,
        clínic*, ejercicio, cuidad*, colegios, covid*, coronavirus, pandemia*, curar, cura, curación, enfermo*,
        infect*, transmi*, casos, muertes, mortalidad, supervivencia, preven*, proteg*, peligro*, tóxic*, alerta*,
        eficaz, remedio*, bebé*, niño*, mujer*, anciano*, cerebro, estómago, espalda, rodilla*, ojos, vista, oído*,
        boca, piel, hueso*, músculo*, peso, comer, beber, agua, leche, fruta*, verdura*, carne, café, alcohol,
        bienestar, estrés, prueba*, test, cama*, espera, cita*, escasez, atender, atención, azúcar, suicidio*, doctor,
        doctora""",
    ),
    "climate": (
        """
        cambio climático, calentamiento global, crisis climática, gases de efecto invernadero, ola de calor, olas de
        calor, sequía*, incendio forestal, incendios forestales, biodiversidad, deforestación, energías renovables,
        nivel del mar, glaciares, parque eólico, parques eólicos, transición ecológica, transición energética,
        especies amenazadas, neutralidad de carbono, cumbre del clima, peligro de extinción""",
        """
        climátic*, efecto invernadero, co2, emisiones, renovables, energía solar, energía eólica, placas solares,
        combustibles fósiles, cop27, cop28, cop29, cop30, medio ambiente, medioambient*, ambiental*, ecolog*,
        glaciar*, inundacion*, dana, contamina*, plástico*, reciclaje, ecosistema*, greenpeace, metano, extinción,
        aemet, el niño, ártico, deshielo, hielo, granizo, cop, ipcc, acuerdo de parís, huella de carbono, mercado de
        carbono, descarboniza*, dióxido de carbono, carbono, combustible fósil, carbón, central de carbón, fracking,
        perforación petrolera, hidrógeno verde, hidroeléctric*, embalse*, pantanos, geotermia, biomasa, biogás,
        aerogenerador*, molinos de viento, eólica, eólico, fotovoltaic*, energía limpia, energías limpias, eficiencia
        energética, zona de bajas emisiones, zonas de bajas emisiones, calidad del aire, partículas finas, smog,
        dióxido de nitrógeno, derrame de petróleo, marea negra, residuos, vertedero*, incinera*, compost, reciclar,
        reciclad*, bolsas de plástico, microplástico*, pfas, nitratos, pesticida*, herbicida*, glifosato,
        fitosanitarios, aguas residuales, acuífero*, restricciones de agua, escasez de agua, agua potable,
        desertificación, humedal*, manglar*, arrecife*, coral*, sobrepesca, reserva marina, parque nacional, parque
        natural, doñana, mar menor, reserva natural, forestal*, amazonía, amazonas, reforest*, plantar árboles, tala
        ilegal, tala, fauna, flora, oso pardo, ballenas varadas, tortugas, caza furtiva, furtivo*, marfil,
        rinoceronte*, polinizador*, especie invasora, especies invasoras, banquisa, iceberg*, permafrost, antártida,
        groenlandia, corriente oceánica, corriente del golfo, la niña, erosión, tifón*, ciclón*, monzón, lluvias
        torrenciales, inundación, riada*, gota fría, deslave*, deslizamiento de tierra, aludes, alerta roja por
        lluvias, récord de calor, récord de temperatura, más cálido, temperaturas récord, calor extremo, frente frío,
        falta de nieve, activistas climáticos, greta thunberg, wwf, desarrollo sostenible, agricultura ecológica,
        economía circular, coche de combustión, crédito* de carbono, huracán, selva amazónica""",
        """
        clima, calor, tormenta*, huracán*, temperatura*, lluvia*, bosque*, océano*, mar, río*, naturaleza, especies,
        agua, solar*, nuclear*, verde*, sostenib*, incendio*, fuego, temporal, planeta, grados, cálid*, frío, seco,
        seca, viento*, nieve, suelo, suelos, árbol, árboles, montaña*, litoral, costa*, playa*, isla*, lago*, marin*,
        pez, peces, pesca, animal*, cultivo*, ganado, energía, eléctric*, gas, petróleo, gasolina, tóxic*, limpi*,
        proteg*, amenaza*, restaur*, reserva, meteorolog*, borrasca*, inundad*, quema*, llamas, humo, vertido*,
        basura*, lobo*, lince*, aves, tornado*, selva*, helada*""",
    ),
    "technology": (
        """
        inteligencia artificial, ciberataque*, chatgpt, ransomware, filtración de datos, semiconductores, redes
        sociales, centro de datos, centros de datos, sistema operativo, computación cuántica, ordenador cuántico,
        coche autónomo, coches autónomos, teléfonos inteligentes, videojuego*, fallo de seguridad, brecha de seguridad""",
        """
        tecnolog*, tecnológic*, smartphone*, iphone*, ipad*, android, google, microsoft, openai, chatbot*, nvidia,
        samsung, facebook, instagram, whatsapp, tiktok, youtube, software, app, apps, aplicación móvil, ia,
        algoritmo*, semiconductor*, ordenador*, computador*, informátic*, ciber*, hacker*, hackeo*, piratas
        informáticos, phishing, protección de datos, internet, fibra óptica, 5g, robot*, realidad virtual, reloj
        inteligente, nube, linux, windows, navegador*, buscador*, red social, startup*, silicon valley, playstation*,
        xbox*, nintendo*, procesador*, blockchain, digitales, deepfake*, teléfono móvil, móvil plegable, contraseña*,
        tiendas de aplicaciones, aplicaciones, ia generativa, modelo de lenguaje, asistente virtual, aprendizaje
        automático, reconocimiento facial, asistente de voz, siri, alexa, huawei, xiaomi, ios, macbook, relojes
        inteligentes, gafas inteligentes, gafas de realidad virtual, realidad aumentada, metaverso, pantalla plegable,
        plegable, teléfono inteligente, mensajería, telegram, snapchat, twitch, linkedin, twitter, hashtag, moderación
        de contenidos, privacidad, rgpd, cookies, vpn, cifrado, pirateo, virus informático, malware, troyano*, datos
        robados, robo de datos, datos personales, apagón informático, caída mundial, fallo informático, servidor,
        servidores, gmail, chrome, firefox, wifi, wi-fi, banda ancha, 6g, telecomunicacion*, telefonía, starlink,
        cable submarino, cables submarinos, microchip*, chips, nanómetro*, tsmc, intel, amd, asml, tarjeta gráfica,
        superordenador*, supercomputador*, humanoide*, taxi volador, drones de reparto, impresión 3d, impresora*,
        internet de las cosas, domótica, punto de recarga, puntos de recarga, código fuente, código abierto,
        desarrollador*, programador*, gamer*, esports, steam, inventor*, invento, inventos, gadget*, pago sin
        contacto, billetera digital, euro digital, identidad digital, brecha digital, digitaliza*, gigantes
        tecnológicos, gigante tecnológico""",
        """
        apple, digital*, en línea, online, usuario*, dispositivo*, pantalla*, datos, web, plataforma*, tableta*,
        batería*, eléctric*, innova*, patente*, móvil*, teléfono*, chip*, herramienta*, aplicacion*, internauta*,
        utiliza*, descarga*, función, funciones, cuenta, cuentas, perfil*, mensaje*, vídeo*, video*, foto*, imagen,
        imágenes, modelo*, máquina*, automátic*, autónom*, voz, carga*, fallo*, caída, ataque*, robo*, vigila*,
        cámara*, satélite*, conexión, conecta*, señal, versión, lanza*, prueba, adolescentes, prohíbe, código,
        celular, celulares, consola*, tesla, operadora*, influencer*, desinformación, fibra, actualización, prototipo*""",
    ),
    "sport": (
        """
        semifinal*, cuartos de final, octavos de final, liga de campeones, copa del mundo, mundial de fútbol, gran
        premio, fórmula 1, medalla de oro, campeón del mundo, campeona del mundo, tanda de penaltis, tarjeta roja,
        hat-trick, roland garros, juegos olímpicos, descenso a, vuelta a españa, tour de francia, giro de italia""",
        """
        fútbol*, futbolista*, laliga, la liga, champions league, champions, europa league, premier league, mundial de,
        mundial de clubes, eurocopa, copa américa, copa libertadores, copa del rey, fifa, uefa, delantero*, portero*,
        centrocampista*, defensa central, entrenador*, seleccionador*, selección española, selección argentina,
        penal*, fichaje*, ficha por, real madrid, fc barcelona, barça, atlético de madrid, boca juniors, river plate,
        gol, goles, golead*, tenis*, wimbledon, grand slam, nba, nfl, béisbol*, beisbol*, balonmano*, voleibol*,
        ciclis*, motogp, atletismo, atleta*, maratón*, natación, nadador*, gimnast*, boxeador*, olímpic*, paralímpic*,
        medalla*, medallista*, árbitro*, dopaje, deporte*, deportiv*, deportista*, campeonato*, balón de oro, descenso
        a segunda, eliminatoria*, clasificatorio*, repechaje, fase de grupos, dieciseisavos, playoff*, play-off*,
        primera división, segunda división, primera federación, liga mx, liga profesional, superliga, supercopa, serie
        a, bundesliga, ligue 1, nations league, conmebol, concacaf, afa, rfef, sudamericana, copa sudamericana,
        libertadores, copa davis, sevilla fc, real betis, athletic club, real sociedad, villarreal, osasuna, rayo
        vallecano, espanyol, girona fc, cruz azul, pumas, tigres uanl, monterrey rayados, racing club, colo colo,
        universidad de chile, peñarol, flamengo, palmeiras, atlético nacional, alianza lima, bayern, juventus, psg,
        manchester city, manchester united, arsenal, chelsea, mediocentro, pichichi, triplete, suplente*, banquillo,
        cedido, cláusula de rescisión, cesión, la roja, albiceleste, seleccionados, cuerpo técnico, vestuario*, tiro
        libre, córner, fuera de juego, var, tarjeta amarilla, primer tiempo, segundo tiempo, empate*, empata, autogol,
        portería, arco en cero, goles en, líder de la liga, colista, ascenso a primera, hinchas, hinchada, grada*,
        santiago bernabéu, camp nou, metropolitano, pista central, tie break, muerte súbita, punto de partido, cabeza
        de serie, us open, abierto de australia, atp, wta, pádel, ryder cup, ligamento*, acb, euroliga, baloncest*,
        triples, canasta ganadora, pívot, super bowl, mariscal de campo, pelotero*, jonrón, grandes ligas, mlb, serie
        mundial, lanzador*, hockey, rugby, los pumas, melé, pelotón, maillot, contrarreloj, escapada, vuelta ciclista,
        sprint*, velocista*, media maratón, triatlón*, decatlón, salto de altura, salto de longitud, pértiga,
        jabalina, 100 metros, 200 metros, 400 metros, estilo libre, waterpolo, piragüis*, regata*, escalada deportiva,
        skate*, esgrima, judoka*, judo, kárate, taekwondo, lucha libre, boxeo*, combate por el título, nocaut, peso
        pesado, peso pluma, mma, ufc, halterofilia, tiro con arco, hípica, jinete*, gimnasia, esquiador*, eslalon,
        snowboard, patinaje, patinador*, motociclis*, moto gp, pole position, escudería*, rally*, dakar, ajedrez,
        pelota vasca, petanca, dardos, olimpiada*, antorcha olímpica, coi, récord mundial, récord de españa,
        plusmarca*, medallero, antidopaje, isquiotibiales, golf, golfista*, podio, surf, surfista*, esquí, arquero*,
        mediocampista*, director técnico""",
        """
        partido*, victoria*, derrota*, gana, ganó, vence, venció, equipo*, jugador*, liga, temporada*, copa*, final,
        título*, campeón*, campeona*, club*, torneo*, carrera*, lesión*, lesion*, aficionad*, afición, estadio*,
        ronda, contrato, récord*, clasific*, marcador, selección, encuentro, ganar, remont*, golea, domina*, aplasta,
        se impone, impuso, vencedor*, vencid*, pierde, perdió, elimina*, puntos, punto, finalista*, competición*,
        competencia, prueba, vuelta, manga, duelo*, derbi, clásico, campo, césped, pista*, cancha, balón, pelota,
        camiseta, juega, jugar, juego, juegos, entren*, veterano, corona*, número uno, mundial, ligas, oro, correr,
        salto, segundos, minuto*, campaña, prórroga, piloto*, etapa*, capitán, plantilla, traspaso, set, técnico,
        descuento, convocatoria, plata, bronce""",
    ),
    "culture": (
        """
        festival de cine, alfombra roja, taquilla, premios goya, premio planeta, premio nobel de literatura,
        exposición, exposiciones, nuevo disco, nuevo álbum, gira de conciertos, premio literario, feria del libro,
        grammy*, eurovisión, obra de teatro, estreno teatral, banda sonora""",
        """
        película*, cine, cineasta*, actor*, actriz*, director de cine, oscar, óscar*, goya, festival*, hollywood*,
        netflix, disney*, serie de televisión, telenovela*, disco, álbum*, cantante*, canción*, canciones, rapero*,
        concierto*, músico*, música*, musical*, orquesta*, ópera, óperas, ballet*, teatr*, novela*, novelista*,
        escritor*, autor de, autora de, poeta*, poesía, literari*, literatura, premio cervantes, nobel de literatura,
        librería*, editorial*, museo*, galería*, exposición*, exposicion*, pintor*, pintura*, escultor*, escultura*,
        artista*, fotógraf*, moda, diseñador*, famos*, reality, gran hermano, operación triunfo, bailarin*,
        humorista*, cultur*, patrimonio, cómic*, televisión, flamenco, bailaor*, largometraje*, cortometraje*,
        documental*, comedia*, cine de animación, dibujos animados, anime, manga japonés, historieta*, tebeo*, guion*,
        rodaje*, secundari* de lujo, oscarizad*, cinematográfic*, filmoteca, cartelera, sala de cine, cines, san
        sebastián zinemaldia, concha de oro, palma de oro, cannes, berlinale, venecia mostra, emmy*, globos de oro,
        temporada final, capítulo final, plataforma de streaming, hbo, movistar+, rtve, televisa, telecinco, antena 3,
        presentador*, locutor*, audiovisual*, podcast*, concurso de televisión, concursante*, masterchef,
        monologuista*, dramaturg*, lope de vega, calderón de la barca, lorca, shakespeare, tragedia de, teatro real,
        liceu, zarzuela*, soprano, tenor, barítono, director de orquesta, filarmónica, sinfóni*, sinfonía, pianista*,
        piano, violín, violinista*, chelista, guitarrista*, guitarra*, batería del grupo, compositor*, coro, coros,
        jazz, rock, reguetón, reggaeton, trap, cumbia, bachata, tango, cantaor*, cantautor*, copla, videoclip*, letra
        de la canción, vinilo, primavera sound, sónar, viña del mar, lollapalooza, vive latino, gira mundial,
        discográfica*, bailarín, coreógraf*, danza, circo, marioneta*, títeres, autora, ensayista*, cuentista*,
        poema*, poetisa, antología, biografía, autobiografía, memorias de, manuscrito*, librero*, editora,
        superventas, best seller, biblioteca*, premio alfaguara, premio nadal, real academia española, rae,
        diccionario, instituto cervantes, dialecto*, lengua española, museo reina sofía, thyssen, guggenheim,
        hermitage, bellas artes, galerista*, coleccionista*, comisaria de la muestra, retrospectiva, arte
        contemporáneo, arte moderno, arte urbano, grafiti*, grafitero*, lienzo*, autorretrato, acuarela*, cerámica*,
        tapiz, vidriera*, estatua*, impresionis*, surrealis*, cubis*, barroc*, picasso, goya pintor, velázquez, dalí,
        sorolla, el greco, gaudí, sagrada familia, alhambra, bienal, subasta de arte, sotheby's, christie's,
        patrimonio de la humanidad, patrimonio mundial, patrimonio cultural, unesco, arquitect*, pritzker, alta
        costura, desfile de moda, pasarela, semana de la moda, chanel, dior, miss universo, carnaval*, sanfermines,
        feria de abril, verbena*, romería, folclore, folklore, celebridades, celebrity, prensa rosa, familia real,
        infanta, boda real, coronación, museo del prado, murales""",
        """
        estrella*, libro*, obra*, escenario*, gira, fans, estreno*, estrena*, serie*, papel, espectáculo*, público,
        premio*, capítulo*, boda*, rey, reina, programa, cuadro*, tradicion*, arte, escena, telón, vestuario, canta,
        cantar, canto, baila, baile, título, sale, salida, éxito, culto, icono, homenaje*, mític*, célebre*,
        legendari*, creación, creador*, colección, foto*, imagen, relato*, historia*, personaje*, héroe*, página*,
        escrib*, escrito*, lee, leer, palabra*, lengua, idioma*, siglo, antigu*, restaur*, reabre, inaugura*,
        visitante*, espectador*, galardón, galardon*, premiad*, jurado, nominad*, nominacion*, leyenda*, mito*,
        castillo*, catedral*, monumento*, cuento*, protagonista*, lectura, lector*, joyas, retrato*""",
    ),
    "crime and courts": (
        """
        detenido*, detenida*, detienen, condenado*, condenada*, condenan, absuelto*, imputado*, prisión provisional,
        prisión preventiva, cadena perpetua, años de cárcel, años de prisión, asesinato*, homicidio*, feminicidio*,
        narcotráfico, blanqueo de capitales, lavado de dinero, agresión sexual, violación, apuñalad*, apuñalamiento,
        tiroteo*, secuestro*, fiscalía, audiencia nacional, juicio oral, banquillo de los acusados, orden de
        detención, a prisión""",
        """
        policía*, policial*, guardia civil, mossos, deten*, detien*, arrest*, asesin*, homicid*, feminicid*,
        sospechos*, robo*, robar, robó, ladron*, atraco*, apuñal*, disparos, secuestr*, violador*, agresiones
        sexuales, abusos sexuales, abuso sexual, pederast*, estafa*, fraude*, corrupción, corrupto*, blanqueo*,
        narco*, cártel*, cartel de, mafia, cárcel*, prisión*, preso*, condena*, absuel*, imputad*, acusado*,
        fiscalía*, fiscal general, juicio*, tribunal*, audiencia provincial, tribunal supremo, corte suprema, suprema
        corte, juzgad*, juez*, jueces, jurado, abogad*, querella*, demanda judicial, crimen*, criminal*, crímenes,
        delito*, delincuen*, desaparición de, registro judicial, sentencia*, extradi*, justicia, ucO, encarcel*,
        reclus*, fugad*, fugitivo*, penitenciari*, libertad condicional, libertad bajo fianza, fianza, pena de muerte,
        indulto, acusación particular, denunciante*, alegato, veredicto*, declara ante el juez, testific*, niega los
        hechos, absolución, recurso de casación, tribunal constitucional, tribunal superior, corte interamericana,
        corte penal internacional, corte de apelaciones, sala de lo penal, magistrad*, juez instructor, instrucción
        judicial, diligencias, fiscal anticorrupción, ministerio público, defensa del acusado, interpol, europol,
        euroorden, asesino en serie, estrangul*, degoll*, descuartiz*, a tiros, a balazos, balacera, acribill*,
        sicari*, baleado*, a puñaladas, cuchillad*, machetazo*, pelea mortal, agresor*, maltratador*, violencia
        machista, violencia de género, violencia doméstica, acoso sexual, acosador*, pornografía infantil, abuso de
        menores, abusos a menores, abusó, proxenet*, trata de personas, trata de mujeres, explotación sexual, amenazas
        de muerte, chantaje, extorsión, extorsion*, rescate millonario, desaparecida*, alerta amber, caso sin
        resolver, autopsia, hallan el cuerpo, hallan muerto, hallan el cadáver, policía científica, huellas, policía
        nacional, policía local, ertzaintza, policía federal, carabineros, comisaría*, operativo policial,
        allanamiento*, redada, incauta*, decomis*, cocaína, heroína, metanfetamina, hachís, marihuana incautada,
        alijo, capo, clan, pandilla*, maras, mara salvatrucha, banda criminal, crimen organizado, grupo criminal,
        trapiche, ladrón, roban, robado*, hurto*, asaltante*, atracador*, atracan, carterista*, butronero*, alunizaje,
        botín, falsific*, billetes falsos, falso médico, suplantación, estafó, timador*, malversación, prevaricación,
        cohecho, soborno*, coima*, mordida*, corruptela, trama corrupta, caso koldo, caso gürtel, tráfico de
        influencias, delito fiscal, información privilegiada, incendiario, pirómano*, vandalismo, vandálic*, fuga tras
        atropello, atropello mortal, conductor ebrio, espía*, espionaje, injurias, difamación, calumnia*, delito de
        odio, delitos de odio, maltrato, judicial*, desarticula*, red criminal, investigan la muerte""",
        """
        investiga*, víctima*, muert*, mata*, acusa*, caso, violencia*, cuchillo, arma, armas, droga*, ilegal*,
        denuncia*, ley, cadáver*, cuerpo, testigo*, banda*, culpable*, inocente*, sospech*, presunto*, presunta*,
        pena, hechos, prueba*, escena, mató, herido*, bala*, disparo*, navaja*, golpe*, amenaza*, violent*, huye,
        huyó, buscad*, busca, halla*, kilos, tonelada*, clandestin*, falso*, falsa*, mentira*, dinero, joya*, mujer,
        marido, esposa, pareja, hija, hijo, niña, joven, menor, vecino*, conductor*, agentes, agente, operación,
        fiscal, fiscales, desaparecido*, confes*, disturbios, asalto*, capturado*""",
    ),
    "society": (
        """
        selectividad, ebau, natalidad, permiso de paternidad, permiso parental, matrimonio igualitario, vivienda
        social, acoso escolar, laicidad, banco de alimentos, bancos de alimentos, brecha de género, derechos humanos,
        derechos de las mujeres, pobreza infantil, crisis de vivienda, comedor social""",
        """
        escuela*, colegio*, instituto público, alumn*, docente*, maestr*, profesores, estudiante*, educación,
        educativ*, guardería*, padres, familia*, inmigra*, migrante*, migratori*, migración, refugiados, asilo,
        deportación*, deportacion*, sin techo, sin hogar, vivienda*, alquiler*, inquilin*, desahucio*, pobreza,
        desigualdad*, racis*, discriminac*, igualdad, lgtb*, homosexual*, transexual*, feminis*, machis*, iglesia*,
        vaticano, obispo*, católic*, musulm*, mezquita*, islam, judí*, antisemit*, religio*, cristian*, ramadán,
        navidad*, población, demográf*, divorcio*, voluntari*, discapac*, adolescente*, jóvenes, manifestación*,
        manifestacion*, manifestante*, vecinos, sociedad, social*, jubilad*, indígena*, semana santa, hogares, pueblo,
        convivencia, soledad, matrimonios, escolar*, vuelta al cole, comedor escolar, profesorado, profesora, falta de
        profesores, aula, aulas, bachillerato, becas, universitari*, estudiantado, estudiantil*, formación
        profesional, educador*, analfabet*, escuela concertada, escuela pública, móviles en las aulas, escuelas
        infantiles, niñera*, ayudas sociales, renta mínima, ingreso mínimo vital, servicios sociales, trabajador
        social, trabajadora social, protección de menores, menores tutelados, acogida, familia numerosa,
        monoparental*, madre soltera, madres solteras, huérfan*, casarse, solter*, personas mayores, tercera edad,
        vejez, envejecimiento, generación z, españa vaciada, despoblación, despoblad*, aldea*, vecindario, comunidad
        de vecinos, convivencia vecinal, ong, solidaridad, sintecho, refugio para, desalojo*, okupa*, piso compartido,
        compañeros de piso, chabola*, villa miseria, favelas, pobres, precariedad, clase media, clase trabajadora,
        inmigración irregular, patera*, cayuco*, canarias migrantes, menores migrantes, centro de internamiento,
        permiso de residencia, regularización, nacionalidad, reagrupación familiar, gitano*, xenofobia, xenófob*,
        islamofobia, esclavitud, pueblos originarios, pueblos indígenas, mapuche*, religión*, sacerdote*, cura
        párroco, párroco, parroquia*, diócesis, cardenal*, cónclave, pontífice, misa, misas, fieles, bautizo*, primera
        comunión, peregrin*, camino de santiago, monje*, monja*, monasterio*, convento*, evangélico*, protestantes,
        imán, velo islámico, sinagoga*, rabino*, budis*, hindú*, secta*, cuaresma, reyes magos, paridad, sexismo,
        sexista*, metoo, violencia contra las mujeres, 8-m, 8m, día de la mujer, derecho al aborto, orgullo gay,
        marcha del orgullo, gay, gais, lesbiana*, ley trans, personas trans, homofobia, gestación subrogada, vientre
        de alquiler, lenguaje inclusivo, silla de ruedas, accesibilidad, sordos, once cupón, lengua de signos,
        cuidadoras, entierro*, cementerio*, día de muertos, nombres de bebé, apellido*, marcha contra, protesta,
        concentración contra, huelga estudiantil, pensionistas, custodia compartida, crianza, ayuda a domicilio,
        soledad no deseada, solicitantes de asilo, personas sin hogar, sin papeles""",
        """
        niño, niños, niña, niñas, hij*, mujer*, hombre*, joven*, juventud, gente, vida, barrio*, vecin*, derechos, fe,
        universidad*, madre*, padre*, mayores, generación*, asociacion*, personas, protest*, compañía, trans, papa,
        clase*, curso, aprender, enseñar, examen*, exámenes, hermano*, bebé*, pareja*, amor, amigos, amistad, casa*,
        piso, ciudad, habitante*, vivir, ayuda*, apoyo, asociación, llegada*, origen, extranjer*, país, papeles,
        comunidad*, creyente*, oración, rezar, dios, santo*, pobre*, rico*, minoría*, libertad*, respeto, edad,
        viejo*, jubila*, encuesta, residente*, abuela*, abuelo*, bodas, adopción, donaciones, albergue*, funeral*""",
    ),
}
