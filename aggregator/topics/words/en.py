"""English."""

EN: dict[str, tuple[str, str, str]] = {
    "nothing": (
        "",
        """
        climate of, political climate, economic climate, business climate, war on words, war of words, war of the
        roses, star wars, culture war*, trade war*, price war*, bidding war*, war room, war chest, turf war*, tug of
        war, star trek, food court, court of public opinion, courting, rocket fuel, ballpark figure, game changer*,
        game plan, blame game*, end game, race to the bottom, arms race, rat race, human race, party line*, third
        party, birthday part*, dinner part*, garden part*, third world, viral video*, gone viral, goes viral, virus
        scanner*, state of the art, art of the deal, sick leave, healthy appetite, healthy margin, clean bill of
        health, health warning, under fire, ceasefire call, play ball, own goal on, moving the goalposts, goalpost*,
        sustainable development goal*, apple harvest*, apple orchard*, apple pie*, apple tree*, apple cider, apple
        grower*, summer school, old school, school of thought, office politics, rocket salad, kick off, kicks off,
        kicked off, in the wake of, crime novel*, crime drama*, crime thriller*, crime series, crime writer*, court
        shoe*, race against time, race relations act, match made, perfect match, strike a balance, strikes a balance,
        strike a deal, strikes a deal, strike gold, lightning strike*, hunger strike*, bird strike*, struck by
        lightning, heart of the city, heart of the, at the heart of, cancel culture, cancer zodiac, star sign*,
        five-star, four-star, michelin star*, star-studded, film crew dies, cold case review, cold war kids, culture
        shock, gun metal, top gun, jump the gun, smoking gun, bullet train*, silver bullet, bite the bullet,
        bulletproof vest maker, bomb cyclone, bath bomb*, photo bomb*, bombshell, blockbuster drug*, drug-free,
        virtual reality check, cloud of, under a cloud, storm of, perfect storm, political storm, storms out, stormed
        out, storm over, by storm, taking the world by storm, tsunami of, flood of, floods in, wave of, tidal wave of,
        avalanche of, sea change, sea of, green light*, greenlight*, green room, green card*, green beret*, village
        green, putting green, tip of the iceberg, ice cream, ice hockey, cold feet, hot dog*, hot topic, hot seat,
        heat map*, in the heat of, dead heat, environment of, working environment, workplace environment, learning
        environment, hostile environment, tax environment, rate environment, nature of, second nature, human nature,
        good-natured, by nature, natural born, wolf of wall street, bear market*, bull market*, bull run, cash cow,
        elephant in the room, dark horse, war horse, trojan horse, whistle-stop, goal of, goals of, own goals of, life
        goals, saving goal*, climate goal*, common ground, playing field, level playing field, match funding, winning
        streak in, team building, film of, game show*, board game*, card game*, game theory, game reserve*, fair game,
        big game, waiting game, mind games, power play, child's play, role play, play area, play down, plays down,
        played down, downplay*, screen time, screening*, sun screen, smoke screen, school of fish, driving school*,
        school bus crash, church's chicken, family values, royal family, family business*, family firm*, nuclear
        family, family tree, crime family, test drive*, crash test*, test pilot, drug test fails, acid test, litmus
        test, test case, record label*, world record*, record high*, record low*, record profit*, record sales, record
        number*, record rain*, record temperature*, court jester, courtyard*, tennis court*, court date with, food
        courts, royal court, court case over land, trial and error, trial run, trial period, free trial, clinical
        trial*, drug trial*, vaccine trial*, cancer trial*, field trial*, trial shows, trial finds, trials of, judge
        of, judging by, jury is out, case of, in case, in any case, sentence of, police academy film, charge of, in
        charge, take charge, charging point*, charging station*, free of charge, service charge*, battery charge,
        surcharge*, bill of rights, bill gates, electricity bill*, energy bill*, water bill*, phone bill*, fuel bill*,
        heating bill*, bills rise, household bill*, vet bill*, power of, vote of thanks, voice of, party of, party
        time, party season, house party, tea party for, party animal, street part*, christmas part*, wedding part*,
        search party, leader of the pack, market leader*, world leader in, team leader, church leader*, religious
        leader*, gang leader*, union leader*, business leader*, league leader*, race leader*, cheerleader*, police
        minister, health minister*, minister of religion, youth minister, campaign medal, ad campaign*, advertising
        campaign*, marketing campaign*, vaccination campaign*, fundraising campaign*, bombing campaign*, military
        campaign*, title campaign, season campaign, opening campaign, high school musical, death of a salesman,
        planned parenthood, hunger games, american eagle, men's wearhouse, girl scouts cookies, animal house""",
        "",
    ),
    "politics": (
        """
        general election*, presidential election*, parliamentary election*, election campaign*, election result*,
        no-confidence vote*, vote of no confidence, confidence motion, impeachment, snap election*, coalition talk*,
        cabinet reshuffle*, presidential race, electoral college, prime ministerial, by-election*, midterms,
        referendum*, run-off election, ballot paper*, polls close, polls open, exit poll*""",
        """
        election*, elected, electoral, electorate, midterm*, lawmaker*, legislat*, parliament*, senator*, senate,
        congressman, congresswoman, congressional, prime minister*, cabinet reshuffle, coalition government, coalition
        partner*, ballot*, voter*, polling station*, polling place*, opinion poll*, presidential, vice president*,
        president elect, white house, house of commons, house of lords, house of representatives, house republicans,
        house democrats, house speaker, speaker of the house, downing street, impeach*, gerrymander*, filibuster*,
        government shutdown, foreign minister*, foreign secretary, chancellor of the exchequer, opposition leader*,
        opposition part*, ruling party, political part*, politician*, politics, political, partisan*, bipartisan,
        democrat*, republican*, gop, tory, tories, labour party, labour mp*, conservative party, lib dem*, liberal
        democrats, reform uk, snp, mps, mp, mep, meps, by elections, constituenc*, swing state*, primary election*,
        caucus*, super tuesday, attorney general nominee, no confidence, confidence vote, vote of confidence,
        geopolit*, diploma*, ambassador*, sanctions, brexit, constitutional amendment*, inaugurat*, government
        minister*, secretary of state, state department, home secretary, gubernatorial, governor*, mayoral, general
        election, kremlin, knesset, bundestag, european commission, european parliament, g7, g20, populis*, far-right,
        far-left, far right, far left, state of the union, executive order*, federal budget, budget vote, debt
        ceiling, city council*, town council*, town hall vote, councillor*, devolution, statehood, junta, trade envoy,
        queen's speech, king's speech, campaign donation*, campaign finance, opposition names, run for office, won't
        stand, stand down, snap poll*, runoff*, run-off*, reshuffle*, head of state, heads of state, head of
        government, heads of government, sworn in as, swears in, swearing-in, oath of office, term limit*, third term,
        second term, reelect*, re-elect*, candidacy, running mate*, incumbent*, frontrunner*, front-runner*, party
        conference, party congress, party chair*, party leader*, party leadership, party member*, party funding,
        ruling coalition, minority government, hung parliament, backbench*, frontbench*, shadow minister*, shadow
        cabinet, shadow chancellor, select committee, spending bill, stopgap, budget bill, draft law, draft bill, bill
        passes, passes bill, pass bill, signs bill, bill into law, signs law, constitutional, constituent assembly,
        national assembly, state assembly, duma, politburo, communist party, people's congress, state visit*, state
        dinner, envoy*, consulate*, foreign policy, foreign ministry, foreign affairs, foreign office, summit talks,
        ratif*, first minister*, taoiseach, chancellery, presidency, presidencies, coup d'etat, coup attempt, coup
        leader*, military coup, coup plot*, failed coup, interim president, interim government, caretaker government,
        transitional government, power-sharing, secession*, statehouse, general assembly, un security council,
        security council, un resolution, lobbyist*, super pac*, political donation*, donor list, attack ad*, campaign
        trail, campaign rally, campaign manager, campaign pledge*, election pledge*, televised debate*, tv debate,
        leadership race, leadership contest, leadership bid, leadership challenge, leadership vote, party list*, seats
        in parliament, loses seat, vote count*, vote share, absentee ballot*, mail-in, early voting, turnout, ballot
        box*, redistrict*, suffrage, voting age, voting rights, voting system, voting machine*, eu membership, eu
        accession, accession talks, eu leaders, eu commission, eu summit, westminster, holyrood, stormont, senedd,
        capitol hill, oval office, ministerial, minister resigns, minister quits, minister steps down, finance
        minister*, interior minister*, interior ministry, prime-minister*, civil servant*, civil service, whitehall,
        press secretary, emergency powers, mayor, mayors, county council*, council leader*, councilwoman, councilman,
        councilmember*, aldermen, alderman, city hall, town hall meeting*, local election*, state election*,
        primaries, president-elect, vice-president*, president resigns, president dissolves, kingmaker*, centrist*,
        social democrat*, christian democrat*, green party, greens leader, labour leader, labour government, tory
        leader*, mps vote, prime minister's questions, cross-party, gridlock*, sleaze, ethics committee, government
        collapses, government falls, concession speech, concedes defeat, victory speech, addresses nation, dissolves
        parliament, dissolve parliament, constituent*, senate race, house race, congressional district*, committee
        hearing*, hearing in congress, subpoena*, classified documents, special counsel, executive privilege, cabinet
        minister*, cabinet post*, cabinet meeting, deputy prime minister*, deputy president, opposition boycott*,
        opposition lawmaker*, opposition rally, opposition mp*, opposition candidate*, anti-government,
        pro-government, pro-democracy, democracy activist*, autocra*, dictator*, authoritarian*, strongman, one-party,
        single-party, multi-party, electoral reform, proportional representation, first-past-the-post, separation of
        powers, power struggle, political crisis, political deadlock, political prisoner*, political exile,
        statesman*, monarchist*, abdicat*, separatis*, independence referendum, independence vote, scottish
        independence, home rule, self-rule, devolved, annexation vote, treaty, treaties, bilateral*, multilateral*,
        trilateral*, normalise relations, normalize relations, expels diplomats, persona non grata, recalls
        ambassador, border talks, peace envoy, trade minister*, commerce secretary, treasury secretary, national
        security adviser*, national security advisor*, chief whip, party whip*, speaker of, house speaker*,
        speakership, cloture, tax bill, farm bill, immigration bill, gun bill, climate bill, welfare bill, health
        bill, reform bill, quango*, throne speech, provincial government, union minister*, chief minister*, lok sabha,
        rajya sabha, panchayat, bjp, anc, democratic alliance, likud, law and justice party, fidesz, national rally,
        sinn fein, dup, lib-dem*, ukip, unionist*, number 10, no 10, leftist*, rightist*, right-wing*, left-wing*,
        hard-right, hard-left, ultranationalist*, anti-immigration part*, oligarch*, constitutional convention, bill
        of rights act, ombudsman, transparency law, foreign agent law, party ban, ban party, bans party, electoral
        list, electoral roll, electoral fraud, vote rigging, vote-rigging, rigged election, rigged vote, election
        observer*, election official*, election commission*, electoral commission*, voter id, voter roll*,
        nationalist*, nationalism, recount, recounts, presidential candidate*""",
        """
        vote, votes, voted, voting, poll, polls, polled, campaign*, candidate*, minister*, ministry, president, party,
        parties, government, governments, policy, policies, bill, bills, reform*, opposition, nominee*, nominat*,
        leader*, mayor*, administration, congress, democracy, lobby*, veto*, council, resign*, coalition,
        conservative*, liberal*, socialist*, federal, statement, talks, negotiat*, rally, rallies, speech, republic,
        constitution*, term, chancellor*, committee*, deputy, commission, primary, cabinet, coup, lords, peers,
        speaker, treasurer, commons, delegat*, convention, caretaker, lawmak*, decree*, emergency law, first lady,
        chief of staff, ousted, sworn in, defect*, brussels, capitol, premier, premiers, monarch*, deadlock, impasse,
        u-turn, amendment*, motion, seat, seats, majority, minority, ruling, alliance, tenure, pledge*, presides,
        presiding, rival party, moderates, progressives, sanction*, embassy, embassies, summit*, foreign, official*,
        spokesman, spokeswoman, governing, govern, governs, bureaucra*, backers, supporters, endorse*, denounce*,
        unveils plan, dissol*, stepping down, steps down, step down, quit*, ally, allies, aide, aides, appoint*,
        subsidies, state, nation, national, public sector, mandate, hardline*, sovereignty, autonomy, dissident*,
        protesters, hustings, moscow, beijing, washington, berlin, paris, tehran, ankara, regime, regimes, new law,
        municipal, ministry of, state government, federal government, local government""",
    ),
    "economy": (
        """
        interest rate*, inflation, central bank*, stock market*, stock exchange*, share price*, quarterly profit*,
        annual profit*, profit warning*, gdp, recession*, unemployment, jobless*, tariff*, takeover bid*, bankruptcy,
        insolvency, bond yield*, layoffs, job cuts, trade deficit*, exports, wage growth, oil price*, house price*,
        trade war*, cost of living, price of oil""",
        """
        econom*, inflation*, deflation, rate cut*, rate hike*, rate rise*, federal reserve, the fed, bank of england,
        ecb, european central bank, wall street, dow jones, nasdaq, s&p 500, ftse*, dax, nikkei, futures slip, shares
        fall, shares rise, shares in, shares of, shareholder*, dividend*, quarterly result*, quarterly earning*,
        earnings, net profit*, pretax profit*, revenue*, ipo, merger*, acquisition*, acquires, buyout*, insolven*,
        creditor*, bond market*, treasuries, bitcoin, currenc*, eurozone, job cut*, lay-off*, layoff*, wages, minimum
        wages, trade surplus, import duties, imports, export*, trade deal*, trade talks, crude oil, gas price*, gold
        price*, brent, opec, commodit*, consumer price*, retail sales, retailer*, supermarket*, home price*,
        mortgage*, home sales, housing market, property market, investor*, investment*, hedge fund*, private equity,
        venture capital, startup funding, fiscal, taxpayer*, tax cut*, tax rise*, tax hike*, income tax, corporate
        tax, budget deficit, sovereign debt, national debt, imf, world bank, chief executive*, automaker*, carmaker*,
        manufactur*, factory output, supply chain*, lender*, insurer*, credit rating*, moody's, pension fund*, minimum
        wage, trade union*, entrepreneur*, small business*, price war*, health of the economy, war on inflation, wheat
        price*, food price*, bond sale*, forex, rupee, yuan, yen, euro falls, dollar falls, dollar rises, fintech,
        farmers' income, money laundering rules, housing starts, pay deal*, pay rise*, pay offer*, savings account*,
        savings rate*, exchequer, profit warning, warns on profit, container rates, order book*, steelmaker*,
        steelworker*, farmgate, bankrupt*, receivership, stocks, stocks rise, stocks slip, stocks dip, bondholder*,
        bonds, bull market*, bear market*, selloff, sell-off, market rout, market rally, equities, equity market*,
        treasury yields, rate-setter*, rate setter*, base rate*, monetary policy, quantitative easing, money supply,
        liquidity, solvency, credit crunch, credit card*, debt crisis, debt default, sovereign default, debt relief,
        debt restructuring, bailout*, bail-out*, austerity, stimulus, budget surplus, public finances, public
        spending, spending cuts, spending review, tax return*, tax break*, tax haven*, tax evasion, tax avoidance, tax
        revenue*, sales tax, vat, value added tax, wealth tax, windfall tax, carbon border, corporation tax, property
        tax*, council tax, inheritance tax, excise, customs duties, imported, importer*, free trade, trade agreement*,
        trade pact*, trade balance, trade barrier*, wto, oecd, world economic forum, davos, imf loan, asian
        development bank, g20 finance, productivity, output falls, output rises, factory orders, industrial
        production, industrial output, purchasing managers, pmi, business confidence, consumer confidence, consumer
        spending, consumer sentiment, retail chain*, retailing, department store*, grocer*, discounter*, e-commerce,
        online retail*, wholesale*, warehouse workers, logistics firm*, shipping line*, shipping costs, container
        ship*, container port, freight rate*, ports strike, dock workers, dockworkers, hauliers, trucking, truckers,
        lorry drivers, rail freight, airline profits, airline orders, plane orders, jet orders, planemaker*, plane
        maker*, ryanair, lufthansa, automotive, car sales, car makers, car industry, car plant*, car factory, auto
        industry, auto sales, auto workers, autoworkers, toyota, volkswagen, ford motor, general motors, stellantis,
        nissan, renault, hyundai, steel industry, steel mill*, steel plant*, aluminium, aluminum, copper price*, iron
        ore, lithium price*, mining company, mining firm*, miners' union, cocoa, cocoa price*, coffee price*, coffee
        growers, sugar price*, grain, grains, wheat, soybean*, corn price*, palm oil, cotton price*, wool price*, milk
        price*, egg price*, butter price*, bread price*, rice price*, olive oil price*, food inflation, fertiliser*,
        fertilizer*, agribusiness, farm subsidies, farm income*, harvest yields, crude, oil output, oil producers, oil
        giant*, oil major*, oil company, oil firm*, oil exports, gas exports, gas supplier*, pipeline deal, refinery,
        refineries, lng, shale, petrol price*, fuel price*, diesel price*, fuel duty, power prices, energy prices,
        energy bill*, electricity price*, electricity bill*, water bill*, household bill*, utility bill*, energy
        supplier*, energy firm*, utility company, utilities, privatis*, privatiz*, nationalis* railway, state-owned,
        conglomerate*, subsidiary, subsidiaries, flotation, goes public, listing in london, buyback*, share sale,
        share buyback, stake in, takes stake, sells stake, raises stake, minority stake, majority stake, annual
        general meeting, agm, boardroom*, chief financial officer, cfo, ceo*, executive pay, bonuses, bonus pool,
        banker*, banking, lending, mortgage rates, remortgag*, first-time buyer*, homebuyer*, home buyer*, home
        builder*, homebuilder*, housebuilder*, house builder*, real estate, property developer*, property prices,
        property firm*, landlords sell, office space, office rents, commercial property, rents rise, credit suisse,
        goldman sachs, jp morgan, jpmorgan, morgan stanley, citigroup, citi, barclays, hsbc, lloyds, deutsche bank,
        ubs, blackrock, blackstone, berkshire hathaway, asset manager*, asset management, fund manager*, pension pot*,
        pension savers, pension scheme*, annuities, annuity, insurance premium*, insurance firm*, premiums,
        underwriter*, reinsur*, actuar*, accountancy, accounting scandal, auditor*, audit firm*, deloitte, kpmg, pwc,
        ernst & young, consultancy, mckinsey, competition watchdog, cartel fine, competition authority, competition
        commission, antitrust*, price fixing, price-fixing, price cap*, price rise*, price increase*, price cut*,
        price hike*, prices rise, prices fall, prices jump, prices soar, prices drop, prices climb, surge pricing,
        black friday, cyber monday, christmas sales, footfall, shopper*, retail, store closures, closes stores, close
        stores, shop closures, shops close, closes branches, bank branch*, branch closures, mcdonald's, starbucks,
        walmart, tesco, sainsbury*, aldi, lidl, ikea, h&m, zara, inditex, nestle, unilever, coca-cola, pepsi*, procter
        & gamble, brewer*, distiller*, winemaker*, wine exports, whisky exports, drinks maker*, food maker*,
        toymaker*, toy maker*, chocolate maker*, luxury goods, lvmh, kering, gig economy, gig workers, zero-hours, job
        market, labour market, labor market, labour shortage*, labor shortage*, staff shortage*, skills shortage, job
        vacanc*, vacancies, job openings, payroll*, hiring freeze, job losses, jobs lost, jobs at risk, cut jobs, cuts
        jobs, to cut jobs, axe jobs, axes jobs, sheds jobs, new jobs, redundanc*, redundant, severance, workforce,
        working week, four-day week, overtime pay, pay gap, pay freeze, pay talks, pay dispute, pay cut*, salary,
        salaries, walk out over pay, strike over pay, strike ballot, strike action, workers strike, workers' strike,
        staff strike, rail strike, train strike, general strike, picket*, unionis*, unioniz*, trade unions, union
        deal, collective bargaining, works council, apprentices, apprenticeship*, self-employed, freelancers, start-up
        funding, venture fund, unicorn valued, valuation of, market value, market cap, crypto*, stablecoin*, ethereum,
        coinbase, ponzi, sterling, pound falls, pound rises, peso, lira, rouble, ruble, rupiah, renminbi, won falls,
        franc, exchange rate*, devaluat*, devalue*, capital controls, remittance*, foreign reserves, credit agency,
        rating agency, s&p, fitch, sovereign wealth, budget airline*, low-cost airline, tourism revenue, tourist
        arrivals, tourism industry, hoteliers, hotel chain*, hotel bookings, hospitality industry, pub closures,
        restaurant chain*, fast-food chain, takeaway firm, supply shortage*, stockpile*, price pressure*, purchasing
        power, disposable income, household debt, household income*, household spending, savers, nest egg, lending
        rates, payday, buy now pay later, debt collector*, small firms, small businesses, family business*, family
        firm*, mittelstand, business rates, business leader*, chamber of commerce, cbi, business lobby, employers,
        employer, procurement, outsourcing, offshoring, reshoring, factory closure*, factory closes, plant closure,
        plant closes, closes factory, close factory, assembly line, car production, shipyard*, shipbuild*, textile
        factories, garment factor*, garment workers, furniture maker*, paper mill*, sawmill*, timber prices, lumber,
        chemicals firm, basf, bayer, siemens, thyssenkrupp, bosch, telecoms firm, advertising revenue, ad revenue, ad
        sales, subscribers rise, sales rise, sales fall, sales slump, sales jump, profit*, net loss, losses widen,
        loss-making, half-year, first-quarter, second-quarter, third-quarter, fourth-quarter, full-year, outlook cut,
        cuts forecast, raises forecast, growth forecast, economic growth, beats forecast*, earnings call, ipos,
        miners, wage""",
        """
        market*, share, shares, price*, loss*, sales, sale, trade, trading, traders, company, companies, corporate,
        firm, firms, finance*, financial, fund, funds, funding, debt*, budget*, tax, taxes, growth, consumer*,
        industry, industrial, billion, million, cost, costs, costly, deal, employer*, jobs, hiring, oil, gas, output,
        factory, factories, demand, supply, customer*, spending, forecast*, quarter, index, rally, invested, invests,
        investing, loan*, rent, strike*, pension*, energy, brand, brands, chain, store*, farm*, credit, rates,
        savings, orders, tonne, plant, bank, banks, harvest*, logistics, freight, copper, airline*, business,
        businesses, dollar, dockers, broker*, holding*, contract*, supplier*, margin*, premium*, luxury, tourism,
        tourist*, hotel*, import, tender*, bid, bids, rival*, stake*, expan*, dearer, cheaper, cheap, expensive,
        pricing, paid, pay, paying, income*, poorer, boss, bosses, chairman, executive*, manager*, staff, union,
        unions, worker*, job, career*, office*, shop, shops, shopping, goods, product*, produce*, port, ports, ship*,
        cargo, rail, truck*, car, cars, auto, vehicle*, steel, metal*, gold, silver, mine, mines, mining, crop*,
        grower*, dairy, wine, beer, coffee, tea, sugar, beef, pork, meat, milk, eggs, egg, bread, rice, corn, fruit,
        timber, fisher*, catch, electricity, power, utility, grid, fuel, petrol, diesel, pipeline*, construction,
        builder*, building, real-estate, property, properties, landlord*, rents, lease*, buyer*, seller*, auction*,
        save, saver*, spend, spends, owed, owes, default*, surplus, shortfall, shortage*, slump*, surge*, soar*,
        plunge*, rise*, fall, falls, drop*, jump*, climb*, double*, halve*, percent, per cent, trillion, euro, euros,
        pounds, kilo, ton, tons, tonnes, quarterly, annual, monthly, capital, venture, subsid*, grant*, levy, fee,
        fees, fare*, toll, costs more, advert*, owner*, founder*, bond, yields, barrel, barrels, miner, monopoly,
        warehouse*, gm, boeing, airbus, downgrade*, dollars, franchise*, spin-off, spinoff, lend, discount*, walkout,
        turnover, high street""",
    ),
    "war and conflict": (
        """
        airstrike*, air strike*, ceasefire*, cease-fire*, truce, missile strike*, missile attack*, drone strike*,
        drone attack*, front line, frontline, shelling, artillery, suicide bomb*, car bomb*, peace talks, peace deal,
        peace agreement, war crime*, insurgent*, invasion, prisoner swap*, civil war, rocket attack*, rocket fire,
        warplane*, counteroffensive, peacekeep*""",
        """
        missile*, shelled, troops, soldier*, militar*, militant*, insurgen*, guerrilla*, rebels, rebel group*, fighter
        jet*, warship*, battlefield*, frontline*, front line*, invade*, offensive on, counter-offensive, bombardment*,
        bombed, bombing*, terroris*, isis, islamic state, al-qaeda, al qaeda, al-shabab, al shabaab, boko haram,
        taliban, hamas, houthi*, idf, israeli forces, israeli army, russian forces, ukrainian forces, armed forces,
        armed group*, militia*, paramilitar*, prisoners of war, prisoner of war, world war ii, world war two, second
        world war, first world war, nato, nuclear weapon*, nuclear warhead*, warhead*, ballistic, arms deal*, arms
        sale*, arms shipment*, ammunition, army, navy, air force, pentagon, defence ministry, defense ministry,
        defence secretary, defense secretary, defence minister, defense minister, gaza, west bank, front in ukraine,
        war in ukraine, war in gaza, ukraine war, gaza war, war, wartime, warfare, annex*, war games, armed conflict,
        swap prisoners, prisoner exchange, shells hit, glide bomb*, armies, villagers flee, battalion*, brigade*,
        infantry, paratrooper*, marines, marine corps, special forces, commando*, sniper*, minefield*, landmine*, land
        mine*, cluster bomb*, cluster munition*, mines cleared, demining, unexploded, shrapnel, grenade*, howitzer*,
        tank battle, battle tank*, leopard tanks, abrams tanks, armoured vehicle*, armored vehicle*, himars, patriot
        missile*, patriot system*, air defence*, air defense*, air raid*, air-raid, iron dome, anti-aircraft, jet shot
        down, shoots down, shot down, downed drone*, helicopter shot, naval*, navy ship, navies, destroyer*, frigate*,
        aircraft carrier*, submarine*, nuclear submarine*, fighter plane*, f-16*, f-35*, strategic bomber*, nuclear
        test*, nuclear arms, nuclear deal, nuclear programme, nuclear program, uranium enrichment, hypersonic, icbm*,
        intercontinental, arms control, arms race, arms embargo, arms maker*, arms export*, arms industry, weapons
        sale*, weapons deliver*, weapon deliveries, rearm*, defence spending, defense spending, defence budget,
        defense budget, military aid, military base*, military drill*, military exercise*, war game*, conscript*,
        draft dodg*, mobilisation, mobilization, call-up, reservist*, recruits, barracks, garrison*, general staff,
        commander-in-chief, generals, admiral*, officer killed in action, servicemen, servicewomen, mercenar*, wagner
        group, wagner, foreign fighter*, warlord*, junta forces, coup troops, rapid support forces, rsf, m23, tigray*,
        fano, al-nusra, hts, kurdish fighter*, pkk, ypg, peshmerga, sdf, farc, eln, shining path, ltte, ira bomb,
        intifada, hezbollah*, red sea attack*, settler*, settler attack*, occupied west bank, golan, rafah, khan
        younis, jenin, sanaa, donbas, donetsk, luhansk, kherson, kharkiv, zaporizhzhia, bakhmut, avdiivka, mariupol,
        crimea, kursk, belgorod, darfur, khartoum, el fasher, goma, kivu, sahel, aleppo, idlib, homs, raqqa, mosul,
        kandahar, helmand, nagorno-karabakh, karabakh, kashmir clash*, line of control, rakhine, donbass, gunfire, gun
        battle*, clashes kill, clashes between, border clash*, ethnic clash*, ambush*, skirmish*, siege of, besiege*,
        humanitarian corridor*, humanitarian pause, aid convoy*, aid trucks, displaced people, displaced by fighting,
        flee fighting, fleeing fighting, refugees flee, mass grave*, massacre*, atrocit*, ethnic cleansing, genocid*,
        war criminal*, tribunal for war, chemical weapon*, sarin, nerve agent, poison gas, white phosphorus, torture
        camp, prisoner of war*, pows, pow camp, hostage deal, hostage release, hostage-taker*, kidnapped soldiers,
        jihad*, islamist militant*, terror attack*, terror group*, terror cell*, terror plot*, bomb attack*, bomb
        blast*, bombs, bomber*, roadside bomb*, ied, truck bomb*, blast kills, explosion kills, attack kills, gunmen
        kill, gunmen attack, village attacked, raid kills, raids kill, vigilante*, border guards, border troops,
        incursion*, cross-border, buffer zone, demilitar*, no-fly zone, disengagement, withdrawal of troops, troop
        withdrawal, troops withdraw, pull-out, pullout, capitulat*, recapture*, retake*, retook, captures town, seize
        town, seizes town, seized control, advance on, forces advance, forces capture, forces retake, occupied
        territor*, spy balloon, hybrid war*, conflict zone*, war zone*, war-torn, wartorn, war-ravaged, postwar,
        post-war, pre-war, prewar, wars, war widow*, war grave*, war memorial*, war veteran*, war dead, war effort,
        war aims, war correspondent*, iraq war, afghan war, falklands war, gulf war, yom kippur, trench warfare, armed
        attack*, armed men, armed clash*, armed rebel*, armed uprising, uprising, uprisings, insurrection*, deserter*,
        desertion, ammo, arsenal of, munition*, weapon system*, weapons cache, machine gun*, kalashnikov*, bunker*,
        bomb shelter*, air alert, civilians killed, civilian death*, casualt*, death toll in gaza, killed in action,
        killed in strike, strike kills, strikes kill, strikes hit, strike hits, hit by missile, hit by drone, drones
        hit, drones strike, drone swarm, drone war, drones over, drones shot, loitering munition, hostages, mortar
        fire, mortar shell*, mortar attack*, mutiny, firefight, firefights""",
        """
        attack*, strike, strikes, killed, drone*, conflict*, forces, troop*, armed, fighting, fighters, fighter,
        rebel*, weapon*, defence, defense, border, explosion*, rocket*, bomb*, occupied, occupation, refugee*,
        evacuat*, peace, civilians, kyiv, ukraine, ukrainian*, israeli, palestinian*, commander*, general, territor*,
        blast*, regiment, veteran*, intelligence, shells, gunmen, bury, siege, tanks, hostage*, combat, war-time,
        clash*, raid*, fight, fights, fought, battle, battles, enemy, enemies, hit, hits, struck, destroyed, seize*,
        capture*, advance*, retreat*, withdraw*, deploy*, base, bases, patrol*, jets, jet, tank, convoy*, checkpoint*,
        curfew, unrest, violence, violent, deadly, dead, wounded, injured, flee*, fled, displaced, exodus,
        humanitarian, aid, un mission, mission, envoy, negotiators, negotiator, mediat*, talks, accord, pact, treaty,
        russia, russian*, moscow, putin, israel, iran, iranian*, iraq*, syria*, lebanon, lebanese, yemen*, sudan*,
        somalia*, ethiopia*, congo*, mali, niger, burkina faso, nigeria*, myanmar, afghan*, pakistan*, libya*, haiti*,
        korea, korean, taiwan, north korea, armenia*, azerbaijan*, kashmir, kurd*, tehran, damascus, beirut, regime,
        resistance, martyr*, coup, trench*, colonel*, sergeant*, surrender*, sabotage, explosives, extremist*,
        pirate*, hijack*, sirens, rifles, nazi*, holocaust, armistice, liberat*, blockade*, captive*""",
    ),
    "science": (
        """
        scientists find, scientists discover, spacecraft, space telescope, exoplanet*, black hole*, fossil*,
        dinosaur*, asteroid*, particle accelerator, researchers discover, new species, ancient dna, telescope,
        gravitational wave*, dark matter""",
        """
        scientist*, astronom*, astronaut*, nasa, space station, telescope*, galax*, comet*, mars rover, lunar lander,
        moon landing, lunar, solar system, solar eclipse, physicist*, physics, quantum*, particle*, cern, higgs,
        chemist*, biolog*, genome*, dna, gene editing, crispr, palaeontolog*, paleontolog*, archaeolog*, archeolog*,
        neanderthal*, hominin*, evolutionary, neuroscien*, microb*, peer-reviewed, scientific*, science, sciences,
        geolog*, volcanolog*, seismolog*, mathematic*, nobel prize in physics, nobel prize in chemistry, rocket
        launch*, satellite launch*, spacewalk*, cosmic, cosmolog*, stargaz*, deep sea, anthropolog*, botanist*,
        zoolog*, spaceport*, space agency, space mission, prehistoric, research team, researchers discover*,
        researchers find, skull*, magma, gene, genes, genetic*, seismic, water vapour, radio signal from space, ant
        colon*, dwarf planet*, red dwarf, earliest humans, cave painting*, into orbit, in orbit, reaches orbit,
        reached orbit, low orbit, from orbit, for orbit, first satellite, astrobiolog*, astrophysic*, biochem*,
        biophysic*, botany, ecolog* study, entomolog*, ornitholog*, herpetolog*, primatolog*, ethnograph*, geophysic*,
        glaciolog*, oceanograph*, hydrolog*, paleoclimat*, mineralog*, crystallograph*, linguist*, egyptolog*,
        historian*, excavat*, dig site, dig uncovers, digs up, unearth*, burial site, burial mound*, burial ground,
        bronze age, iron age, stone age, ice age, neolithic, palaeolithic, paleolithic, mesolithic, roman fort, roman
        villa, roman road, roman-era, viking ship, shipwreck*, sunken ship, pyramid*, pharaoh*, tomb, tombs,
        sarcophag*, hieroglyph*, cuneiform, manuscript decoded, scrolls, radiocarbon, carbon dating, carbon-dated,
        artefact*, artifact*, relics, mayan, maya city, aztec*, hominid*, homo sapiens, homo erectus, denisovan*,
        ancestor*, australopithec*, primate*, chimpanzee*, gorilla*, bonobo*, orangutan*, cephalopod*, tardigrade*,
        bumblebee*, honeybee*, nematode*, penguins study, whale song, ray-finned, coelacanth, salamander*, amphibian*,
        reptile*, mammal*, mammoth*, woolly mammoth, sabre-tooth*, trilobite*, ammonite*, pterosaur*, tyrannosaur*, t
        rex, t. rex, raptor fossil, ichthyosaur*, plesiosaur*, cambrian, jurassic, cretaceous, triassic, permian,
        devonian, extinct species, de-extinction, extinct animal, cloned, cloning, stem cell*, embryo*, chromosome*,
        mutant*, archaea, fungus, fungi, mushroom species, lichen, algae, plankton, enzyme*, amino acid*, molecule*,
        molecular, atom, atoms, atomic clock, electron*, neutron*, proton*, photon*, neutrino*, muon*, quark*,
        antimatter, higgs boson, large hadron collider, collider, accelerator, fusion reactor, nuclear fusion, fusion
        energy, superconduct*, semiconductor physics, optics, nanotech*, nanoparticle*, graphene, metamaterial*,
        polymer*, chemical element, periodic table, isotope*, spectromet*, microscope*, microscopy, synchrotron, wind
        tunnel, supernova*, neutron star*, pulsar*, quasar*, nebula*, milky way, andromeda, constellation*, big bang,
        cosmos, dark energy, redshift, interstellar, meteor*, meteor shower, perseid*, leonid*, geminid*, perihelion,
        aurora*, northern lights, solar storm*, solar flare*, sunspot*, solar wind, solar probe, solar orbiter, lunar
        eclipse, eclipse*, equinox, solstice, blood moon, supermoon, moon base, moon mission*, moon rock*, moon dust,
        crater*, far side of the moon, lands on moon, land on moon, moon lander, mars mission*, mars probe, mars
        sample*, red planet, jupiter, saturn, neptune, uranus, pluto, europa clipper, enceladus, ganymede, exomoon*,
        habitable, alien life, extraterrestrial*, life on mars, life beyond earth, seti, space probe*, space debris,
        space junk, space station*, iss, space walk, cosmonaut*, taikonaut*, crew capsule, capsule docks, docks with,
        undock*, splashdown, lift-off, liftoff, blast off, blasts off, launch pad, launch vehicle, rocket booster,
        rocket engine, starship, falcon 9, falcon heavy, spacex, blue origin, ariane*, vega-c, soyuz, artemis, orion
        capsule, esa, isro, jaxa, roscosmos, chang'e, chandrayaan, hubble, james webb, webb telescope, keck, radio
        telescope*, observatory, observatories, planetarium, spectrograph, sky survey, star map, stars collide, star
        explod*, planet nine, planet-hunting, planet hunter*, cosmic ray*, cosmic dust, gamma ray*, x-ray burst, fast
        radio burst*, volcano study, tectonic*, plate tectonics, earth's core, inner core, earth's mantle, mantle,
        magnetic field*, magnetic pole, earthquake scientists, mineral, minerals discovered, ice core*, sediment*,
        drill core, deep-sea, ocean floor, seabed, sea floor, seafloor, mariana trench, hydrothermal, antarctic
        expedition, research vessel, research ship, research station, field station, lab-grown, laborator*, lab mice,
        fruit fl*, zebrafish, guinea pig study, brain cells, neuron*, neural, synapse*, cognition, memory study,
        animal kingdom, photosynthesis, pollinat*, evolutionary tree, tree of life, nobel prize for physics, nobel
        prize for chemistry, nobel physics, nobel chemistry, fields medal, abel prize, ig nobel, prime number*,
        theorem, conjecture, geometry, algebra, number theory, peer review*, preprint, journal nature, journal
        science, published in nature, published in science, royal society, academy of sciences, max planck, cnrs, mit
        researchers, caltech, science museum, science funding, research grant*, research council, research funding,
        scientific paper, retracted study, hypothesis, researchers show, team of researchers, cave art, rock art,
        million-year-old, year-old skeleton, bones found, skull found, mummif*, bog body, embalm*, time capsule, mars
        rover*, lunar rover, inca, incas, vikings""",
        """
        study, studies, research, researcher*, discover*, experiment*, species, moon, mars, space, universe,
        satellite*, ancient, evolution, professor*, findings, rocket*, lab, theory, institute*, breakthrough*, years
        ago, bones, bees, birds, whales, dolphins, million years, orbit*, mummy, mummies, planet*, academic*,
        lecturer*, universit*, physic*, chemical*, earth, sky, solar, sun, sunlight, star, stars, launch*, probe*,
        capsule, crew, mission, craft, lander, lands, gravity, light-year*, light years, radar, signal*, radio, wave*,
        magnet*, energy, reactor, element*, material*, metal, mineral*, rock, rocks, stone, stones, cave*, ice,
        glacier, sea, ocean, deep, depth*, fish, bird, insect*, animal*, monkey*, ape, apes, dog, dogs, cats, cat,
        elephants, mouse, plant*, tree, seeds, cell, cells, gene*, code, brain*, bone, tooth, teeth, human*, early
        humans, origin*, history, historic, century, centuries, prehist*, thousand years, years, old, oldest,
        earliest, first, lost, hidden, mystery, mysterious, puzzle*, secret*, clue*, evidence, reveals, reveal,
        detect*, measure*, observ*, map, maps, model*, simulat*, data, sample*, analys*, microsc*, tiny, giant,
        method*, technique*, expert*, explain*, understand*, learn, sensor*, temperature, shark*, snake*, frog, frogs,
        spider*, worm, worms, crow, crows, raven*, parrot*, pigeon*, bat, bats, mice, rats, turtle*, lizard*, ants,
        beetle*, butterfl*, moth, moths, wasps, chimp*, octopus*, squid, jellyfish, laser*, viking*, medieval,
        volcan*, lava, crystal*, protein*, venus, expedition*, bacteri*, footprints, new study, study finds, study
        shows, study suggests, study reveals, researchers say, oldest known, earliest known, world's oldest,
        mutation*, equation*""",
    ),
    "health": (
        """
        vaccine*, vaccination*, heart disease, heart attack*, mental health, public health, epidemic*, measles,
        outbreak of, bird flu, dementia, alzheimer*, diabetes, obesity, antibiotic*, waiting list*, waiting time*,
        organ donor*, organ donation, side effect*, world health organization, world health organisation""",
        """
        hospital*, doctor*, physician*, surgeon*, surger*, nurse*, nhs, patient*, disease*, cancer*, tumour*, tumor*,
        vaccin*, influenza, flu, malaria, ebola, cholera, tuberculosis, hiv, diabet*, obes*, stroke patient*, blood
        pressure, cholesterol, medicine*, medicaid, medicare, medication*, clinical*, drugmaker*, therap*, diagnos*,
        symptom*, adhd, pregnan*, abortion*, fertility, ivf, midwi*, maternity, infection*, infected, mpox, cardiac,
        kidney*, liver, transplant*, weight loss, weight-loss, dietary, nutrition*, vitamin*, calorie*, vaping, vapes,
        e-cigarette*, opioid*, fentanyl overdose*, overdose*, fda approv*, food and drug administration, cdc, surgeon
        general, gp appointment*, dentist*, dental, life expectancy, care home*, paramedic*, ambulance*, sepsis,
        asthma, allerg*, arthritis, migraine*, menopause, sleep apnea, insomnia, psychiatr*, antioxidant*, affordable
        care act, obamacare, bariatric, lung*, breast cancer, health, healthcare, health care, health service*, health
        minister*, health secretary, health officials, stroke, strokes, superbug*, fever, mosquito-borne, dietitian*,
        dietician*, blood test*, gene therap*, mental health ward*, chikungunya, long covid, quarantine*, lockdown*,
        contact tracing, face mask*, booster jab*, jab, jabs, inoculat*, immunis*, immuniz*, immunity, immune system,
        immunotherap*, autoimmune, antibod*, virolog*, epidemiolog*, pathogen*, contagious, contagion, infectious,
        zoonotic, norovirus, rotavirus, rsv, hantavirus, polio*, typhoid, tetanus, diphtheria, rabies, meningitis,
        hepatitis, herpes, syphilis, gonorrhoea, gonorrhea, chlamydia, sti, stis, std, hpv, zika, marburg, lassa,
        nipah, anthrax, leprosy, scabies, lyme, tick-borne, ticks, west nile, yellow fever, dengue*, whooping cough,
        pertussis, chickenpox, shingles, mumps, rubella, scarlet fever, strep, legionnaires*, salmonella, e. coli, e
        coli, listeria, botulism, food poisoning, food allerg*, celiac, coeliac, gluten, lactose, ibs, crohn*,
        colitis, endometriosis, pcos, fibroid*, menstrua*, period pain, period products, hot flush*, hormone*, hrt,
        testosterone, oestrogen, estrogen, contracept*, birth control, miscarriage*, stillbirth*, stillborn, premature
        bab*, preterm, neonatal, caesarean, c-section, birth centre, breastfe*, breast milk, formula milk,
        paediatric*, pediatric*, geriatric*, oncolog*, cardiolog*, neurolog*, dermatolog*, gynaecolog*, gynecolog*,
        obstetric*, urolog*, radiolog*, radiotherap*, chemotherap*, chemo, leukaemia, leukemia, lymphoma, melanoma,
        sarcoma, carcino*, prostate, bowel cancer, colon cancer, colorectal, skin cancer, cervical, ovarian,
        pancreatic, mammogram*, biopsy, biopsies, smear test*, mri, ct scan*, ultrasound, x-ray*, screening
        programme*, check-up*, checkup*, blood donor*, blood donation*, blood transfusion*, blood clot*, blood sugar,
        blood cells, haemophilia, hemophilia, sickle cell, anaemia, anemia, glucose monitor*, statin*, aspirin,
        paracetamol, ibuprofen, painkiller*, morphine, ketamine therapy, psychedelic*, antidepressant*, ssri*, adhd
        drug*, ozempic, wegovy, mounjaro, semaglutide, glp-1, dieting, diets, mediterranean diet, ultra-processed,
        processed food*, junk food, sugary drink*, sugar tax, fizzy drink*, salt intake, trans fat*, saturated fat,
        fibre, fiber intake, protein intake, probiotic*, gut health, gut bacteria, microbiome, vegan diet, bmi,
        waistline, malnutrition, malnourish*, stunting, overweight, anorexia, bulimia, eating disorder*, bipolar,
        schizophreni*, psychosis, psychotherap*, psycholog*, counselling, counsellor*, suicide prevention, self-harm,
        burnout, stress-related, ptsd, trauma therapy, panic attack*, ocd, autis*, dyslexi*, neurodiver*, tourette*,
        cerebral palsy, muscular dystrophy, cystic fibrosis, multiple sclerosis, motor neurone, parkinson*,
        huntington*, epilep*, concussion*, brain injury, brain tumour*, brain tumor*, brain surgery, paralys*, spinal,
        spine surgery, prosthe*, hip replacement*, knee replacement*, joint pain, back pain, chronic pain, pain
        relief, osteo*, rheumat*, gout, fracture*, physio*, chiropract*, acupuncture, homeopath*, herbal medicine,
        traditional medicine, cataract*, eyesight, blindness, glaucoma, myopia, short-sighted*, optician*, optometr*,
        hearing loss, hearing aid*, cochlear, tinnitus, deafness, teeth whitening, tooth decay, gum disease,
        orthodont*, eczema, psoriasis, acne, skin condition, sunburn, sunscreen, tanning, hay fever, pollen count,
        inhaler*, copd, respirat*, pneumonia, bronchi*, emphysema, lung disease, cystitis, incontinence, bladder,
        urinary, dialysis, liver disease, cirrhosis, pancreas, gallbladder, appendix, appendicitis, hernia, heartburn,
        reflux, constipation, diarrhoea, diarrhea, cardiovascular, cardiac arrest, heart failure, heart surgery, heart
        valve, heart transplant, heart rate, pacemaker*, defibrillator*, cpr, stent*, arrhythmia, atrial, artery,
        arteries, arterial, high blood pressure, hypertension, thrombosis, aneurysm, stroke risk, septic, mrsa, c
        difficile, drug-resistant, antimicrobial*, intensive care, icu, icus, a&e, emergency room*, emergency
        department*, er visits, ambulance service, ambulance waits, air ambulance, bed blocking, hospital beds,
        maternity unit*, maternity ward*, hospice*, palliative, end-of-life care, assisted dying, assisted suicide,
        euthanasia, right to die, care workers, social care, care system, nursing home*, caregiver*, elderly care,
        home care, health worker*, health workers, healthcare workers, junior doctor*, resident doctor*, medics,
        medical school*, medical student*, medical staff, consultant doctor, operation theatre, keyhole surgery, robot
        surgery, xenotransplant*, pig kidney, pig heart, gene therapy, gene-edited, crispr therapy, rare disease*,
        genetic disorder*, hereditary, congenital, birth defect*, down syndrome, cleft, thalidomide, malpractice,
        misdiagnos*, medical negligence, botched surgery, infected blood, medical error*, drug shortage*, medicine
        shortage*, drug approval, approves drug, drug price*, generic drug*, pfizer, moderna, astrazeneca, biontech,
        novartis, roche, sanofi, merck, novo nordisk, eli lilly, gsk, glaxosmithkline, johnson & johnson, drug maker*,
        drug company, drug companies, drugs firm*, pharma, pharmac*, prescription*, prescrib*, nice approves, fda,
        mhra, medical device*, medical trial*, clinical trial*, drug trial*, vaccine trial*, cancer trial*, placebo,
        trial participants, cohort study, lancet, bmj, jama, new england journal, health insurance, health insurer*,
        private healthcare, health system, health budget, health reform, health ministry, health board*, health trust,
        nhs trust*, nhs england, hospital trust*, health unit, health centre*, health center*, health clinic*, health
        risk*, health benefit*, health warning, health advice, health experts, health emergency, health crisis, ill
        health, men's health, sexual health, oral health, eye health, heart health, brain health, well-being,
        wellbeing, mindfulness, meditation, sedentary, gym-goers, sleep deprivation, sleep disorder*, sleepless,
        snoring, alcoholism, alcoholic*, binge drinking, liver damage, drinking problem, naloxone, methadone, heroin
        users, needle exchange, drug use, drug deaths, fentanyl, xylazine, cannabis users, medical cannabis, smoker*,
        smoking ban, quit smoking, stop smoking, tobacco, cigarette*, nicotine, vape, vaper*, passive smoking,
        secondhand smoke, air pollution deaths, lead poisoning, asbestos, mesothelioma, silicosis, carbon monoxide,
        heatstroke, heat stroke, hypothermia, frostbite, altitude sickness, longevity, centenarian*, lifespan, ageing
        process, menopausal, fertility treatment*, infertil*, egg freezing, sperm count, surroga*, erectile, viagra,
        vasectomy, hysterectomy, circumcis*, fgm, transgender health care, puberty blocker*, head lice, bedbugs,
        remedy, remedies, antiviral*, anti-vax*, vaccine hesit*, vaccine sceptic*, biomedical, insulin, depression
        treatment, cancer patient*""",
        """
        care, medical, drug, drugs, treatment*, trial*, risk*, outbreak*, sick, sickness, ill, illness*, deaths, test,
        tests, tested, dose*, exercise, fitness, sleep, brain, heart, blood, pain, clinic*, wellness, ageing, aging,
        study, immun*, injur*, mosquito*, salt, sugar, covid*, coronavirus, pandemic*, aids, gp, gps, anxiety,
        depression, diet, virus*, smoking, wards, healthy, physical, condition*, disorder*, syndrome, infect*,
        carrier*, spread*, contract*, case, cases, died, dies, death rate, mortality, survival, survive*, survivor*,
        recover*, cure, cures, cured, relief, prevent*, protect*, boost*, harm*, toxic, poison*, chemical*,
        contaminat*, safe, safety, warning*, warn, recall*, ban, banned, approve*, guideline*, advice, expert*,
        specialist*, consultant*, professor, scientists, research*, results, women, men, mother*, newborn*, baby,
        babies, child*, elderly, older people, adults, age, carer*, bed, beds, emergency, urgent, waiting,
        appointment*, queue*, shortage*, staff, wheelchair*, scan*, sample*, cell, cells, gene*, hormon*, muscle*,
        bone, bones, skin, eye, eyes, ear, nose, throat, cough, cold, sneez*, temperature, breath*, stomach, gut,
        belly, spine, back, knee, hip, foot, hair, nail*, weight, fat, protein, vegetable*, fruit, food, foods, eat,
        eating, drink, drinking, alcohol, coffee, caffeine, tea, water, milk, walk, walking, run, running, steps,
        sport, activity, sit, sitting, stress, mood, memory, mind, happy, happiness, lonel*, coma, masks, shots, ward,
        suicide*, yoga, workout*, rehab, plague, mould, addict*, seizure*, hangover*, supplement*, biotech, surgical""",
    ),
    "climate": (
        """
        climate change, global warming, greenhouse gas*, carbon emissions, net zero, climate crisis, climate summit,
        climate talks, climate activist*, climate target*, climate goal*, fossil fuels, deforestation, biodiversity,
        endangered species, renewables, renewable energy, coral reef*, sea level*, heatwave*, heat wave*, wildfire*,
        bushfire*, drought*, glaciers, microplastic*, plastic pollution, solar farm*, wind farm*, wind power, solar
        power, rewilding, flash flood*, paris agreement""",
        """
        climate activis*, climate protest*, climate action, climate polic*, climate scientist*, climate emergency,
        climate, cop26, cop27, cop28, cop29, cop30, cop31, carbon emission*, carbon dioxide, carbon footprint, carbon
        tax, carbon capture, net-zero, fossil fuel*, renewable*, solar panel*, wind turbine*, clean energy, green
        energy, green hydrogen, environment*, biodivers*, conservation*, rainforest*, coral*, glacier*, ice sheet*,
        sea ice, extreme weather, rewild*, sewage, plastic waste, ecosystem*, habitat*, ecolog*, methane, just stop
        oil, extinction rebellion, greenpeace, permafrost, el nino, la nina, ozone, wetland*, oil spill*, air quality,
        hottest year, record heat, overfishing, heat pump*, carbon price*, carbon permit*, loss and damage, tipping
        point*, climate pledge*, gas boiler*, coal pit*, coal power, coal plant*, coal-fired, hottest, warmest year,
        emission*, plant trees, tree planting, trees planted, climate plan*, climate law*, climate bill, climate
        fund*, climate finance, climate aid, climate justice, climate model*, climate report*, climate science,
        climate envoy, climate minister*, climate migrants, climate refugees, climate risk*, climate damage, climate
        deal, climate conference, climate march*, climate strike*, climate denial, climate scepti*, climate lawsuit*,
        climate case, climate impact*, climate adaptation, climate resilience, ipcc, cop summit, unfccc, kyoto
        protocol, warming world, warming planet, planet warms, degrees of warming, 1.5 degrees, 1.5c, two degrees,
        hotter summers, warmest, hottest day, hottest month, hottest summer, record temperature*, heat record*,
        extreme heat, extreme rain*, heat dome, heat stress, urban heat, parched, arid, aridity, desertif*, dust bowl,
        reservoirs, reservoir levels, water levels, water shortage*, water scarcity, water crisis, groundwater,
        aquifer*, snowpack, snowmelt, snow cover, meltwater, melting ice, ice melt, ice melts, ice loss, ice shelf,
        ice shelves, ice cap*, polar ice, iceberg*, arctic ice, antarctic ice, greenland ice, thaw*, tundra, taiga,
        mangrove*, peatland*, peat bog*, bogs, salt marsh*, marshes, seagrass, reef*, bleaching, ocean acidif*, ocean
        warming, ocean heat, ocean current*, gulf stream, amoc, marine heatwave, marine reserve*, marine protected,
        marine life, sea turtles, dead zone*, algal bloom*, red tide, toxic algae, oil slick, oil leak, chemical
        spill, toxic waste, hazardous waste, landfill*, incinerat*, waste water, wastewater, sewage spill*, polluted,
        pollutant*, polluter*, pollution, water pollution, river pollution, polluted river*, air pollution, smog,
        particulate*, soot, nitrogen dioxide, low emission zone*, ulez, clean air, clean-air, emits, emitter*, carbon,
        carbon credit*, carbon offset*, carbon market*, carbon neutral*, carbon-neutral, carbon-free, carbon border,
        carbon sink*, carbon storage, co2, carbon budget*, carbon tax*, low-carbon, zero-carbon, zero-emission*,
        decarbon*, phase out coal, coal phase-out, coal mine*, coal plants, gas flaring, flaring, fracking, oil
        drilling, drilling rights, oil sands, tar sands, pipeline protest*, methane leak*, methane emission*, cow
        burps, cattle emissions, hydrogen plant, hydropower, hydroelectric, geothermal, tidal power, tidal energy,
        wave energy, offshore wind, onshore wind, wind energy, wind turbines, turbine*, solar, solar energy, solar
        panels, rooftop solar, photovolt*, battery storage, biofuel*, biomass, biogas, energy transition, green
        transition, green deal, green new deal, greenwash*, green bond*, green growth, green jobs, heat pumps,
        insulation, insulate britain, home insulation, retrofit*, energy efficien*, energy saving, energy-saving,
        electric vehicle target, petrol car ban, combustion engine ban, internal combustion, ev subsid*, cycle lane*,
        car-free, flight shame, aviation emissions, shipping emissions, sustainable aviation, single-use, plastic
        bag*, plastic bottle*, plastic ban, plastic straws, plastics treaty, beach clean*, ocean plastic, recycl*,
        compost*, circular economy, food waste, e-waste, deposit return, bottle deposit, repair cafe*, sustainable,
        sustainability, eco-friendly, habitat loss, nature reserve*, nature restoration, nature recovery, nature loss,
        nature law, natural habitat, national park*, national forest*, protected area*, conservation area, wildlife,
        wildlife trust*, wildlife trade, wildlife crossing*, wildlife corridor*, poach*, ivory, rhino, rhinos,
        rhinoceros, pangolin*, snow leopard*, wolf pack, brown bear*, polar bear*, beaver*, orangutans, platypus,
        whale stranding, stranded whales, whaling, dolphins die, salmon farm*, sturgeon, fish stocks, fish die-off,
        dead fish, fish deaths, bird populations, bird species, migratory bird*, seabird*, songbird*, puffin*, red
        kite*, hedgehog*, butterflies decline, insect decline, insects decline, insect die-off, bee decline, bees die,
        pollinator*, pesticide*, herbicide*, glyphosate, neonicotinoid*, fertiliser runoff, nitrate*, pfas, forever
        chemicals, invasive species, alien species, asian hornet*, japanese knotweed, cane toad*, extinction, mass
        extinction, red list, iucn, wwf, friends of the earth, greta thunberg, last generation, environment agency,
        environment minister*, environment ministry, eco-activist*, eco activist*, eco-protest*, logging, illegal
        logging, loggers, felled, felling, clear-cut*, timber trade, old-growth, ancient woodland*, ancient tree*,
        woodland*, forestry, reforest*, afforest*, tree cover, tree loss, tree-planting, saplings, sapling, oak trees,
        ash dieback, bark beetle, forest fire*, forest fires, amazon rainforest, congo basin, cerrado, pantanal,
        grassland*, wildflower*, soil erosion, erosion, coastal erosion, coastline*, eroding, sea wall*, seawall*, sea
        defence*, flood defence*, flood defense*, flood barrier*, flood warning*, flood risk*, flood alert*,
        floodwater*, flood plain*, floodplain*, floods, flooded, flooding, deluge, torrential, torrential rain,
        downpour*, cloudburst, mudslide*, storm surge*, superstorm, tropical storm*, storm damage, hurricane season,
        hailstorm*, jet stream, el niño, la niña, meteorolog*, met office, weather service, weather extremes, severe
        weather, freak weather, rainfall, sinking city, sinking island*, low-lying, island nations, island states,
        vanishing island*, drowning village, sandstorm*, dust storm*, locust*, crop failure*, failed rains, failed
        harvest, famine drought, water rationing, hosepipe ban*, water use, dam removal, dams removed, river
        restoration, river levels, rivers run dry, dry river, lake dries, lake shrinks, shrinking lake, aral sea, lake
        chad, hurricane*, typhoon*, cyclone*, monsoon, amazon deforestation, flash floods""",
        """
        weather, flood*, storm*, temperature*, rain, rains, heat, green, sustainab*, forest*, species, nature,
        warming, arctic, antarctic*, fire, fires, coal, electric car*, waste, planet earth, ocean current, ocean*,
        river*, seas, water, pollut*, planet, earth, wild, animal*, birds, bird, bees, insect*, fish, fishing, whale*,
        dolphin*, farm*, crop*, cattle, soil*, land, tree*, oak*, park, parks, garden*, lake*, coast*, beach*, shore*,
        island*, sea, marine, mountain*, alps, alpine, snow, ice, icy, frost, cold, cool*, winter*, summer*, spring,
        dry, wet, winds, wind, gale*, sunny, sun, sunshine, hot, hotter, warm, warmer, warms, degrees, celsius, burn*,
        smoke, ash, blaze*, gas, oil, fuel*, energy, power, electricity, electric, nuclear, plastic, plastics,
        bottles, litter*, rubbish, garbage, trash, dump*, toxic, clean, cleaner, air, dam, dams, reservoir*, sewer*,
        tide*, ton of, tonnes, cut emissions, protected, threatened, vulnerable, survive, disappear*, vanish*,
        shrink*, melt*, decline*, restore*, plant*, campaigners, activists, protesters, billion trees, wolf, wolves,
        tiger*, leopard*, eagle, eagles, seals, elephants, otter*, salmon, eels, stork*, vulture*, lynx, bison, orca*,
        hail, meadow*, heavy rain, landslides, spill, spills, extinct, tornado*, blizzard*, snowstorm*, invasive,
        savanna*, amazon, sweltering, scorching""",
    ),
    "technology": (
        """
        artificial intelligence, smartphones, data breach*, cyberattack*, cyber attack*, cyber-attack*, ransomware,
        malware, software update, social media ban, self-driving, chatgpt, openai, chatbot*, semiconductor*, security
        flaw*, operating system*, data centre*, data center*, ai model*, ai tool*, generative ai""",
        """
        technolog*, tech, big tech, tech giant*, smartphone*, iphone*, ipad*, ios, macbook, android, microsoft,
        anthropic, nvidia, samsung galaxy, samsung, instagram, whatsapp, tiktok, software, hardware, app store, ai,
        a.i, generative, machine learning, algorithm*, chipmaker*, microchip*, computing, laptop*, cyber*, hacker*,
        hacked, hacking, phishing, encrypt*, broadband, wi-fi, wifi, 5g, 6g, driverless, autonomous vehicle*, virtual
        reality, augmented reality, vr headset*, wearable*, smartwatch*, apple watch, gadget*, cloud computing, open
        source, linux, windows 11, windows 10, windows xp, browser*, search engine*, search box, social media
        platform*, social network*, startup*, start-up*, silicon valley, video game*, playstation, xbox, nintendo,
        gamer*, deepfake*, blockchain, 3d print*, gpu, gpus, processor*, programming, developers, usb, bluetooth,
        update fixes, tesla autopilot, password*, router*, chip plant*, chip factor*, chip maker*, phone maker*,
        quantum computer*, server outage*, cloud outage*, web browser*, drone deliver*, ai-generated, ai-powered, ai
        chatbot, ai company, ai firm*, ai start-up, ai startup*, ai chip*, ai safety, ai act, ai law, ai rules, ai
        regulation, ai boom, ai race, ai lab, ai assistant*, ai agent*, ai image*, ai video*, ai search, ai system*,
        ai software, language model*, large language, llm, llms, neural network*, deep learning, gemini ai, copilot,
        grok, deepseek, mistral ai, llama model, midjourney, deepmind, superintelligence, agi, facial recognition,
        face recognition, biometric*, fingerprint sensor, touchscreen*, touch screen*, foldable*, folding phone,
        handset*, galaxy phone, pixel phone, huawei, xiaomi, oneplus, motorola, nokia, blackberry, sim card*, esim,
        usb-c, charging cable, wireless charging, fast charging, solid-state batter*, battery life, battery pack,
        battery tech*, lithium-ion, headset*, headphones, earbuds, airpods, smart glasses, smart speaker*, smart
        home*, smart tv*, smart lock*, smart meter glitch, alexa, siri, google assistant, voice assistant*, apple
        vision, vision pro, oculus, quest 3, metaverse, augmented, vr, hologram*, e-reader*, kindle, chromebook*,
        macos, imac, windows 7, windows update, office 365, azure, aws, amazon web services, google cloud, google
        search, google maps, gmail, firefox, safari, internet explorer, search results, web page*, website, websites,
        web traffic, internet outage, internet access, internet shutdown, internet users, internet service, internet
        speed*, internet cafe, online platform*, online safety, online privacy, domain name*, ip address*, vpn, vpns,
        dark web, tor browser, spam, spyware, pegasus, stalkerware, trojan, botnet*, ddos, zero-day, vulnerabilit*,
        security hole*, security update*, security patch*, bug bounty, bug fix*, software bug*, glitch*, crowdstrike,
        blue screen, it outage, it failure, it system*, it glitch, it department, computer glitch*, computer system*,
        computer virus*, computer chip*, computer scien*, computer game*, supercomputer*, mainframe, personal
        computer*, keyboard*, touchpad, printer*, 3d-print*, 3d printer*, webcam*, digital camera*, camera app,
        dashcam*, drone maker*, delivery drone*, drones deliver, robots, robot, humanoid*, robotaxi*, robo-taxi*,
        waymo, cruise robotaxi, driverless car*, driverless taxi*, autonomous car*, autonomous truck*, autonomous
        driving, autopilot, lidar, car software, over-the-air, ev maker*, charging point*, charging network, charging
        station*, electric truck*, electric lorr*, electric plane*, flying taxi*, air taxi*, maglev, exoskeleton*,
        nanobot*, microprocessor*, processor chip, amd, arm chip, qualcomm, tsmc, asml, broadcom, micron, sk hynix,
        chip industry, chip export*, chip ban, chip war, chips act, chip shortage*, chip design*, advanced chips,
        nanometre*, nanometer*, transistor*, circuit board*, silicon chip, silicon, wafer*, lithography, quantum
        comput*, qubit*, quantum chip, cloud provider*, cloud service*, cloud storage, cloud software, server farm*,
        fibre-optic, fiber-optic, fibre broadband, full fibre, starlink, satellite internet, satellite broadband,
        undersea cable*, submarine cable*, mobile network*, mobile operator*, mobile phone*, mobile data, mobile app*,
        phone app*, 4g, 5g network, telecommunications, telco*, landline*, text messag*, messaging app*, messenger,
        telegram app, signal app, snapchat, snap inc, linkedin, pinterest, bluesky, mastodon, threads app, bytedance,
        wechat, weibo, tencent, alibaba cloud, baidu, meta's, instagram users, hashtag*, viral post, podcast app,
        content moderation, fake accounts, bots, misinformation online, fact-checking tool, data protection, data
        privacy, personal data, user data, data leak*, leaked data, data theft, stolen data, gdpr, privacy settings,
        cookies, tracking cookies, ad tracking, adblock*, paywall, subscription app, end-to-end, two-factor, passkey*,
        password manager, logins, cyber espionage, cyber security, cyber threat*, identity theft, online scam*, scam
        texts, big data, database*, dataset*, coding, coder*, programmer*, programming language, javascript,
        open-source, source code, github, developer tools, software engineer*, software develop*, software maker*,
        software firm*, software company, software giant*, saas, tech company, tech companies, tech firm*, tech
        sector, tech worker*, tech industry, tech boss*, tech billionaire*, high-tech, hi-tech, edtech, biotech app,
        insurtech, inventor*, invention*, consumer electronics, electronics, ifa berlin, mobile world congress, wwdc,
        google i/o, gaming, game developer*, game studio*, games console*, steam deck, nintendo switch, switch 2, ps5,
        ps4, xbox series, minecraft, fortnite, roblox, call of duty, grand theft auto, gta, pokemon go, virtual
        assistant*, digital currency, digital wallet*, digital id, digital euro, e-government, digital divide,
        contactless, apple pay, google pay, payment app*, qr code*, barcode*, gps, satnav*, navigation app,
        ride-hailing, grab app, streaming device, streaming quality, smart city, smart grid, internet of things, iot,
        fitness tracker*, telehealth app, brain chip, neuralink, brain implant app, tech support, inventing, app
        store*, robotics, robotic""",
        """
        apple, digital, online, user*, device*, phone*, screen*, chip, chips, data, website*, web, virtual, social
        media, platform*, launch*, tablet*, electric, privacy, code, feature*, server*, network*, tool*, innovat*,
        patent*, mobile, wireless, game, outage*, console, computer*, internet, app, apps, meta platforms, twitter,
        youtube, facebook, robot*, display*, camera*, lens, pixel*, call, calls, text, texts, message*, chat, chats,
        email, emails, inbox, post, posts, feed, feeds, account, accounts, follower*, viral, stream*, video*,
        download*, upload*, upgrade*, version*, rollout, rolls out, beta, test, tests, bug, bugs, crash, crashes,
        flaw*, leak*, breach*, theft, fraud, spy*, surveillance, track*, monitor*, detect*, scan*, chip-*, machine*,
        automat*, autonomous, electronic*, engineer*, develop*, design*, model, models, language, image*, photo*,
        voice, speech, translate*, search, google*, amazon, meta, founder, billionaire, valley, cable*, satellite*,
        signal, connect*, speed, faster, storage, memory, cloud, smart, drone, drones, car, cars, vehicle*, charg*,
        plug, batter*, wires, radio, tv, player*, consoles, teen*, children, kids, ban, bans, regulator*, antitrust,
        electric car*, electric vehicle*, ev, evs, uber, airbnb, tweet*, reddit, influencer*, youtuber*, esports,
        intel, hack, hacks, prototype*, meme*, emoji*, keynote, telecom*, paypal""",
    ),
    "sport": (
        """
        semi-final*, semifinal*, quarter-final*, quarterfinal*, premier league, champions league, world cup, grand
        slam, touchdown*, home run*, innings, wicket*, hat-trick, penalty shootout, gold medal*, world champion*,
        title race, relegation, transfer window, playoffs, grand prix, pole position, stoppage time, extra time,
        half-time, second half, first half, set point, match point, tie-break*, world title, injury time, own goal,
        equaliser, equalizer, winning goal, league leader*, league title""",
        """
        football*, soccer, europa league, euro 2024, la liga, serie a, bundesliga, fa cup, carabao cup, midfielder*,
        striker*, goalkeeper*, head coach, playoff*, play-off*, quarterback*, nfl, nba, mlb, wnba, ncaa, mls, super
        bowl, baseball, basketball, first baseman, outfielder*, shortstop, linebacker*, wide receiver, running back,
        hockey, cricket*, batsman, test match, ipl, six nations, scrum*, us open, australian open, french open, atp,
        wta, golf*, pga, ryder cup, formula 1, formula one, f1, motogp, nascar, motorsport, olympi*, paralymp*, silver
        medal, bronze medal, athlete*, athletics, sprinter*, swimmer*, gymnast*, boxing, boxer*, heavyweight, ufc,
        mma, wrestl*, wwe, cyclist wins, tour de france, giro d'italia, peloton, championship*, transfer target,
        manager sacked, relegat*, man utd, man city, manchester united, manchester city, tottenham, liverpool fc,
        liverpool beat, real madrid, barcelona fc, fc barcelona, lakers, yankees, red sox, dodgers, celtics, knicks,
        packers, steelers, 49ers, broncos, free agent*, draft pick*, skiing, skier*, snowboard*, figure skat*, ice
        skating, volleyball, handball, badminton, rowing, sailing race, horse racing, jockey*, kentucky derby, grand
        national, 100m, 200m, 400m, pole vault, high jump, long jump, javelin, equestrian, dressage, weightlift*,
        judo, karate, taekwondo, archery, sportsman, doping, goalless, offside, referee*, wimbledon final, centre
        court, baseline, goalie*, chess, yellow jersey, ski race*, top of the table, top of table, sporting event*,
        hat trick, sporting director*, cyclist*, penalty kick*, midfield, test series, sports, sport, league table,
        league cup, super cup, cup final, cup tie, cup win, european cup, uefa*, euro 2028, euro 2020, copa america,
        copa libertadores, asian cup, africa cup of nations, afcon, nations league, conference league, ligue 1,
        eredivisie, league one, league two, scottish premiership, second division, top flight, top-flight, wild card,
        wildcard, round of 16, last 16, last eight, group stage, group game*, knockout stage*, qualifier, qualifiers,
        qualifying round, qualif* for world, derby win, clean sheet*, goalscor*, top scorer*, scorer*, scores twice,
        scored twice, free kick*, free-kick*, corner kick, spot kick*, red card*, yellow card*, sent off, sending off,
        booking, linesman, full-back*, centre-back*, center back, winger*, forward line, playmaker*, starting eleven,
        starting xi, substitute, substitutes, dugout, caretaker manager, manager of the month, new manager, new coach,
        assistant coach, national team, national side, women's team, men's team, lionesses, three lions, under-21*,
        u-21, u21, academy player, signs for, re-signs, loan deal, loan move, transfer fee, release clause, contract
        extension, buyout clause, free transfer, ballon d'or, golden boot, player of the year, player of the match,
        mvp, most valuable player, rookie*, nba draft, nfl draft, first-round pick, trade deadline, salary cap,
        franchise tag, all-star*, hall of fame, hall of famer, three-pointer*, three-point, buzzer-beater,
        triple-double, point guard, power forward, center fielder, pitcher, pitchers, bullpen, strikeout*, no-hitter,
        home runs, grand slam homer, batting, batsmen, bowler*, bowled, unbeaten, not out, run chase, odi, t20,
        twenty20, ashes, test win, test squad, test captain, ranji, county championship, world series, stanley cup,
        super bowl*, running backs, wide receivers, tight end*, cornerback*, field goal*, fumble*, end zone, overtime
        win, shootout, power-play goal, puck, goaltender*, ice rink, slap shot, defenseman, defenceman, rugby*,
        try-scor*, fly-half, fly half, scrum half, flanker, all blacks, springboks, wallabies, lions tour, world
        rugby, super rugby, super league, nrl, state of origin, aussie rules, afl, gaelic football, hurling,
        all-ireland, curling, lacrosse, netball, softball, squash, table tennis, ping-pong, padel, pickleball,
        bowling, billiards, darts, world darts, snooker*, masters champion, ryder, solheim cup, liv golf, birdie*,
        hole-in-one, fairway, tee off, caddie*, leaderboard, under par, cut line, tennis*, roland garros, davis cup,
        billie jean king cup, laver cup, wta finals, atp finals, top seed, unseeded, straight sets, five sets, three
        sets, double fault*, serve and, backhand, forehand, doubles title, mixed doubles, singles title, wimbledon*,
        commonwealth games, asian games, pan american games, european games, world games, opening ceremony olympic,
        torch relay, medallist*, medalist*, medal table, medal count, podium, podiums, podium finish, wins gold, won
        gold, wins silver, wins bronze, personal best, season's best, track and field, hurdler*, 4x100m, 800m, 1500m,
        5000m, steeplechase, marathons, marathon, half-marathon, ultramarathon, parkrun, london marathon, boston
        marathon, ironman, triathl*, decathl*, heptathl*, pentathl*, biathl*, shot put, discus, hammer throw, triple
        jump, high jumper, long jumper, balance beam, floor exercise, uneven bars, breaststroke, backstroke, butterfly
        stroke, medley, synchronised swimming, artistic swimming, water polo, boat race, regatta, yacht race,
        america's cup, vendee globe, surfing, surfer*, kayak*, canoe*, climber wins, sport climbing, bouldering,
        skateboard*, bmx, mountain bike*, velodrome, track cycling, cycling race, tour stage, stage win, stage winner,
        sprint finish, time trial, maillot jaune, pink jersey, green jersey, paris-roubaix, milan-san remo, formula e,
        formula 2, motor racing, dakar rally, indycar, indy 500, daytona, le mans 24, le mans, pit stop*, pit lane,
        qualifying lap, fastest lap, safety car, mercedes driver, verstappen, superbike*, motocross, speedway,
        racehorse*, royal ascot, ascot, cheltenham, epsom, aintree, melbourne cup, breeders' cup, triple crown,
        furlong*, thoroughbred*, show jumping, showjump*, polo match, fencer*, title fight, title bout, heavyweight
        title, world heavyweight, middleweight, welterweight, featherweight, lightweight title, flyweight,
        bantamweight, cruiserweight, knocks out, round knockout, undercard, cage fight*, martial art*, jiu-jitsu,
        kickbox*, sumo, judoka*, karateka, powerlift*, bodybuild*, strongman contest, shooting sport*, marksm*,
        cross-country ski*, ski jump*, alpine ski*, downhill, slalom*, giant slalom, super-g, ski season, winter
        games, winter olympic*, bobsle*, luge, skeleton race, figure skater*, speed skat*, ice dance*, short track,
        freestyle ski*, halfpipe, nhl*, ice hockey, field hockey, grandmaster*, checkmate, bridge champion, home
        ground, home game, home win, home defeat, away game, away win, away fans, home fans, football fans,
        supporters' club, season ticket*, training ground, training camp, pre-season, preseason, off-season,
        offseason, spring training, regular season, season opener, opening day, match day, matchday, full time, added
        time, comeback win, comeback victory, trounce*, rout of, cruises past, knocked out, reach final, reaches
        final, into final, into the final, title defence, title defense, defending champion*, reigning champion*,
        runner-up, runners-up, unbeaten run, winless, win streak, winning streak, losing streak, losing run,
        hamstring, cruciate, acl, groin injury, ankle injury, knee injury, calf injury, injury blow, out injured,
        comeback from injury, retires from, kick off season, football club*, football association, football match,
        football pitch, sports minister, sports fans, sports club, sports betting, doped, doping ban, anti-doping,
        wada, failed drug test, steroid*, match-fixing, match fixing, ioc, iaaf, world athletics, fia, fifa*, nfl
        players, coach fired, manager fired, coach sacked, real madrid*, atletico, bayern, bayern munich, psg, paris
        saint-germain, juventus, ac milan, inter milan, napoli, ajax, psv, feyenoord, benfica, sporting lisbon, aston
        villa, newcastle united, west ham, leeds united, leicester city, nottingham forest, wolves beat, fulham,
        crystal palace, man united, man u, boca juniors, river plate, flamengo, palmeiras, al-nassr, al-hilal, inter
        miami, la galaxy, spurs beat, rockets beat, eagles beat, ravens beat, patriots beat, giants beat, jets beat,
        dolphins beat, bears beat, lions beat, seahawks, vikings beat, astros, phillies, orioles, blue jays, maple
        leafs, canadiens, bruins, penguins beat, oilers, canucks, hurricanes beat, panthers beat, top-ranked, archers,
        umpire, umpires, cycling race*, thrash, thrashed, thrashes, thrashing, edge past, edges past, cruise past,
        through to final, giro, vuelta, ruled out for season, bogey, bogeys, head coach*""",
        """
        game*, match, matches, win, wins, won, beat, beats, defeat*, team, teams, coach*, league*, season*, final,
        finals, goal*, score*, title, champion*, club*, tournament, race, races, injury, fans, stadium, round, lead,
        transfer*, draw, victory, rival*, star, pitch, court, seed, serve, set, sets, overtime, header, substitute*,
        climb, division, table, arsenal, chelsea, derby, fencing, marathon*, medal*, defender*, pitcher*, batter,
        freestyle, playing, plays, playe*, sides, side, opponent*, opener, winner*, winning, loser*, lose, loses,
        lost, loss, beating, beaten, thriller, upset, comeback, late, minutes, seconds, point, points, lap, laps,
        heats, heat, event, events, trophy, crown*, titles, throne, record*, rank*, world no, number one, top, bottom,
        last, first-ever, youngest, veteran, rising star, legend*, hero*, sprint*, run, runs, runner*, jump*, throw*,
        shot*, shoot*, hit, kick*, ball*, net, field, ground, track, course, pool, ring, ice, snow, slope*, skat*,
        ski*, sail*, swim*, ride*, driver*, wheel, lift*, fit, fitness, train*, session, tactic*, defence, defense,
        attack, forward, guard, back, centre, wing, spell, debut*, retire*, contract*, deal, sign*, move, bid, fee,
        loan, squad*, teammate*, captain*, board, dispute, ban, banned, fine, supporters, crowd*, ticket*, venue,
        host*, tour, series, open, masters, cup*, shield, bowl, belt, jersey, kit, boots, shirt, barcelona, liverpool,
        everton, celtic, rangers, draft, relay, ace, aces, bronze, silver, bench, vault, hurdles, diving, diver,
        divers, penalty, penalties, friendly, eliminated, stadiums, fixtures, bout, rower*, dressing room, lineup,
        line-up, manager*, this season, last season, next season, cycling, surf, knockout*, sidelined""",
    ),
    "culture": (
        """
        box office, film festival*, best picture, oscar*, grammy*, bafta*, emmy*, booker prize, new album, art
        exhibition, literary prize, opera house, red carpet, cannes, eurovision, pulitzer, stage play, fashion week""",
        """
        film*, movie*, cinema*, director's cut, actor*, actress*, academy award*, golden globe*, tony award*, cannes
        film, bollywood, disney*, tv series, tv show*, sitcom*, season finale, series finale, soundtrack*, album*,
        singer*, songwriter*, rapper*, pop star*, band's, concert*, music*, orchestra*, symphony, opera, operas,
        operatic, ballet*, theatre*, theater*, west end, playwright*, novel, novels, novelist*, author, authors, poet,
        poets, poetry, literary, literature, bookshop*, memoir*, museum*, gallery, galleries, exhibition*, painting*,
        painter*, sculpt*, artist*, artwork*, art fair, biennale, photographer*, fashion*, catwalk, celebrit*, reality
        tv, reality show, bachelor, dancing with the stars, american idol, the voice, game of thrones, true detective,
        star wars, star trek, marvel, comic*, comedian*, culture, cultural, heritage site, unesco heritage, showbiz,
        sequel*, screenplay, streaming series, starring, co-star*, director, playlist, crime novel*, crime drama*,
        crime thriller*, crime series, crime writer*, architect*, war film*, war movie*, war novel*, tv review*, film
        review*, album review*, stage and screen, lost play, screenwriter*, choreograph*, movie star*, blockbuster*,
        prequel*, remake*, reboot*, spin-off series, franchise film, franchise movie, superhero, superheroes, horror
        film, sci-fi, science fiction, rom-com, romcom, drama series, period drama, costume drama, animated,
        animation*, anime, pixar, dreamworks, studio ghibli, cartoon*, manga, graphic novel*, comic book*, comic con,
        cosplay, puppet*, marionette*, circus, magician*, stand-up, standup, sketch show, satir*, late-night, talk
        show*, chat show*, quiz show*, game show*, soap opera*, soap star, telenovela*, showrunner*, tv drama, tv
        host, tv presenter*, tv star*, tv licence, bbc drama, itv, channel 4, hbo*, netflix*, amazon prime, prime
        video, hulu, streaming service*, streaming hit, binge-watch, miniseries, mini-series, limited series, season
        two, season 2, season 3, final season, final episode, pilot episode, documentar*, docuseries, biopic*,
        premieres, red-carpet, golden bear, golden lion, golden palm, palme d'or, berlinale, venice film, sundance,
        tribeca, toronto film, telluride, locarno, academy awards, oscar nomin*, best actor, best actress, best
        director, supporting actor, supporting actress, lead role, title role, leading lady, leading man, cast in,
        dubbing, voice actor*, sag-aftra, writers guild, writers' strike, actors' strike, hollywood strike,
        hollywood*, music festival, music video*, music industry, number one single, debut single, lead single,
        chart-topp*, billboard, tops charts, top of the charts, vinyl, remix*, dj, djs, rave, nightclub scene,
        hip-hop, hip hop, r&b, k-pop, bts, blackpink, punk band, heavy metal, metal band, rock band, rock'n'roll, rock
        legend, indie, indie band, folk music, folk singer, folk song*, country music, country singer, country star,
        jazz, jazz musician, blues singer, reggae, reggaeton, flamenco, fado, classical music, chamber music, string
        quartet, symphonies, philharmonic, composer*, sonata*, aria, libretto, soprano*, baritone*, mezzo, choir*,
        choral, violin*, cellist*, cello, pianist*, piano, pianos, guitarist*, guitars, drummer*, bassist, saxophon*,
        trumpet*, flautist, organist, harpist, accordion*, bagpipe*, vocalist*, frontman, boyband, boy band, girl
        group, band reunites, band splits, bandmate*, reunion tour, farewell tour, world tour, concert tour, tour
        dates, tour cancelled, gig, gigs, encore, festival headliner, lineup festival, glastonbury*, coachella*,
        lollapalooza, woodstock, roskilde, tomorrowland, last night of the proms, bayreuth, salzburg festival, la
        scala, covent garden, carnegie hall, royal albert hall, elbphilharmonie, sydney opera, ballerina*, bolshoi,
        dancer*, dance company, dance troupe, contemporary dance, folk dance, ballroom, strictly come dancing, dance
        show, theatrical, theatre company, stage version, stage adaptation, stage debut, on stage, west end show,
        broadway*, broadway show, off-broadway, tony awards, olivier award*, fringe festival, edinburgh fringe,
        pantomime, panto, shakespeare*, hamlet, macbeth, romeo and juliet, chekhov, understudy, drama school, curtain
        call, set design*, costume design*, costumes, stage director, artistic director*, art director, theatre
        director*, librarian*, bookseller*, bookstore*, book shop*, book fair*, book festival, book prize, book club,
        book ban*, banned books, bestseller*, best-seller*, bestselling, best-selling, publishing house, publishing
        deal, book deal, novella, short story, short stories, short-story, non-fiction, nonfiction, detective novel,
        crime fiction, whodunit, romance novel*, children's book*, picture book*, audiobook*, poem, poems, poet
        laureate, sonnet*, haiku, anthology, essayist, essays, biograph*, autobiograph*, diaries of, letters of,
        unpublished novel, unpublished poem*, first edition, manuscript*, illuminated manuscript, rare book*, nobel
        prize in literature, nobel literature, literature nobel, goncourt, women's prize for fiction, international
        booker, national book award, literary festival, literary critic*, writers' festival, art show, art museum, art
        gallery, art world, art dealer*, art collect*, art collector*, art historian*, art theft, art prize, art
        auction, auction record for painting, sotheby's, christie's, turner prize, biennial, documenta, venice
        biennale, tate, tate modern, louvre, moma, guggenheim, prado, uffizi, rijksmuseum, british museum, v&a,
        national gallery, national portrait gallery, musee d'orsay, hermitage museum, smithsonian, curator*, curated,
        retrospective, old master*, impressioni*, surrealis*, cubis*, expressionis*, pop art, modern art, contemporary
        art, street art, street artist*, graffiti art*, mural*, fresco*, mosaic*, portrait*, self-portrait, still
        life, watercolour*, watercolor*, etching*, engraving*, tapestr*, ceramics, pottery, glassblow*, stained glass,
        statue*, performance art*, video art, photography, photo exhibition, photography prize, picasso, van gogh,
        rembrandt, vermeer, monet, da vinci, leonardo, michelangelo, caravaggio, botticelli, klimt, frida kahlo,
        hokusai, rodin, bach, mozart, beethoven, wagner opera, verdi, puccini, tchaikovsky, chopin, schubert, mahler,
        dickens, austen, tolstoy, dostoevsky, kafka, goethe, cervantes, orwell, tolkien, beatles, rolling stones, pink
        floyd, led zeppelin, abba, heritage, world heritage, cultural heritage, unesco, heritage list, monument*,
        palace restored, castle restored, repatriat*, looted art, looted artefact*, looted artifact*, benin bronzes,
        parthenon marbles, elgin marbles, restitution, pritzker, skyscraper design, brutalis*, bauhaus, gaudi, fashion
        designer, fashion house, haute couture, couture, supermodel*, model agency, fashion show, vogue, met gala,
        gown, gowns, stylist*, gucci, chanel, dior, prada, louis vuitton, versace, balenciaga, armani, tiara, celeb,
        celebs, reality star, reality tv star, love island, big brother, paparazzi, gossip, ties the knot, splits
        from, royal wedding, royal tour, coronation, pageant*, miss universe, miss world, beauty pageant, carnival*,
        mardi gras, oktoberfest, folklore, folk tradition*, fairy tale*, fairytale*, cultural centre, cultural center,
        culture minister*, culture ministry, culture capital, capital of culture, arts council, arts funding, arts
        centre, arts center, arts festival, word of the year, dictionary, radio play, radio host, radio drama,
        podcast*, screen adaptation, adapted from, based on the novel, film adaptation, film version, film score,
        score for, theme song, national anthem version, james bond, 007, harry potter, lord of the rings, star wars*,
        superman, spider-man, wonder woman, x-men, avengers, doctor who, stranger things, squid game, the simpsons,
        sesame street, muppet*, paddington, mickey mouse, donald duck, tintin, asterix, moomin*, toy story, lion king,
        film director*, library, libraries, tenor, tenors, publishing house*, fiction, comedies, duchess, kardashians""",
        """
        show, shows, star, stars, book*, art, arts, song*, tour, stage, fans, premiere*, episode*, series, role, cast,
        character*, story, drama, performance*, audience*, award*, writer*, play, plays, studio, wedding, dress*,
        dating, wears, outfit, outfits, screen, dance*, entertain*, hit, classic, tradition*, historic*, staged, sxsw,
        read, finale, comedy, critics, tv, television, festival*, designer*, photograph*, reads, reading, reader*,
        writing, written, wrote, words, pages, publish*, title, tale*, fable, hero, heroine, villain*, plot, script*,
        scene*, ending, chapter, volume, edition, prize*, shortlist*, longlist*, jury, nominee*, nominat*, winner*,
        honour*, honor*, tribute*, laureate, legend, icon, iconic, beloved, famous, fame, fan, hits, single, track,
        tracks, lyrics, ballad, melody, tune*, band, bands, drum*, sings, sing, sang, chorus, pop, rock, folk,
        country, soul, blues, instrument*, hall, halls, curtain, costume*, act, acts, starred, stars in, directed,
        directs, debut*, revival, revive*, restore*, collection*, collector*, display*, exhibit*, paint*, canvas,
        draw*, sketch, print*, bronze, marble, ivory, antique*, auction*, palace*, castle*, cathedral*, chapel*,
        ruin*, palazzo, villa, abbey, cultural*, creative*, design, designs, wear, style*, beauty, glamour, royal,
        king, queen, prince, princess, duke, celebrat*, ceremony, festive*, parade*, holiday*, custom*, language*,
        century-old, broadcast*, channel*, viewer*, host*, presenter, programme, reality, screened, watch*, stream*,
        trailer*, teaser, thriller, conductor*, stunt*, tabloid*, rock star*, renaissance, myths, composed, engaged
        to, weds, casting, masterpiece*, samba, tango, punk, rap""",
    ),
    "crime and courts": (
        """
        jailed, sentenced, found guilty, pleads guilty, pleaded guilty, not guilty, murder trial*, murder charge*,
        charged with, arrested, manslaughter, stabbed, stabbing*, convicted, acquitted, life sentence, life in prison,
        years in prison, in custody, stands trial, court of appeal, appeals court, money laundering, drug smuggl*,
        drug traffick*, homicide*, extradit*, police arrest, mass shooting, kidnapp*, embezzle*, bribery, indicted,
        manhunt, court hears, court told, jury finds""",
        """
        police*, arrest*, murder*, suspect*, robber*, burglar*, theft, stolen, shoplift*, stabb*, shooting*, gunman,
        gunmen, kidnap*, abduct*, rape, raped, rapist*, sexual assault*, sex abuse, sexual abuse, sexual offence*,
        sexually abus*, assaulted, fraud*, embezzl*, brib*, corruption charge*, smuggl*, traffick*, drug lord*, drug
        cartel*, cartel*, gang, gangs, jail*, prison*, inmate*, sentencing, death penalty, death row, convict*,
        guilty, plead*, acquit*, indict*, criminal*, crime*, prosecut*, defendant*, juror*, trial of, murder trial, on
        trial, court heard, court rul*, court order*, high court, supreme court, federal court, crown court, district
        court, lawsuit*, sues, sued, suing, class action, plaintiff*, attorney general, lawyer*, barrister*,
        litigation, verdict*, fbi, forensic*, missing girl, missing boy, victim's family, inquest, coroner*, arson*,
        vandal*, poisoning, scammer*, scam, scams, paedophil*, pedophil*, child abuse, domestic violence, hate crime*,
        justice department, criminal charges, interpol, icj, international court, shot dead, gun violence, courtroom*,
        custody battle*, jailed for, cleared of, drugs bust, drug bust, burgled, heist*, gunned down, shots fired,
        school shooting, drive-by, stabs, knife attack*, knife crime, knifeman, machete*, hacked to death, beaten to
        death, strangle*, suffocat*, drowned wife, poisoned husband, dismember*, decapitat*, body found, body parts,
        bodies found, remains found, human remains, missing woman, missing man, missing teen*, missing child*, missing
        student, missing person*, disappearance, disappearances, cold case*, unsolved, autopsy, post-mortem,
        postmortem, crime scene*, crime lab, dna evidence, under oath, perjury, contempt of court, judge rules, judge
        orders, magistrate*, courthouse*, court case, court battle, court date, court documents, court filing*, court
        hearing, court ruling, constitutional court, european court, court of justice, court of human rights, hague,
        international criminal court, icc, icc warrant, arrest warrant*, search warrant*, bail, denied bail, remanded,
        detainee*, custodial, prison break, prison escape, prison guard*, prison officer*, prison riot, prison
        sentence*, prison service, overcrowded prison*, solitary confinement, early release, released from prison,
        parole*, probation, ankle tag, electronic tag*, house arrest, suspended sentence, community service, community
        sentence, resentenc*, death sentence*, lethal injection, firing squad, pardon*, clemency, exonerat*, wrongful
        conviction, wrongly convicted, wrongful death, miscarriage of justice, retrial, mistrial, hung jury, jury
        selection, plea deal, plea bargain, admits killing, admits murder, admitted killing, denies murder, denies
        charge*, denies rape, denies killing, accuser*, accomplice*, suspected of, prime suspect, person of interest,
        defence lawyer*, defense lawyer*, defense attorney*, defence counsel, public prosecutor*, district attorney*,
        state attorney, solicitor*, legal battle, legal case, legal action, legal aid, legal challenge, sued for,
        files suit, countersu*, class-action, settlement of lawsuit, settles lawsuit, settles case, settle claims,
        compensation claim, libel, defamation, slander, injunction*, restraining order, gagging order, judicial
        review, judiciary, justice minister*, justice ministry, ministry of justice, chief justice, justice system,
        criminal justice, criminal case, criminal charge*, criminal gang*, organised crime, organized crime, crime
        boss, crime gang*, crime rate*, crime wave, crime figures, crime spree, violent crime, war on drugs, drug
        gang*, drug dealer*, drug ring, drugs haul, drugs seized, drug raid*, drug kingpin, kingpin*, cocaine, heroin,
        meth, methamphetamine, cannabis farm, ecstasy, fentanyl pills, tonnes of cocaine, people smuggl*, human
        traffick*, sex traffick*, modern slavery, forced labour ring, mafia*, mafioso, mob boss, mobster*, camorra,
        ndrangheta, cosa nostra, yakuza, ms-13, gang violence, gang member*, gang war*, gang rape, gangster*, hitman,
        hitmen, hit man, contract killing, contract killer, assassin*, rapes, rape case, rape trial, sex crime*, sex
        offence*, sex offender*, sex assault*, sexual violence, sexual harassment, sexual misconduct, groped, groping,
        indecent*, child porn*, child sex, grooming, groomer*, abuser*, abuse scandal, abuse case*, abuse claims,
        abuse inquiry, predator*, voyeur*, upskirt*, revenge porn, stalker*, stalking, blackmail*, extort*, ransom,
        ransom demand, hostage-taking, hostage situation, barricaded, robbed, armed robbery, bank robber*, jewel
        thieves, jewellery heist, raiders, break-in*, broke into, pickpocket*, thieves, stole, stolen goods, car
        theft*, car thieves, carjack*, bike theft, thefts, looters, looted shops, set on fire, firebomb*, molotov,
        riot police, tear gas, police officer*, police officers, police chief, police force*, police station, police
        custody, police brutality, police shooting*, police shoot, police killing, police probe, police hunt, police
        search, police say, police investigat*, police raid*, police dog*, police car, constable*, chief constable,
        met police, scotland yard, nypd, lapd, sheriff, deputies, state trooper*, marshals, fbi agent*, dea, atf,
        secret service, europol, eurojust, informant*, whistleblower trial, wiretap*, surveillance operation, sting
        operation, dawn raid*, detective*, sleuth*, private eye, public inquiry, corruption, corruption probe,
        corruption case, corruption trial, corruption scandal, anti-corruption, graft, kickback*, con man, conman,
        conmen, swindler*, scammed, phishing gang, romance scam*, investment scam, fake doctor, fake police,
        impostor*, imposter*, impersonat*, forger*, counterfeit*, fake notes, fake goods, pyramid scheme, ponzi
        scheme, insider trading, tax fraud, wire fraud, bank fraud, benefit fraud, card fraud, cyber fraud, identity
        fraud, launder*, misappropriat*, breach of trust, racketeer*, obstruction of justice, tampering, hush money,
        hush-money, racially aggravated, hate speech trial, hate crimes, negligent homicide, hit-and-run, hit and run,
        drunk driver*, drink driver*, drink-driving, drink-drive, drunk driving, dangerous driving, careless driving,
        speeding fine*, road rage, driving ban, assault, assaults, assaulting, gbh, grievous bodily, attacked with,
        acid attack*, battery charge*, brawl, pub fight, domestic abuse, femicide*, honour killing*, honor killing*,
        infanticide, neglect of, child neglect, animal cruelty, dogfight*, dog attack trial, gun crime, gun law*, gun
        control, gun laws, gun owner*, handgun*, firearm*, illegal weapon*, weapons charge*, espionage, spy trial, spy
        ring, treason, sedition, terror charge*, terror trial, terror suspect*, terrorism charge*, war crimes trial,
        crimes against humanity, interpol notice, asylum fraud, passport fraud, child support fraud, copyright
        lawsuit, copyright case, patent lawsuit, antitrust lawsuit, antitrust case, antitrust trial, discrimination
        lawsuit, wrongful dismissal, custody battle, divorce court, inheritance dispute, land dispute case, mugged,
        mugging, muggers, spying for, molested, molesting, court hearing*, tribunal, testifies, testify, testified,
        looting, law firm, harassment, put on trial, goes on trial, went on trial, on trial for, serial killer*""",
        """
        court, courts, charge*, case*, trial, victim*, death, dead, officer*, investigat*, alleg*, law, laws,
        attorney*, illegal*, appeal*, ruling, evidence, assault*, custody, sentence*, gun*, knife*, violence, raid*,
        detain*, body, bodies, weapon*, cops, cop, sheriff*, claims, courtroom drama, judge*, jury, poison*, trials,
        cell, cells, bars, release*, freed, escape*, fugitive*, wanted, hunt, hunts, search*, sought, probe, probes,
        inquiry, clue*, motive*, suspicious, mystery, missing, vanished, disappear*, found dead, deaths, die, died,
        dies, kill*, grave, blood, wound*, injur*, attack*, fight, knives, rifle*, pistol*, bullet*, bomb threat,
        threat*, abuse*, survivor*, girl, boy, teen, teenager*, woman, man, wife, husband, son, daughter, mother,
        father, couple, neighbour*, neighbor*, landlord, driver*, crash, drunk, drugs, drug, pills, cannabis, haul,
        seize*, stash, cash, money, bank, jewel*, steal*, fake, false, lied, lie, lies, lying, deny, denies, denied,
        admit*, accuse*, claim, scandal, cover-up, complain*, banned, unlawful*, legal*, rule*, order*, right*,
        dismiss*, overturn*, uphold*, block*, petition*, justice*, agent*, guard*, ring, mob, riot*, loot*, damage*,
        fire, blaze, burned, shot, shooter*, witness*, executed, execution*, fined, fines, crackdown, detention,
        undercover, confess*, thief, accused of, spying, sue, policing, testimony, forged, warrant""",
    ),
    "society": (
        """
        university students, homeless*, food bank*, birth rate*, same-sex, gay marriage, childcare, parental leave,
        care leavers, social housing, housing crisis, child poverty, gender pay gap""",
        """
        school*, pupil*, teacher*, classroom*, student*, college admission*, curriculum, education*, kindergarten*,
        child care, nursery, parenting, immigrant*, immigration, migrant*, asylum*, refugee*, deport*, affordable
        housing, tenant*, racis*, racial, civil rights, human rights, lgbt*, trans people, gender, feminis*, women's
        rights, equal pay, church*, pope, vatican, bishop*, archbishop*, priest*, catholic*, muslim*, mosque*,
        synagogue*, antisemiti*, islamophob*, religio*, christian*, hindu*, birthrate*, demograph*, divorce*, welfare,
        disabled, disabilit*, loneliness, generation z, gen z, indigenous, aboriginal, slavery, reparations, protest*,
        demonstrators, demonstrator, social worker*, foster care, retirement age, pensioner*, community group*,
        widow*, couples marry, exam result*, single-person household*, caste, primary school*, secondary school*,
        nurseries, preschool*, pre-school*, daycare, day care, school meals, school uniform*, school lunch*, school
        year, school holiday*, school closure*, school start, school phone ban, school places, school district*,
        school board*, headteacher*, head teacher*, headmaster, headmistress, teaching assistant*, teacher shortage*,
        ofsted, gcse*, a-level*, a levels, sat scores, exam, exams, exam boards, grade inflation, curriculums,
        syllabus, truan*, absenteeism, school attendance, literacy, illiteracy, numeracy, pisa, bilingual school*,
        special needs, special education, dropouts, drop-outs, private school*, public schools, faith school*,
        boarding school*, home-school*, homeschool*, student loan*, student debt, tuition fee*, tuition, campus
        protest*, college students, undergraduate*, graduates, graduation, degree apprenticeship, university
        admission*, university places, university fees, affirmative action, fraternit*, sororit*, freshers, student
        union, student housing, lecturers, adult education, vocational training, parenthood, motherhood, fatherhood,
        single mother*, single parent*, single mothers, working mothers, working parents, maternity leave, paternity
        leave, parental, family life, family policy, child benefit*, childless*, large families, grandparent*,
        grandmother*, grandfather*, adoptive, adoption*, adopted, foster*, foster child*, orphan*, child labour, child
        labor, child marriage*, child bride*, forced marriage*, arranged marriage*, marriages, married couples,
        newlyweds, wedding customs, cohabit*, civil partnership*, same-sex marriage, dating apps, lonely,
        neighbourhood*, neighborhood*, community centre*, community center*, community garden*, youth club*, youth
        centre*, youth work*, young people, young adults, teenagers, millennials, baby boomers, gen alpha, elderly
        people, older people, retirees, retired people, retirement home*, old age, ageing population, aging
        population, ageing society, depopulat*, population growth, population decline, population falls, population
        shrinks, census*, births, fertility rate, baby boom, migration, migrant crisis, migrant boat*, small boats,
        channel crossing*, boat crossings, mediterranean rescue, rescued migrants, illegal immigrant*, undocumented,
        work permit*, green card*, citizenship, naturalis*, naturaliz*, dual citizenship, residency permit*, border
        wall, family reunification, family separation, asylum claims, asylum hotel*, asylum centre*, refugee camp*,
        stateless*, rohingya, integration course*, integration of, language courses, multicultural*, emigrat*,
        emigrants, ethnic minorit*, minority group*, minorities, racially, racial profiling, racial justice, racial
        equality, black lives matter, apartheid, segregat*, discriminat*, xenophob*, prejudice*, stereotyp*, hate
        speech, romani, traveller community, gypsies, sinti, sami, inuit, maori, first nations, native american*,
        aboriginals, indigenous peoples, tribes, tribal, dalit*, untouchab*, descendants of slaves, slave trade,
        enslaved, serfdom, forced labour, forced labor, sweatshop*, human dignity, freedom of speech, free speech,
        press freedom, freedom of the press, freedom of religion, religious freedom, faiths, interfaith, atheis*,
        believers, worshipper*, congregation*, parish*, clergy, clergym*, pastor*, rabbis, imam*, ayatollah, monks,
        nun, nuns, monaster*, abbey closes, diocese, archdiocese, cardinal*, conclave, papal, pontiff, encyclical,
        canonis*, canoniz*, sainthood, sermon*, bibles, quran*, koran*, torah, christening*, first communion, bar
        mitzvah, pilgrim*, hajj, mecca, umrah, lourdes, santiago pilgrims, ramadan*, eid, diwali, hanukkah, passover,
        yom kippur service, christmas service, nativity, church tax, church attendance, church members, church
        leader*, religious leader*, evangelical*, pentecostal*, methodist*, baptists, anglican*, church of england,
        lutheran*, orthodox church, orthodox christ*, mormon*, jehovah*, quaker*, amish, scientolog*, sikh*, islam,
        islamic, judaism, buddhis*, headscar*, hijab*, burqa*, niqab*, veil ban, blasphem*, womens rights, gender
        equality, gender gap, gender quota*, gender identity, gender roles, gender recognition, gender-neutral,
        misogyn*, sexis*, patriarch*, glass ceiling, metoo, me too, abortion rights, reproductive rights, pride
        parade*, pride march*, pride flag, gays, transgender*, trans rights, nonbinary, non-binary, drag story,
        conversion therapy, pronoun*, equal rights, equality, inequalit*, equal opportunit*, social mobility, social
        class, middle class, working class, working-class, poor families, poorest, wealth gap, income gap, poverty*,
        poverty line, fuel poverty, energy poverty, food insecurity, food parcel*, soup kitchen*, rough sleep*, rough
        sleepers, sleeping rough, women's shelter*, squatters, evict*, renter*, rent control*, rent cap*, rent freeze,
        council house*, council housing, council flats, public housing, affordable homes, housing shortage, housing
        benefit, housing association*, housing estate*, slums, shanty*, favela*, tent city, flatshare*,
        multigenerational, cohousing, care homes residents, disabled people, people with disabilities, wheelchair
        users, wheelchair user*, accessib*, deaf, deaf people, sign language, guide dog*, carers allowance, disability
        benefit*, benefits cut, benefit claim*, benefit cap, universal credit, welfare state, welfare reform, welfare
        benefits, social security, social welfare, social services, social workers, social care, basic income, state
        pension*, volunteers, volunteer, volunteering, volunteer work, charity, charitable, good samaritan,
        philanthrop*, fundrais*, food aid, civil society, ngo, ngos, protest march*, marchers, rally for, sit-in*,
        candlelight, mourners, mourning, funeral*, burial*, cemeter*, gravestone*, undertaker*, obituar*, village
        life, rural life, rural communities, village shop, village pub, city dwellers, play street*, allotment*, baby
        names, first names, surname*, street names, taboo*, superstition*, dowry, dowries, virginity, modesty, tattoo
        ban, child protection, child welfare, children's rights, children's home*, child abuse inquiry, bullying,
        bullied, bullies, cyberbullying, peer pressure, smartphone ban in, latchkey, girl guides, boy scouts,
        neighbourhood watch, lost letter, message in a bottle, monk, rabbi, convent, convents, secularism, high
        schools, high school students, baptism*, slum, vicar, vicars, vigil, vigils, castes, tribe, asylum seekers""",
        """
        child*, kids, family, families, women, woman, men, young, youth, communit*, people, residents, neighbo*,
        living, home, homes, faith, god, college*, universit*, campus, elderly, older, mother, mothers, father,
        fathers, baby, babies, activist*, union*, couples, household*, village*, locals, teen, teens, teenager*,
        parent*, christmas, marry, marriage*, second homes, class, classes, lesson*, teach, teaches, taught, learn*,
        study, degree, degrees, graduate*, test, kid, girls, boys, girl, boy, toddler*, infant*, adult*, daughter*,
        son, sons, wife, wives, husband*, couple, married, wedding*, single, love, friend*, town, towns, city,
        district, street, house, houses, flat, flats, apartment*, rent, rents, housing*, shelter, poor, rich, workers,
        women's, men's, sex, sexes, equal, black, white, asian*, ethnic, foreigner*, newcomer*, arrivals, arrive,
        border*, boat, boats, camp, camps, group, groups, society, social*, culture, tradition, custom, belief*,
        believe*, prayer*, pray, prays, praying, worship*, holy, sacred, bless*, age, aged, ageing, old, seniors,
        senior, generation*, younger, teenage, pension, pensions, benefit, benefits, charit*, donat*, help, helps,
        helped, care, carer*, support*, volunt*, member*, citizen*, resident, public, population*, survey*, poll,
        percent of, majority, minority, rights*, freedom*, dignity, free, ban, march, demonst*, campaign*, petition*,
        moved, move, life*, live*, daily, everyday, alone, together, meet, meeting, share*, sharing, kitchen, meal*,
        grief, memor*, name, mum, mums, dads, twins, siblings, saints, easter, temple*, cult, sect, retirement,
        passport*, visa, visas, reunited, singles, grades, playground*, suburb*, jewish, lesbian*, bible, diaspora*,
        boycott*, pedestrian*""",
    ),
}
