"""The checker of generated texts: what stands in the cited articles stays, and what does not goes, and says why."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import pytest

from aggregator.briefs.checking import Given, checked, reasons
from aggregator.briefs.prompt import MOST_IN_ALL, MOST_OF_AN_ARTICLE, ReplyError, prompt_of, reply_of, shortened
from aggregator.briefs.quotes import quotes_of
from aggregator.briefs.records import Statement
from bench.checker import BEYOND, judged

PORT = (
    "Tidewater Post, 2026-11-19\nSenate passes harbour bill\n"
    "The Senate passed the bill by 31 votes to 28 on Tuesday. “A port is no museum,” Harbour Minister Rufus Denholm"
    " said. The German government welcomed it. Ukraine's president called. The fund gets $3.5 million. In the protests"
    " 40 people were arrested and 12 injured. Anna Miller, Paul J. Reed and John Smith of the International Atomic"
    " Energy Agency watched. Prices rose from 4 to 5 percent after 14 hours."
)
HAFEN = (
    "Der Bundestag hat am Dienstag das Hafengesetz beschlossen. Bundeskanzler Friedrich Merz sprach von einem guten Tag"
    " für Hamburg. Die Länder zahlen 1,2 Mrd. Euro. Gegner in Bremen klagen seit dem 8. August."
)
MOSCOW = "Президент Путин заявил в Москве, что Россия ответит. Погибли 35 человек."
CHINESE = "参议院周二以31票对28票通过了港口改革法案。部长李建国表示欢迎。"
JAPANESE = "上院は17日、港湾改革法案を31対28で可決した。デンホルム大臣は歓迎した。"
ARABIC = "وافق مجلس الشيوخ على قانون إصلاح الميناء بعد جلسة ليلية في القاهرة بأغلبية 31 صوتا"
TEXTS = {"en": PORT, "de": HAFEN, "ru": MOSCOW, "zh": CHINESE, "ja": JAPANESE, "ar": ARABIC}


def why(text: str, language: str = "en", day: date | None = date(2026, 11, 19)) -> str:
    given = {1: Given(1, TEXTS[language], language, day)}
    return "; ".join(reasons(Statement(text, [1]), given, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "Lawmakers backed the bill, 31 to 28.", id="other words"),
        pytest.param("en", "However, Denholm's bill passed.", id="an opening and a possessive"),
        pytest.param("en", "Germany's government welcomed the bill.", id="Germany's of German"),
        pytest.param("en", "The Ukrainian president called.", id="Ukrainian of Ukraine"),
        pytest.param("en", "The IAEA watched.", id="letters of what is written out"),
        pytest.param("en", "Paul Reed watched.", id="a name without its initial"),
        pytest.param("en", "The minister, Rufus Denholm, spoke.", id="an office without its capital"),
        pytest.param("en", "The fund will get 3,500,000 dollars.", id="another spelling of a number"),
        pytest.param("en", "Twelve people were hurt.", id="a number in a word"),
        pytest.param("en", "The Senate voted on Tuesday, 17 November.", id="the day of a weekday"),
        pytest.param("en", "It is “no museum”, Denholm said.", id="a part of a quote"),
        pytest.param("en", "One of the people arrested spoke.", id="one that is no number"),
        pytest.param("en", "The Tidewater Post reports that prices rose from 4 to 5%.", id="the outlet's name"),
        pytest.param("de", "Merz' Worte galten Hamburgs Hafen.", id="German endings of names"),
        pytest.param("de", "Die Klage kam am 8. August.", id="a German day, which ends like a sentence"),
        pytest.param("de", "Die Entscheidung kostet 1,2 Milliarden Euro.", id="a German noun by its ending"),
        pytest.param("de", "Die Abgeordneten stimmten zu, Kritiker klagen.", id="German nouns of any news"),
        pytest.param("ru", "По словам Путина, Россия ответит.", id="a Russian case"),
        pytest.param("zh", "参议院通过港口改革法案。", id="Chinese of the text's letters"),
        pytest.param("ja", "上院が港湾改革法案を可決した。", id="Japanese with another particle"),
        pytest.param("ar", "مجلس الشيوخ وافق على القانون", id="Arabic with an article joined on"),
    ],
)
def test_what_the_articles_say_stands(language: str, text: str) -> None:
    assert why(text, language) == ""


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        pytest.param("en", "Crowley backed the bill.", "the name 'Crowley'", id="a name at the beginning"),
        pytest.param("en", "Minister Rupert Denholm spoke.", "the name 'Rupert'", id="another first name"),
        pytest.param("en", "John Miller watched.", "the name 'John Miller'", id="a name of two people's parts"),
        pytest.param("en", "Germany welcomed the bill.", "the name 'Germany'", id="no Germany of German"),
        pytest.param("en", "Austria's president called.", "the name 'Austria'", id="another country"),
        pytest.param("en", "President Denholm spoke in Parliament.", "'Parliament'", id="an office not told"),
        pytest.param("en", "The USA watched.", "the name 'USA'", id="an abbreviation of nothing"),
        pytest.param("en", "It passed by 28 votes to 31.", "31 to 28, not 28 to 31", id="a vote turned round"),
        pytest.param("en", "40 were injured and 12 people arrested.", "with 'people', not 12", id="numbers swapped"),
        pytest.param("en", "Prices rose from 5 to 4 percent.", "4 to 5, not 5 to 4", id="a rise turned round"),
        pytest.param("en", "The fund gets €3.5 million.", "as USD, not as EUR", id="another currency"),
        pytest.param("en", "The fund gets $3.5 billion.", "'3.5 billion'", id="a thousand times more"),
        pytest.param("en", "12 percent were injured.", "not as percent", id="people as a share"),
        pytest.param("en", "Dozens were injured.", "the amount 'dozens'", id="a word of amount"),
        pytest.param("en", "The Senate voted on 18 November.", "the day '18 November'", id="another day"),
        pytest.param("en", "It voted at 14:00.", "the time '14:00'", id="a time of nowhere"),
        pytest.param("en", "An F-16 flew by.", "the designation 'f16'", id="a designation"),
        pytest.param("en", "Denholm said a port is “a museum”.", "the quote 'a museum'", id="a quote altered"),
        pytest.param("en", "Denholm spoke of 'no museums'.", "the quote 'no museums'", id="single marks"),
        pytest.param("en", "Anna Miller said “a port is no museum”.", "of others than it names", id="another's quote"),
        pytest.param("en", "Denholm said “no museum.", "without its other half", id="half a quote"),
        pytest.param(
            "en",
            "This greedy theft is shameful, dangerous, cruel and stupid.",
            "0 of its",
            id="a verdict",
        ),
        pytest.param("de", "Scholz sprach von einem guten Tag.", "der Name 'Scholz'", id="a German name"),
        pytest.param("de", "Gegner aus der Türkei klagen.", "'Türkei'", id="a place with its article"),
        pytest.param("de", "Gegner in Neustadt klagen.", "'Neustadt'", id="a place that ends as a noun"),
        pytest.param("de", "Die CDU klagt.", "'CDU'", id="letters after an article"),
        pytest.param("de", "Die Länder zahlen 1,2 Billionen Euro.", "'1,2 Billionen Euro'", id="a German billion"),
        pytest.param("ru", "В Киеве погибли 35 человек.", "'Киеве'", id="a Russian place"),
        pytest.param("ru", "Погибли 36 человек.", "'36'", id="a Russian number"),
        pytest.param("zh", "部长王小明表示欢迎。", "the letter '王'", id="a Chinese name"),
        pytest.param("ja", "スミス大臣は歓迎した。", "'スミス'", id="a Japanese name"),
        pytest.param("ar", "مجلس النواب وافق على القانون", "the word 'النواب'", id="an Arabic name"),
        pytest.param("ar", "بأغلبية ٣٣ صوتا", "the number '33'", id="Arabic digits"),
    ],
)
def test_what_they_do_not_say_is_dropped_with_its_reason(language: str, text: str, told: str) -> None:
    assert told.replace("der Name", "the name") in why(text, language)


@pytest.mark.parametrize(
    ("text", "articles", "told"),
    [
        pytest.param("The Senate passed the bill.", [], "it cites no article", id="none cited"),
        pytest.param("The Senate passed the bill.", [1, 7], "not given: a7", id="one that was not given"),
        pytest.param("  ", [1], "it is empty", id="nothing said"),
        pytest.param("The bids came from Norway.", [1], "the name 'Norway'", id="told by an article that is not cited"),
    ],
)
def test_a_sentence_rests_on_the_articles_that_it_cites(text: str, articles: list[int], told: str) -> None:
    given = {1: Given(1, PORT, "en"), 2: Given(2, "Bids came from Norway.", "en")}
    kept, dropped = checked([Statement(text, articles)], given, "en")
    assert kept == []
    assert told in "; ".join(dropped[0].why)


def test_the_parts_of_a_sentence_may_stand_in_several_articles() -> None:
    given = {1: Given(1, PORT, "en"), 2: Given(2, "Bids came from Norway.", "en")}
    both = Statement("After the Senate passed the bill, bids came from Norway.", [1, 2])
    assert checked([both], given, "en") == ([both], [])


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param("the dockers' and the workers' pay", [], id="apostrophes"),
        pytest.param("‘I don’t know’, she said", ["I don’t know"], id="an apostrophe in a quote"),
        pytest.param("„Nein“, « non » und »doch«", ["Nein", " non ", "doch"], id="the marks of other languages"),
    ],
)
def test_quotes_are_told_from_apostrophes(text: str, quotes: list[str]) -> None:
    assert quotes_of(text) == quotes


BESIDE = "Ina Reed was there. “We lost the port,” Clara Voss said."
BEFORE = "Ina Reed left at noon. Rain fell on Merrow. Clara Voss came. “We lost the port,” she said."


@pytest.mark.parametrize(
    ("text", "speaker", "stands"),
    [
        pytest.param(BESIDE, "Clara Voss", True, id="who is named beside it"),
        pytest.param(BESIDE, "Ina Reed", False, id="who is named in another sentence"),
        pytest.param(BESIDE, "A woman", True, id="nobody by name"),
        pytest.param(BEFORE, "Clara Voss", True, id="she, who was named before"),
        pytest.param(BEFORE, "Ina Reed", False, id="who was named long before"),
    ],
)
def test_a_quote_is_of_whom_the_text_has_it(text: str, speaker: str, stands: bool) -> None:
    claim = Statement(f"{speaker} said “we lost the port”.", [1])
    assert (checked([claim], {1: Given(1, text, "en")}, "en")[0] == [claim]) == stands


NO = "The court did not convict Ida Falk. Her party is pleased with the ruling. The bank will lend her firm money."


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        pytest.param("The court did not convict Ida Falk.", True, id="no of no"),
        pytest.param("The court declined to convict Ida Falk.", True, id="no in another word"),
        pytest.param("The court convicted Ida Falk.", False, id="yes of no"),
        pytest.param("The bank will lend her firm money.", True, id="yes of yes"),
        pytest.param("The bank won't lend her firm money.", False, id="no of yes"),
        pytest.param("Ida Falk was before a court.", True, id="something else of whom no was said"),
    ],
)
def test_a_no_is_no_yes(text: str, stands: bool) -> None:
    assert bool(checked([Statement(text, [1])], {1: Given(1, NO, "en")}, "en")[0]) == stands


def test_the_labelled_list_is_parted_as_well_as_the_document_says() -> None:
    """The numbers of docs/generated.md, printed by bench.checker."""
    found = list(judged())
    wrong = Counter(one.label for one in found if not one.is_right)
    assert len(found) >= 130
    assert sum(wrong[label] for label in wrong if label not in ("supported", BEYOND)) <= MOST_FALSELY_KEPT
    assert wrong["supported"] <= MOST_FALSELY_DROPPED


MOST_FALSELY_KEPT, MOST_FALSELY_DROPPED = 4, 6


def test_what_is_given_has_its_bounds() -> None:
    texts = shortened(["wörter " * 3_000] * 30 + ["short"])
    assert max(map(len, texts)) <= MOST_OF_AN_ARTICLE
    assert sum(map(len, texts)) <= MOST_IN_ALL
    assert texts[-1] == "short"
    assert len(shortened(["x" * 9_000])[0]) <= MOST_OF_AN_ARTICLE


def test_the_same_articles_give_the_same_prompt() -> None:
    given = [Given(2, "One.", "en"), Given(1, "<article 2>", "en")]
    first = prompt_of(given, "pt")
    assert first == prompt_of(given, "pt")
    assert "Write in Portuguese." in first.instructions
    assert "<article-2 1>\n<article 2>\n</article-2 1>" in first.articles


def test_what_could_steer_a_reader_is_not_in_a_sentence() -> None:
    reply = reply_of(json.dumps({"summary": [{"text": "A\u202e \x1b[31mB\n\nC" + "x" * 900, "articles": [1]}]}))
    assert reply.summary[0].text.startswith("A [31mB Cx")
    assert len(reply.summary[0].text) == 600


def test_a_reply_of_another_shape_gives_no_sentence() -> None:
    text = '{"x": 1} {"summary": [{"text": "A.", "articles": 3}, {"text": 4}, "b"], "key_points": {"text": "no"}}'
    reply = reply_of(text)
    assert (reply.summary, reply.key_points) == ([Statement("A.", [3])], [])
    with pytest.raises(ReplyError, match="can't be read as a brief"):
        reply_of('{"summary": []}')
