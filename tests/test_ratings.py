"""A data file is read whole or refused with every bad row and the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from aggregator.errors import DataFileError, NotFoundError
from aggregator.models import FeedSource, Outlet, Rating, Scope
from aggregator.ratings import read_feeds, read_outlets, read_ratings

HERALD = Outlet("herald.example", "The Herald", other_domains=("herald.test",))
TRIBUNE = Outlet("tribune.example", "The Tribune")
OUTLETS = (HERALD, TRIBUNE)

RATING_HEADER = "domain,provider,scope,label,score,confidence,factual_reporting,source_url,valid_from"
FEED_HEADER = "url,outlet,section,language,fetch_pages,last_seen"
OUTLET_HEADER = "domain,other_domains,name,other_names,homepage,country,owner,ownership_type,description,youtube"


def write(folder: Path, header: str, *rows: str) -> Path:
    path = folder / "data.csv"
    path.write_text("\n".join((header, *rows, "")), encoding="utf-8")
    return path


def test_outlets_are_read(tmp_path: Path) -> None:
    row = (
        'herald.example,herald.test; herald.example/city,The Herald,"Herald;Daily Herald, The",https://herald.example/,'
    )
    path = write(tmp_path, OUTLET_HEADER, row + "Ireland,Herald Trust,Non-Profit,A daily.,https://www.youtube.com/@h")
    assert read_outlets(path) == (
        Outlet(
            domain="herald.example",
            name="The Herald",
            other_domains=("herald.test", "herald.example/city"),
            other_names=("Herald", "Daily Herald, The"),
            homepage="https://herald.example/",
            country="Ireland",
            owner="Herald Trust",
            ownership_type="Non-Profit",
            description="A daily.",
            youtube="https://www.youtube.com/@h",
        ),
    )


def test_ratings_are_read_under_the_first_domain(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        RATING_HEADER,
        "herald.test,AllSides,news,lean left,-1.5,high,,https://www.allsides.com/x,2023-11-24",
        "herald.example,AllSides,fact check,center,,,,,2023-11-24",
        "tribune.example,MBFC,news,satire,,,low,,2024-01-01",
    )
    assert read_ratings(path, OUTLETS) == (
        Rating(
            "herald.example",
            "AllSides",
            Scope.NEWS,
            "lean left",
            -1,
            "2023-11-24",
            score=-1.5,
            confidence="high",
            source_url="https://www.allsides.com/x",
        ),
        Rating("herald.example", "AllSides", Scope.FACT_CHECK, "center", 0, "2023-11-24"),
        Rating("tribune.example", "MBFC", Scope.NEWS, "satire", None, "2024-01-01", factual_reporting="low"),
    )


@pytest.mark.parametrize(
    ("provider", "label", "lean"),
    [
        pytest.param("AllSides", "left", -2, id="allsides-left"),
        pytest.param("AllSides", "lean left", -1, id="allsides-lean-left"),
        pytest.param("AllSides", "center", 0, id="allsides-center"),
        pytest.param("AllSides", "lean right", 1, id="allsides-lean-right"),
        pytest.param("AllSides", "right", 2, id="allsides-right"),
        pytest.param("MBFC", "left", -2, id="mbfc-left"),
        pytest.param("MBFC", "left-center", -1, id="mbfc-left-center"),
        pytest.param("MBFC", "center", 0, id="mbfc-center"),
        pytest.param("MBFC", "least biased", 0, id="mbfc-least-biased"),
        pytest.param("MBFC", "right-center", 1, id="mbfc-right-center"),
        pytest.param("MBFC", "right", 2, id="mbfc-right"),
        pytest.param("MBFC", "fake-news", None, id="mbfc-fake-news"),
        pytest.param("MBFC", "conspiracy-pseudoscience", None, id="mbfc-conspiracy"),
        pytest.param("MBFC", "satire", None, id="mbfc-satire"),
        pytest.param("MBFC", "pro-science", None, id="mbfc-pro-science"),
        pytest.param("My own", "lean right", 1, id="a-provider-of-ones-own"),
    ],
)
def test_label_to_lean(tmp_path: Path, provider: str, label: str, lean: int | None) -> None:
    path = write(tmp_path, RATING_HEADER, f"herald.example,{provider},news,{label},,,,,2023-11-24")
    assert [rating.lean for rating in read_ratings(path, OUTLETS)] == [lean]


def test_feeds_are_read(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        FEED_HEADER,
        "https://herald.example/rss,herald.test,world,en,1,2026-05",
        "http://tribune.example/feed,tribune.example,,,,",
    )
    assert read_feeds(path, OUTLETS) == (
        FeedSource("https://herald.example/rss", "herald.example", "world", "en", True, "2026-05"),
        FeedSource("http://tribune.example/feed", "tribune.example"),
    )


def test_a_row_says_what_it_is(tmp_path: Path) -> None:
    kinds = {"": "feed", "feed": "feed", "sitemap": "sitemap", "dw": "dw"}
    rows = [f"https://herald.example/{number},herald.example,,,,,{kind}" for number, kind in enumerate(kinds)]
    found = read_feeds(write(tmp_path, f"{FEED_HEADER},kind", *rows), OUTLETS)
    assert [feed.kind for feed in found] == list(kinds.values())


def test_a_kind_that_nothing_reads_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, f"{FEED_HEADER},kind", "https://herald.example/rss,herald.example,,,,,sitemaps")
    with pytest.raises(DataFileError) as caught:
        read_feeds(path, OUTLETS)
    known = "use one of feed, sitemap, ap, dw, worldcrunch"
    assert caught.value.problems == (f'{path}:2: kind "sitemaps" is not known (did you mean "sitemap"?): {known}',)


def test_columns_may_stand_in_any_order_and_those_beyond_need_may_be_left_out(tmp_path: Path) -> None:
    path = write(tmp_path, "valid_from,label,scope,provider,domain", "2023-11-24,right,news,AllSides,herald.example")
    assert [(rating.lean, rating.score) for rating in read_ratings(path, OUTLETS)] == [(2, None)]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xef\xbb\xbfdomain,name\nherald.example,The Herald\n", id="byte-order-mark"),
        pytest.param(b"domain,name\r\nherald.example,The Herald\r\n", id="crlf"),
        pytest.param(b"domain,name\n\nherald.example,The Herald\n,\n\n", id="empty-lines"),
        pytest.param(b"domain,name\nherald.example,The Herald", id="no-final-line-feed"),
        pytest.param(b'"domain","name"\n"herald.example"," The Herald "\n', id="quotes-and-spaces"),
    ],
)
def test_forms_of_a_file_that_are_taken(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "outlets.csv"
    path.write_bytes(content)
    assert read_outlets(path) == (Outlet("herald.example", "The Herald"),)


GOOD_RATING = "herald.example,AllSides,news,left,,,,,2023-11-24"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param(
            "heralt.example,AllSides,news,left,,,,,2023-11-24",
            'outlet "heralt.example" is not in outlets.csv (did you mean "herald.example"?): add it there first',
            id="unknown-outlet-near-one",
        ),
        pytest.param(
            "qqq.zz,AllSides,news,left,,,,,2023-11-24",
            'outlet "qqq.zz" is not in outlets.csv: add it there first',
            id="unknown-outlet-near-none",
        ),
        pytest.param(
            "tribune.example,AllSides,news,left-center,,,,,2023-11-24",
            'label "left-center" is not known: use one of left, lean left, center, lean right, right',
            id="a-label-of-another-provider",
        ),
        pytest.param(
            "tribune.example,AllSides,sport,left,,,,,2023-11-24",
            'scope "sport" is not known: use one of news, opinion, fact check',
            id="scope",
        ),
        pytest.param(
            "tribune.example,AllSides,news,left,,,,,2023-13-24",
            'valid_from "2023-13-24" is not a day: write it as 2023-11-24',
            id="no-such-month",
        ),
        pytest.param(
            "tribune.example,AllSides,news,left,,,,,24.11.2023",
            'valid_from "24.11.2023" is not a day: write it as 2023-11-24',
            id="another-way-to-write-a-day",
        ),
        pytest.param(
            "tribune.example,AllSides,news,left,,,,,",
            "valid_from is empty: every row needs one",
            id="no-day",
        ),
        pytest.param(
            "tribune.example,AllSides,news,left,minus two,,,,2023-11-24",
            'score "minus two" is not a number: write 2 or -1.5, or leave it empty',
            id="number",
        ),
        pytest.param(
            "tribune.example,AllSides,news,left,nan,,,,2023-11-24",
            'score "nan" is not a number: write 2 or -1.5, or leave it empty',
            id="not-a-number",
        ),
        pytest.param(
            "tribune.example,allsides,news,left,,,,,2023-11-24",
            'provider "allsides": write AllSides',
            id="a-providers-name-in-other-letters",
        ),
        pytest.param(
            "tribune.example,AllSides,news,left,,,,allsides.com,2023-11-24",
            'source_url "allsides.com" is not a web address: write it with https:// or http://',
            id="source",
        ),
        pytest.param(
            "tribune.example,AllSides,news,left",
            "4 cells, the header has 9: a comma in a value needs quotes",
            id="too-few-cells",
        ),
        pytest.param(GOOD_RATING, "the same as line 2: remove one of them", id="duplicate"),
        pytest.param(
            "herald.test,AllSides,news,right,,,,,2023-11-24",
            '"right" contradicts "left" of line 2, of the same scope and day: keep one',
            id="contradiction-under-another-domain",
        ),
    ],
)
def test_bad_rating(tmp_path: Path, row: str, problem: str) -> None:
    path = write(tmp_path, RATING_HEADER, GOOD_RATING, row)
    with pytest.raises(DataFileError) as caught:
        read_ratings(path, OUTLETS)
    assert caught.value.problems == (f"{path}:3: {problem}",)


def test_every_bad_row_is_told_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        RATING_HEADER,
        "heralt.example,AllSides,gossip,left,x,,,,2023-11-24",
        GOOD_RATING,
        '"two\nlines",AllSides,news,left,,,,,2023-11-24',
        "tribune.example,MBFC,news,lean left,,,,,yesterday",
    )
    with pytest.raises(DataFileError) as caught:
        read_ratings(path, OUTLETS)
    lines = [problem.removeprefix(f"{path}:").split(":")[0] for problem in caught.value.problems]
    assert lines == ["2", "2", "2", "4", "6", "6"]
    assert str(caught.value).splitlines()[0] == f"{path}: 6 bad rows"


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        pytest.param(
            "domain,provider,scope,label",
            'missing column "valid_from": add it to the header',
            id="missing",
        ),
        pytest.param(
            "domain,provider,scope,label,valid_from,sorce_url",
            'unknown column "sorce_url" (did you mean "source_url"?): known are '
            "domain, provider, scope, label, score, confidence, factual_reporting, source_url, valid_from",
            id="unknown",
        ),
        pytest.param(
            "domain,provider,scope,label,valid_from,label",
            'column "label" stands 2 times: keep one',
            id="twice",
        ),
    ],
)
def test_bad_header(tmp_path: Path, header: str, problem: str) -> None:
    path = write(tmp_path, header, GOOD_RATING)
    with pytest.raises(DataFileError) as caught:
        read_ratings(path, OUTLETS)
    assert caught.value.problems == (f"{path}:1: {problem}",)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param("herald.example,,Another,", 'domain "herald.example" stands on line 2 already', id="domain"),
        pytest.param(
            "x.example,herald.example,Another,", 'domain "herald.example" stands on line 2 already', id="other-domain"
        ),
        pytest.param("x.example,,the herald,", 'name "the herald" stands on line 2 already', id="name"),
        pytest.param("x.example,,Another,The Herald", 'name "The Herald" stands on line 2 already', id="other-name"),
        pytest.param("x.example,,,", "name is empty: every row needs one", id="no-name"),
        pytest.param(
            "https://www.x.example/,,X,",
            'domain "https://www.x.example/" is not in its plain form: write x.example',
            id="an-address-for-a-domain",
        ),
        pytest.param(
            "x example,,X,",
            '"x example" is not a domain: write it as example.com or example.com/section',
            id="no-domain",
        ),
    ],
)
def test_bad_outlet(tmp_path: Path, row: str, problem: str) -> None:
    path = write(tmp_path, "domain,other_domains,name,other_names", "herald.example,,The Herald,", row)
    with pytest.raises(DataFileError) as caught:
        read_outlets(path)
    assert caught.value.problems == (f"{path}:3: {problem}",)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param(
            "http://www.herald.example/rss/,herald.example,,,,",
            'feed "herald.example/rss" stands on line 2 already',
            id="the-same-feed-otherwise-written",
        ),
        pytest.param(
            "ftp://tribune.example/rss,tribune.example,,,,",
            'url "ftp://tribune.example/rss" is not a web address: write it with https:// or http://',
            id="scheme",
        ),
        pytest.param(
            "https://tribune.example/rss,tribune,,,,",
            'outlet "tribune" is not in outlets.csv: add it there first',
            id="outlet",
        ),
        pytest.param(
            "https://tribune.example/rss,tribune.example,,english,,",
            'language "english" is not an ISO 639-1 code: write two letters, such as en',
            id="language",
        ),
        pytest.param(
            "https://tribune.example/rss,tribune.example,,,yes,",
            'fetch_pages "yes" is neither 0 nor 1',
            id="fetch-pages",
        ),
        pytest.param(
            "https://tribune.example/rss,tribune.example,,,,May",
            'last_seen "May" is neither a month (2026-05) nor a day (2026-05-17)',
            id="last-seen",
        ),
        pytest.param(",tribune.example,,,,", "url is empty: every row needs one", id="no-address"),
    ],
)
def test_bad_feed(tmp_path: Path, row: str, problem: str) -> None:
    path = write(tmp_path, FEED_HEADER, "https://herald.example/rss,herald.example,,,,", row)
    with pytest.raises(DataFileError) as caught:
        read_feeds(path, OUTLETS)
    assert caught.value.problems == (f"{path}:3: {problem}",)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(
            b"domain,name\nherald.example,Caf\xe9\n",
            ":2: byte 0xe9 is not UTF-8: save the file as UTF-8",
            id="latin-1",
        ),
        pytest.param(
            b'domain,name\nherald.example,"The Herald\ntribune.example,The Tribune\n',
            ":2: cannot be read on from here (unexpected end of data): look for a lone quote",
            id="a-lone-quote",
        ),
        pytest.param(b"", ':1: missing column "domain": add it to the header', id="empty-file"),
    ],
)
def test_file_that_is_no_table(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "outlets.csv"
    path.write_bytes(content)
    with pytest.raises(DataFileError) as caught:
        read_outlets(path)
    assert caught.value.problems[0] == f"{path}{problem}"


def test_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as caught:
        read_outlets(tmp_path / "outlets.csv")
    assert str(caught.value).splitlines()[0].startswith(f"{tmp_path / 'outlets.csv'}: no such file")


def test_folder_in_place_of_a_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(DataFileError) as caught:
        read_outlets(tmp_path)
    assert str(caught.value) == f"{tmp_path}: cannot be read: Is a directory"
