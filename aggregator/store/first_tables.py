"""The tables that the working database began with; the migrations after them are in schema.py."""

from __future__ import annotations

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
