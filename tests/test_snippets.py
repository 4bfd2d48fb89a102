"""A page that limits what may be shown of its text is heard: by its meta elements and by its headers."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from aggregator.decide import snippet_bound
from aggregator.models import ArticleDraft, DraftKind, FeedPoll, PollCode
from aggregator.pages import parse_page, to_draft
from aggregator.site.flags import flag_words
from aggregator.store.publish import publish
from aggregator.workspace import Workspace

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
PAGE = """<html lang="en"><head><title>Dam cracks</title>{metas}</head><body><article><h1>Merrow dam cracks</h1>
<p>The Merrow dam cracked at dawn and 400 families left their homes along the river, officials said on Tuesday.</p>
<p>Engineers had warned the ministry of cracks in the concrete of the Merrow dam since the spring of 2019.</p>
</article></body></html>"""


def meta(content: str, name: str = "robots") -> str:
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("metas", "headers", "flags"),
    [
        pytest.param("", [], (), id="nothing said"),
        pytest.param(meta("nosnippet"), [], ("nosnippet",), id="nosnippet"),
        pytest.param(meta("index, NOSNIPPET"), [], ("nosnippet",), id="among others, in capitals"),
        pytest.param(meta("max-snippet:0"), [], ("nosnippet",), id="none is nothing"),
        pytest.param(meta("max-image-preview:large, max-snippet:160"), [], ("max-snippet:160",), id="so many"),
        pytest.param(meta("max-snippet: 160"), [], ("max-snippet:160",), id="with a space"),
        pytest.param(meta("max-snippet:-1, max-video-preview:-1"), [], (), id="no limit"),
        pytest.param(meta("max-snippet:160") + meta("max-snippet:50", "aggregator"), [], ("max-snippet:50",), id="us"),
        pytest.param(meta("nosnippet", "otherbot"), [], (), id="another robot"),
        pytest.param("", ["max-snippet:80"], ("max-snippet:80",), id="by a header"),
        pytest.param("", ["otherbot: nosnippet"], (), id="by a header, another robot"),
        pytest.param("", ["aggregator: nosnippet"], ("nosnippet",), id="by a header, us"),
        pytest.param(
            meta("max-snippet:90"), ["nosnippet"], ("max-snippet:90", "nosnippet"), id="both: the least holds"
        ),
    ],
)
def test_what_a_page_asks(metas: str, headers: list[str], flags: tuple[str, ...]) -> None:
    draft = to_draft(parse_page(PAGE.format(metas=metas).encode(), "http://left.example/dam", NOW), "", headers)
    asked = tuple(flag for flag in draft.flags if "snippet" in flag)
    assert asked == flags
    assert draft.body


SHOWN = (
    "The Merrow dam cracked at dawn and 400 families left their homes along the river, officials said on Tuesday.",
    "Engineers had warned the ministry of cracks in the concrete of the Merrow dam since the spring of 2019.",
    "The ministry said that it would publish the reports of the last seven years on the Merrow dam this week.",
)
TOLD = (
    "Farmers below the Merrow dam have moved their cattle to the hills and wait for word of when they may go home.",
    "A bridge that the water took away in the first hour will be built again of steel, the governor told reporters.",
    "Insurers count on claims of more than 90 million crowns, most of them from the two villages nearest the lake.",
    "The lake is to be lowered by another four metres until divers have seen the foot of the wall from all sides.",
)
KEPT_BACK = "A letter of the chief engineer to the minister has come into our hands."


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        pytest.param(f"<div data-nosnippet><p>{KEPT_BACK}</p></div>", True, id="a part"),
        pytest.param(
            f'<section data-nosnippet="true"><h2>The letter</h2><p>{KEPT_BACK}</p></section>', True, id="value"
        ),
        pytest.param(f"<p data-nosnippet>{KEPT_BACK}</p>", True, id="a paragraph"),
        pytest.param(f"<p>Late news: <span data-nosnippet>{KEPT_BACK}</span></p>", True, id="within a paragraph"),
        *(
            pytest.param(f"<p data-nosnippet>{KEPT_BACK.replace('to the', f'{unseen} to the')}</p>", True, id=unseen)
            for unseen in (
                "<script>a = 'b'</script>",
                "<style>p {color: red}</style>",
                "<noscript>Allow</noscript>",
                "<template>More</template>",
                "<!-- a letter -->",
            )
        ),
        pytest.param(f"<p>{KEPT_BACK.replace('minister', '<i data-nosnippet>minister</i>')}</p>", True, id="a word"),
        pytest.param(f"<p data-snippet>{KEPT_BACK}</p>", False, id="another attribute"),
        pytest.param(f"<p>{KEPT_BACK}</p><aside data-nosnippet>Read: {KEPT_BACK}</aside>", False, id="shown as well"),
        pytest.param(f"<p>{KEPT_BACK}</p><p data-nosnippet>Letter</p>", False, id="a word of it marked elsewhere"),
    ],
)
def test_what_a_page_marks_is_no_part_of_its_text(marked: str, left: bool) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in SHOWN)
    page = parse_page(_page(paragraphs + marked), "http://left.example/dam", NOW)
    assert all(text in page.body for text in SHOWN)
    assert (KEPT_BACK not in page.body, "nosnippet" in page.flags) == (left, False)


def test_a_text_that_is_marked_as_a_whole_is_kept_to_compare_and_not_shown() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in SHOWN)
    page = parse_page(_page(f"<div data-nosnippet>{paragraphs}</div>"), "http://left.example/dam", NOW)
    assert all(text in page.body for text in SHOWN)
    assert "nosnippet" in page.flags


@pytest.mark.parametrize(
    ("between", "left", "flags"),
    [
        pytest.param(" ", True, ("nosnippet",), id="on one line: kept to compare, and not shown"),
        pytest.param("\\n", False, (), id="on a line of its own"),
    ],
)
@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f"<p data-nosnippet>{KEPT_BACK}</p>", id="a paragraph"),
        pytest.param(f"<div data-nosnippet><p>{KEPT_BACK}</p><p>Read it on Sunday.</p></div>", id="among others"),
        pytest.param(f"<p>{KEPT_BACK.replace('minister', '<i data-nosnippet>minister</i>')}</p>", id="a word"),
    ],
)
def test_what_machines_are_told_does_not_bring_back_what_is_marked(
    marked: str, between: str, left: bool, flags: tuple[str, ...]
) -> None:
    text = between.join([*SHOWN, *TOLD, KEPT_BACK])
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{text}"}}</script>'
    paragraphs = "".join(f"<p>{text}</p>" for text in SHOWN)
    page = parse_page(_page(f"{data}{paragraphs}{marked}"), "http://left.example/dam", NOW)
    assert all(one in page.body for one in (*SHOWN, *TOLD))
    assert (KEPT_BACK in page.body, tuple(flag for flag in page.flags if "snippet" in flag)) == (left, flags)


def _page(inner: str) -> bytes:
    head = '<html lang="en"><head><title>Dam cracks</title></head><body><article><h1>Merrow dam cracks</h1>'
    return f"{head}{inner}</article></body></html>".encode()


@pytest.mark.parametrize(
    ("flags", "bound"),
    [
        pytest.param((), None, id="none"),
        pytest.param(("no_date",), None, id="others"),
        pytest.param(("max-snippet:90", "nosnippet"), 0, id="nosnippet"),
        pytest.param(("max-snippet:90", "max-snippet:160"), 90, id="the least"),
    ],
)
def test_how_much_may_be_shown(flags: tuple[str, ...], bound: int | None) -> None:
    assert snippet_bound(flags) == bound


def test_readers_are_told() -> None:
    assert flag_words("nosnippet") == "its page asks that nothing of its text be shown"
    assert flag_words("max-snippet:90") == "its page lets 90 characters of its text be shown"


@pytest.mark.parametrize(
    ("flags", "shown"),
    [
        pytest.param((), ["A page's long description of the dam.", "A feed's blurb."], id="no limit"),
        pytest.param(("max-snippet:14",), ["A page's long…", "A feed's blurb."], id="so many characters"),
        pytest.param(("nosnippet",), [None, "A feed's blurb."], id="nothing"),
    ],
)
def test_the_description_of_a_page_is_bounded_too(
    workspace: Workspace, flags: tuple[str, ...], shown: list[str | None]
) -> None:
    feed = ArticleDraft(DraftKind.FEED, "http://left.example/a", "", "Merrow dam cracks", guid="a", published=NOW)
    other = replace(feed, url="http://left.example/b", guid="b", title="Bank holds rate", summary="A feed's blurb.")
    ingest = workspace.ingest()
    ingest.poll(FeedPoll(1, NOW, PollCode.OK, 200, (feed, other), etag="1", body_hash="h"))
    for one in (feed, other):
        page = replace(one, draft_kind=DraftKind.PAGE, guid=None, flags=flags)
        ingest.add(replace(page, summary="An older description."))
        ingest.add(replace(page, summary="A page's long description of the dam."))
    path = publish(workspace.store.path, summary_characters=300).path
    with contextlib.closing(sqlite3.connect(path)) as published:
        assert [text for (text,) in published.execute("select summary from articles order by id")] == shown
        told = published.execute("select count(*) from revisions where field = 'summary'").fetchone()[0]
        assert told == (0 if flags else 1)
