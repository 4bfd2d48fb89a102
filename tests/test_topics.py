"""Topics: what a section, an address and the words of an article tell, what they leave open, and where it is stored."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from aggregator.config import Config
from aggregator.models import ArticleDraft, DraftKind
from aggregator.store import Store
from aggregator.topics import RULE, TOPICS, UNTOLD, topic_of
from aggregator.topics.folding import folded
from aggregator.topics.named import named_topic
from aggregator.topics.sections import SECTIONS
from aggregator.topics.spoken import spoken_topic
from aggregator.topics.words import NOTHING, WORDS
from aggregator.workspace import Workspace, open_workspace, tell_topics


@pytest.mark.parametrize(
    ("section", "topic"),
    [
        ("Sport", "sport"), ("SPORTS", "sport"), ("Deportes", "sport"), ("Спорт", "sport"), ("رياضة", "sport"),
        ("スポーツ", "sport"), ("Fútbol", "sport"), ("Politique", "politics"), ("politica", "politics"),
        ("Innenpolitik", "politics"), ("UK Politics", "politics"), ("Latest Political News", "politics"),
        ("Wirtschaft", "economy"), ("Negócios", "economy"), ("Business & Finance", "economy"), ("경제", "economy"),
        ("Money/Markets", "economy"), ("Défense", "war and conflict"), ("War in Ukraine", "war and conflict"),
        ("Wissenschaft", "science"), ("Space", "science"), ("Santé", "health"), ("Health Care", "health"),
        ("Medio ambiente", "climate"), ("Environment", "climate"), ("AI", "technology"), ("Hi-Tech", "technology"),
        ("Netzwelt", "technology"), ("Feuilleton", "culture"), ("Arts and Entertainment", "culture"),
        ("Entertainment & Arts", "culture"), ("Faits divers", "crime and courts"),
        ("Crime & Courts", "crime and courts"), ("Gesellschaft", "society"), ("Education", "society"),
        ("News > Sport > Football", "sport"), ("UK | Politics", "politics"), ("Local Crime News", "crime and courts"),
    ],
    ids=lambda told: told,
)  # fmt: skip
def test_a_section_tells_its_topic(section: str, topic: str) -> None:
    assert named_topic(section, "") == (found := topic_of(section, "", "", None, None))
    assert (found.name, found.from_, found.told) == (topic, "section", (section,))


@pytest.mark.parametrize(
    "section",
    ["News", "World", "Local", "Top stories", "Opinion", "Video", "Panorama", "Lifestyle", "Weather", "Latest", "US",
     "Science & Environment", "Sport / Business", "Federal", "Uncategorized", "Osttirol", "", " ", ">", "Clima",
     "Social", "Sucesos", "Travel", "All", "Courtney", "x" * 5000],
    ids=lambda section: section[:30],
)  # fmt: skip
def test_a_section_that_is_not_sure_tells_nothing(section: str) -> None:
    assert named_topic(section, "") is None


@pytest.mark.parametrize(
    ("url", "topic", "told"),
    [
        pytest.param("https://a.example/sport/tennis/final", "sport", "/sport/", id="a folder"),
        pytest.param("https://a.example/news/uk-politics/x", "politics", "/uk-politics/", id="a folder further in"),
        pytest.param("https://a.example/2026/11/Wirtschaft/x.html", "economy", "/Wirtschaft/", id="after the date"),
        pytest.param("https://a.example/%D0%BA%D1%83%D0%BB%D1%8C%D1%82%D1%83%D1%80%D0%B0/x", "culture", "/культура/",
                     id="in another alphabet"),
        pytest.param("https://sport.a.example/x", "sport", "sport.", id="a host"),
        pytest.param("https://a.example/sport", None, None, id="the slug is no folder"),
        pytest.param("https://a.example/x?section=/sport/", None, None, id="a parameter is no folder"),
        pytest.param("https://a.example/business/sport/x", None, None, id="two that differ"),
        pytest.param("https://a.example/it/mobile/x", None, None, id="Italian, and for telephones"),
        pytest.param("https://www.a.example/news/x", None, None, id="no name of a topic"),
        pytest.param("https://sport.example/x", None, None, id="the outlet's own name is no section"),
        pytest.param("urn:doc:sport/x/y", None, None, id="no address of the web"),
        pytest.param("https://[/sport/x", None, None, id="a broken address"),
    ],
)  # fmt: skip
def test_an_address_tells_its_topic(url: str, topic: str | None, told: str | None) -> None:
    found = named_topic("News", url)
    assert (found and found.name, found and found.told) == (topic, told and (told,))


@pytest.mark.parametrize(
    ("language", "title", "topic"),
    [
        ("en", "Senate passes voting bill after late amendment", "politics"),
        ("en", "Central bank raises interest rates as inflation climbs", "economy"),
        ("en", "Missile strike kills soldiers near front line", "war and conflict"),
        ("en", "Astronomers find water on distant exoplanet", "science"),
        ("en", "Hospital cuts waiting lists for cancer patients", "health"),
        ("en", "Greenhouse gas emissions fell last year", "climate"),
        ("en", "Hackers demand ransom after data breach at chipmaker", "technology"),
        ("en", "Striker's late goal sends club into semi-finals", "sport"),
        ("en", "Novelist wins Booker Prize with story of a lighthouse", "culture"),
        ("en", "Man jailed for murder of his landlord", "crime and courts"),
        ("en", "Teachers say classrooms are too full", "society"),
        ("de", "Landtagswahl: Koalition verliert ihre Mehrheit", "politics"),
        ("de", "Leitzins steigt, Aktien fallen", "economy"),
        ("de", "Torwart hält im Elfmeterschießen den Pokalsieg fest", "sport"),
        ("de", "Landgericht verurteilt Betrüger zu Haftstrafe", "crime and courts"),
        ("fr", "L’Assemblée nationale rejette la motion de censure", "politics"),
        ("fr", "L'inflation recule, la Bourse monte", "economy"),
        ("fr", "Le tribunal condamne l'ancien gendarme", "crime and courts"),
        ("es", "El portero para dos penaltis en la semifinal", "sport"),
        ("es", "La sequía vacía los embalses y crecen los incendios forestales", "climate"),
        ("it", "Il Senato approva il disegno di legge", "politics"),
        ("it", "Omicidio al porto, arrestato il socio della vittima", "crime and courts"),
        ("pt", "Hospitais abrem vacinação contra a gripe", "health"),
        ("pt", "Goleiro defende pênalti e time vence o clássico", "sport"),
        ("nl", "Kabinet valt, verkiezingen in het najaar", "politics"),
        ("nl", "Rechtbank veroordeelt dader van steekpartij", "crime and courts"),
        ("ru", "Футболисты сборной победили в матче чемпионата", "sport"),
        ("ru", "Центробанк повысил ставку, инфляция растет", "economy"),
        ("ar", "البرلمان يصوت على قانون الانتخابات", "politics"),
        ("ar", "المنتخب يفوز في المباراة النهائية لكأس العالم", "sport"),
    ],
)  # fmt: skip
def test_words_tell_a_topic(language: str, title: str, topic: str) -> None:
    found = spoken_topic(title, None, language)
    assert found is not None
    assert (found.name, found.from_) == (topic, "words")
    assert all(word in title for word in found.told)


@pytest.mark.parametrize(
    ("title", "never"),
    [
        pytest.param("Apple harvest begins early in the valley", "technology", id="apples"),
        pytest.param("She ruled the court for three sets", "crime and courts", id="a court in tennis"),
        pytest.param("Climate of fear at the ministry, staff say", "climate", id="climate of fear"),
        pytest.param("Minister declares war on inflation", "war and conflict", id="war on inflation"),
        pytest.param("Trade war: tariffs on steel doubled", "war and conflict", id="trade war"),
        pytest.param("Health of the economy worries central bank", "health", id="health of the economy"),
        pytest.param("Mayor Anna Sport opens new bridge", "sport", id="Sport as a surname"),
        pytest.param("Star Wars fans queue overnight", "war and conflict", id="Star Wars"),
        pytest.param("Courtney wears courtesy well", "crime and courts", id="a beginning that is another word's"),
        pytest.param("Rescue operation continues, authorities say", "culture", id="operation is no opera"),
        pytest.param("Familiar faces, an important example", "society", id="familiar is no family"),
    ],
)
def test_words_that_only_look_like_a_topic(title: str, never: str) -> None:
    found = spoken_topic(title, None, "en")
    assert found is None or found.name != never


@pytest.mark.parametrize(
    ("title", "summary", "language"),
    [
        pytest.param("Two dead as bus leaves road", None, "en", id="no topic of ours"),
        pytest.param("Senate votes on hospital", None, "en", id="two topics"),
        pytest.param("Women and children of the village", "Old people, young families.", "en", id="hints alone"),
        pytest.param("Senate passes voting bill", None, None, id="no language"),
        pytest.param("Senate passes voting bill", None, "sv", id="a language without words"),
        pytest.param("Senate passes voting bill", None, "de", id="another language's words"),
        pytest.param("", None, "en", id="nothing"),
        pytest.param("A quiet day", "word " * 60 + "senate election ballot parliament", "en", id="beyond what is read"),
    ],
)
def test_where_words_are_not_sure_they_tell_nothing(title: str, summary: str | None, language: str | None) -> None:
    assert spoken_topic(title, summary, language) is None


def test_section_and_words_that_differ_tell_nothing_together() -> None:
    told = ("https://a.example/1", "Striker jailed for murder of his landlord", None, "en")
    assert topic_of("Sport", *told) == topic_of("Business", *told) == UNTOLD
    assert topic_of("Crime", *told).told == ("Crime",)
    assert topic_of("News", *told) == UNTOLD or topic_of("News", *told).name == "crime and courts"


@pytest.mark.parametrize(
    ("language", "title", "topic"),
    [
        ("en", "Doctor jailed for six years", "crime and courts"),
        ("en", "Airstrike hits hospital", "war and conflict"),
        ("de", "Lehrer vor Gericht", "crime and courts"),
        ("fr", "Un médecin mis en examen", "crime and courts"),
        ("es", "Detienen a un sacerdote", "crime and courts"),
        ("it", "Tregua vicino all'ospedale", "war and conflict"),
        ("pt", "Cessar-fogo junto ao hospital", "war and conflict"),
    ],
)  # fmt: skip
def test_what_happened_outweighs_to_whom(language: str, title: str, topic: str) -> None:
    found = spoken_topic(title, None, language)
    assert found is not None
    assert found.name == topic


def test_a_word_counts_once_and_the_heaviest_come_first() -> None:
    found = spoken_topic("Final of the cup: goalkeeper, goalkeeper, goalkeeper", "A goalkeeper in a league.", "en")
    assert found is not None
    assert found.told == ("goalkeeper", "Final", "cup", "league")


def test_a_long_hostile_headline_is_read_in_no_time() -> None:
    assert spoken_topic("goalkeeper " * 100_000 + "\x00<script>", "a-" * 100_000, "en") is not None


def test_the_lists_are_whole() -> None:
    assert set(SECTIONS) == set(TOPICS)
    names = {(folded(name.strip()), topic) for topic, told in SECTIONS.items() for name in told.split(",")}
    assert [name for name, count in Counter(name for name, _ in names).items() if count > 1] == []
    for language, lists in WORDS.items():
        assert set(lists) == {*TOPICS, NOTHING}, language
        for topic, told in lists.items():
            deciding, sure, hints = ([term.strip() for term in one.split(",") if term.strip()] for one in told)
            assert sure, (language, topic)
            twice = [term for term, count in Counter([*deciding, *sure, *hints]).items() if count > 1]
            assert twice == [], (language, topic)


def draft(**changed: object) -> ArticleDraft:
    told: dict[str, object] = {"title": "A quiet day at the harbour", "guid": "1", "language": "en"} | changed
    return ArticleDraft(DraftKind.FEED, "https://left.example/news/1", "", **told)  # type: ignore[arg-type]


def stored(store: Store) -> list[tuple[object, ...]]:
    return list(store.db.execute("select topic, topic_from, topic_told from articles order by id").fetchall())


def test_an_article_is_stored_with_its_topic(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.add(draft())
    assert stored(workspace.store) == [(None, None, None)]
    ingest.add(draft(section="Sport"))
    assert stored(workspace.store) == [("sport", "section", '["Sport"]')]
    ingest.add(draft(title="Man jailed for murder of his landlord"))
    assert stored(workspace.store) == [(None, None, None)]


def test_words_tell_the_topic_anew_when_the_headline_changes(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.add(draft(title="Goalkeeper saves late penalty"))
    assert stored(workspace.store) == [("sport", "words", '["Goalkeeper", "late", "penalty"]')]
    ingest.add(draft(title="Senate passes voting bill"))
    assert [row[0] for row in stored(workspace.store)] == ["politics"]


def test_another_version_s_topics_are_told_anew_and_nothing_is_grouped_anew(workspace: Workspace) -> None:
    store, ingest = workspace.store, workspace.ingest()
    ingest.add(draft(section="Sport"))
    version = store.db.execute("select text_version from articles").fetchall()
    with store.transaction():
        store.db.execute("update articles set topic = 'health', topic_from = 'words', topic_told = '[]'")
        store.db.execute("delete from story_changes")
        store.reference.set_settings({"topics_rule": "an older one"})
    tell_topics(store)
    assert stored(store) == [("sport", "section", '["Sport"]')]
    assert store.reference.setting("topics_rule") == RULE
    assert store.db.execute("select text_version from articles").fetchall() == version
    assert store.db.execute("select * from story_changes").fetchall() == []


def test_who_broke_off_goes_on_where_it_was(workspace: Workspace) -> None:
    store, ingest = workspace.store, workspace.ingest()
    ingest.add(draft(section="Sport"))
    with store.transaction():
        store.db.execute("update articles set topic = null, topic_from = null, topic_told = null")
        store.reference.set_settings({"topics_rule": f"{RULE} 1"})
    tell_topics(store)
    assert stored(store) == [(None, None, None)]
    ingest.add(draft(guid="2", title="Goalkeeper saves late penalty"))
    assert store.topics.are_told()


def test_what_told_it_is_a_list_of_words_of_the_article(workspace: Workspace) -> None:
    workspace.ingest().add(draft(title='<b>Goalkeeper</b> saves "late" penalty'))
    (row,) = stored(workspace.store)
    assert json.loads(str(row[2])) == ["Goalkeeper", "late", "penalty"]


def test_a_new_file_needs_no_telling(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "news.db")
    tell_topics(store)
    assert store.topics.are_told()
    store.close()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        pytest.param("an older one", "has topics by an older version's lists", id="other lists"),
        pytest.param("", "has no topics yet: `aggregator run` or `publish` tells them", id="a version without topics"),
    ],
)
def test_who_only_shows_the_file_does_not_wait_for_many_topics(
    config: Config, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch,
    rule: str, said: str,
) -> None:  # fmt: skip
    with open_workspace(config, tmp_path / "news.db") as workspace:
        ingest = workspace.ingest()
        ingest.add(draft(section="Sport"))
        with workspace.store.transaction():
            workspace.store.db.execute("update articles set topic = null, topic_from = null, topic_told = null")
            workspace.store.db.execute("delete from settings where key = 'topics_rule'")
            if rule:
                workspace.store.reference.set_settings({"topics_rule": rule})
    monkeypatch.setattr("aggregator.store.topics._MANY", 0)
    with open_workspace(config, tmp_path / "news.db", to_show=True) as workspace:
        assert [row[0] for row in stored(workspace.store)] == [None]
    assert said in caplog.text
    monkeypatch.setattr("aggregator.store.topics._MANY", 2)
    with open_workspace(config, tmp_path / "news.db", to_show=True) as workspace:
        assert [row[0] for row in stored(workspace.store)] == ["sport"]
