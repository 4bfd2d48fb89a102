"""What somebody who wants to take the site down would ask it, each as an address."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from aggregator.site.sql_guard import MOST_MEMORY

# A text of 786,432 characters, made by doubling; a list of 200,000 numbers; rows without an end.
_LONG = (
    "with recursive d(t) as (select 'a' union all select t || t from d where length(t) < 250000),"
    " big(x) as materialized (select t || t || t from d where length(t) > 250000)"
)
_LIST = _LONG + ", list(j) as materialized (select '[' || replace(substr(x, 1, 200000), 'a', '1,') || '1]' from big)"
_ROWS = ", n(i) as (select 1 union all select i + 1 from n where i < 5000) "
_ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) "


def _doubling(select: str, levels: int = 40) -> str:
    """Names the one before twice in each of many expressions: two to the fortieth of them when they are spelt out."""
    steps = (f"a{n} as ({select.format(one=f'a{n - 1}')})" for n in range(1, levels))
    return f"with a0 as (select 1 as x union select 2), {', '.join(steps)} select * from a{levels - 1}"


def _sum(term: str, times: int) -> str:
    return "+".join([term] * times)


QUESTIONS = {
    "random bytes": "select length(randomblob(900000000))",
    "zero bytes": "select length(zeroblob(900000000))",
    "printf": "select length(printf('%.*c', 900000000, 'x'))",
    "format": "select length(format('%.*c', 900000000, 'x'))",
    "all words of the index by all": "select count(*), sum(a.cnt) from words_of_articles a, words_of_articles b",
    "instr of long texts": _LONG + " select instr(x, substr(x, 2) || 'b') from big",
    "instr, hundreds of times": _LONG + f" select {_sum('''instr(x, 'b')''', 400)} from big",
    "replace that grows": _LONG + " select length(replace(x, 'a', x)) from big",
    "replace, hundreds of times": _LONG + f" select {_sum('''length(replace(x, 'a', 'b'))''', 250)} from big",
    "replace in replace": _LONG + " select length(" + "replace(" * 60 + "x" + ", 'a', 'aa')" * 60 + ") from big",
    "group_concat": "select group_concat(title || summary) from articles, stories",
    "group_concat in a window": "select max(length(group_concat(title) over (order by id))) from articles",
    "doubling by ||": "with recursive d(t) as (select 'a' union all select t || t from d) select max(length(t)) from d",
    "hex of hex": _LONG + " select length(hex(hex(hex(x)))) from big",
    "quote and upper": _LONG + f" select {_sum('length(upper(quote(x)))', 300)} from big",
    "recursion without end": _ENDLESS + "select max(i) from n",
    "recursion without doubles": _ENDLESS.replace(" all", "") + "select max(i) from n",
    "recursion with long rows": _LONG + ", n(i, t) as (select 1, x from big union all select i + 1, t from n) "
    "select max(i) from n",
    "cross join": "select count(*) from articles a, articles b, articles c",
    "join of sixty": "select count(*) from " + ", ".join(f"articles a{n}" for n in range(60)),
    "join of views": "select count(*) from " + ", ".join(f"articles_with_bias a{n}" for n in range(16)),
    "views in a union": " union all ".join(["select count(*) from blindspots_by_provider"] * 200),
    "expressions that double": _doubling("select p.x from {one} p, {one} q"),
    "unions that double": _doubling("select x from {one} union select x from {one}"),
    "LIKE with many signs": _LONG + " select x like '" + "%a" * 99 + "b' from big",
    "LIKE over pairs": "select count(*) from articles a, articles b where a.title like '%' || b.title || '%'",
    "LIKE with an escape": _LONG + f" select {_sum('''(x like '%b' escape '~')''', 250)} from big",
    "GLOB with many signs": _LONG + " select x glob '" + "*a" * 99 + "b' from big",
    "GLOB with sets": _LONG + " select x glob '*" + "[a-z]*" * 30 + "[0-9]' from big",
    "json that is built": "select json_group_array(json_object('a', title, 'b', summary)) from articles",
    "json set in json": _LIST + ", k as (select j from list) select length(json_set(j, "
    + ", ".join(f"'$[{n}]', json(j)" for n in range(40)) + ")) from k",
    "json of long lists": _LIST + " select count(*) from list, json_each(j) a, json_each(j) b",
    "json read often": _LIST + " select " + "+".join(f"json_valid(j || '{' ' * n}')" for n in range(1, 90))
    + " from list",
    "json trees": _LONG + ", deep(j) as (select replace(substr(x, 1, 900), 'a', '[') || replace(substr(x, 1, 900),"
    " 'a', ']') from big) select sum(length(a.fullkey)) from deep, json_tree(j) a, json_tree(j) b",
    "sort of long rows": _LONG + _ROWS + "select substr(x, 1, 700000) || i as y from big, n order by y limit 1",
    "sort of pairs": "select a.title || b.title as t from articles a, articles b order by t desc limit 5",
    "distinct long rows": _LONG + _ROWS + "select count(distinct substr(x, 1, 700000) || i) from big, n",
    "kept long rows": _LONG + _ROWS + ", m as materialized (select substr(x, 1, 700000) || i from big, n) "
    "select count(*) from m a, m b",
    "a megabyte in each row": _LONG + _ROWS + "select x || i from big, n",
    "rows of many texts": _LONG + _ROWS + "select " + ", ".join(["x || i"] * 140) + " from big, n",
    "rows of many bytes": _LONG + _ROWS + "select " + ", ".join(["cast(x || i as blob)"] * 140) + " from big, n",
    "rows of many wide letters": _LONG + _ROWS + "select " + ", ".join(["substr(x, 9) || char(128512 + i)"] * 140)
    + " from big, n",
    "columns without number": _ENDLESS + "select " + ", ".join(["i"] * 1900) + " from n limit 2000",
    "all the columns allowed": _ENDLESS + "select " + ", ".join(["i"] * 200) + " from n limit 2000",
    "windows": "select sum(a.id) over (order by a.title rows between 5000 preceding and 5000 following)"
    " from articles a, articles b",
    "parentheses": "select " + "(" * 900 + "1" + "+ 1)" * 900,
    "not, a thousand times": "select " + "not " * 990 + "1",
    "a long list": "select count(*) from articles where id in (" + ",".join(map(str, range(1900))) + ")",
    "many alternatives": "select count(*) from articles where " + " or ".join(
        f"outlet_id = {n} and title like '%{n}'" for n in range(150)),
    "index: short beginnings": "select count(*) from articles_fts where articles_fts match 'a* b* NEAR'",
    "index: one letter, often": "select count(*) from articles_fts where articles_fts match '"
    + " OR ".join(["w*"] * 999) + "'",
    "index: all pairs of letters": "select count(*) from articles_fts where articles_fts match '"
    + " OR ".join(f"{a}{b}*" for a in "abcdefghijklmnopqrstuvwxyz" for b in "abcdefghijklmnopqrstuvwxyz") + "'",
    "index: near": "select count(*) from articles_fts where articles_fts match 'NEAR(" + "w* " * 50 + ", 9000)'",
    "index: columns": "select count(*) from articles_fts where articles_fts match '{title summary} : (w* NOT a*)'",
    "index: ranked": "select * from articles_fts where articles_fts match 'w* OR a* OR s*' order by rank limit 9",
    "index: snippets": "select snippet(articles_fts, -1, '<', '>', '', 64) from articles_fts"
    " where articles_fts match 'w*'",
    "index: nested": "select count(*) from articles_fts where articles_fts match '"
    + "(" * 400 + "w*" + ")" * 400 + "'",
    "blanks after a comment": "select /**/" + " " * 9000 + "1",
    "blanks instead of a question": "/**/" + " " * 9000 + "x",
    "line ends instead of a question": "/**/" + "\n" * 9000 + "x",
    "comments that are left open": "select " + "/*" * 4500,
    "quotes that are left open": "select " + "''" * 4000 + "'",
    "names of parameters": "select " + ",".join(f":p{n}" for n in range(190)),
    "a megabyte of question": "select '" + "x" * 40_000 + "'",
    "what others ask": "select * from sqlite_stmt",
    "every page of the file": "select * from dbstat",
}  # fmt: skip


# So many texts of nearly a megabyte are what SQLite's memory holds.
FULL = MOST_MEMORY // 895_000


def held(texts: int) -> str:
    """Asks for so many texts of a megabyte, and has them kept while something else is counted without end."""
    columns = ", ".join(f"x || {n}" for n in range(texts))
    numbers = ", n(i) as (select 1 union all select i + 1 from n) "
    return f"/news?sql={quote(f'{_LONG}{numbers}select {columns}, (select max(i) from n) from big')}"


def _doors() -> Iterator[tuple[str, str]]:
    for name, sql in QUESTIONS.items():
        yield name, f"/news?sql={quote(sql)}"
    heavy = quote(QUESTIONS["cross join"])
    rows = quote(QUESTIONS["a megabyte in each row"])
    wide = quote(QUESTIONS["all the columns allowed"])
    where = quote("id in (" + QUESTIONS["recursion without end"] + ")")
    yield "as json", f"/news.json?sql={heavy}"
    yield "as csv", f"/news.csv?sql={heavy}"
    yield "a megabyte in each row, as json", f"/news.json?sql={rows}"
    yield "a megabyte in each row, as csv", f"/news.csv?sql={rows}"
    for name in ("rows of many texts", "rows of many bytes", "rows of many wide letters", "quote and upper",
                 "kept long rows", "json of long lists", "LIKE over pairs", "expressions that double"):  # fmt: skip
        yield f"{name}, as csv", f"/news.csv?sql={quote(QUESTIONS[name])}"
    yield "rows of many bytes, as json", f"/news.json?sql={quote(QUESTIONS['rows of many bytes'])}"
    yield "memory held full", held(FULL)
    yield "all the columns allowed, as json", f"/news.json?sql={wide}&_shape=objects"
    yield "the name of the parameter in escapes", f"/news?s%71l={heavy}"
    yield "with a thousand parameters", f"/news?sql={heavy}&" + "&".join(f"p{n}={n}" for n in range(2000))
    yield "as a condition of a table", f"/news/articles?_where={where}"
    yield "as a condition, as csv of all", f"/news/articles.csv?_stream=1&_where={where}"
    yield "as a condition of a facet", f"/news/articles_with_bias?_where={where}&_facet=title&_facet=url"
    yield (
        "every facet",
        "/news/articles?"
        + "&".join(
            f"_facet={column}"
            for column in ("url", "title", "summary", "published", "first_seen", "last_seen", "flags")
        ),
    )
    yield "one facet, often", "/news/articles_with_bias?" + "&".join(["_facet_array=flags", "_facet=url"] * 200)
    yield "facet of dates", "/news/articles?_facet_date=first_seen&_facet_date=last_seen&_facet_size=max"
    yield "the largest page", "/news/articles_with_bias?_size=max&_labels=on"
    yield "the largest page, as json", "/news/articles_with_bias.json?_size=max&_labels=on"
    yield (
        "conditions without number",
        "/news/articles_with_bias?" + "&".join(["title__contains=w", "url__like=%25w%25"] * 300),
    )
    yield "a condition on a list", "/news/articles?id__arraycontains=x"
    yield "a search for a letter", "/news/articles?_search=w*&_searchmode=raw"
    yield "a search for many", "/news/articles?_searchmode=raw&_search=" + quote(" OR ".join(["w*"] * 900))
    yield "a named question", "/news/articles_with_words?q=" + quote("w* " * 3000)
    yield "a named question with long words", "/news/headlines_with_word?word=" + quote("w " * 8000)
    yield "words for the search", "/search?q=" + quote("harbour " * 3000)
    yield "words for the search, as csv", "/search.csv?q=" + quote("w* " * 3000)
    yield "one letter for the search", "/search?q=w"
    yield (
        "many beginnings for the search",
        "/search?q=" + quote("harb* " + " ".join(f"-w{n:03}*" for n in range(100, 119))),
    )
    yield "two compared, on all days", "/compare?a=left&b=right&from=0001-01-01&to=9999-12-31"
    yield "a long address", "/" + "x" * 40_000


ADDRESSES = dict(_doors())
