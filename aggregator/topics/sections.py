"""What outlets call their sections, by the topic that each name tells beyond doubt; plain data, read by people.

Names of sections and folders of addresses as they stand in lists of feeds and in articles' addresses. What is missing
is missing on purpose: news, world, local, video, opinion, lifestyle, travel, cars, media, weather, energy, games,
"science and environment" tell no one topic, so the words of the article decide.
"""

from __future__ import annotations

# A comma stands between names; case, accents, hyphens and "and"/"&" make no difference.
SECTIONS: dict[str, str] = {
    "politics": """
        politics, political, government, elections, election, congress, senate, parliament, westminster,
        white house, the white house, diplomacy, foreign policy, foreign affairs, us politics, 2020 election,
        2024 election, politik, innenpolitik, aussenpolitik, außenpolitik, wahlen, wahl, bundestagswahl,
        landtagswahl, bundestag, landespolitik, politique, élections, gouvernement, politique intérieure,
        diplomatie, política, elecciones, gobierno, congreso, eleições, politica, política nacional, elezioni,
        governo, politica interna, politica estera, politiek, verkiezingen, kabinet, политика, выборы,
        внутренняя политика, внешняя политика, политика и власть, політика, вибори, polityka, wybory, politika,
        volby, domácí politika, politikk, valg, val, riksdagen, politiikka, vaalit, poliitika, siyaset, seçim,
        πολιτική, سياسة, السياسة, انتخابات, פוליטיקה, politik nasional, राजनीति, 政治, 政局, 選舉, 選挙, 정치,
        정치일반, chính trị, การเมือง""",
    "economy": """
        economy, economics, business, business & economy, economy & business, business and finance, finance,
        finances, financial, markets, market, stock market, stocks, stock markets, money, personal finance,
        companies, industry, industries, banking, banking finance, investing, investment, forex, commodities,
        earnings, trade, retail, employment, biz, report on business, global markets, financial markets,
        business wire, moneybeat, property market, crypto, cryptocurrency, personal money, oil gas,
        mergers acquisitions, work, labor, labour, wirtschaft, finanzen, börse, geld, unternehmen, arbeit, märkte,
        konjunktur, wirtschaft & finanzen, verbraucher, karriere, économie, entreprises, bourse, argent, marchés,
        emploi, éco, économie & social, finance marchés, conso, economía, negocios, empresas, mercados, dinero,
        finanzas, empleo, bolsa, trabajo, economia, negócios, dinheiro, finanças, mercado, emprego,
        economia e finanza, finanza, imprese, mercati, lavoro, soldi, borsa, affari, lavoro e welfare, economie,
        geld & werk, beurs, bedrijven, financieel, ondernemen, экономика, бизнес, финансы, рынки, деньги,
        компании, экономика и бизнес, економіка, бізнес, фінанси, gospodarka, biznes, finanse, pieniądze, praca,
        ekonomika, byznys, peníze, økonomi, næringsliv, penge, erhverv, ekonomi, näringsliv, börs, talous,
        majandus, gazdaság, οικονομία, bisnis, keuangan, اقتصاد, الاقتصاد, أعمال, مال وأعمال, אקונומיה, כלכלה,
        कारोबार, बिजनेस, 経済, ビジネス, 经济, 經濟, 财经, 財經, 商业, 경제, 산업, 금융, kinh tế, kinh doanh,
        เศรษฐกิจ""",
    "war and conflict": """
        war, wars, conflict, conflicts, war and conflict, defense, defence, military, armed forces, army,
        national security, ukraine war, war in ukraine, russia ukraine war, russia ukraine, israel hamas war,
        israel gaza war, gaza war, israel gaza, war on gaza, israel at war, middle east conflict,
        middle east crisis, syria war, terrorism, armed conflict, defense news, krieg, kriege,
        krieg in der ukraine, ukraine krieg, nahost konflikt, nahostkonflikt, verteidigung, bundeswehr,
        terrorismus, guerre, guerre en ukraine, guerre ukraine, conflit, conflits, défense, armée,
        conflit israélo palestinien, terrorisme, guerra, guerra en ucrania, guerra de ucrania, guerra na ucrânia,
        guerra in ucraina, conflicto, conflictos, defensa, defesa, difesa, terrorismo, guerras, oorlog,
        oorlog in oekraïne, defensie, война, война в украине, армия, вооруженные силы, конфликты, спецоперация,
        війна, wojna, wojna w ukrainie, válka, válka na ukrajině, krigen i ukraina, forsvar, försvar, sota, savaş,
        حرب, الحرب, الحرب على غزة, 戦争, 军事, 軍事, 국방""",
    "science": """
        science, sciences, space, astronomy, physics, biology, archaeology, chemistry, astrophysics, cosmos,
        palaeontology, paleontology, sciencenow, mathematics, neuroscience, wissenschaft, forschung, weltraum,
        astronomie, wissen & forschung, sciences & espace, espace, recherche scientifique, archéologie, ciencia,
        ciencias, espacio, investigación científica, astronomía, arqueología, ciência, ciências, espaço, scienza,
        scienze, spazio, astronomia, archeologia, wetenschap, ruimtevaart, наука, космос, астрономия,
        наука и космос, nauka, kosmos, věda, vesmír, vitenskap, forskning, videnskab, vetenskap, tiede, teadus,
        tudomány, bilim, επιστήμη, علوم, العلوم, מדע, विज्ञान, sains, 科学, 科學, 宇宙, サイエンス, 과학, khoa học""",
    "health": """
        health, healthcare, health care, medicine, medical, wellness, well being, coronavirus, covid 19, covid,
        nutrition, nhs, mental health, diseases, public health, health news, health & fitness, health & wellness,
        fitness & health, pharma, gesundheit, medizin, corona, ernährung, psychologie & gesundheit, santé,
        médecine, coronavirus covid 19, santé bien être, salud, salud y bienestar, medicina, saúde, bem estar,
        salute, salute e benessere, sanità, gezondheid, zorg, здоровье, медицина, здоров'я, коронавирус, zdrowie,
        zdraví, zdravie, zdravlje, helse, sundhed, hälsa, terveys, tervis, egészség, sağlık, υγεία, صحة, الصحة,
        طب, בריאות, स्वास्थ्य, kesehatan, 健康, 医療, 醫療, 医疗, 건강, 의료, sức khỏe, สุขภาพ""",
    "climate": """
        climate, climate change, climate crisis, climate emergency, environment, climate & environment,
        environment & climate, global warming, extreme weather, biodiversity, conservation, wildlife,
        sustainability, klima, klimawandel, umwelt, klimakrise, klima & umwelt, umwelt & klima, naturschutz,
        nachhaltigkeit, climat, environnement, planète, réchauffement climatique, écologie,
        climat & environnement, transition écologique, medio ambiente, medioambiente, cambio climático,
        clima y medio ambiente, crisis climática, meio ambiente, meio-ambiente, ambiente, mudanças climáticas,
        emergência climática, clima e ambiente, crisi climatica, ambiente e clima, klimaat, milieu,
        klimaat & milieu, экология, климат, екологія, środowisko, klimat, ekologia, klimatet, životní prostředí,
        miljø, klima og miljø, miljö, ympäristö, ilmasto, çevre, περιβάλλον, بيئة, البيئة, مناخ, المناخ,
        lingkungan, पर्यावरण, 環境, 环境, 気候変動, 기후, 환경, môi trường""",
    "technology": """
        technology, tech, technology & internet, tech news, tech & gadgets, gadgets, internet, software,
        artificial intelligence, ai, ai platforms & assistants, cybersecurity, cyber security, cyber, computing,
        computers, mobile, mobiles, smartphones, phones, it, information technology, social networks, robotics,
        digital, digital life, hardware, android, personal tech, tech policy, programming, wearables, smart home,
        internet culture & technology, gadgets & tech, telecom, technologie, technik, netzwelt, digitales,
        netzpolitik, künstliche intelligenz, ki, handy, computer, it sicherheit, technologies, high tech,
        numérique, tech & net, intelligence artificielle, pixels, cybersécurité, tecnología, tecnologia,
        inteligencia artificial, ciberseguridad, móviles, inteligência artificial, tec, informática,
        intelligenza artificiale, hi tech, tech e innovazione, cibersegurança, technologia, технологии, интернет,
        гаджеты, интернет и сми, технології, technologie & internet, nowe technologie, technika, teknologi,
        teknologia, teknik, teknoloji, tehnologija, τεχνολογία, تكنولوجيا, تقنية, علوم وتكنولوجيا, טכנולוגיה,
        टेक्नोलॉजी, tekno, 科技, テクノロジー, it テクノロジー, 기술, it 과학, công nghệ, เทคโนโลยี""",
    "sport": """
        sport, sports, football, soccer, tennis, cricket, rugby, rugby union, rugby league, golf, boxing, cycling,
        athletics, basketball, baseball, ice hockey, hockey, swimming, formula 1, f1, formula one, formula e,
        motorsport, motogp, nba, nfl, mlb, nhl, mls, nwsl, wnba, ufc, mma, wwe, olympics, winter olympics,
        paralympics, premier league, champions league, gaa, world cup, euro 2024, horse racing, racing,
        other sport, other sports, more sports, sports betting, college football, college basketball,
        high school sports, volleyball, handball, gymnastics, skiing, snooker, wrestling, ligue 1, serie a,
        bundesliga, la liga, laliga, sports nation, women's sport, transfer news, fußball, fussball, wintersport,
        formel 1, 2. bundesliga, leichtathletik, radsport, olympia, eishockey, sport news, foot, cyclisme,
        jeux olympiques, mercato, ligue des champions, basket, athlétisme, formule 1, sports us, deportes,
        deporte, fútbol, futbol, baloncesto, ciclismo, fórmula 1, juegos olímpicos, tenis, motociclismo, esporte,
        esportes, desporto, futebol, basquete, vôlei, brasileirão, olimpíadas, futebol internacional, calcio,
        pallavolo, olimpiadi, formula uno, ciclismo su strada, voetbal, wielrennen, schaatsen, sport buitenland,
        спорт, футбол, хоккей, теннис, баскетбол, олимпиада, бокс, sporty, piłka nożna, siatkówka, fotbal, hokej,
        fotball, fodbold, fotboll, håndbold, ishockey, jalkapallo, jääkiekko, urheilu, foci, labdarúgás, spor,
        basketbol, αθλητικά, ποδόσφαιρο, رياضة, الرياضة, كرة القدم, ספורט, खेल, क्रिकेट, olahraga, sepak bola,
        スポーツ, 野球, サッカー, 体育, 體育, 足球, 스포츠, 축구, 야구, thể thao, bóng đá, กีฬา""",
    "culture": """
        culture, arts, art, arts & culture, culture & arts, arts & entertainment, entertainment,
        entertainment & arts, music, film, films, movies, movie news, books, theatre, theater, tv, television,
        tv & radio, tv & movies, celebrity, celebrities, celebrity news, showbiz, show biz, showbusiness,
        hollywood, bollywood, stage, literature, art & design, photography, museums, dance, opera,
        classical music, pop culture, tv news, music news, gossip, tvshowbiz, comics, architecture,
        entertainment news, fashion, celebs, celeb news, people & culture, streaming, oscars, eurovision,
        exhibitions, kultur, feuilleton, musik, kino, bücher, literatur, theater & oper, film & tv, unterhaltung,
        kunst, medien & kultur, musique, cinéma, livres, arts & spectacles, théâtre, télé, télévision, séries,
        spectacles, divertissement, médias & culture, cultura, música, cine, libros, teatro, arte, televisión,
        espectáculos, entretenimiento, farándula, gente y cultura, cinema, livros, ilustrada, televisão,
        entretenimento, diversão e arte, famosos, novelas, celebridades, musica, libri, spettacoli, spettacolo,
        cinema e tv, arti, cultuur, muziek, boeken, kunst & cultuur, film & serie, культура, кино, музыка, книги,
        театр, искусство, шоу бизнес, шоубизнес, kultura, muzyka, książki, filmy, rozrywka, hudba, knihy, divadlo,
        kultur og underholdning, underholdning, nöje, kultur & nöje, bøker, viihde, kulttuuri, kultúra,
        kültür sanat, kültür, sanat, πολιτισμός, ثقافة, الثقافة, فن, فنون, ثقافة وفن, תרבות, मनोरंजन, hiburan,
        seni budaya, 文化, 娱乐, 娛樂, エンタメ, 芸能, 藝文, 문화, 연예, văn hóa, giải trí, บันเทิง""",
    "crime and courts": """
        crime, crime & courts, crime & justice, courts, courts & crime, court, justice, law, law & order,
        law & crime, police, legal, crime news, crime & safety, true crime, supreme court, legal affairs, prisons,
        criminal justice, murders, crime & public safety, kriminalität, justiz, polizei, recht, blaulicht,
        verbrechen, gericht, polizei & justiz, kriminalfälle, recht & justiz, faits divers, police & justice,
        justice & faits divers, police justice, procès, fait divers, faits divers justice, justicia,
        tribunales, policiales, seguridad y justicia, crimen, judicial, policía, sucesos y tribunales,
        casos policiais, polícia, justiça, crime e justiça, segurança pública, cronaca nera, giustizia,
        cronaca giudiziaria, mafia, misdaad, justitie, politie & justitie, криминал, происшествия и криминал, суд,
        преступность, суды, кримінал, kryminalne, sprawy kryminalne, krimi, černá kronika, crna kronika,
        crna hronika, krim, kriminalitet, kriminalitas, hukum, hukum & kriminal, rikos, brott, rättsväsende, suç,
        asayiş, جريمة, جرائم, حوادث, قضاء, محاكم, פלילים, अपराध, क्राइम, 事件, 犯罪, 法治, 社會與法, 사건사고,
        pháp luật, อาชญากรรม""",
    "society": """
        society, social affairs, education, schools, higher education, universities, religion, faith, belief,
        family, parenting, immigration, migration, gender, housing, homelessness, social issues, human rights,
        inequality, lgbtq, lgbt, parents, students, student life, faith & religion, demographics, welfare,
        catholic, christian, race & ethnicity, aged care, gesellschaft, bildung, familie, religion & kirche,
        kirche, schule, soziales, migration & integration, hochschule, schule & studium, société, éducation,
        religions, famille, immigration & société, vie de famille, enseignement, logement, sociedad, educación,
        religión, familia, inmigración, igualdad, vivienda, derechos humanos, educacion & sociedad, sociedade,
        educação, religião, família, educação & sociedade, direitos humanos, habitação, società, istruzione,
        scuola, religione, famiglia, migranti, diritti, samenleving, maatschappij, onderwijs,
        religie & samenleving, gezin, общество, образование, религия, семья, суспільство, освіта, społeczeństwo,
        edukacja, religia, rodzina, společnost, vzdělávání, společnost a vztahy, društvo, obrazovanje, samfund,
        samfunn, utdanning, uddannelse, samhälle, utbildning, yhteiskunta, koulutus, toplum, eğitim,
        yaşam & toplum, κοινωνία, παιδεία, مجتمع, المجتمع, تعليم, دين, חינוך, शिक्षा, pendidikan, agama, 社会保障,
        教育, 교육, giáo dục, xã hội, การศึกษา""",
}

# Words of a section's name that say where or how, not what: "UK Politics", "Latest Sports News", "Local Crime".
EMPTY = """
actu actualité actualités africa aktuell aktuelle all alle american asia australia australian breaking british
canada canadian categories category city county coverage deutschland domestic el english españa eu europe
european federal foreign france french general german germany global headlines india indian international irish
italia la latest le les local magazine main men men's monde mondo more mundo nachrichten national neueste news
nieuws noticias notizie notícias online our page regional report reports ressort rubric rubrik scottish section
sections special state states stories story the thema top topic topics tous toute u.k u.s uk ultime us usa welt
women world últimas новости"""
