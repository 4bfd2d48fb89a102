"""The tables of the working database, as migrations; what each column means stands in docs/schema.md."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from aggregator.store.views import VIEWS

migrations = Migrations("aggregator")

TABLES = """
create table settings (key text primary key, value text not null) strict, without rowid;

create table runs (
  id integer primary key, started text not null, finished text,
  kind text not null check (kind in ('import', 'poll', 'group')),
  version text not null, config_hash text not null, ratings_hash text not null, outcome text
) strict;

create table outlets (
  id integer primary key, domain text unique, name text not null, homepage text, country text, owner text,
  ownership_type text, description text, youtube text, listed integer not null default 0 check (listed in (0, 1))
) strict;
create table outlet_domains (
  prefix text primary key, outlet_id integer not null references outlets on delete cascade
) strict, without rowid;
create table outlet_names (
  name text primary key, outlet_id integer not null references outlets on delete cascade
) strict, without rowid;

create table ratings (
  id integer primary key, outlet_id integer not null references outlets on delete cascade, provider text not null,
  scope text not null check (scope in ('news', 'opinion', 'fact check')), label text not null,
  lean integer check (lean between -2 and 2), score real, confidence text, factual_reporting text, source_url text,
  valid_from text not null, valid_to text, unique (outlet_id, provider, scope, valid_from)
) strict;

create table feeds (
  id integer primary key, url text not null unique, outlet_id integer not null references outlets, section text,
  language text, fetch_pages integer not null default 0 check (fetch_pages in (0, 1)), etag text, last_modified text,
  body_hash text, next_poll text, failures integer not null default 0,
  state text not null default 'active' check (state in ('active', 'unlisted')), state_reason text
) strict;
create index feeds_outlet on feeds (outlet_id);
create table polls (
  id integer primary key, feed_id integer not null references feeds, run_id integer references runs, at text not null,
  status integer, code text not null, reaches_back text, new integer not null default 0,
  revised integer not null default 0, unchanged integer not null default 0, bytes integer not null default 0,
  elapsed_ms integer not null default 0, message text
) strict;
create index polls_feed_at on polls (feed_id, at);
create index polls_at on polls (at);

create table articles (
  id integer primary key, url text not null unique, original_url text not null,
  outlet_id integer not null references outlets, guid text, title text not null, summary text, body text,
  body_status text check (body_status in ('full', 'teaser', 'paywalled', 'suspect')), byline text, language text,
  section text, scope text not null default 'news' check (scope in ('news', 'opinion', 'fact check')),
  kind text not null default 'text' check (kind in ('text', 'video')), image text, published text, published_raw text,
  first_seen text not null, last_seen text not null, word_count integer, wire text,
  flags text not null default '[]' check (json_valid(flags)),
  title_from text not null check (title_from in ('feed', 'page', 'import')),
  summary_from text check (summary_from in ('feed', 'page', 'import')),
  body_from text check (body_from in ('feed', 'page', 'import')), page_tries integer not null default 0,
  published_day text generated always as (substr(coalesce(published, first_seen), 1, 10)) virtual
) strict;
create index articles_published on articles (published desc, id);
create index articles_day on articles (published_day);
create index articles_time on articles (coalesce(published, first_seen));
create index articles_outlet on articles (outlet_id, published_day);
create table article_addresses (
  url text primary key, article_id integer not null references articles on delete cascade
) strict, without rowid;
create index article_addresses_article on article_addresses (article_id);
create table sightings (
  feed_id integer not null references feeds, guid text not null, article_id integer not null references articles,
  first_seen text not null, last_seen text not null, primary key (feed_id, guid)
) strict, without rowid;
create index sightings_article on sightings (article_id);
create table revisions (
  id integer primary key, article_id integer not null references articles on delete cascade, seen text not null,
  field text not null check (field in ('title', 'summary', 'body')), old text, new text
) strict;
create index revisions_article on revisions (article_id);

create table origins (
  id integer primary key, representative_id integer not null unique references articles,
  kind text not null check (kind in ('original', 'wire', 'reprint'))
) strict;
create table copies (
  article_id integer primary key references articles, origin_id integer not null references origins on delete cascade,
  score real not null, method text not null
) strict;
create index copies_origin on copies (origin_id);

create table stories (
  id integer primary key, title text not null, first_seen text not null, first_published text, last_published text,
  articles integer not null, outlets integer not null, owners integer not null, origins integer not null,
  state text not null default 'open' check (state in ('open', 'closed', 'merged')),
  merged_into integer references stories
) strict;
create index stories_last_published on stories (last_published desc, id);
create table story_articles (
  story_id integer not null references stories, article_id integer not null unique references articles,
  score real not null, matched_article_id integer references articles,
  reasons text not null default '[]' check (json_valid(reasons)), run_id integer references runs,
  provisional integer not null default 0 check (provisional in (0, 1)), primary key (story_id, article_id)
) strict, without rowid;
"""


@migrations(name="0001_first_tables")
def first_tables(db: Database) -> None:
    run_script(db, TABLES)


@migrations(name="0002_canonical_links")
def canonical_links(db: Database) -> None:
    db.execute("alter table articles add column canonical text")


# A person's word, and the kinds of run that say it: SQLite changes a check only with its table.
OVERRIDES = """
create table overrides (
  id integer primary key, at text not null, act integer not null,
  kind text not null check (kind in ('together', 'apart', 'outlet', 'forget')),
  article_a integer references articles, article_b integer references articles, value text, note text,
  undone text, undone_by integer
) strict;
create index overrides_act on overrides (act);
create index overrides_article_a on overrides (article_a);
create index overrides_article_b on overrides (article_b);

pragma defer_foreign_keys = on;
create temp table kept_runs as select * from main.runs;
drop table runs;
create table runs (
  id integer primary key, started text not null, finished text,
  kind text not null check (kind in ('import', 'poll', 'group', 'override', 'rebuild')),
  version text not null, config_hash text not null, ratings_hash text not null, outcome text
) strict;
insert into runs select * from temp.kept_runs;
drop table temp.kept_runs;
"""


@migrations(name="0003_overrides")
def overrides(db: Database) -> None:
    run_script(db, OVERRIDES)


@migrations(name="0004_text_version")
def text_version(db: Database) -> None:
    db.execute("alter table articles add column text_version integer not null default 0")


# What grouping alone says of the articles that a person's word holds elsewhere.
OVERRULED = """
create table overruled (
  article_id integer primary key references articles, story_id integer not null references stories,
  score real not null, matched_article_id integer references articles,
  reasons text not null check (json_valid(reasons)), run_id integer references runs,
  provisional integer not null check (provisional in (0, 1))
) strict;
create index overruled_story on overruled (story_id);
"""


@migrations(name="0005_overruled")
def overruled(db: Database) -> None:
    run_script(db, OVERRULED)


# When a feed is asked next and why, what its host wants, and the addresses that it had before.
POLLING = """
alter table feeds add column interval integer not null default 0;
alter table feeds add column missing integer not null default 0;
alter table feeds add column failing_since text;
alter table feeds add column last_good text;
alter table feeds add column gap integer;
alter table feeds add column newest text;
alter table feeds add column update_seconds integer;
alter table feeds add column moved_to text;
alter table feeds add column moved_days integer not null default 0;
alter table feeds add column moved_on text;
update feeds set
  interval = 86400,
  last_good = (
    select max(at) from polls where feed_id = feeds.id and code in ('ok', 'not_modified', 'unchanged', 'empty')),
  newest = (select max(at) from polls where feed_id = feeds.id and new > 0);
update feeds set failing_since = (
  select min(at) from polls where feed_id = feeds.id and at > coalesce(feeds.last_good, '')) where failures > 0;
alter table polls add column fresh integer not null default 0;
update polls set fresh = new where new > 0;
create table feed_addresses (
  url text primary key, feed_id integer not null references feeds on delete cascade
) strict, without rowid;
create index feed_addresses_feed on feed_addresses (feed_id);
create table hosts (
  origin text primary key, robots_status integer, robots blob, robots_at text, robots_until text, held_at text,
  held_until text
) strict, without rowid;
"""


@migrations(name="0006_polling")
def polling(db: Database) -> None:
    run_script(db, POLLING)
    states = "check (state in ('active', 'unlisted'{}))"
    change_table(db, "feeds", states.format(""), states.format(", 'disabled', 'dead'"))


def change_table(db: Database, table: str, old: str, new: str) -> None:
    """Makes a table anew with other words in its definition: SQLite changes a check only so. Its rows are kept."""
    query = "select sql from sqlite_master where tbl_name = ? and type = ? and sql is not null"
    (definition,) = db.execute(query, [table, "table"]).fetchone()
    indexes = [sql for (sql,) in db.execute(query, [table, "index"]).fetchall()]
    if old not in definition:
        raise ValueError(f"{table} is not defined with {old}")
    db.execute("pragma defer_foreign_keys = on")
    db.execute(f"create temp table kept as select * from main.[{table}]")
    db.execute(f"drop table [{table}]")
    for sql in (definition.replace(old, new), *indexes):
        db.execute(sql)
    db.execute(f"insert into [{table}] select * from temp.kept")
    db.execute("drop table temp.kept")


@migrations(name="0007_carriers")
def carriers(db: Database) -> None:
    db.execute("alter table articles add column carrier text")
    db.execute(
        "alter table articles add column language_from text check (language_from in ('feed', 'page', 'import', 'text'))"
    )


@migrations(name="0008_kinds")
def kinds(db: Database) -> None:
    db.execute("alter table feeds add column kind text not null default 'feed'")


RIGHTS = """
alter table sightings add column said text;
alter table articles add column opening text;
alter table stories add column removed text;
create index overrides_forget on overrides (value) where kind = 'forget' and undone is null;
create index revisions_seen on revisions (seen);
create index articles_bodies on articles (first_seen) where body is not null;
"""


@migrations(name="0009_rights")
def rights(db: Database) -> None:
    run_script(db, RIGHTS)


@migrations(name="0010_thinned")
def thinned(db: Database) -> None:
    db.execute("alter table stories add column thinned text")


# Taking in the data files anew fills the table of providers. The bar for a single test is gone: nobody reads it.
PROVIDERS = """
create table providers (
  name text primary key, title text, scale text, homepage text, licence text, licence_url text,
  private integer not null default 0 check (private in (0, 1))
) strict, without rowid;
alter table runs add column private_hash text;
delete from settings where key in ('files_hash', 'blindspot_max_p');
"""


@migrations(name="0011_providers")
def providers(db: Database) -> None:
    run_script(db, PROVIDERS)


def refresh_views(db: Database) -> None:
    """Makes the views anew where this version words one differently; they hold nothing, so they are no migration."""
    wanted = {name: f"CREATE VIEW [{name}] AS {select.strip()}" for name, select in VIEWS.items()}
    present = dict(db.execute("select name, sql from sqlite_master where type = 'view'").fetchall())
    if present == wanted:
        return
    with db.atomic():
        for name in present:
            db.execute(f"drop view [{name}]")
        for sql in wanted.values():
            db.execute(sql)


def run_script(db: Database, script: str) -> None:
    """Runs each statement of a script inside the open transaction (executescript would commit it)."""
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)
