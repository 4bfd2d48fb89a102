"""The tables of the working database, as migrations; what each column means stands in docs/schema.md."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from aggregator.store.first_tables import TABLES
from aggregator.store.views import VIEWS

migrations = Migrations("aggregator")


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


# Which stories changed, in the order of their last change: who follows them (briefs, storylines) remembers how far.
STORY_CHANGES = """
create table story_changes (id integer primary key autoincrement, story_id integer not null unique) strict;
create trigger story_articles_joined after insert on story_articles begin
  insert or replace into story_changes (story_id) values (new.story_id); end;
create trigger story_articles_left after delete on story_articles begin
  insert or replace into story_changes (story_id) values (old.story_id); end;
create trigger articles_retold
after update of title, url, section, summary, body, language, scope, published, outlet_id, text_kind on articles begin
  insert or replace into story_changes (story_id)
  select story_id from story_articles where article_id = new.id; end;
insert into story_changes (story_id) select id from stories where state <> 'merged' order by last_published, id;
"""

# What publishers, portals and machines wrote, and what a page says that somebody says of an outlet.
TEXT_KINDS = """
alter table articles add column text_kind text not null default 'publisher'
  check (text_kind in ('publisher', 'aggregator', 'machine'));
create table printed_ratings (
  article_id integer not null references articles on delete cascade, provider text not null, label text not null,
  lean integer check (lean between -2 and 2), seen text not null, primary key (article_id, provider, label)
) strict, without rowid;
"""

# A list of sentences is JSON: [{"text": ..., "articles": [...]}], as `aggregator brief --json` prints it.
BRIEFS = """
create table briefs (
  story_id integer primary key references stories on delete cascade, made text not null, rule text not null,
  inputs text not null, language text, sources integer not null, left_out integer not null,
  headline text not null check (json_valid(headline)), summary text not null check (json_valid(summary)),
  key_points text not null check (json_valid(key_points)), agree text not null check (json_valid(agree)),
  only_said_by text not null check (json_valid(only_said_by))
) strict;
create table article_briefs (
  article_id integer primary key references articles on delete cascade, made text not null, rule text not null,
  inputs text not null, language text, summary text not null check (json_valid(summary)),
  key_points text not null check (json_valid(key_points))
) strict;
create table generated_briefs (
  id integer primary key, story_id integer references stories on delete cascade,
  article_id integer references articles on delete cascade, made text not null, model text not null,
  notice text not null, prompt text not null, language text, inputs text not null check (json_valid(inputs)),
  summary text not null check (json_valid(summary)), key_points text not null check (json_valid(key_points)),
  dropped text not null check (json_valid(dropped)), check ((story_id is null) <> (article_id is null))
) strict;
create index generated_briefs_story on generated_briefs (story_id);
create index generated_briefs_article on generated_briefs (article_id);
"""

STORYLINES = """
create table storylines (
  id integer primary key, title text not null, made text not null, stories integer not null,
  merged_into integer references storylines, last_stories text not null default '[]' check (json_valid(last_stories))
) strict;
create table storyline_stories (
  story_id integer primary key references stories on delete cascade,
  storyline_id integer not null references storylines, matched_story_id integer references stories, score real not null,
  reasons text not null check (json_valid(reasons)), run_id integer references runs
) strict;
create index storyline_stories_storyline on storyline_stories (storyline_id);
"""

TOPICS = """
alter table articles add column topic text;
alter table articles add column topic_from text check (topic_from in ('section', 'words', 'person'));
alter table articles add column topic_told text;
"""


@migrations(name="0012_told")
def told(db: Database) -> None:
    for script in (TEXT_KINDS, STORY_CHANGES, BRIEFS, STORYLINES, TOPICS):
        run_script(db, script)
    kinds = "check (kind in ('together', 'apart', 'outlet', 'forget'{}))"
    change_table(db, "overrides", kinds.format(""), kinds.format(", 'continues', 'continues not', 'topic'"))


def migration_names() -> list[str]:
    """Lists the migrations of this version, in their order."""
    return [migration.name for migration in migrations.pending(Database(memory=True))]


_VIEWS = {name: f"CREATE VIEW [{name}] AS {select.strip()}" for name, select in VIEWS.items()}


def has_these_views(db: Database) -> bool:
    """Says whether a database has the views as this version words them."""
    return dict(db.execute("select name, sql from sqlite_master where type = 'view'").fetchall()) == _VIEWS


def refresh_views(db: Database) -> None:
    """Makes the views anew where this version words one differently; they hold nothing, so they are no migration."""
    if has_these_views(db):
        return
    with db.atomic():
        for name in db.view_names():
            db.execute(f"drop view [{name}]")
        for sql in _VIEWS.values():
            db.execute(sql)


def run_script(db: Database, script: str) -> None:
    """Runs each statement of a script inside the open transaction (executescript would commit it)."""
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)
