"""Text comes out clean, short enough, in a known language, at a known time, with its agency and its scope."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aggregator import text
from aggregator.models import Scope

# A busy machine is no failure: neither a slow example nor slow generation.
steady = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        pytest.param("A dam &amp; a river", "A dam & a river", id="entity"),
        pytest.param("x < y and y > z", "x < y and y > z", id="signs"),
        pytest.param("<p>One</p><p>two</p>", "One two", id="blocks-are-apart"),
        pytest.param("o<b>n</b>e", "one", id="inline-is-not"),
        pytest.param("a<script>alert(1)</script>b<style>c</style>", "ab", id="script-and-style"),
        pytest.param('<img src=x onerror="alert(1)">a', "a", id="event-handler"),
        pytest.param("&lt;script&gt;x&lt;/script&gt;", "<script>x</script>", id="escaped-markup-is-text"),
        pytest.param("a\x00b\x07c", "abc", id="controls"),
        pytest.param("a\u202eb\u2066c\u200fd", "abcd", id="bidi"),
        pytest.param("a\u200bb\ufeffc\u00add", "abcd", id="zero-width-and-soft-hyphen"),
        pytest.param("a\u200db \U000e0041", "ab", id="joiner-and-tags"),
        pytest.param("می\u200cشود", "می\u200cشود", id="persian-keeps-its-joiner"),
        pytest.param("\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680", id="emoji-keeps-its-joiner"),
        pytest.param("a\ud800b", "ab", id="lone-surrogate"),
        pytest.param("&#8238;a&#0;", "a\ufffd", id="references"),
        pytest.param("e\u0301", "é", id="composed"),
        pytest.param("<div>" * 100_000 + "x", "", id="100000-deep"),
        pytest.param("<", "<", id="bare"),
        pytest.param("", "", id="empty"),
    ],
)
def test_markup_becomes_plain_text(markup: str, plain: str) -> None:
    assert text.plain_text(markup) == plain


@steady
@given(st.text(max_size=200))
def test_any_text_becomes_one_clean_line(raw: str) -> None:
    for line in (text.plain_text(raw), text.one_line(raw)):
        assert line == " ".join(line.split())
        line.encode("utf-8")
        assert "\x00" not in line


@steady
@given(st.text(max_size=60), st.integers(min_value=1, max_value=40))
def test_a_cut_is_never_longer_than_its_limit(raw: str, limit: int) -> None:
    assert len(text.cut(raw, limit)) <= limit


@steady
@given(st.text(max_size=60), st.integers(min_value=0, max_value=40))
def test_a_cut_in_bytes_is_valid_text(raw: str, limit: int) -> None:
    whole = text.clean(raw)
    assert len(text.cut_bytes(whole, limit).encode()) <= limit
    assert whole.startswith(text.cut_bytes(whole, limit))


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        pytest.param("en", "en", id="two"),
        pytest.param("eng", "en", id="three"),
        pytest.param("deu", "de", id="terminology"),
        pytest.param("ger", "de", id="bibliography"),
        pytest.param("en-US", "en", id="region"),
        pytest.param("pt_BR", "pt", id="underscore"),
        pytest.param("zh-Hant", "zh", id="script"),
        pytest.param("cmn", "zh", id="mandarin"),
        pytest.param("iw", "he", id="withdrawn"),
        pytest.param("jp", "ja", id="country-for-language"),
        pytest.param(" FR ", "fr", id="case-and-space"),
        pytest.param("xx", None, id="no-language"),
        pytest.param("english", None, id="a-name"),
        pytest.param("und", None, id="undetermined"),
        pytest.param(None, None, id="nothing"),
    ],
)
def test_a_language_is_two_letters_or_none(raw: str | None, code: str | None) -> None:
    assert text.language_code(raw) == code


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        pytest.param("2026-05-05T14:30:00Z", "2026-05-05T14:30:00", id="iso-z"),
        pytest.param("2026-05-05T14:30:00.123+0200", "2026-05-05T12:30:00", id="iso-offset"),
        pytest.param("2026-05-05 14:30", "2026-05-05T14:30:00", id="iso-space"),
        pytest.param("2026-05-05T14:30:00+02:00[Europe/Berlin]", "2026-05-05T12:30:00", id="zone-name"),
        pytest.param("2026-05-05", "2026-05-05T00:00:00", id="day"),
        pytest.param("20260505T143000Z", "2026-05-05T14:30:00", id="compact"),
        pytest.param("2026/05/05 14:30", "2026-05-05T14:30:00", id="slashes"),
        pytest.param("Tue, 05 May 2026 14:30:00 GMT", "2026-05-05T14:30:00", id="rfc-2822"),
        pytest.param("Tue, 05 May 2026 14:30:00 +0530", "2026-05-05T09:00:00", id="rfc-offset"),
        pytest.param("Tue, 05 May 2026 14:30:00 CEST", "2026-05-05T12:30:00", id="rfc-other-zone"),
        pytest.param("Wed, 05 May 2026 14:30:00 EST", "2026-05-05T19:30:00", id="rfc-wrong-weekday"),
        pytest.param("Tue May  5 14:30:00 2026", "2026-05-05T14:30:00", id="asctime"),
        pytest.param("5 May 2026", "2026-05-05T00:00:00", id="english"),
        pytest.param("May 5th, 2026 2:30 pm ET", "2026-05-05T19:30:00", id="american"),
        pytest.param("Tuesday, May 5, 2026 at 12:05 AM GMT", "2026-05-05T00:05:00", id="midnight"),
        pytest.param("Di, 05 Mai 2026 14:30:00 +0200", "2026-05-05T12:30:00", id="german-month"),
        pytest.param("mar., 05 août 2026 14:30:00 +0200", "2026-08-05T12:30:00", id="french-month"),
        pytest.param("5.5.2026, 14:30 Uhr", "2026-05-05T14:30:00", id="german-day"),
        pytest.param("1777991400", "2026-05-05T14:30:00", id="seconds"),
        pytest.param("1777991400000", "2026-05-05T14:30:00", id="milliseconds"),
    ],
)
def test_a_time_is_read(raw: str, iso: str) -> None:
    assert text.parse_time(raw) == datetime.fromisoformat(iso + "+00:00")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("2026-13-05", id="month-13"),
        pytest.param("2026-02-30", id="day-30"),
        pytest.param("2026-05-05T25:00:00Z", id="hour-25"),
        pytest.param("Thu, 32 Dec 2026 10:00:00 GMT", id="rfc-day-32"),
        pytest.param("Tue, 05 Foo 2026 10:00:00 GMT", id="no-month"),
        pytest.param("Tue, 1 Jan 0001 00:00:00 +2359", id="before-the-calendar"),
        pytest.param("9999-12-31T23:59:59-11:00", id="after-the-calendar"),
        pytest.param("04/05/2026", id="two-readings"),
        pytest.param("2026-05-05T14:30:00 XYZ", id="unknown-zone"),
        pytest.param("yesterday", id="word"),
        pytest.param("12", id="small-number"),
        pytest.param("9" * 30, id="large-number"),
        pytest.param("2026-05-05" + " " * 60 + "x" * 60, id="too-long"),
        pytest.param("", id="empty"),
        pytest.param(None, id="nothing"),
    ],
)
def test_an_unreadable_time_is_none_and_never_repaired(raw: str | None) -> None:
    assert text.parse_time(raw) is None


@steady
@given(st.text(max_size=70) | st.from_regex(r"[0-9:/ .,A-Za-z+-]{4,40}", fullmatch=True))
def test_any_text_is_a_time_in_utc_or_none(raw: str) -> None:
    moment = text.parse_time(raw)
    assert moment is None or moment.tzinfo is UTC


@pytest.mark.parametrize(
    ("moment", "now", "plausible"),
    [
        pytest.param("2026-11-23T13:00", NOW, True, id="an-hour-ahead"),
        pytest.param("2026-11-24T13:00", NOW, False, id="a-day-and-an-hour-ahead"),
        pytest.param("2031-01-01T00:00", None, True, id="no-clock-no-bound"),
        pytest.param("1990-01-01T00:00", NOW, True, id="the-earliest"),
        pytest.param("1989-12-31T23:59", NOW, False, id="before-the-web"),
    ],
)
def test_a_time_is_plausible_or_not(moment: str, now: datetime | None, plausible: bool) -> None:
    assert text.plausible(datetime.fromisoformat(moment + "+00:00"), now) is plausible


@pytest.mark.parametrize(
    ("byline", "body", "wire"),
    [
        pytest.param("Associated Press", None, "AP", id="byline-name"),
        pytest.param("Jane Doe, AP", None, "AP", id="byline-item"),
        pytest.param("By JANE DOE Associated Press", None, "AP", id="byline-without-comma"),
        pytest.param("Reuters and John Roe", None, "Reuters", id="byline-first"),
        pytest.param("dpa/abc", None, "dpa", id="byline-slash"),
        pytest.param("Mark Apley", None, None, id="byline-person"),
        pytest.param("The Wire", None, None, id="an-outlet-of-that-name"),
        pytest.param("National Wire", None, "National Wire", id="generic-byline"),
        pytest.param(None, "WASHINGTON (AP) — A vote", "AP", id="dateline"),
        pytest.param(None, "LONDON, May 5 (Reuters) - Oil", "Reuters", id="dateline-with-day"),
        pytest.param(None, "(AFP) - Oil", "AFP", id="dateline-alone"),
        pytest.param(None, "Berlin (dpa/bb) - Der Tag", "dpa", id="dateline-two"),
        pytest.param(None, "RIVERTON (National Wire) - A dam", "National Wire", id="generic-dateline"),
        pytest.param(None, "RIVERTON (three of them) - A dam", None, id="brackets-that-are-none"),
        pytest.param(None, "Der Tag war lang. (APA/dpa)", "APA", id="mark-at-the-end"),
        pytest.param(None, "Der Tag war lang. Quelle: dpa", "dpa", id="source-at-the-end"),
        pytest.param(None, "It was a long day. Reporting by National Wire.", "National Wire", id="reporting-by"),
        pytest.param(None, "It was a long day. Additional reporting by AP.", None, id="additional-reporting"),
        pytest.param(None, "A man told Reuters (and AP) that", None, id="only-quoted"),
        pytest.param(None, None, None, id="nothing"),
    ],
)
def test_an_agency_is_told_from_byline_or_dateline(byline: str | None, body: str | None, wire: str | None) -> None:
    assert text.wire_of(byline, body, None) == wire
    assert text.wire_of(byline, None, body) == wire


def test_the_set_of_agencies_can_be_given() -> None:
    ours = (("Tidings", "Far Quay Tidings"),)
    assert text.wire_of("Far Quay Tidings", None, None, agencies=ours) == "Tidings"
    assert text.wire_of("Associated Press", None, None, agencies=ours) is None


@pytest.mark.parametrize(
    ("url", "sections", "title", "types", "scope"),
    [
        pytest.param("https://a.example/opinion/x", [], "", [], Scope.OPINION, id="folder"),
        pytest.param("https://a.example/commentisfree/2026/x", [], "", [], Scope.OPINION, id="a-folder-of-its-own"),
        pytest.param("https://a.example/opinion", [], "", [], Scope.NEWS, id="last-segment-is-the-slug"),
        pytest.param("https://a.example/x", ["Kommentare"], "", [], Scope.OPINION, id="section"),
        pytest.param("https://a.example/x", ["Politics / Op-Ed"], "", [], Scope.OPINION, id="part-of-a-section"),
        pytest.param("https://a.example/x", ["Public opinion polls"], "", [], Scope.NEWS, id="a-word-in-a-section"),
        pytest.param("https://a.example/x", [], "Opinion: Let it run", [], Scope.OPINION, id="title"),
        pytest.param("https://a.example/x", [], "Opinion polls close", [], Scope.NEWS, id="a-word-in-a-title"),
        pytest.param("https://a.example/x", [], "社説：夏", [], Scope.OPINION, id="japanese"),
        pytest.param("https://a.example/x", ["संपादकीय"], "", [], Scope.OPINION, id="hindi"),
        pytest.param("https://a.example/x", [], "", ["OpinionNewsArticle"], Scope.OPINION, id="json-ld"),
        pytest.param("https://a.example/fact-check/x", ["Opinion"], "", [], Scope.FACT_CHECK, id="fact-check-first"),
        pytest.param("https://a.example/x", ["Faktencheck"], "", [], Scope.FACT_CHECK, id="fact-check-section"),
        pytest.param("", [], "", [], Scope.NEWS, id="nothing"),
    ],
)
def test_the_scope_is_what_the_outlet_calls_it(
    url: str, sections: list[str], title: str, types: list[str], scope: Scope
) -> None:
    assert text.scope_of(url, sections, title, types) is scope


@pytest.mark.parametrize(
    ("url", "sections", "title", "filed"),
    [
        pytest.param("https://a.example/news/analysis/x", [], "", True, id="folder"),
        pytest.param("https://a.example/news/analysis", [], "", False, id="last-segment-is-the-slug"),
        pytest.param("https://a.example/x", ["News / Explainers"], "", True, id="part-of-a-section"),
        pytest.param("https://a.example/x", ["Data analysis jobs"], "", False, id="a-word-in-a-section"),
        pytest.param("https://a.example/x", [], "Analysis: Why the dam cracked", True, id="title"),
        pytest.param("https://a.example/x", [], "Analysis of blood finds arsenic", False, id="a-word-in-a-title"),
        pytest.param("https://a.example/x", ["Décryptage"], "", True, id="french"),
        pytest.param("https://a.example/opinion/x", [], "", False, id="opinion-has-its-own-word"),
    ],
)
def test_commentary_is_what_the_outlet_calls_it(url: str, sections: list[str], title: str, filed: bool) -> None:
    assert text.is_commentary(url, sections, title) is filed


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        pytest.param(["Jane Doe"], ("Jane Doe",), id="name"),
        pytest.param(["By Jane Doe and John Roe"], ("Jane Doe", "John Roe"), id="two-in-one"),
        pytest.param(["JANE DOE"], ("Jane Doe",), id="capitals"),
        pytest.param(["dpa"], ("dpa",), id="agency"),
        pytest.param(["jane@a.example (Jane Doe)"], ("Jane Doe",), id="mail-and-name"),
        pytest.param(["noreply@a.example"], (), id="mail"),
        pytest.param(["https://a.example/jane"], (), id="address"),
        pytest.param(["Jane Doe, Staff Writer", "jane doe"], ("Jane Doe",), id="role-and-double"),
        pytest.param(["Jana Brück in Berlin"], ("Jana Brück",), id="place"),
        pytest.param(["<b>Jane</b> <script>x</script>Doe"], ("Jane Doe",), id="markup"),
        pytest.param(["admin", "2026-05-05", "***", ""], (), id="none"),
    ],
)
def test_a_byline_gives_names(raw: list[str], names: tuple[str, ...]) -> None:
    assert text.author_names(raw) == names
