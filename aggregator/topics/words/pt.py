"""Portuguese."""

PT: dict[str, tuple[str, str, str]] = {
    "nothing": (
        "",
        """
        clima de, clima político, guerra comercial, guerra de preços, guerra das estrelas, star wars, colheita de
        maçãs, corte de cabelo, cortes de energia, saúde da economia, a partir de, partir do, corrida contra o tempo,
        sinal verde, luz verde, contagem regressiva, caldo de cultura""",
        "",
    ),
    "politics": (
        """
        eleições, eleição presidencial, segundo turno, primeiro turno, segunda volta, moção de censura, impeachment,
        referendo, campanha eleitoral, legislativas, presidenciais, autárquicas""",
        """
        eleiç*, eleitor*, urnas, deputad*, senado, senador*, câmara dos deputados, assembleia da república, congresso
        nacional, parlament*, primeiro-ministro, primeira-ministra, ministr*, planalto, palácio do planalto,
        coligação, oposição, casa branca, psdb, psd, bolsonaris*, extrema-direita, extrema direita, polític*,
        diplomát*, embaixad*, cúpula, cimeira, sanções, comissão europeia, parlamento europeu, conselho de ministros,
        kremlin, democratas, republicanos, populis*, golpe de estado, constitucional*, projeto de lei, prefeit*,
        vereador*, autarquic*, autárquic*, governador*, candidat*, pec, stf e congresso, boletim de voto, apuração,
        abstenção, sondagem, intenção de voto, bancada*, porta-voz do governo, vice-presidente*, presidência, chefe de
        estado, chefe do governo, secretário de estado, câmara municipal, autarca*, presidente da câmara, assembleia
        municipal, assembleia legislativa, junta de freguesia, comissão parlamentar, comissão de inquérito, cpi,
        emenda*, decreto-lei, medida provisória, orçamento do estado, arcabouço fiscal, reforma constitucional,
        constituição, tribunal constitucional, palácio de belém, são bento, presidente da república, iniciativa
        liberal, bloco de esquerda, pcp, psol, mdb, união brasil, centrão, lulista*, petista*, oposicionista*,
        ditador*, ditadura, regime militar, golpista*, exílio, diplomacia, itamaraty, relações exteriores, negócios
        estrangeiros, união europeia, eurodeputad*, conselho europeu, onu, nações unidas, conselho de segurança,
        tomada de posse, toma posse, posse do presidente, destituição, cassação, cassado, remodelação governamental,
        governo minoritário, filiação partidária, lobby, tratado, candidato à presidência""",
        """
        president*, partido*, lei, leis, reforma*, voto*, votação, campanha, direita, esquerda, debate*, negociaç*,
        líder*, demissão, renúncia, estado, acordo, bruxelas, câmara, governo, governos, vota, votam, aprova, aprovou,
        aprovad*, rejeita, propõe, proposta*, assina, anuncia, medida*, cargo, poder, aliança*, aliado*, rival,
        regional, municipal, eleito, eleita, conservador*, liberal*, socialista*, comunista*, sanção, visita, moscou,
        moscovo, washington, pequim""",
    ),
    "economy": (
        """
        inflação, taxa de juros, taxas de juro, juros, desemprego, pib, recessão, tarifaço, banco central, selic,
        falência*, insolvência, recuperação judicial, lucro líquido, salário mínimo, guerra comercial, preço do
        petróleo, despedimento coletivo, demissões""",
        """
        econom*, ipca, bce, copom, reserva federal, bolsa, ibovespa, psi-20, wall street, acionista*, dividendo*,
        lucro*, resultados trimestrais, faturamento, fusão, despediment*, salári*, sindicato*, greve*, exporta*,
        importaç*, importador*, tarifa*, petróleo, petrobras, conta de luz, supermercado*, crédito habitação,
        imobiliári*, imposto*, irs, fiscal*, dívida pública, déficit, défice, banco, bancos, bancári*, seguradora*,
        fabricante*, indústria*, industrial*, empresa*, empresári*, pme, investidor*, investiment*, mercados, bitcoin,
        criptomoeda*, zona euro, fmi, agronegócio, cotação, dólar, guerra de preços, saúde da economia, prejuízo*,
        trimestre, b3, obrigações do tesouro, euribor, empréstimo*, crédito à habitação, poupança*, aforro, fundo de
        investimento, fusões, aquisição, conselho de administração, ceo, executivo-chefe, gestores, patrões,
        patronato, empreendedor*, startup*, pequenas empresas, contratações, carteira assinada, vagas de emprego,
        mercado de trabalho, horas extras, convenção coletiva, cgtp, ugt, grevistas, paralisação, reajuste, cesta
        básica, cabaz alimentar, preços dos alimentos, custo de vida, gasolina, gasóleo, diesel, etanol, gás de
        cozinha, barril, opep, refinaria*, galp, edp, eletrobras, mineradora*, minério de ferro, lítio,
        matérias-primas, trigo, café arábica, cana-de-açúcar, pecuária, agropecuária, safra, azeite, vinho do porto,
        turistas, hotelaria, companhia aérea, embraer, montadora*, autoeuropa, siderúrgica, aço, fábrica fecha, cadeia
        de abastecimento, contentores, balança comercial, superávit, livre comércio, mercosul, omc, ocde, banco
        mundial, desvalorização, câmbio, iva, irc, receita federal, imposto de renda, evasão fiscal, sonegação,
        despesa pública, gasto público, austeridade, bradesco, itaú, nubank, caixa económica, millennium bcp, novo
        banco, varejo, varejista*, magazine luiza, retalho, pingo doce, sonae, saldos, consumidores, construtora*,
        preço das casas, concorrência multa, monopólio, bolsa de valores, combustíveis, soja""",
        """
        mercado*, preço, preços, sobe, sobem, cai, caem, milhões, bilhões, bilhão, euros, custo*, comércio, cliente*,
        venda*, produção, fábrica*, emprego*, crescimento, companhia*, energia, dinheiro, finanç*, orçamento,
        crédito*, previdência, agricult*, consum*, trabalhador*, reais, ações, ganha, perde, perdem, queda, alta,
        aument*, subida, descida, recorde, mil, euro, por cento, paga, pagar, custa, caro, cara, barat*, vende,
        vender, compra*, negócio*, setor*, oferta, procura, planta, produto*, trabalho, operário*, porto, navio*,
        avião, avioes, carro*, carne, leite, pão, ouro, luz, gás, dívida, turismo, milho, rendas""",
    ),
    "war and conflict": (
        """
        cessar-fogo, ataque aéreo, ataques aéreos, ataque com drones, carro-bomba, atentado suicida, guerra civil,
        crimes de guerra, troca de prisioneiros, negociações de paz, acordo de paz, linha da frente, contraofensiva,
        bombardeio, bombardeios, bombardeamento*, reféns, mísseis""",
        """
        guerra, guerras, bombarde*, míssil, drone*, artilharia, trégua, soldado*, tropas, exército*, militar*, otan,
        nato, ofensiva*, invasão, tanques, caças, navio de guerra, armamento*, armas nucleares, muniç*, terroris*,
        jihadis*, estado islâmico, hamas, hezbollah, houthis, talibã, talibãs, faixa de gaza, gaza, cisjordânia,
        refém, genocídio, milícias, rebelde*, guerrilh*, capacetes azuis, ministério da defesa, ministro da defesa,
        forças armadas, combates, cabo delgado, atacam, frente de combate, batalhão, brigada militar, infantaria,
        força aérea, submarino, porta-aviões, fragata, blindados, minas terrestres, desminagem, defesa aérea, defesa
        antiaérea, mobilização geral, serviço militar, reservista*, quartel, coronel, almirante, paramilitar*,
        mercenário*, wagner, insurgente*, insurreição, rebelião, al-qaeda, boko haram, al-shabab, atentado*, vala
        comum, valas comuns, limpeza étnica, corredor humanitário, ajuda humanitária, sitiad*, bloqueio naval,
        anexação, territórios ocupados, rafah, donbass, donetsk, kherson, kharkiv, crimeia, kursk, sudão, darfur,
        cartum, goma, sahel, alepo, caxemira, plano de paz, desarmamento, corrida armamentista, dissuasão nuclear,
        teste nuclear, programa nuclear, urânio enriquecido, ogiva*, hipersónic*, gastos militares, ajuda militar,
        base militar, exercícios militares, indústria de defesa, armas químicas, primeira guerra mundial, segunda
        guerra mundial, guerra fria, lei marcial, incursão, emboscada*, confrontos armados, grupo armado, grupos
        armados, prisioneiros de guerra, massacre, massacres""",
        """
        ataque*, mortos, mata, conflito*, ucrâni*, ucranian*, israel*, palestin*, rússia, russo*, russa*, irã, irão,
        iranian*, paz, explos*, fronteira*, refugiad*, civis, defesa, kiev, líbano, bomba*, armas, aldeia*, ataca,
        matam, matou, morre*, feridos, vítimas, destru*, avança*, captura*, frente, inimigo*, tropa, fogem, fuga,
        mediador*, mediação, liberta*, síria, iraque, iémen, congo, somália, etiópia, afeg*, paquistão, coreia,
        taiwan, arménia, moscovo, teerão, damasco, beirute, combat*, batalha*, general, foguetes, deslocados""",
    ),
    "science": (
        """
        exoplaneta*, buraco negro, buracos negros, fóssil, fósseis, dinossauro*, telescópio*, asteroide*, estação
        espacial, nova espécie, sítio arqueológico, adn antigo, dna antigo, acelerador de partículas, ondas
        gravitacionais, sonda espacial""",
        """
        cientista*, científic*, pesquisadores, investigadores da universidade, astrónom*, astrônom*, astronauta*,
        espacial, espaciais, nasa, esa, galáxia*, cometa*, meteorito*, eclipse*, física quântica, quântic*,
        partículas, químico*, biólog*, genétic*, genoma*, adn, dna, arqueólog*, arqueológ*, neandertal*, evolução
        humana, neurociên*, micróbio*, laboratóri*, geólog*, matemátic*, nobel de física, nobel da física, nobel de
        química, nobel da química, pré-histór*, equipa de investigadores, equipe de pesquisadores, pesquisadora*,
        investigadores descobrem, físicos, biologia, zoólog*, botânic*, antropólog*, historiador*, linguista*,
        egiptólog*, paleo*, neolític*, idade do bronze, idade do ferro, vikings, faraó*, pirâmide*, múmia*,
        sarcófago*, necrópole, escavaç*, arte rupestre, hieróglif*, papiro, homo sapiens, hominíde*, mamute*,
        jurássico, cretácico, cretáceo, era do gelo, astecas, incas, cromossom*, células estaminais, células-tronco,
        embriões, clonagem, molécula*, átomo*, eletrões, elétrons, neutrino*, fotões, antimatéria, cern, fusão
        nuclear, supercondut*, nanotecnolog*, grafeno, espectrómetro, microscópio, supernova, estrela de neutrões, via
        láctea, andrómeda, big bang, matéria escura, energia escura, cosmos, cósmic*, cosmolog*, sistema solar,
        júpiter, saturno, neptuno, plutão, superlua, aurora boreal, auroras boreais, tempestade solar, meteoro,
        meteoros, perseidas, chuva de estrelas, astrofísic*, missão espacial, caminhada espacial, nave espacial,
        spacex, artemis, sismólog*, vulcanólog*, placas tectónicas, núcleo da terra, campo magnético, fundo do mar,
        oceanógraf*, expedição científica, academia de ciências, revista nature, revista science, medalha fields,
        teorema, números primos, neurónio*, neurônio*, fotossíntese""",
        """
        estudo*, investigação, descobr*, espécie*, lua, marte, espaço, universo, satélite*, antig*, cérebro,
        professor*, ciência*, planeta*, foguete*, foguetão, teoria, experiênc*, revela*, analisa*, observ*, mede,
        século*, milhões de anos, mistério*, enigma, rasto*, osso*, crânio, esqueleto, animal, planta*, rocha*,
        pedra*, céu, sol, solar, terra, órbita, lançamento, missão, sonda, luz, gravidade, profund*, macaco*, baleia*,
        tubar*, polvo*, abelha*, formiga*, aranha*, inset*, ave, aves, borboleta*, pesquis*, universidade*, física""",
    ),
    "health": (
        """
        vacina*, cancro da mama, câncer, epidemia, sarampo, gripe das aves, gripe aviária, saúde pública, saúde
        mental, enfarte, infarto, alzheimer, diabetes, obesidade, antibióticos, listas de espera, lista de espera,
        ensaio clínico, ensaios clínicos, doação de órgãos, médicos de família, organização mundial da saúde""",
        """
        saúde, hospita*, médic*, cirurgi*, enfermeir*, sanitári*, sns, sus, paciente*, utente*, doença*, cancro,
        tumor*, vacin*, vírus, epidemia*, surto de, gripe*, malária, ébola, cólera, sida, hiv, infarto*, enfarte*,
        avc, hipertensão, colesterol, antibiótico*, medicamento*, remédio*, terapia*, diagnóstico*, sintoma*,
        depressão, gravidez, aborto*, infeção, infeções, infecç*, contágio*, transplante*, nutriç*, vitamina*, tabaco,
        tabagismo, overdose, farmac*, farmác*, urgências, oms, anvisa, alergia*, dengue, psiquiatr*, centro de saúde,
        centros de saúde, posto de saúde, consulta médica, cuidados intensivos, uti, bloco operatório, cuidados
        paliativos, ambulância*, inem, obstetr*, partos, cesariana, prematur*, grávida*, gestante*, amamentação,
        menopausa, endometriose, menstrua*, contracet*, anticoncepcional, fertilidade, infertilidade, hormona*,
        hormônio*, covid longa, quarentena, mpox, tuberculose, meningite, bronquiolite, varicela, catapora, tétano,
        poliomielite, salmonela, listeria, intoxicação alimentar, carraça*, carrapato*, mosquito*, zika, chikungunya,
        febre amarela, hepatite, sífilis, sépsis, pneumonia, pulmão, pulmões, asma, bronquite, pólen, hemodiálise,
        intestino, próstata, leucemia, quimioterapia, radioterapia, mamografi*, ressonância magnética, ecografi*,
        doadores de sangue, doação de sangue, transfus*, insulina, pressão arterial, cardíac*, cardiovascular*,
        cardiolog*, trombose, artrose, osteoporose, dor nas costas, enxaqueca*, analgésic*, paracetamol, opioide*,
        fentanil, morfina, alcoolismo, fumadores, fumantes, cigarro*, nicotina, vape, ultraprocessados, calorias,
        excesso de peso, obes*, emagrecer, perda de peso, anorexia, bulimia, ozempic, suplementos, glúten, celíac*,
        desnutrição, ansiedade, bipolar*, esquizofreni*, autis*, tdah, psicólog*, psicolog*, insónia, insônia, apneia,
        esperança de vida, expectativa de vida, centenári*, eutanásia, morte assistida, doença rara, doenças raras,
        terapia génica, síndrome de down, fibrose quística, parkinson, esclerose múltipla, epilepsia, prótese*,
        dentista*, cárie*, oftalmolog*, miopia, cegueira, aparelho auditivo, dermatolog*, melanoma, protetor solar,
        oncolog*, neurolog*, pediatr*, ginecolog*, residentes médicos, ministério da saúde, ministra da saúde,
        ministro da saúde, infarmed, dgs, fiocruz, butantan, plano de saúde, pfizer, novo nordisk, genéricos, receita
        médica, efeitos secundários, efeitos colaterais, erro médico, superbactéria*, amianto, rastreio""",
        """
        tratamento*, risco*, teste*, corpo, coração, sangue, sono, dor, dores, alimenta*, dieta*, dose*, óbito*,
        clínic*, exercício*, cuidad*, covid*, coronavírus, pandemia*, curar, cura, doente*, infet*, infec*, transmi*,
        casos, mortes, mortalidade, preven*, proteg*, perig*, tóxic*, alerta*, eficaz, bebé*, bebê*, criança*,
        mulher*, idos*, cérebro, estômago, costas, joelho*, olhos, visão, ouvido*, boca, pele, músculo*, peso, comer,
        beber, água, leite, fruta*, legume*, carne, café, álcool, bem-estar, stress, estresse, exame*, cama*, espera,
        consulta*, falta de""",
    ),
    "climate": (
        """
        mudanças climáticas, alterações climáticas, aquecimento global, crise climática, gases de efeito estufa, gases
        com efeito de estufa, onda de calor, ondas de calor, incêndio florestal, incêndios florestais, biodiversidade,
        desmatamento, desflorestação, energias renováveis, energia renovável, nível do mar, glaciares, geleiras,
        parque eólico, parques eólicos, transição energética, emissões de carbono, furacão, cimeira do clima""",
        """
        mudança climática, climátic*, efeito estufa, gases de efeito, co2, emissões, renováveis, energia solar,
        energia eólica, painéis solares, combustíveis fósseis, cop27, cop28, cop29, cop30, meio ambiente, ambiental,
        ambientais, ambiente, ecolog*, amazônia, glaciar*, geleira*, seca, secas, enchente*, inundaç*, cheias,
        poluiç*, plástico*, reciclagem, ecossistema*, greenpeace, metano, extinção, renovável, cop, ipcc, acordo de
        paris, pegada de carbono, mercado de carbono, descarboniza*, dióxido de carbono, carbono, carvão, central a
        carvão, hidrogénio verde, hidrogênio verde, hidroelétric*, hidrelétric*, albufeira*, geotermia, biomassa,
        biogás, aerogerador*, eólica, eólicas, fotovoltaic*, energia limpa, eficiência energética, qualidade do ar,
        partículas finas, derrame de petróleo, derramamento de óleo, maré negra, resíduos, aterro sanitário,
        incinera*, compostagem, reciclar, sacos de plástico, sacolas plásticas, microplástico*, poluente*, pfas,
        agrotóxico*, pesticida*, glifosato, esgoto*, aquífero*, lençol freático, falta de água, escassez de água,
        desertificação, zonas húmidas, mangue*, recife*, corais, sobrepesca, reserva marinha, parque nacional, parque
        natural, reserva natural, amazónia, floresta amazónica, floresta amazônica, cerrado, pantanal, mata atlântica,
        reflorest*, plantar árvores, madeira ilegal, garimpeiro*, fauna, flora, lobo-ibérico, lince-ibérico,
        onça-pintada, onças, tartarugas, caça furtiva, marfim, rinoceronte*, polinizador*, espécies invasoras, espécie
        invasora, icebergue*, permafrost, ártico, antártida, gronelândia, corrente do golfo, el niño, la niña, erosão,
        tufão, tufões, ciclone*, monção, chuvas torrenciais, chuvas fortes, temporais, alagamento*, deslizamento*,
        enxurrada*, aviso vermelho, proteção civil mau tempo, recorde de calor, recordes de temperatura, mais quente,
        calor extremo, frente fria, geada*, granizo, falta de neve, ativistas climáticos, greta thunberg, wwf,
        ambientalista*, quercus, ibama, icmbio, desenvolvimento sustentável, economia circular, queimada*, fogos
        florestais, estiagem""",
        """
        clima, calor, tempestade*, furacão*, temperatura*, chuva*, floresta*, oceano*, mar, rio, rios, natureza,
        animais, espécies, água, solar*, nuclear*, verde*, sustentá*, incêndio*, fogo, planeta, graus, quente*, frio,
        seco, vento*, neve, gelo, solo, solos, terra, árvore*, montanha*, litoral, costa*, praia*, ilha*, lago*,
        marinh*, peixe*, pesca, cultivo*, colheita*, gado, energia, elétric*, gás, petróleo, gasolina, carro*, tóxic*,
        limp*, proteg*, ameaça*, restaur*, reserva, meteorolog*, fumo, fumaça, chamas, lixo, barragem, barragens,
        tornado""",
    ),
    "technology": (
        """
        inteligência artificial, ciberataque*, ataque hacker, ataque informático, chatgpt, ransomware, vazamento de
        dados, fuga de dados, semicondutores, redes sociais, centro de dados, data center, centros de dados, sistema
        operativo, sistema operacional, computação quântica, computador quântico, carro autónomo, carros autónomos,
        carros autônomos, smartphones, videojogo*, videogame*, falha de segurança""",
        """
        tecnolog*, tecnológic*, smartphone*, iphone*, ipad*, android, google, microsoft, openai, chatbot*, nvidia,
        samsung, facebook, instagram, whatsapp, tiktok, youtube, software, app, apps, aplicativo*, ia, algoritmo*,
        semicondutor*, computador*, informátic*, ciber*, hacker*, phishing, proteção de dados, internet, fibra ótica,
        5g, robô*, robot*, realidade virtual, relógio inteligente, data center*, nuvem, linux, windows, navegador*,
        rede social, startup*, silicon valley, vale do silício, playstation*, xbox*, nintendo*, processador*,
        blockchain, deepfake*, big tech*, big techs, aplicação, aplicações, palavra-passe, telemóveis, ia generativa,
        modelo de linguagem, assistente virtual, aprendizagem automática, aprendizado de máquina, reconhecimento
        facial, assistente de voz, siri, alexa, huawei, xiaomi, ios, macbook, relógios inteligentes, óculos
        inteligentes, realidade aumentada, metaverso, ecrã dobrável, dobrável, dobráveis, mensagens instantâneas,
        telegram, snapchat, linkedin, twitter, hashtag, moderação de conteúdo, privacidade, rgpd, lgpd, cookies, vpn,
        encriptação, criptografia, palavras-passe, senhas, piratas informáticos, vírus informático, malware, dados
        pessoais, dados roubados, apagão informático, falha informática, servidores, gmail, chrome, firefox, wi-fi,
        banda larga, 6g, telecomunicaç*, starlink, cabo submarino, cabos submarinos, microchip*, chips, nanómetro*,
        tsmc, intel, amd, asml, placa gráfica, supercomputador*, humanoide*, táxi voador, impressão 3d, impressora*,
        internet das coisas, código-fonte, código aberto, programador*, gamers, inventor, inventores, invenção,
        gadget*, carteira digital, euro digital, identidade digital, gigantes tecnológicas, gigantes da tecnologia""",
        """
        apple, digita*, online, usuário*, dispositivo*, ecrã*, tela, dados, web, site*, plataforma*, tablet*,
        bateria*, elétric*, inova*, patente*, celular*, telemóvel*, chip*, ferramenta*, internauta*, utiliza*,
        descarreg*, baixar, função, funções, conta, contas, perfil, mensage*, vídeo*, foto*, imagem, imagens, modelo*,
        máquina*, automátic*, autónom*, autônom*, voz, carregamento, falha*, ataque*, roubo*, vigil*, câmara*,
        câmera*, satélite*, ligação, conexão, sinal, versão, lança*, adolescentes, código, operadoras""",
    ),
    "sport": (
        """
        semifina*, meias-finais, quartos de final, quartas de final, oitavas de final, liga dos campeões, copa do
        mundo, campeonato do mundo, grande prémio, grande prêmio, fórmula 1, medalha de ouro, campeão do mundo, campeã
        mundial, campeão mundial, disputa de pênaltis, cartão vermelho, hat-trick, jogos olímpicos, despromoção,
        rebaixamento, libertadores, brasileirão, primeira liga""",
        """
        futebol*, champions league, liga europa, premier league, mundial de clubes, copa do brasil, copa américa,
        fifa, uefa, atacante*, avançado*, goleiro*, guarda-redes, meio-campista, médio ofensivo, zagueiro*, técnico
        do, treinador*, selecionador*, seleção brasileira, seleção portuguesa, pênalti*, penálti*, meia-final,
        flamengo, palmeiras, corinthians, são paulo fc, fluminense, vasco, grêmio, benfica, fc porto, sporting, real
        madrid, gol, gols, golo*, tênis, ténis, tenista*, wimbledon, roland garros, grand slam, basquete*, nfl, vôlei,
        voleibol, andebol, ciclis*, volta a frança, motogp, atletismo, atleta*, maratona*, natação, nadador*, ginast*,
        boxe, ufc, olimpíada*, olímpic*, paralímpic*, medalha*, medalhista*, árbitro*, doping, esporte*, desporto*,
        esportiv*, desportiv*, campeonato*, bola de ouro, rebaixa*, surf*, eliminatória*, qualificação para, playoff*,
        fase de grupos, série a, série b, segunda liga, taça de portugal, taça da liga, supertaça, supercopa,
        sul-americana, cbf, fpf, conmebol, nations league, liga das nações, santos fc, botafogo, atlético-mg,
        athletico, sc braga, vitória de guimarães, boavista, bayern, juventus, psg, manchester city, manchester
        united, arsenal, chelsea, lateral-direito, lateral-esquerdo, meia-atacante, centroavante, artilheiro*,
        goleador*, camisa 10, banco de suplentes, cláusula de rescisão, seleção nacional, comissão técnica, balneário,
        vestiário, livre direto, fora de jogo, var, cartão amarelo, primeiro tempo, segundo tempo, empate*, empata*,
        autogolo, gol contra, goleada*, líder do campeonato, subida à primeira liga, torcida*, torcedor*, claque*,
        maracanã, alvalade, estádio da luz, us open, australian open, atp, wta, taça davis, padel, golfe, golfista*,
        ligamento*, euroliga, nba*, handebol, futsal, hóquei, râguebi, rugby, super bowl, beisebol, pelotão, camisola
        amarela, contrarrelógio, volta a portugal, etapa da volta, velocista*, meia maratona, triatlo, triatlon,
        decatlo, salto em altura, salto em comprimento, salto com vara, estafeta, estilo livre, polo aquático,
        canoagem, regata*, skate, skatista*, esgrima, judoca*, judo, judô, caratê, taekwondo, pugilista, mma, luta
        livre, halterofilismo, tiro com arco, hipismo, ginástica, esqui, esquiador*, snowboard, patinagem, patinação,
        moto gp, pole position, escuderia, piloto da, rali, rally, dakar, xadrez, chama olímpica, coi, cob, recorde
        mundial, recorde nacional, quadro de medalhas, medalha de prata, medalha de bronze, antidoping, sporting cp,
        vasco da gama, avançado do benfica, pódio, boxeador*""",
        """
        jogo*, vitória*, vence, venceu, equipe*, equipa*, jogador*, liga, temporada*, época, copa*, taça, final,
        título*, campeã*, clube*, torneio*, corrida*, lesão*, adeptos, estádio*, rodada, contrato, recorde*,
        classific*, seleção, time, partida*, encontro, ganha, ganhar, bate, bateu, derrot*, domina*, goleia, impõe-se,
        vencedor*, vencid*, perde, perdeu, elimin*, pontos, ponto, finalista*, competição, prova, volta, duelo*,
        dérbi, clássico*, relvado, gramado, pista*, quadra, bola, camisola, camisa, joga, jogar, trein*, técnico,
        campeões, número um, mundial, ouro, prata, bronze, correr, salto, segundos, minuto*, capitão, etapa*, piloto*,
        reforço*, convocad*, elenco, plantel, expulso, prolongamento""",
    ),
    "culture": (
        """
        festival de cinema, passadeira vermelha, bilheteria, bilheteira, prémio camões, prêmio jabuti, prémio
        literário, nobel da literatura, exposição, exposições, novo disco, novo álbum, feira do livro, grammy*,
        eurovisão, peça de teatro, banda sonora, trilha sonora""",
        """
        filme*, cinema*, cineasta*, ator, atores, atriz*, diretor de cinema, oscar, óscar*, festival*, hollywood*,
        netflix, disney*, série de tv, telenovela*, novela*, álbum*, cantor*, canção, canções, rapper*, concerto*,
        show de, músico*, música*, musical*, orquestra*, ópera, óperas, ballet, balé, teatr*, romance*, romancista*,
        escritor*, poeta*, poesia, literári*, literatura, prêmio camões, nobel de literatura, livraria*, museu*,
        galeria*, exposiç*, pintor*, pintura*, escultor*, escultura*, artista*, fotógraf*, moda, estilista*, tapete
        vermelho, famos*, reality, big brother, bailarin*, humorista*, cultur*, patrimônio, património, quadrinhos,
        televisão, carnaval, samba, arte, artes, longa-metragem, longas-metragens, curta-metragem, curtas-metragens,
        documentário*, filme de animação, desenhos animados, anime, manga japonesa, banda desenhada, guião,
        roteirista*, roteiro de, argumentista, filmagens, protagonista da novela, salas de cinema, palma de ouro, urso
        de ouro, leão de ouro, berlinale, emmy, globo de ouro, globos de ouro, novela das nove, temporada final,
        última temporada, hbo, globoplay, rtp, tvi, tv globo, apresentador*, podcast, concurso televisivo, masterchef,
        comediante*, dramaturg*, gil vicente, shakespeare, são carlos, soprano, tenor, maestro*, filarmónica,
        filarmônica, sinfónic*, sinfônic*, pianista*, piano, violino, violinista*, guitarrista*, guitarra, baterista*,
        compositor*, coro, jazz, rock, rap, fado, fadista*, sertanejo, funk, forró, mpb, bossa nova, pagode, axé,
        videoclipe, vinil, rock in rio, lollapalooza, digressão mundial, gravadora*, coreógraf*, dança, circo,
        marionet*, autora, ensaísta*, poemas, poema, antologia, autobiografia, manuscrito*, livreiro*, best-seller,
        biblioteca*, bibliotecári*, academia brasileira de letras, dicionário, língua portuguesa, pinacoteca, masp,
        gulbenkian, serralves, belas-artes, galerista*, colecionador*, curador*, retrospetiva, retrospectiva, arte
        contemporânea, arte moderna, arte urbana, murais, grafiteiro*, aguarela*, aquarela*, cerâmica*, azulejo*,
        tapeçaria, vitral, vitrais, estátua*, impressionis*, surrealis*, barroc*, picasso, van gogh, tarsila do
        amaral, paula rego, bienal, leilão de arte, patrimônio histórico, património mundial, unesco, restauro,
        arquitet*, pritzker, alta-costura, alta costura, desfile de moda, passerelle, semana de moda, fashion week,
        escola de samba, escolas de samba, desfile das escolas, festas juninas, santos populares, folclore,
        celebridades, família real, casamento real, coroação, comédia, realizador""",
        """
        estrela*, livro*, obra*, palco*, turnê, digressão, fãs, estreia*, série*, papel, espetáculo*, público,
        prêmio*, prémio*, episódio*, casamento, rei, rainha, programa, tradiç*, cena, cortina, figurino*, canta,
        cantar, canto, voz, título, sucesso, culto, ícone, homenage*, mític*, célebre*, lendári*, criação, criador*,
        coleção, foto*, imagem, história*, personage*, herói*, página*, escrev*, escrit*, lê, ler, palavra*, língua,
        idioma*, século, antig*, restaur*, reabre, inaugur*, visitante*, espectador*, galardão, premiad*, júri,
        nomead*, indicad*, lenda*, monumento*, leitor*, leitura, contos""",
    ),
    "crime and courts": (
        """
        detidos, detida, condenado*, condenada*, condena, absolvido*, arguido*, prisão preventiva, anos de prisão,
        anos de cadeia, homicídio*, feminicídio*, assassinato*, assassínio*, narcotráfico, tráfico de droga, tráfico
        de drogas, lavagem de dinheiro, branqueamento de capitais, violência doméstica, esfaquead*, tiroteio*,
        sequestro*, ministério público, mandado de prisão, mandados de busca, polícia judiciária, estupro*, abuso
        sexual, preso em flagrante, réu""",
        """
        polícia*, policia*, psp, gnr, pm, pf, deteve, detido*, detida*, prende, preso*, presa*, assassin*, homicíd*,
        homicid*, feminicíd*, suspeit*, roubo*, roubad*, ladrão, ladrões, assalt*, esfaque*, disparos, sequestr*,
        rapto*, estupr*, violação, violador, abusos sexuais, pedófil*, pedofil*, burla*, golpe do, estelionat*,
        fraude*, corrupção, branqueamento, narcotráfic*, traficante*, máfia, milícia, facç*, prisão*, prisões,
        presídio*, recluso*, conden*, absolv*, réu*, acusado de, procurador*, julgament*, tribunal*, tribunais, stf,
        stj, supremo tribunal, juiz*, juíza*, juízes, júri, advogad*, queixa-crime, sentença*, veredicto, crime*,
        criminos*, criminal*, delito*, desaparecimento de, buscas, extradi*, justiça, pj, polícia civil, polícia
        federal, polícia militar, delegacia*, inquérito policial, penitenciária*, foragid*, fugitiv*, evadiu-se,
        prisão domiciliária, prisão domiciliar, pulseira eletrónica, tornozeleira, fiança, caução, pena de morte,
        indulto, queixoso, acusação particular, depoimento*, nega acusações, recurso no supremo, tribunal da relação,
        tribunal de justiça, tribunal penal internacional, magistrad*, juiz de instrução, desembargador*, promotoria,
        defensoria, oab, interpol, europol, estrangul*, degol*, esquartej*, a tiro, a tiros, baleado*, baleada*,
        facada*, espancad*, espancamento, agressor*, agredid*, assédio sexual, assediador, pornografia infantil, abuso
        de menores, tráfico de pessoas, tráfico humano, exploração sexual, ameaças de morte, chantagem, extors*,
        resgate milionário, raptad*, autópsia, encontrado morto, encontrada morta, corpo encontrado, impressões
        digitais, operação policial, apreens*, apreend*, cocaína, heroína, haxixe, maconha apreendida, droga
        apreendida, pcc, comando vermelho, milicianos, fação criminosa, facção criminosa, crime organizado,
        quadrilha*, gangue*, roubam, carteirista*, batedor de carteira, falsific*, notas falsas, falso médico, falsa
        médica, burlão, burlões, golpista do pix, golpe do pix, peculato, desvio de verbas, desvio de dinheiro,
        suborno*, corrupto*, tráfico de influências, fraude fiscal, incendiário*, vandalismo, atropelamento mortal,
        condução sob efeito, embriagado ao volante, espião, espionagem, difamação, calúnia*, crime de ódio, crimes de
        ódio, maus-tratos, judiciári*, desmantel*, rede criminosa, delegado da polícia, propina, promotores de
        justiça, judicial, furto, furtos, furtar""",
        """
        investiga*, vítima*, morte*, morto*, mata*, acusa*, caso, violência*, faca, arma, armas, droga*, ilegal*,
        denúnc*, lei, cadáver*, corpo, testemunh*, operação, cadeia*, supremo, culpad*, inocente*, pena*, factos,
        queixa*, prova*, cena, matou, morta, ferid*, bala*, disparo*, navalha*, golpe*, ameaça*, violent*, foge,
        fugiu, procurad*, encontrad*, quilos, tonelada*, clandestin*, fals*, mentira*, dinheiro, joia*, mulher,
        marido, esposa, companheir*, filha, filho, jovem, menor, vizinh*, condutor*, motorista*, agentes, agente,
        gang, confess*, desaparecid*, delegad*""",
    ),
    "society": (
        """
        pessoas em situação de rua, natalidade, licença parental, licença-maternidade, licença-paternidade, casamento
        homoafetivo, casamento entre pessoas do mesmo sexo, habitação social, habitação pública, bullying, laicidade,
        banco alimentar, igualdade de género, igualdade salarial, direitos humanos, direitos das mulheres, pobreza,
        crise da habitação, minha casa minha vida, bolsa família""",
        """
        escola*, alun*, docente*, professores, estudante*, educação, educativ*, ensino, enem, vestibular, creche*,
        família*, imigra*, migrante*, migração, refugiados, asilo, deportaç*, sem-abrigo, moradores de rua, habitação,
        moradia*, aluguel, arrendament*, inquilin*, despejo*, desigualdade*, racis*, discrimina*, igualdade, lgbt*,
        homossexua*, transexua*, trans, feminis*, machis*, igreja*, papa, vaticano, bispo*, católic*, muçulman*,
        mesquita*, islão, islã, judeu*, judaic*, antissemit*, religi*, cristã*, evangélic*, ramadão, natal, população,
        demográf*, divórcio*, voluntári*, deficiência*, adolescente*, jovens, manifestaç*, manifestante*, moradores,
        sociedade, social, sociais, aposentad*, reformados, indígena*, ano letivo, volta às aulas, merenda escolar,
        falta de professores, greve de professores, sala de aula, salas de aula, exames nacionais, ensino médio,
        ensino superior, bolsas de estudo, estudantil, residências estudantis, cotas raciais, formação profissional,
        analfabet*, telemóveis nas escolas, educador*, ajudas sociais, rendimento social, rsi, assistentes sociais,
        segurança social, proteção de menores, mãe solteira, mães solteiras, avós, solteir*, solidão, terceira idade,
        velhice, envelhecimento, geração z, despovoamento, interior do país, vizinhança, convivência, voluntariado,
        solidariedade, doações, despejados, ocupação de prédio, rendas altas, aluguéis, favela*, bairro de lata,
        pobres, precariedade, classe média, aima, autorização de residência, nacionalidade, reagrupamento familiar,
        ciganos, injúria racial, xenofobia, islamofobia, escravatura, escravidão, trabalho escravo, povos indígenas,
        terras indígenas, quilombo*, padre*, pároco, paróquia*, diocese*, cardeal, cardeais, conclave, pontífice,
        fiéis, batismo, primeira comunhão, peregrin*, fátima peregrinos, santuário*, monge*, freira*, mosteiro*,
        convento*, culto evangélico, protestantes, imã, véu islâmico, sinagoga*, rabino*, budis*, hindu*, candomblé,
        umbanda, terreiro*, seita*, páscoa, quaresma, ramadã, paridade, sexismo, metoo, dia da mulher, direito ao
        aborto, parada gay, orgulho gay, gay, lésbica*, pessoas trans, homofobia, transfobia, barriga de aluguer,
        barriga de aluguel, linguagem inclusiva, linguagem neutra, cadeira de rodas, acessibilidade, surdos, cegos,
        língua gestual, cuidadores, funeral, funerais, enterro*, cemitério*, nomes de bebé, apelidos, sobrenome*,
        marcha contra, pensionistas, guarda compartilhada, professoras, órfãos, missa, missas, requerentes de asilo""",
        """
        criança*, filh*, mulher*, homem, homens, jovem, juventude, gente, vida, bairro*, vizinh*, direitos, fé,
        universidade*, mãe*, pai, idosos, geração*, associaç*, pessoas, protest*, classe*, curso, aprender, ensinar,
        exame*, bebé*, amor, amigos, amizade, casa*, lar, lares, cidade, habitante*, viver, ajuda*, apoio, chegada,
        origem, estrangeir*, país, documento*, comunidade*, crente*, oração, rezar, deus, santo*, pobre*, rico*,
        minoria*, liberdade*, respeito, idade, velho*, reforma, sondagem, residente*, adoção, abrigo*, aulas""",
    ),
}
