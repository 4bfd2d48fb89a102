"""Portuguese."""

PT: dict[str, tuple[str, str]] = {
    "nothing": (
        """
        clima de, clima político, guerra comercial, guerra de preços, guerra das estrelas, star wars,
        colheita de maçãs, corte de cabelo, cortes de energia, saúde da economia, a partir de, partir do""",
        "",
    ),
    "politics": (
        """
        eleiç*, eleitor*, eleitoral*, urnas, deputad*, senado, senador*, câmara dos deputados,
        assembleia da república, congresso nacional, parlament*, primeiro-ministro, primeira-ministra, ministr*,
        planalto, palácio do planalto, coligação, oposição, referendo, moção de censura, impeachment, casa branca,
        psdb, psd, bolsonaris*, extrema-direita, extrema direita, polític*, diplomát*, embaixad*, cúpula, cimeira,
        sanções, comissão europeia, parlamento europeu, conselho de ministros, kremlin, democratas, republicanos,
        populis*, golpe de estado, constitucional*, projeto de lei, prefeit*, vereador*, autarquic*, autárquic*,
        governador*, campanha eleitoral, candidat*, legislativas, presidenciais, pec, stf e congresso""",
        """
        president*, partido*, lei, leis, reforma*, voto*, votação, campanha, direita, esquerda, debate*,
        negociaç*, líder*, demissão, renúncia, estado, acordo, bruxelas, câmara, governo, governos""",
    ),
    "economy": (
        """
        econom*, inflação, ipca, taxa de juros, juros, selic, bce, banco central, copom, reserva federal, bolsa,
        ibovespa, psi-20, wall street, acionista*, dividendo*, lucro*, resultados trimestrais, faturamento,
        falência*, recuperação judicial, fusão, recessão, pib, desemprego, demissões, despediment*, salári*,
        salário mínimo, sindicato*, greve*, exporta*, importaç*, importador*, tarifa*, tarifaço, petróleo,
        petrobras, preço do petróleo, conta de luz, supermercado*, crédito habitação, imobiliári*, imposto*, irs,
        fiscal*, dívida pública, déficit, défice, banco, bancos, bancári*, seguradora*, fabricante*, indústria*,
        industrial*, empresa*, empresári*, pme, investidor*, investiment*, mercados, bitcoin, criptomoeda*,
        zona euro, fmi, agronegócio, cotação, dólar, guerra comercial, guerra de preços, saúde da economia""",
        """
        mercado*, preço, preços, sobe, sobem, cai, caem, milhões, bilhões, bilhão, euros, custo*, comércio,
        cliente*, venda*, produção, fábrica*, emprego*, crescimento, companhia*, energia, dinheiro, finanç*,
        orçamento, crédito*, previdência, agricult*, consum*, trabalhador*, reais, ações""",
    ),
    "war and conflict": (
        """
        guerra, guerras, ataque aéreo, ataques aéreos, bombarde*, míssil, mísseis, drone*, artilharia,
        cessar-fogo, trégua, soldado*, tropas, exército*, militar*, otan, nato, ofensiva*, contraofensiva,
        invasão, tanques, caças, navio de guerra, armamento*, armas nucleares, munição*, muniç*, terroris*,
        jihadis*, estado islâmico, hamas, hezbollah, houthis, talibã, talibãs, faixa de gaza, gaza, cisjordânia,
        refém, reféns, negociações de paz, acordo de paz, crimes de guerra, genocídio, milícias, rebelde*,
        guerrilh*, capacetes azuis, ministério da defesa, ministro da defesa, forças armadas, guerra civil,
        combates, insurgentes, cabo delgado, atacam""",
        """
        ataque*, mortos, mata, morrem, conflito*, ucrâni*, ucranian*, israel*, palestin*, rússia, russo*, russa*,
        irã, irão, iranian*, paz, explos*, fronteira*, refugiad*, civis, defesa, kiev, líbano, bomba*, armas,
        aldeia*""",
    ),
    "science": (
        """
        cientista*, científic*, pesquisadores, investigadores da universidade, astrónom*, astrônom*, astronauta*,
        espacial, espaciais, nasa, esa, telescópio*, galáxia*, buraco negro, buracos negros, exoplaneta*,
        asteroide*, cometa*, meteorito*, eclipse*, física quântica, quântic*, partículas, químico*, biólog*,
        genétic*, genoma*, adn, dna, fóssil, fósseis, dinossauro*, paleont*, arqueólog*, arqueológ*, neandertal*,
        evolução humana, neurociên*, micróbio*, laboratóri*, geólog*, matemátic*, nobel de física,
        nobel da física, nobel de química, nobel da química, pré-histór*""",
        """
        estudo*, pesquisa*, investigação, descobr*, espécie*, lua, marte, espaço, universo, satélite*, antig*,
        cérebro, professor*, ciência*, planeta*, foguete*, foguetão, teoria, experiênc*""",
    ),
    "health": (
        """
        saúde, hospita*, médic*, cirurgi*, enfermeir*, sanitári*, sns, sus, paciente*, utente*, doença*, cancro,
        câncer, tumor*, vacin*, vírus, epidemia*, surto de, sarampo, gripe*, malária, ébola, cólera, sida, hiv,
        alzheimer, diabetes, obesidade, infarto*, enfarte*, avc, hipertensão, colesterol, antibiótico*,
        medicamento*, remédio*, terapia*, diagnóstico*, sintoma*, depressão, saúde mental, gravidez, aborto*,
        infeção, infeções, infecç*, contágio*, gripe aviária, transplante*, nutriç*, vitamina*, tabaco, tabagismo,
        overdose, farmac*, farmác*, urgências, oms, anvisa, alergia*, dengue, psiquiatr*""",
        """
        tratamento*, risco*, teste*, corpo, coração, sangue, sono, dor, dores, alimenta*, dieta*, dose*, óbito*,
        clínic*, exercício*, cuidad*, covid*, coronavírus, pandemia*""",
    ),
    "climate": (
        """
        mudanças climáticas, mudança climática, alterações climáticas, crise climática, aquecimento global,
        climátic*, efeito estufa, gases de efeito, co2, emissões, energias renováveis, renováveis, energia solar,
        energia eólica, parque eólico, painéis solares, transição energética, combustíveis fósseis, cop27, cop28,
        cop29, cop30, meio ambiente, ambiental, ambientais, ambiente, ecolog*, biodiversidade, desmatamento,
        desflorestação, amazônia, glaciar*, geleira*, nível do mar, onda de calor, ondas de calor, seca, secas,
        incêndios florestais, incêndio florestal, enchente*, inundaç*, cheias, poluiç*, plástico*, reciclagem,
        ecossistema*, greenpeace, metano, extinção, queimadas, energia renovável, renovável""",
        """
        clima, calor, tempestade*, ciclone*, furacão*, temperatura*, chuva*, floresta*, oceano*, mar, rio, rios,
        natureza, animais, espécies, água, carbono, solar*, carvão, nuclear*, verde*, sustentá*, incêndio*, fogo""",
    ),
    "technology": (
        """
        tecnolog*, tecnológic*, smartphone*, iphone*, ipad*, android, google, microsoft, openai, chatgpt,
        chatbot*, nvidia, samsung, facebook, instagram, whatsapp, tiktok, youtube, software, app, apps,
        aplicativo*, inteligência artificial, ia, algoritmo*, semicondutor*, computador*, informátic*, ciber*,
        hacker*, ransomware, phishing, vazamento de dados, proteção de dados, internet, fibra ótica, 5g, robô*,
        robot*, carro autónomo, carros autônomos, realidade virtual, relógio inteligente, data center*,
        centro de dados, nuvem, linux, windows, navegador*, redes sociais, rede social, startup*, silicon valley,
        vale do silício, videojogo*, videogame*, playstation*, xbox*, nintendo*, processador*, blockchain,
        deepfake*, big tech*, big techs, aplicação, aplicações, palavra-passe, telemóveis, sistema operativo""",
        """
        apple, digita*, online, usuário*, utilizador*, dispositivo*, ecrã*, tela, dados, web, site*, plataforma*,
        tablet*, bateria*, elétric*, inova*, patente*, celular*, telemóvel*, chip*, ferramenta*, mensagens""",
    ),
    "sport": (
        """
        futebol*, futebolista*, brasileirão, liga dos campeões, champions league, liga europa, premier league,
        copa do mundo, mundial de clubes, libertadores, copa do brasil, copa américa, fifa, uefa, atacante*,
        avançado*, goleiro*, guarda-redes, meio-campista, médio ofensivo, zagueiro*, técnico do, treinador*,
        selecionador*, seleção brasileira, seleção portuguesa, pênalti*, penálti*, semifinal*, meia-final,
        meias-finais, quartas de final, quartos de final, oitavas de final, flamengo, palmeiras, corinthians,
        são paulo fc, fluminense, vasco, grêmio, benfica, fc porto, sporting, real madrid, gol, gols, golo*,
        tênis, ténis, tenista*, wimbledon, roland garros, grand slam, basquete*, basquetebol, nba, nfl, vôlei,
        voleibol, andebol, ciclis*, volta a frança, fórmula 1, grande prémio, grande prêmio, motogp, atletismo,
        atleta*, maratona*, natação, nadador*, ginast*, boxe, ufc, olimpíada*, jogos olímpicos, olímpic*,
        paralímpic*, medalha*, medalhista*, árbitro*, doping, esporte*, desporto*, esportiv*, desportiv*,
        campeonato*, campeão mundial, bola de ouro, rebaixa*, surf*""",
        """
        jogo*, vitória*, derrota*, vence, venceu, equipe*, equipa*, jogador*, liga, temporada*, época, copa*,
        taça, final, título*, campeão*, campeã*, clube*, torneio*, corrida*, lesão*, torcida*, torcedor*, adeptos,
        estádio*, rodada, contrato, recorde*, classific*, seleção, time, partida*""",
    ),
    "culture": (
        """
        filme*, cinema*, cineasta*, ator, atores, atriz*, atrizes, diretor de cinema, oscar, óscar*, festival*,
        hollywood*, netflix, disney*, série de tv, telenovela*, novela*, álbum*, cantor*, canção, canções,
        rapper*, concerto*, show de, músico*, música*, musical*, orquestra*, ópera, óperas, ballet, balé, teatr*,
        romance*, romancista*, escritor*, poeta*, poesia, literári*, literatura, prémio camões, prêmio camões,
        nobel de literatura, nobel da literatura, livraria*, museu*, galeria*, exposiç*, pintor*, pintura*,
        escultor*, escultura*, artista*, fotógraf*, moda, estilista*, tapete vermelho, famos*, reality,
        big brother, bailarin*, humorista*, eurovisão, cultur*, patrimônio, património, quadrinhos, televisão,
        carnaval, samba, arte, artes""",
        """
        estrela*, livro*, obra*, palco*, turnê, digressão, fãs, estreia*, série*, papel, espetáculo*, público,
        prêmio*, prémio*, episódio*, casamento, rei, rainha, programa, tradiç*""",
    ),
    "crime and courts": (
        """
        polícia*, policia*, polícial, psp, gnr, pm, pf, deteve, detido*, detida*, prende, preso*, presa*,
        assassin*, homicíd*, homicid*, feminicíd*, suspeit*, roubo*, roubad*, ladrão, ladrões, assalt*, esfaque*,
        tiroteio*, disparos, sequestr*, rapto*, estupr*, violação, violador, abuso sexual, abusos sexuais,
        pedófil*, pedofil*, burla*, golpe do, estelionat*, fraude*, corrupção, lavagem de dinheiro, branqueamento,
        tráfico de drogas, narcotráfic*, traficante*, máfia, milícia, facç*, prisão*, prisões, presídio*,
        recluso*, conden*, absolv*, arguido*, réu*, acusado de, ministério público, procurador*, julgament*,
        tribunal*, tribunais, stf, stj, supremo tribunal, juiz*, juíza*, juízes, júri, advogad*, queixa-crime,
        sentença*, veredicto, crime*, criminos*, criminal*, delito*, desaparecimento de, buscas, extradi*, justiça""",
        """
        investiga*, vítima*, morte*, morto*, mata*, acusa*, caso, violência*, faca, arma, armas, droga*, ilegal*,
        denúnc*, lei, cadáver*, corpo, testemunh*, operação, cadeia*, supremo""",
    ),
    "society": (
        """
        escola*, alun*, docente*, professores, estudante*, educação, educativ*, ensino, enem, vestibular, creche*,
        família*, imigra*, migrante*, migração, refugiados, asilo, deportaç*, sem-abrigo, moradores de rua,
        habitação, moradia*, aluguel, arrendament*, inquilin*, despejo*, pobreza, desigualdade*, racis*,
        discrimina*, direitos humanos, igualdade, lgbt*, homossexua*, transexua*, trans, feminis*, machis*,
        igreja*, papa, vaticano, bispo*, católic*, muçulman*, mesquita*, islão, islã, judeu*, judaic*,
        antissemit*, religi*, cristã*, evangélic*, ramadão, natal, natalidade, população, demográf*, divórcio*,
        voluntári*, deficiência*, adolescente*, jovens, manifestaç*, manifestante*, moradores, sociedade, social,
        sociais, aposentad*, reformados, indígena*, quilombola*""",
        """
        criança*, filh*, mulher*, homem, homens, jovem, juventude, gente, vida, bairro*, vizinh*, direitos, fé,
        universidade*, mãe*, pai, idosos, geração*, associaç*, pessoas, protest*""",
    ),
}
