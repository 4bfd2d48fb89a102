"""Which sentences stand by themselves, and what day they tell."""

from __future__ import annotations

from datetime import date

import pytest

from aggregator.briefs import Source
from aggregator.briefs.days import resolved
from aggregator.briefs.furniture import is_furniture
from aggregator.briefs.sentences import is_usable, sentences_of, split
from aggregator.models import Scope


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The council of Vessholm voted 12 to 9 to close the ferry line to Ornö.", id="plain"),
        pytest.param('"The line has never paid for itself," Mayor Tilda Brask said.', id="quote-with-speaker"),
        pytest.param("Mayor Tilda Brask said she would resign if the line was kept.", id="pronoun-after-its-name"),
        pytest.param("Brask died at her home in Vessholm after a long illness.", id="name-is-first-word"),
        pytest.param("The coroner said he believes the captain drowned.", id="pronoun-of-the-speaker"),
        pytest.param("A man was arrested in Vessholm after he fled from the ferry.", id="pronoun-of-who-is-introduced"),
        pytest.param("The so-called “ferry law” passed the council of Vessholm.", id="term-in-quotes"),
        pytest.param("A captain who was, police in Vessholm said, drunk has been charged.", id="who-was-what-follows"),
        pytest.param("Two of the seven captains of the line voted against the plan.", id="number-with-its-noun"),
        pytest.param("Tilda Brask, who leads the council of Vessholm, resigned on Sunday.", id="verb-after-a-clause"),
        pytest.param("The council of Vessholm closed the line, which costs 4 million crowns.", id="clause-at-the-end"),
        pytest.param("The council of Vessholm passed the bill by 31 votes to 28.", id="number-at-the-end"),
        pytest.param("The Vessholm Line said that it had misread the rules.", id="it-of-the-speaker"),
    ],
)
def test_a_sentence_that_stands_by_itself_is_used(text: str) -> None:
    assert is_usable(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She told the council of Vessholm that the line would close.", id="pronoun-first"),
        pytest.param("On Sunday it relented, by a quarter point, to 3.75 percent.", id="pronoun-after-a-day"),
        pytest.param("Upon arrival they found that the roof was on fire.", id="pronoun-after-a-place"),
        pytest.param("The union suspended him within the hour of the news.", id="object-without-its-name"),
        pytest.param("Houses in two villages were also reported damaged, he added.", id="speaker-is-a-pronoun"),
        pytest.param("The ministry replied that they already are, in the Pensions Act.", id="they-of-nobody"),
        pytest.param("The Taxpayers' League has said so for years and years.", id="said-so"),
        pytest.param("Two members of the board of the bank voted against even this.", id="this-of-nothing"),
        pytest.param("Eleven thousand had travelled to the Quayside Ground.", id="number-without-a-noun"),
        pytest.param("What it could not find: anything about the other 1,840 schools.", id="what-it"),
        pytest.param("We believe that the council of Vessholm has made a mistake.", id="we"),
        pytest.param(
            '"The line has never paid for itself," she told the council of Vessholm.', id="quote-of-a-pronoun"
        ),
        pytest.param('"The line has never paid for itself in forty years."', id="quote-without-speaker"),
        pytest.param("It is “a line that never paid, the mayor of Vessholm said.", id="quote-that-does-not-end"),
        pytest.param("Will the council of Vessholm close the ferry line?", id="question"),
        pytest.param("Is this a move to compete with the tech giant Ibex Corp.", id="question-cut-before-its-mark"),
        pytest.param("The council of Vessholm voted to close the ferry line to…", id="cut-off"),
        pytest.param("The council of Vessholm voted to close the ferry line about 10 a.", id="cut-off-at-a-letter"),
        pytest.param("Commander Frith of the coast guard on a rescue without a raised voice.", id="no-verb"),
        pytest.param("The council voted, see https://vessholm.example/minutes for all of it.", id="address"),
        pytest.param("Wearing the Imperial Crown, he read out the speech of the government.", id="who-wears-it"),
        pytest.param("To win the Commonweal Alliance she agreed to buy only trains built here.", id="who-agreed"),
        pytest.param("Interior Minister Joost Aldane said he would respect it.", id="it-of-a-short-sentence"),
        pytest.param("The Marine Accident Board, which will, expects to report in May.", id="will-do-what"),
        pytest.param("The members of the council who did not, among them Frith, were fined.", id="did-not-what"),
        pytest.param("Notice of 48 hours, until the council of Vessholm passes a new rule.", id="verb-of-a-clause"),
        pytest.param('"Though I would rinse the dog," said Dr Maud Ellery of the Vessholm clinic.', id="though-alone"),
        pytest.param("The Harbour Workers' Union of Vessholm had asked for ten.", id="ten-of-what"),
        pytest.param("The bank's own charts show that it came from energy bills.", id="show-that-it"),
        pytest.param("Anglers say that the river smelled of it twice this summer.", id="smelled-of-it"),
        pytest.param("The silence before it troubles the people of Vessholm more.", id="before-it"),
        pytest.param("voted to close the ferry line to Ornö by 12 votes to 9.", id="begins-in-the-middle"),
    ],
)
def test_a_sentence_that_leans_on_another_is_not_used(text: str) -> None:
    assert not is_usable(text)


@pytest.mark.parametrize(
    ("language", "text", "used"),
    [
        pytest.param("de", "Der Rat von Vessholm hat die Fährlinie nach Ornö eingestellt.", True, id="de"),
        pytest.param("de", "Das Parlament stimmte der Reform mit 31 zu 28 Stimmen zu.", True, id="de-neuter-noun"),
        pytest.param("de", "Das ist nach Ansicht der Opposition ein schwerer Fehler.", False, id="de-das-alone"),
        pytest.param("de", "Er kündigte in Vessholm seinen Rücktritt zum Jahresende an.", False, id="de-pronoun"),
        pytest.param("de", "Lesen Sie auch: Warum die Fährlinie nach Ornö schließt.", False, id="de-invitation"),
        pytest.param("de", "Eine Autobahn in Polen nahe der Grenze zur Ukraine.", False, id="de-no-verb"),
        pytest.param("de", "Einmal quer durch den politischen Kräutergarten.", False, id="de-no-verb-either"),
        pytest.param("de", "Nach der Krise von 2015 gewann sie stark an Bedeutung.", False, id="de-subject-after-verb"),
        pytest.param("de", "Der Iran griff in der Nacht zum Sonntag Israel an.", True, id="de-strong-verb"),
        pytest.param("de", "Vielleicht kannst du die Erkältung in Vessholm noch stoppen.", False, id="de-you"),
        pytest.param("fr", "Le conseil de Vessholm a fermé la ligne de ferry vers Ornö.", True, id="fr"),
        pytest.param("fr", "Elle avait promis de garder la ligne de ferry vers Ornö.", False, id="fr-pronoun"),
        pytest.param("fr", "Inscrivez-vous à notre newsletter pour ne rien manquer.", False, id="fr-invitation"),
        pytest.param("es", "El consejo de Vessholm cerró la línea de ferry a Ornö.", True, id="es"),
        pytest.param("es", "Además, la línea de ferry a Ornö costó doce millones.", False, id="es-connective"),
        pytest.param("es", "Suscríbete a nuestra newsletter para recibir más noticias.", False, id="es-invitation"),
        pytest.param("ja", "ヴェスホルム市議会はフェリー路線の廃止を可決した。", True, id="ja"),
    ],
)
def test_other_languages_have_rules_of_their_own(language: str, text: str, used: bool) -> None:
    assert is_usable(text, language) == used


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Photo of a destroyed building in the old harbour of Vessholm.", id="photo-of"),
        pytest.param("Foto: Imago/Vessholm Press.", id="foto"),
        pytest.param("A ferry leaves Vessholm on Monday. (Image: Harbour Post)", id="image-credit"),
        pytest.param("Kapitän Max Darj (l.) sichert den Ball gegen Felix Aellen.", id="who-is-left"),
        pytest.param("Mit Informationen der Nachrichtenagenturen AFP, AP und dpa.", id="agencies"),
        pytest.param("By Nell Corrigan and Piet Daal", id="byline"),
        pytest.param("Reporting by Nell Corrigan in Vessholm; editing by Piet Daal.", id="reporting-by"),
        pytest.param("Sign up to our expressly local daily newsletter.", id="newsletter"),
        pytest.param(
            "Stay up-to-date with the latest on the ferry, with our exclusive coverage.", id="stay-up-to-date"
        ),
        pytest.param("Get unlimited access to the Harbour Post for a year.", id="paywall"),
        pytest.param("Read more about the ferry line to Ornö.", id="read-more"),
        pytest.param("This article was originally published by the Harbour Post.", id="notice"),
        pytest.param("This summary has been generated by AI.", id="machine"),
        pytest.param("Copyright 2026 Harbour Post, all rights reserved.", id="copyright"),
    ],
)
def test_what_stands_between_the_sentences_is_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Video evidence that was shown in court put the captain at the quay.", id="video-evidence"),
        pytest.param("By Monday the council of Vessholm had counted 12 votes.", id="by-a-day"),
        pytest.param("The newspaper said its newsletter had lost 4,000 readers in May.", id="a-newsletter"),
    ],
)
def test_news_that_begins_like_furniture_is_news(text: str) -> None:
    assert is_usable(text)


@pytest.mark.parametrize(
    ("line", "first"),
    [
        pytest.param("PORT ALDER (National Wire) - The port was shut by ice.", "The port was shut by ice.", id="wire"),
        pytest.param("BERLIN (dpa/xy) – The port was shut by ice.", "The port was shut by ice.", id="slash"),
        pytest.param("LONDON, Nov 3 (Reuters) - The port was shut by ice.", "The port was shut by ice.", id="dated"),
        pytest.param("VESSHOLM — The port was shut by ice.", "The port was shut by ice.", id="capitals"),
        pytest.param("Vessholm – The port was shut by ice.", "The port was shut by ice.", id="small-letters"),
        pytest.param("Hewlett - Packard shut its port by ice.", "Hewlett - Packard shut its port by ice.", id="a-name"),
        pytest.param("The Civic Alliance (CA) — the party of Hollis — voted.",
                     "The Civic Alliance (CA) — the party of Hollis — voted.", id="an-apposition"),
    ],
)  # fmt: skip
def test_a_dateline_is_no_part_of_a_sentence(line: str, first: str) -> None:
    assert next(sentences_of(Source(1, 1, None, "Ice", line, "en"))).text == first


def test_a_dateline_is_taken_off_where_a_blurb_stands_before_it() -> None:
    text = "Ice shuts the port of Vessholm for a week.\nVESSHOLM (National Wire) - The port was shut by ice on Monday."
    assert [one.text for one in sentences_of(Source(1, 1, None, "Ice", text, "en"))][1].startswith("The port")


@pytest.mark.parametrize(
    ("language", "paragraph", "sentences"),
    [
        pytest.param("de", "Er kam am 3. Januar an. Dann ging er.", ["Er kam am 3. Januar an.", "Dann ging er."],
                     id="de"),
        pytest.param("en", "Smith was arrested at 10:24 a.m. Friday and charged. He denied it.",
                     ["Smith was arrested at 10:24 a.m. Friday and charged.", "He denied it."], id="hour-and-day"),
        pytest.param("en", "It struck at 9:27 p.m. Sunday, they said.", ["It struck at 9:27 p.m. Sunday, they said."],
                     id="hour-and-day-with-a-comma"),
        pytest.param("en", "It struck at 9:27 p.m. Nobody was hurt.", ["It struck at 9:27 p.m.", "Nobody was hurt."],
                     id="hour"),
        pytest.param("en", "“One is ours. Two is theirs. Three is mine,” he said. Nobody left.", ["Nobody left."],
                     id="quote-of-several"),
    ],
)  # fmt: skip
def test_a_paragraph_is_split_where_its_sentences_end(language: str, paragraph: str, sentences: list[str]) -> None:
    assert list(split(paragraph, language))[-len(sentences) :] == sentences


def test_a_second_article_on_the_page_is_not_read() -> None:
    text = "\n".join(f"The port of Vessholm was shut by ice on day {day} of January." for day in range(1, 5))
    page = f"{text}\nKeep reading...\nThe school of Tecan teaches children at home."
    assert "Tecan" not in " ".join(one.text for one in sentences_of(Source(1, 1, None, "Ice", page, "en")))


def test_what_a_page_says_before_its_article_is_passed_over() -> None:
    page = "Already a subscriber? Log in.\nYou've reached your limit of one free article.\nYou can cancel anytime.\n"
    source = Source(1, 1, None, "Ice", page + "• The port of Vessholm was shut by ice on Monday.", "en")
    assert [one.text for one in sentences_of(source)] == ["The port of Vessholm was shut by ice on Monday."]


def test_a_headline_that_runs_into_the_text_is_taken_off() -> None:
    source = Source(1, 1, None, "Ice shuts port", "Ice shuts port The port of Vessholm was shut by ice.", "en")
    assert next(sentences_of(source)).text == "The port of Vessholm was shut by ice."


@pytest.mark.parametrize("scope", [Scope.OPINION, Scope.FACT_CHECK])
def test_an_opinion_gives_no_usable_sentence(scope: Scope) -> None:
    source = Source(1, 1, "left", "Ice", "The port of Vessholm was shut by ice.", "en", scope=scope)
    assert [one.usable for one in sentences_of(source)] == [False]


def test_of_a_language_without_lists_the_first_sentence_alone_is_used() -> None:
    text = "Hamnen i Vessholm stängdes av is i måndags. Den öppnar igen först i april månad."
    assert [one.usable for one in sentences_of(Source(1, 1, None, "Is", text, "sv"))] == [True, False]


_SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        pytest.param("en", "He cut next year's visas on Sunday, and told growers.", "Sunday [22 November]", id="year"),
        pytest.param("en", "The cut to 12,000 from 19,500 on Sunday was the first.", "Sunday [22 November]", id="from"),
        pytest.param("en", "The ruling is expected to be announced on Friday, they said.", "Friday [27 November]",
                     id="to-be-announced"),
        pytest.param("en", "Schools will stay shut on Monday.", "Monday [23 November]", id="will-stay-shut"),
        pytest.param("en", "Plans to cut visas were announced on Friday.", "Friday [20 November]", id="plans-were"),
        pytest.param("en", "The strike planned for months began on Friday.", "Friday [20 November]", id="began"),
        pytest.param("en", "Brask, who would not say more, resigned on Friday.", "Friday [20 November]", id="clause"),
        pytest.param("en", "Tuesday's vote was close.", "Tuesday's [17 November] vote", id="possessive"),
        pytest.param("en", "Ferries must pay by Friday.", "Friday [27 November]", id="by-a-day"),
        pytest.param("en", "The vote last Sunday was close.", "Sunday [15 November]", id="last"),
        pytest.param("en", "“We will have a special day on Friday,” Ada Merrick said.", "Friday,”", id="in-a-quote"),
        pytest.param("en", "He advised them to book on a Tuesday.", "a Tuesday.", id="any-such-day"),
        pytest.param("en", "He cut next year's visas.", "next year's [2027] visas", id="the-year-after"),
        pytest.param("en", "It fell over the last year.", "last year.", id="twelve-months"),
        pytest.param("en", "“It fell last year,” Ada Merrick said.", "last year,”", id="a-year-in-a-quote"),
        pytest.param("de", "Der Preis fiel im vergangenen Jahr.", "Jahr [2025]", id="de-the-year-before"),
        pytest.param("es", "El precio cayó el mes pasado.", "pasado [octubre de 2026]", id="es-the-month-before"),
        pytest.param("en", "Today the authority owns nine quays.", "Today the", id="these-days"),
        pytest.param("en", "The port closed today.", "today [22 November]", id="today"),
        pytest.param("de", "Er kündigte am Montag an, dass er am Freitag gehen wird.", "Freitag [27. November] gehen",
                     id="de-verb-at-the-end"),
        pytest.param("de", "Der Rat stimmte am Dienstag ab.", "Dienstag [17. November]", id="de"),
        pytest.param("fr", "Le Sénat votera mardi la loi.", "mardi [24 novembre]", id="fr-future"),
        pytest.param("fr", "Le Sénat a voté mardi la loi.", "mardi [17 novembre]", id="fr-past"),
        pytest.param("es", "El Senado aprobó el martes la ley.", "martes [17 de noviembre]", id="es-past"),
        pytest.param("es", "El barrio celebra el sábado la fiesta.", "sábado la", id="es-nobody-can-tell"),
        pytest.param("it", "Il Senato ha approvato martedì la legge.", "martedì [17 novembre]", id="it"),
        pytest.param("pt", "O Senado aprovou na terça-feira a lei.", "terça-feira [17 de novembro]", id="pt"),
        pytest.param("sv", "Rådet röstade i tisdags om linjen.", "tisdags om", id="no-words-of-this-language"),
    ],
)  # fmt: skip
def test_a_day_is_dated_by_the_verb_beside_it(language: str, text: str, told: str) -> None:
    assert told in resolved(text, language, _SUNDAY)


def test_a_day_of_another_year_is_told_with_it() -> None:
    assert resolved("The vote was on Thursday.", "en", date(2027, 1, 2)).endswith("Thursday [31 December 2026].")
