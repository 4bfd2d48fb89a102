BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'aggregator','0001_first_tables','2026-11-23 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'aggregator','0002_canonical_links','2026-11-23 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'aggregator','0003_overrides','2026-11-23 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'aggregator','0004_text_version','2026-11-23 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'aggregator','0005_overruled','2026-11-23 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'aggregator','0006_polling','2026-11-23 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'aggregator','0007_carriers','2026-11-23 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'aggregator','0008_kinds','2026-11-23 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'aggregator','0009_rights','2026-11-23 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'aggregator','0010_thinned','2026-11-23 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'aggregator','0011_providers','2026-11-23 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'aggregator','0012_told','2026-11-23 00:00:00+00:00');
CREATE TABLE article_addresses (
  url text primary key, article_id integer not null references articles on delete cascade
) strict, without rowid;
INSERT INTO "article_addresses" VALUES('http://tidewater.example/one',1);
CREATE TABLE article_briefs (
  article_id integer primary key references articles on delete cascade, made text not null, rule text not null,
  inputs text not null, language text, summary text not null check (json_valid(summary)),
  key_points text not null check (json_valid(key_points))
) strict;
INSERT INTO "article_briefs" VALUES(3,'2026-11-02T08:00:00Z','r','i','en','[{"text": "Fares rise.", "articles": [3]}]','[]');
CREATE TABLE articles (
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
, canonical text, text_version integer not null default 0, carrier text, language_from text check (language_from in ('feed', 'page', 'import', 'text')), opening text, text_kind text not null default 'publisher'
  check (text_kind in ('publisher', 'aggregator', 'machine')), topic text, topic_from text check (topic_from in ('section', 'words', 'person')), topic_told text) strict;
INSERT INTO "articles" VALUES(1,'http://tidewater.example/1','http://tidewater.example/?utm_source=x',1,'g1','Harbour vote passes','A summary.','The whole text.','full','Ada Quill','en','ports','news','text',NULL,'2026-11-01T08:00:00Z','Sun, 1 Nov 2026','2026-11-01T08:00:00Z','2026-11-02T08:00:00Z',3,NULL,'["future_date"]','feed','feed','page',1,'http://tidewater.example/1',0,'portal.example','feed','The whole','aggregator','politics','section','ports');
INSERT INTO "articles" VALUES(2,'http://tidewater.example/2','http://tidewater.example/?utm_source=x',1,NULL,'Harbour vote passes','A summary.','The whole text.','full','Ada Quill','en','ports','news','text',NULL,'2026-11-01T08:00:00Z','Sun, 1 Nov 2026','2026-11-01T08:00:00Z','2026-11-02T08:00:00Z',3,'reuters','["future_date"]','feed','feed','page',1,'http://tidewater.example/1',0,'portal.example','feed','The whole','aggregator','politics','section','ports');
INSERT INTO "articles" VALUES(3,'http://tidewater.example/3','http://tidewater.example/?utm_source=x',1,NULL,'Watch: ferry fares','A summary.','The whole text.','full','Ada Quill','en','ports','opinion','video','http://tidewater.example/3.jpg','2026-11-01T08:00:00Z','Sun, 1 Nov 2026','2026-11-01T08:00:00Z','2026-11-02T08:00:00Z',3,NULL,'["future_date"]','feed','feed','page',1,'http://tidewater.example/1',0,'portal.example','feed','The whole','aggregator','politics','section','ports');
INSERT INTO "articles" VALUES(4,'urn:doc:4','http://tidewater.example/?utm_source=x',2,NULL,'Фериботът','A summary.','The whole text.','full','Ada Quill','en','ports','news','text',NULL,NULL,'Sun, 1 Nov 2026','2026-11-01T08:00:00Z','2026-11-02T08:00:00Z',3,NULL,'["future_date"]','feed','feed','page',1,'http://tidewater.example/1',0,'portal.example','feed','The whole','aggregator','politics','section','ports');
CREATE TABLE briefs (
  story_id integer primary key references stories on delete cascade, made text not null, rule text not null,
  inputs text not null, language text, sources integer not null, left_out integer not null,
  headline text not null check (json_valid(headline)), summary text not null check (json_valid(summary)),
  key_points text not null check (json_valid(key_points)), agree text not null check (json_valid(agree)),
  only_said_by text not null check (json_valid(only_said_by))
) strict;
INSERT INTO "briefs" VALUES(2,'2026-11-02T08:00:00Z','r','i','en',2,0,'{"text": "Watch: ferry fares", "articles": [3]}','[{"text": "Fares rise.", "articles": [3]}]','[]','[]','{}');
CREATE TABLE copies (
  article_id integer primary key references articles, origin_id integer not null references origins on delete cascade,
  score real not null, method text not null
) strict;
INSERT INTO "copies" VALUES(1,1,1.0,'itself');
INSERT INTO "copies" VALUES(2,1,1.0,'text');
INSERT INTO "copies" VALUES(3,2,1.0,'itself');
INSERT INTO "copies" VALUES(4,3,1.0,'itself');
CREATE TABLE feed_addresses (
  url text primary key, feed_id integer not null references feeds on delete cascade
) strict, without rowid;
INSERT INTO "feed_addresses" VALUES('http://tidewater.example/older',2);
CREATE TABLE feeds (
  id integer primary key, url text not null unique, outlet_id integer not null references outlets, section text,
  language text, fetch_pages integer not null default 0 check (fetch_pages in (0, 1)), etag text, last_modified text,
  body_hash text, next_poll text, failures integer not null default 0,
  state text not null default 'active' check (state in ('active', 'unlisted', 'disabled', 'dead')), state_reason text
, interval integer not null default 0, missing integer not null default 0, failing_since text, last_good text, gap integer, newest text, update_seconds integer, moved_to text, moved_days integer not null default 0, moved_on text, kind text not null default 'feed') strict;
INSERT INTO "feeds" VALUES(1,'http://reader:secret@tidewater.example/feed',1,'ports','en',1,'"e"','Sun, 01 Nov 2026 08:00:00 GMT','b','2026-11-03T08:00:00Z',2,'active',NULL,86400,0,'2026-11-02T08:00:00Z','2026-11-01T08:00:00Z',NULL,'2026-11-01T08:00:00Z',NULL,NULL,0,NULL,'feed');
INSERT INTO "feeds" VALUES(2,'http://tidewater.example/old',1,NULL,NULL,0,NULL,NULL,NULL,NULL,0,'unlisted','left feeds.csv',86400,0,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,'feed');
CREATE TABLE generated_briefs (
  id integer primary key, story_id integer references stories on delete cascade,
  article_id integer references articles on delete cascade, made text not null, model text not null,
  notice text not null, prompt text not null, language text, inputs text not null check (json_valid(inputs)),
  summary text not null check (json_valid(summary)), key_points text not null check (json_valid(key_points)),
  dropped text not null check (json_valid(dropped)), check ((story_id is null) <> (article_id is null))
) strict;
INSERT INTO "generated_briefs" VALUES(1,NULL,3,'2026-11-02T08:00:00Z','m','This summary has been generated by AI (m).','Tell it.','en','[{"article": 3, "hash": "h"}]','[{"text": "Fares rise.", "articles": [3]}]','[]','[]');
CREATE TABLE hosts (
  origin text primary key, robots_status integer, robots blob, robots_at text, robots_until text, held_at text,
  held_until text
) strict, without rowid;
INSERT INTO "hosts" VALUES('http://tidewater.example',200,X'557365722D6167656E743A202A','2026-11-01T08:00:00Z','2026-11-02T08:00:00Z',NULL,NULL);
CREATE TABLE origins (
  id integer primary key, representative_id integer not null unique references articles,
  kind text not null check (kind in ('original', 'wire', 'reprint'))
) strict;
INSERT INTO "origins" VALUES(1,1,'wire');
INSERT INTO "origins" VALUES(2,3,'original');
INSERT INTO "origins" VALUES(3,4,'original');
CREATE TABLE outlet_domains (
  prefix text primary key, outlet_id integer not null references outlets on delete cascade
) strict, without rowid;
INSERT INTO "outlet_domains" VALUES('tide.example',1);
INSERT INTO "outlet_domains" VALUES('tidewater.example',1);
CREATE TABLE outlet_names (
  name text primary key, outlet_id integer not null references outlets on delete cascade
) strict, without rowid;
INSERT INTO "outlet_names" VALUES('the tidewater post',1);
CREATE TABLE outlets (
  id integer primary key, domain text unique, name text not null, homepage text, country text, owner text,
  ownership_type text, description text, youtube text, listed integer not null default 0 check (listed in (0, 1))
) strict;
INSERT INTO "outlets" VALUES(1,'tidewater.example','Tidewater Post','http://tidewater.example/','EE','A Trust','trust','A paper.','UC1',1);
INSERT INTO "outlets" VALUES(2,NULL,'Nobody''s Bulletin',NULL,NULL,NULL,NULL,NULL,NULL,0);
CREATE TABLE overrides (
  id integer primary key, at text not null, act integer not null,
  kind text not null check (kind in ('together', 'apart', 'outlet', 'forget', 'continues', 'continues not', 'topic')),
  article_a integer references articles, article_b integer references articles, value text, note text,
  undone text, undone_by integer
) strict;
INSERT INTO "overrides" VALUES(1,'2026-11-02T08:00:00Z',1,'apart',1,3,'split','two events',NULL,NULL);
INSERT INTO "overrides" VALUES(2,'2026-11-02T08:00:00Z',2,'together',3,4,NULL,NULL,'2026-11-03T08:00:00Z',3);
CREATE TABLE overruled (
  article_id integer primary key references articles, story_id integer not null references stories,
  score real not null, matched_article_id integer references articles,
  reasons text not null check (json_valid(reasons)), run_id integer references runs,
  provisional integer not null check (provisional in (0, 1))
) strict;
INSERT INTO "overruled" VALUES(4,2,0.8,3,'[]',3,0);
CREATE TABLE polls (
  id integer primary key, feed_id integer not null references feeds, run_id integer references runs, at text not null,
  status integer, code text not null, reaches_back text, new integer not null default 0,
  revised integer not null default 0, unchanged integer not null default 0, bytes integer not null default 0,
  elapsed_ms integer not null default 0, message text
, fresh integer not null default 0) strict;
INSERT INTO "polls" VALUES(1,1,2,'2026-11-01T08:00:00Z',200,'ok','2026-11-01T08:00:00Z',4,0,0,900,80,NULL,4);
INSERT INTO "polls" VALUES(2,1,2,'2026-11-02T08:00:00Z',NULL,'timeout',NULL,0,0,0,0,0,'no answer',0);
CREATE TABLE printed_ratings (
  article_id integer not null references articles on delete cascade, provider text not null, label text not null,
  lean integer check (lean between -2 and 2), seen text not null, primary key (article_id, provider, label)
) strict, without rowid;
INSERT INTO "printed_ratings" VALUES(3,'AllSides','Center',0,'2026-11-02T08:00:00Z');
CREATE TABLE providers (
  name text primary key, title text, scale text, homepage text, licence text, licence_url text,
  private integer not null default 0 check (private in (0, 1))
) strict, without rowid;
INSERT INTO "providers" VALUES('AllSides','AllSides Media Bias Ratings',NULL,NULL,'CC BY-NC 4.0',NULL,0);
INSERT INTO "providers" VALUES('House',NULL,NULL,NULL,NULL,NULL,1);
CREATE TABLE ratings (
  id integer primary key, outlet_id integer not null references outlets on delete cascade, provider text not null,
  scope text not null check (scope in ('news', 'opinion', 'fact check')), label text not null,
  lean integer check (lean between -2 and 2), score real, confidence text, factual_reporting text, source_url text,
  valid_from text not null, valid_to text, unique (outlet_id, provider, scope, valid_from)
) strict;
INSERT INTO "ratings" VALUES(1,1,'AllSides','news','left',-2,-3.5,'high',NULL,'http://raters.example/','2019-10-18','2023-11-24');
INSERT INTO "ratings" VALUES(2,1,'AllSides','news','lean left',-1,NULL,NULL,NULL,NULL,'2023-11-24',NULL);
INSERT INTO "ratings" VALUES(3,1,'MBFC','news','left-center',-1,NULL,NULL,'high',NULL,'2026-08-19',NULL);
CREATE TABLE revisions (
  id integer primary key, article_id integer not null references articles on delete cascade, seen text not null,
  field text not null check (field in ('title', 'summary', 'body')), old text, new text
) strict;
INSERT INTO "revisions" VALUES(1,1,'2026-11-02T08:00:00Z','title','Harbour vote close','Harbour vote passes');
INSERT INTO "revisions" VALUES(2,1,'2026-11-02T08:00:00Z','body','A text.','The text.');
CREATE TABLE runs (
  id integer primary key, started text not null, finished text,
  kind text not null check (kind in ('import', 'poll', 'group', 'override', 'rebuild')),
  version text not null, config_hash text not null, ratings_hash text not null, outcome text
, private_hash text) strict;
INSERT INTO "runs" VALUES(1,'2026-11-02T08:00:00Z','2026-11-02T08:00:00Z','import','0.1.0','c','r','finished',NULL);
INSERT INTO "runs" VALUES(2,'2026-11-02T08:00:00Z','2026-11-02T08:00:00Z','poll','0.1.0','c','r','finished',NULL);
INSERT INTO "runs" VALUES(3,'2026-11-02T08:00:00Z','2026-11-02T08:00:00Z','group','0.1.0','c','r','finished',NULL);
CREATE TABLE settings (key text primary key, value text not null) strict, without rowid;
INSERT INTO "settings" VALUES('blindspot_false_discoveries','0.1');
INSERT INTO "settings" VALUES('blindspot_hours','24');
INSERT INTO "settings" VALUES('blindspot_max_p','0.1');
INSERT INTO "settings" VALUES('blindspot_min_origins','4');
INSERT INTO "settings" VALUES('blindspot_min_polled','2');
INSERT INTO "settings" VALUES('files_hash','f');
INSERT INTO "settings" VALUES('last_article','4');
INSERT INTO "settings" VALUES('min_rated_origins','3');
INSERT INTO "settings" VALUES('provider','AllSides');
INSERT INTO "settings" VALUES('ratings_hash','r');
CREATE TABLE sightings (
  feed_id integer not null references feeds, guid text not null, article_id integer not null references articles,
  first_seen text not null, last_seen text not null, said text, primary key (feed_id, guid)
) strict, without rowid;
INSERT INTO "sightings" VALUES(1,'g1',1,'2026-11-01T08:00:00Z','2026-11-02T08:00:00Z',NULL);
INSERT INTO "sightings" VALUES(1,'g2',2,'2026-11-01T08:00:00Z','2026-11-02T08:00:00Z',NULL);
INSERT INTO "sightings" VALUES(1,'g3',3,'2026-11-01T08:00:00Z','2026-11-02T08:00:00Z',NULL);
CREATE TABLE stories (
  id integer primary key, title text not null, first_seen text not null, first_published text, last_published text,
  articles integer not null, outlets integer not null, owners integer not null, origins integer not null,
  state text not null default 'open' check (state in ('open', 'closed', 'merged')),
  merged_into integer references stories
, removed text, thinned text) strict;
INSERT INTO "stories" VALUES(1,'Harbour vote passes','2026-11-01T08:00:00Z','2026-11-01T08:00:00Z','2026-11-01T08:00:00Z',2,1,1,1,'open',NULL,NULL,NULL);
INSERT INTO "stories" VALUES(2,'Watch: ferry fares','2026-11-01T08:00:00Z','2026-11-01T08:00:00Z','2026-11-01T08:00:00Z',2,2,2,2,'closed',NULL,NULL,'2026-11-02T08:00:00Z');
INSERT INTO "stories" VALUES(3,'Harbour vote','2026-11-01T08:00:00Z','2026-11-01T08:00:00Z','2026-11-01T08:00:00Z',0,0,0,0,'merged',1,NULL,NULL);
CREATE TABLE story_articles (
  story_id integer not null references stories, article_id integer not null unique references articles,
  score real not null, matched_article_id integer references articles,
  reasons text not null default '[]' check (json_valid(reasons)), run_id integer references runs,
  provisional integer not null default 0 check (provisional in (0, 1)), primary key (story_id, article_id)
) strict, without rowid;
INSERT INTO "story_articles" VALUES(1,1,1.0,NULL,'[]',3,0);
INSERT INTO "story_articles" VALUES(1,2,0.9,1,'[{"name": "words", "value": 0.4, "weight": 1.1, "words": ["harbour"]}]',3,0);
INSERT INTO "story_articles" VALUES(2,3,1.0,NULL,'[]',3,0);
INSERT INTO "story_articles" VALUES(2,4,1.0,3,'[]',3,1);
CREATE TABLE story_changes (id integer primary key autoincrement, story_id integer not null unique) strict;
INSERT INTO "story_changes" VALUES(2,1);
INSERT INTO "story_changes" VALUES(4,2);
CREATE TABLE storyline_stories (
  story_id integer primary key references stories on delete cascade,
  storyline_id integer not null references storylines, matched_story_id integer references stories, score real not null,
  reasons text not null check (json_valid(reasons)), run_id integer references runs
) strict;
INSERT INTO "storyline_stories" VALUES(1,1,NULL,0.9,'[]',3);
INSERT INTO "storyline_stories" VALUES(2,1,1,0.9,'[]',3);
CREATE TABLE storylines (
  id integer primary key, title text not null, made text not null, stories integer not null,
  merged_into integer references storylines, last_stories text not null default '[]' check (json_valid(last_stories))
) strict;
INSERT INTO "storylines" VALUES(1,'Harbour','2026-11-02T08:00:00Z',2,NULL,'[]');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX polls_feed_at on polls (feed_id, at);
CREATE INDEX polls_at on polls (at);
CREATE INDEX articles_published on articles (published desc, id);
CREATE INDEX articles_day on articles (published_day);
CREATE INDEX articles_time on articles (coalesce(published, first_seen));
CREATE INDEX articles_outlet on articles (outlet_id, published_day);
CREATE INDEX article_addresses_article on article_addresses (article_id);
CREATE INDEX sightings_article on sightings (article_id);
CREATE INDEX revisions_article on revisions (article_id);
CREATE INDEX copies_origin on copies (origin_id);
CREATE INDEX stories_last_published on stories (last_published desc, id);
CREATE INDEX overruled_story on overruled (story_id);
CREATE INDEX feed_addresses_feed on feed_addresses (feed_id);
CREATE INDEX feeds_outlet on feeds (outlet_id);
CREATE INDEX revisions_seen on revisions (seen);
CREATE INDEX articles_bodies on articles (first_seen) where body is not null;
CREATE TRIGGER story_articles_joined after insert on story_articles begin
  insert or replace into story_changes (story_id) values (new.story_id); end;
CREATE TRIGGER story_articles_left after delete on story_articles begin
  insert or replace into story_changes (story_id) values (old.story_id); end;
CREATE TRIGGER articles_retold
after update of title, url, section, summary, body, language, scope, published, outlet_id, text_kind on articles begin
  insert or replace into story_changes (story_id)
  select story_id from story_articles where article_id = new.id; end;
CREATE INDEX generated_briefs_story on generated_briefs (story_id);
CREATE INDEX generated_briefs_article on generated_briefs (article_id);
CREATE INDEX storyline_stories_storyline on storyline_stories (storyline_id);
CREATE INDEX overrides_act on overrides (act);
CREATE INDEX overrides_article_a on overrides (article_a);
CREATE INDEX overrides_article_b on overrides (article_b);
CREATE INDEX overrides_forget on overrides (value) where kind = 'forget' and undone is null;
CREATE VIEW [outlet_sides] AS select found.outlet_id, found.scope, found.day, found.provider, rating.lean, case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end as side
from (
  select article.outlet_id, article.scope, article.published_day as day, chosen.provider,
    coalesce((
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = article.scope
        and coalesce(rating.valid_to, '~') > article.published_day
      order by rating.valid_from limit 1
    ), (
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = 'news'
        and coalesce(rating.valid_to, '~') > article.published_day
      order by rating.valid_from limit 1
    )) as rating_id
  from (select distinct outlet_id, scope, published_day from articles) article cross join (select provider from ratings union select value from settings where key = 'provider') chosen
) found
left join ratings rating on rating.id = found.rating_id;
CREATE VIEW [articles_with_bias] AS select
  found.article_id, found.url, found.title, found.outlet, found.domain, found.published, found.provider, rating.lean,
  case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end as side, rating.label, today.lean as lean_today, rating.scope as rating_scope,
  rating.valid_from as rating_valid_from, coalesce(rating.valid_from > found.published_day, 0) as extrapolated,
  coalesce(rating.scope <> found.scope, 0) as borrowed,
  case when rating.lean is not null then (case when upper(found.country) in ('US', 'USA', 'UNITED STATES OF AMERICA') then 'United States'
    else found.country end <> provider.scale collate nocase) end as foreign_scale,
  found.outlet_id, found.scope, found.kind, found.language, found.published_day, rating.id as rating_id,
  found.retold
from (
  select article.id as article_id, article.url, article.title, outlet.name as outlet, outlet.domain, article.published,
    outlet.country, chosen.provider, article.outlet_id, article.scope, article.kind, article.language,
    article.published_day, (article.text_kind <> 'publisher' and article.carrier is not null) as retold,
    coalesce((
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = article.scope
        and coalesce(rating.valid_to, '~') > article.published_day
      order by rating.valid_from limit 1
    ), (
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = 'news'
        and coalesce(rating.valid_to, '~') > article.published_day
      order by rating.valid_from limit 1
    )) as rating_id,
    coalesce((
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = article.scope
        and rating.valid_from <= coalesce((select substr(max(finished), 1, 10) from runs), '9999-12-31')
      order by rating.valid_from desc limit 1
    ), (
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = 'news'
        and rating.valid_from <= coalesce((select substr(max(finished), 1, 10) from runs), '9999-12-31')
      order by rating.valid_from desc limit 1
    )) as today_id
  from articles article
  join outlets outlet on outlet.id = article.outlet_id
  cross join (select value as provider from settings where key = 'provider') chosen
) found
left join ratings rating on rating.id = found.rating_id
left join ratings today on today.id = found.today_id
left join providers provider on provider.name = found.provider;
CREATE VIEW [articles_with_bias_by_provider] AS select
  found.article_id, found.url, found.title, found.outlet, found.domain, found.published, found.provider, rating.lean,
  case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end as side, rating.label, today.lean as lean_today, rating.scope as rating_scope,
  rating.valid_from as rating_valid_from, coalesce(rating.valid_from > found.published_day, 0) as extrapolated,
  coalesce(rating.scope <> found.scope, 0) as borrowed,
  case when rating.lean is not null then (case when upper(found.country) in ('US', 'USA', 'UNITED STATES OF AMERICA') then 'United States'
    else found.country end <> provider.scale collate nocase) end as foreign_scale,
  found.outlet_id, found.scope, found.kind, found.language, found.published_day, rating.id as rating_id,
  found.retold
from (
  select article.id as article_id, article.url, article.title, outlet.name as outlet, outlet.domain, article.published,
    outlet.country, chosen.provider, article.outlet_id, article.scope, article.kind, article.language,
    article.published_day, (article.text_kind <> 'publisher' and article.carrier is not null) as retold,
    coalesce((
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = article.scope
        and coalesce(rating.valid_to, '~') > article.published_day
      order by rating.valid_from limit 1
    ), (
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = 'news'
        and coalesce(rating.valid_to, '~') > article.published_day
      order by rating.valid_from limit 1
    )) as rating_id,
    coalesce((
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = article.scope
        and rating.valid_from <= coalesce((select substr(max(finished), 1, 10) from runs), '9999-12-31')
      order by rating.valid_from desc limit 1
    ), (
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = 'news'
        and rating.valid_from <= coalesce((select substr(max(finished), 1, 10) from runs), '9999-12-31')
      order by rating.valid_from desc limit 1
    )) as today_id
  from articles article
  join outlets outlet on outlet.id = article.outlet_id
  cross join (select distinct provider from ratings) chosen
) found
left join ratings rating on rating.id = found.rating_id
left join ratings today on today.id = found.today_id
left join providers provider on provider.name = found.provider;
CREATE VIEW [printed_ratings_compared] AS select said.article_id, said.outlet_id, said.outlet, said.provider, said.label, said.lean, said.seen,
  rating.label as our_label, rating.lean as our_lean, rating.valid_from as our_valid_from, rating.id as rating_id,
  case when rating.id is null then 'unrated'
    when rating.label = said.label collate nocase or rating.lean = said.lean then 'same' else 'different' end as verdict
from (
  select chosen.*, article.outlet_id, outlet.name as outlet,
    coalesce((
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = article.scope
        and rating.valid_from <= substr(chosen.seen, 1, 10)
      order by rating.valid_from desc limit 1
    ), (
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = 'news'
        and rating.valid_from <= substr(chosen.seen, 1, 10)
      order by rating.valid_from desc limit 1
    )) as rating_id
  from printed_ratings chosen
  join articles article on article.id = chosen.article_id
  join outlets outlet on outlet.id = article.outlet_id
) said
left join ratings rating on rating.id = said.rating_id;
CREATE VIEW [rating_changes] AS select later.id as rating_id, later.outlet_id, outlet.name as outlet, outlet.domain, later.provider, later.scope,
  earlier.label as from_label, earlier.lean as from_lean, later.label as to_label, later.lean as to_lean,
  later.lean - earlier.lean as steps, earlier.valid_from as last_known, later.valid_from as first_seen
from ratings later
join ratings earlier on earlier.outlet_id = later.outlet_id and earlier.provider = later.provider
  and earlier.scope = later.scope and earlier.valid_to = later.valid_from
join outlets outlet on outlet.id = later.outlet_id
where earlier.lean is not later.lean or (later.lean is null and earlier.label <> later.label);
CREATE VIEW [unrated_outlets] AS select
  lost.outlet_id, outlet.name, outlet.domain, lost.provider, lost.stories, lost.articles, lost.last_day,
  (
    select own.label from ratings own
    where own.id = (
      select rating.id from ratings rating
      where rating.outlet_id = lost.outlet_id and rating.provider = lost.provider and rating.scope = 'news'
        and rating.valid_from <= coalesce((select substr(max(finished), 1, 10) from runs), '9999-12-31')
      order by rating.valid_from desc limit 1
    )
  ) as label,
  (
    select group_concat(other.provider || ': ' || other.label, '; ') from (
      select rating.provider, rating.label
      from (select distinct provider from ratings) rater
      join ratings rating on rating.id = (
      select rating.id from ratings rating
      where rating.outlet_id = lost.outlet_id and rating.provider = rater.provider and rating.scope = 'news'
        and rating.valid_from <= coalesce((select substr(max(finished), 1, 10) from runs), '9999-12-31')
      order by rating.valid_from desc limit 1
    )
      where rater.provider <> lost.provider order by rating.provider
    ) other
  ) as rated_by
from (
  select bias.outlet_id, bias.provider, count(*) as articles, max(bias.published_day) as last_day,
    count(distinct case when story.origins > 1 then story.id end) as stories
  from articles_with_bias bias
  left join story_articles placed on placed.article_id = bias.article_id
  left join stories story on story.id = placed.story_id
  where bias.side = 'unrated'
  group by +bias.outlet_id
) lost
join outlets outlet on outlet.id = lost.outlet_id;
CREATE VIEW [rater_disagreement] AS select
  outlet_id, outlet, domain, group_concat(provider || ': ' || label, '; ') as labels, count(lean) as providers,
  case when count(lean) > 1 then max(lean) - min(lean) end as spread,
  coalesce(max(lean) - min(lean), 0) >= 2 as flag
from (
  select outlet.id as outlet_id, outlet.name as outlet, outlet.domain, rating.provider, rating.label, rating.lean
  from outlets outlet
  join (select distinct provider from ratings) rater
  join ratings rating on rating.id = (
      select rating.id from ratings rating
      where rating.outlet_id = outlet.id and rating.provider = rater.provider and rating.scope = 'news'
        and rating.valid_from <= coalesce((select substr(max(finished), 1, 10) from runs), '9999-12-31')
      order by rating.valid_from desc limit 1
    )
  order by outlet.id, rating.provider
)
group by outlet_id
having count(*) > 1;
CREATE VIEW [story_members] AS select
  member.story_id, member.article_id, copy.origin_id,
  row_number() over (
    partition by member.story_id, coalesce(copy.origin_id, -member.article_id)
    order by bias.retold, origin.representative_id = member.article_id desc, bias.published is null, bias.published,
      member.article_id
  ) = 1 and not bias.retold as independent,
  bias.outlet_id, bias.outlet, bias.domain, bias.published, bias.provider, bias.lean, bias.side, bias.lean_today,
  bias.retold
from story_articles member
join articles_with_bias bias on bias.article_id = member.article_id
left join copies copy on copy.article_id = member.article_id
left join origins origin on origin.id = copy.origin_id;
CREATE VIEW [story_members_by_provider] AS select member.story_id, member.article_id, member.origin_id, member.independent, member.outlet_id, member.outlet,
  member.domain, member.published, bias.provider, bias.lean, bias.side, bias.lean_today, member.retold
from story_members member
join articles_with_bias_by_provider bias on bias.article_id = member.article_id;
CREATE VIEW [story_topics] AS with origin as (
  select member.story_id, article.topic, article.topic_from is 'person' and exists (
      select 1 from overrides ruling where ruling.article_a = article.id and ruling.kind = 'topic'
      and ruling.undone is null and (ruling.value like 's' || member.story_id || ' %' or exists (
        select 1 from stories gone where gone.merged_into = member.story_id
        and ruling.value like 's' || gone.id || ' %'))) as ruled
  from story_members member
  join articles article on article.id = member.article_id
  where member.independent
),
voice as (select *, max(ruled) over (partition by story_id) as on_the_whole from origin),
counted as (select story_id, topic, count(*) over (partition by story_id) as voices from voice
  where ruled = on_the_whole),
told as (
  select story_id, topic from counted group by story_id, topic
  having topic is not null and 2 * count(*) > max(voices)
)
select story.id as story_id, coalesce(told.topic, 'not told') as topic
from stories story left join told on told.story_id = story.id;
CREATE VIEW [story_bias] AS select counted.*, case
    when left > max(center, right) then 'left'
    when center > max(left, right) then 'center'
    when right > max(left, center) then 'right'
    when left + center + right > 0 then 'tie'
  end as leading
from (
  select
    story_id, provider,
    count(case when independent and side = 'left' then 1 end) as left,
    count(case when independent and side = 'center' then 1 end) as center,
    count(case when independent and side = 'right' then 1 end) as right,
    count(case when independent and side = 'unrated' then 1 end) as unrated,
    sum(independent) as origins,
    count(distinct case when side = 'left' and not retold then outlet_id end) as left_outlets,
    count(distinct case when side = 'center' and not retold then outlet_id end) as center_outlets,
    count(distinct case when side = 'right' and not retold then outlet_id end) as right_outlets,
    count(distinct case when side = 'unrated' and not retold then outlet_id end) as unrated_outlets,
    count(distinct iif(retold, null, outlet_id)) as outlets,
    count(*) as articles
  from story_members
  group by story_id, provider
) counted;
CREATE VIEW [story_bias_by_provider] AS select counted.*, case
    when left > max(center, right) then 'left'
    when center > max(left, right) then 'center'
    when right > max(left, center) then 'right'
    when left + center + right > 0 then 'tie'
  end as leading
from (
  select
    story_id, provider,
    count(case when independent and side = 'left' then 1 end) as left,
    count(case when independent and side = 'center' then 1 end) as center,
    count(case when independent and side = 'right' then 1 end) as right,
    count(case when independent and side = 'unrated' then 1 end) as unrated,
    sum(independent) as origins,
    count(distinct case when side = 'left' and not retold then outlet_id end) as left_outlets,
    count(distinct case when side = 'center' and not retold then outlet_id end) as center_outlets,
    count(distinct case when side = 'right' and not retold then outlet_id end) as right_outlets,
    count(distinct case when side = 'unrated' and not retold then outlet_id end) as unrated_outlets,
    count(distinct iif(retold, null, outlet_id)) as outlets,
    count(*) as articles
  from story_members_by_provider
  group by story_id, provider
) counted;
CREATE VIEW [story_shares] AS select
  story_id, provider, origins, rated_origins,
  case when rated_origins >= least then 1.0 * left / rated_origins end as left_share,
  case when rated_origins >= least then 1.0 * center / rated_origins end as center_share,
  case when rated_origins >= least then 1.0 * right / rated_origins end as right_share,
  case when origins >= least then 1.0 * unrated / origins end as unrated_share,
  rated_outlets,
  case when rated_origins >= least then 1.0 * left_outlets / rated_outlets end as left_outlets_share,
  case when rated_origins >= least then 1.0 * center_outlets / rated_outlets end as center_outlets_share,
  case when rated_origins >= least then 1.0 * right_outlets / rated_outlets end as right_outlets_share,
  case when origins >= least then 1.0 * unrated_outlets / (rated_outlets + unrated_outlets) end as unrated_outlets_share
from (
  select bias.*, bias.left + bias.center + bias.right as rated_origins,
    bias.left_outlets + bias.center_outlets + bias.right_outlets as rated_outlets,
    (select cast(value as integer) from settings where key = 'min_rated_origins') as least
  from story_bias_by_provider bias
);
CREATE VIEW [story_bias_range] AS select story_id, sides.side, case sides.side when 'left' then left_least when 'center' then center_least when 'right' then right_least when 'unrated' then unrated_least end as least, case sides.side when 'left' then left_most when 'center' then center_most when 'right' then right_most when 'unrated' then unrated_most end as most, case sides.side when 'left' then left_counts when 'center' then center_counts when 'right' then right_counts when 'unrated' then unrated_counts end as counts,
  providers, origins, leaders, leaders_differ
from (
  select story_id, min(left) as left_least, max(left) as left_most,
    group_concat(provider || ' ' || left, ', ') as left_counts, min(center) as center_least, max(center) as center_most,
    group_concat(provider || ' ' || center, ', ') as center_counts, min(right) as right_least, max(right) as right_most,
    group_concat(provider || ' ' || right, ', ') as right_counts, min(unrated) as unrated_least, max(unrated) as unrated_most,
    group_concat(provider || ' ' || unrated, ', ') as unrated_counts, count(*) as providers, max(origins) as origins,
    group_concat(provider || ' ' || leading, ', ') as leaders, count(distinct leading) > 1 as leaders_differ
  from (
    select * from story_bias_by_provider where origins > 1 and left + center + right > 0 order by story_id, provider
  ) group by story_id
) cross join (select 'left' as side union all select 'center' as side union all select 'right' as side union all select 'unrated' as side) sides;
CREATE VIEW [stories_that_change_colour] AS select
  story_id, provider, left, center, right, unrated, left_today, center_today, right_today, unrated_today,
  case
    when left > max(center, right) then 'left'
    when center > max(left, right) then 'center'
    when right > max(left, center) then 'right'
    when left + center + right > 0 then 'tie'
  end as leading,
  case
    when left_today > max(center_today, right_today) then 'left'
    when center_today > max(left_today, right_today) then 'center'
    when right_today > max(left_today, center_today) then 'right'
    when left_today + center_today + right_today > 0 then 'tie'
  end as leading_today,
  moved, articles
from (
  select story_id, provider,
    count(case when independent and side = 'left' then 1 end) as left,
    count(case when independent and side = 'center' then 1 end) as center,
    count(case when independent and side = 'right' then 1 end) as right,
    count(case when independent and side = 'unrated' then 1 end) as unrated,
    count(case when independent and lean_today < 0 then 1 end) as left_today,
    count(case when independent and lean_today = 0 then 1 end) as center_today,
    count(case when independent and lean_today > 0 then 1 end) as right_today,
    count(case when independent and lean_today is null then 1 end) as unrated_today,
    sum(lean is not lean_today) as moved, count(*) as articles,
    count(case when independent and lean = -2 then 1 end) || ',' || count(case when independent and lean = -1 then 1 end) || ',' || count(case when independent and lean = 0 then 1 end) || ',' || count(case when independent and lean = 1 then 1 end) || ',' || count(case when independent and lean = 2 then 1 end) as then_, count(case when independent and lean_today = -2 then 1 end) || ',' || count(case when independent and lean_today = -1 then 1 end) || ',' || count(case when independent and lean_today = 0 then 1 end) || ',' || count(case when independent and lean_today = 1 then 1 end) || ',' || count(case when independent and lean_today = 2 then 1 end) as now_
  from story_members
  where story_id in (select story_id from story_members where lean is not lean_today)
  group by story_id
) where then_ <> now_;
CREATE VIEW [story_copies] AS select
  copied.story_id, copied.article_id, copied.outlet_id, copied.outlet,
  stands.article_id as into_article_id, stands.outlet as into_outlet, copied.origin_id,
  origin.kind, copy.method, copy.score
from story_members copied
join story_members stands
  on stands.story_id = copied.story_id and stands.origin_id = copied.origin_id and stands.independent
join copies copy on copy.article_id = copied.article_id
join origins origin on origin.id = copied.origin_id
where not copied.independent;
CREATE VIEW [story_timeline] AS select story_id, coalesce(member.published, article.first_seen) as at, member.article_id, article.title, member.outlet,
  member.side, member.independent
from story_members member join articles article on article.id = member.article_id;
CREATE VIEW [feed_coverage] AS with answers as (
  select feed_id, at, min(coalesce(reaches_back, at), at) as since from polls where code in ('ok', 'not_modified', 'unchanged', 'empty')
),
before as (
  select feed_id, at, since, max(at) over (
    partition by feed_id order by since, at rows between unbounded preceding and 1 preceding) as heard_until
  from answers
),
numbered as (
  select feed_id, at, since,
    sum(heard_until is null or since > heard_until) over (
      partition by feed_id order by since, at rows unbounded preceding) as stretch
  from before
)
select numbered.feed_id, feed.outlet_id, coalesce(feed.section, '') in ('front page', 'news', 'national', 'world', 'politics', 'local', '') as whole_paper,
  min(numbered.since) as since, max(numbered.at) as until, count(*) as polls
from numbered join feeds feed on feed.id = numbered.feed_id
group by numbered.feed_id, numbered.stretch;
CREATE VIEW [outlet_coverage] AS with stretches as (
  select outlet_id, feed_id, since, until, min(
      strftime('%Y-%m-%dT%H:%M:%SZ', until, '+7 days'),
      coalesce(lead(since) over (partition by feed_id order by since), '~')) as in_use_until
  from feed_coverage where whole_paper and until > since
),
changes as (
  select outlet_id, since as at, 1 as heard, 1 as in_use from stretches
  union all select outlet_id, until, -1, 0 from stretches
  union all select outlet_id, in_use_until, 0, -1 from stretches
),
moments as (select outlet_id, at, sum(heard) as heard, sum(in_use) as in_use from changes group by outlet_id, at),
states as (
  select outlet_id, at, lead(at) over so_far as until,
    sum(heard) over so_far > 0 and sum(heard) over so_far = sum(in_use) over so_far as heard
  from moments window so_far as (partition by outlet_id order by at)
),
turns as (
  select outlet_id, at, until, heard,
    sum(not heard) over (partition by outlet_id order by at) as silences
  from states
)
select outlet_id, min(at) as since, max(until) as until from turns where heard group by outlet_id, silences;
CREATE VIEW [outlet_weeks] AS with days as (
  select article.outlet_id, article.published_day as day, coalesce(article.language, '') as language,
    count(*) as articles, count(case when member.independent and story.outlets > 1 then 1 end) as shared
  from articles article
  left join story_members member on member.article_id = article.id
  left join stories story on story.id = member.story_id
  where article.published_day is not null
  group by +article.outlet_id, article.published_day, article.language
),
weeks as (
  select outlet_id, date(day, around.days || ' days') as day, language, sum(articles) as articles, sum(shared) as shared
  from days cross join (select value as days from json_each('[-3, -2, -1, 0, 1, 2, 3]')) around
  where outlet_id in (select outlet_id from feeds)
  group by outlet_id, 2, language
)
select chosen.provider, week.day, week.language, week.outlet_id, case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end as side, week.articles, week.shared
from (select distinct provider from ratings) chosen
cross join weeks week
join ratings rating on rating.id = (
      select rating.id from ratings rating
      where rating.outlet_id = week.outlet_id and rating.provider = chosen.provider and rating.scope = 'news'
        and coalesce(rating.valid_to, '~') > week.day
      order by rating.valid_from limit 1
    )
where rating.lean is not null and week.day in (select substr(first_published, 1, 10) from stories)
order by chosen.provider, week.day, week.language, week.outlet_id;
CREATE VIEW [story_polls] AS select
  story.story_id, outlet.id as outlet_id, outlet.name as outlet, outlet.domain, rating.lean,
  case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end as side, story.opens, story.closes,
  exists (
    select 1 from feeds feed join polls poll on poll.feed_id = feed.id
    where feed.outlet_id = outlet.id and poll.at between story.opens and story.closes
  ) as asked,
  exists (
    select 1 from outlet_coverage stretch
    where stretch.outlet_id = outlet.id and stretch.since <= story.opens and stretch.until >= story.closes
  ) as answered, chosen.provider,
  week.outlet_id is not null and exists (
    select 1 from outlet_coverage stretch
    where stretch.outlet_id = outlet.id and stretch.since <= story.opens and stretch.until >= story.closes
  ) as counted,
  coalesce(week.shared, 0) as shared,
  (
    select poll.code from feeds feed join polls poll on poll.feed_id = feed.id
    where feed.outlet_id = outlet.id and poll.at between story.opens and story.closes
      and poll.code not in ('ok', 'not_modified', 'unchanged', 'empty')
    order by poll.at desc, poll.id desc limit 1
  ) as failed,
  exists (
    select 1 from outlet_coverage stretch
    where stretch.outlet_id = outlet.id and stretch.since <= story.opens and stretch.until < story.closes
      and stretch.until = (select max(last.until) from outlet_coverage last where last.outlet_id = outlet.id)
  ) and not exists (
    select 1 from feeds feed where feed.outlet_id = outlet.id and feed.failures > 0
  ) as awaited
from (
  select story.id as story_id, story.first_published as opens, substr(story.first_published, 1, 10) as day,
    strftime('%Y-%m-%dT%H:%M:%SZ', story.last_published, '+' || hours.value || ' hours') as closes,
    coalesce((
      select article.language from story_articles member join articles article on article.id = member.article_id
      where member.story_id = story.id group by article.language order by count(*) desc, article.language limit 1
    ), '') as language
  from stories story join settings hours on hours.key = 'blindspot_hours' where story.state <> 'merged'
) story
cross join (select value as provider from settings where key = 'provider') chosen
join outlets outlet on outlet.id in (select outlet_id from feeds)
left join ratings rating on rating.id = (
      select rating.id from ratings rating
      where rating.outlet_id = outlet.id and rating.provider = chosen.provider and rating.scope = 'news'
        and coalesce(rating.valid_to, '~') > story.day
      order by rating.valid_from limit 1
    )
left join outlet_weeks week on week.provider = chosen.provider and week.day = story.day
  and week.language = story.language and week.outlet_id = outlet.id;
CREATE VIEW [story_polls_by_provider] AS select
  story.story_id, outlet.id as outlet_id, outlet.name as outlet, outlet.domain, rating.lean,
  case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end as side, story.opens, story.closes,
  exists (
    select 1 from feeds feed join polls poll on poll.feed_id = feed.id
    where feed.outlet_id = outlet.id and poll.at between story.opens and story.closes
  ) as asked,
  exists (
    select 1 from outlet_coverage stretch
    where stretch.outlet_id = outlet.id and stretch.since <= story.opens and stretch.until >= story.closes
  ) as answered, chosen.provider,
  week.outlet_id is not null and exists (
    select 1 from outlet_coverage stretch
    where stretch.outlet_id = outlet.id and stretch.since <= story.opens and stretch.until >= story.closes
  ) as counted,
  coalesce(week.shared, 0) as shared,
  (
    select poll.code from feeds feed join polls poll on poll.feed_id = feed.id
    where feed.outlet_id = outlet.id and poll.at between story.opens and story.closes
      and poll.code not in ('ok', 'not_modified', 'unchanged', 'empty')
    order by poll.at desc, poll.id desc limit 1
  ) as failed,
  exists (
    select 1 from outlet_coverage stretch
    where stretch.outlet_id = outlet.id and stretch.since <= story.opens and stretch.until < story.closes
      and stretch.until = (select max(last.until) from outlet_coverage last where last.outlet_id = outlet.id)
  ) and not exists (
    select 1 from feeds feed where feed.outlet_id = outlet.id and feed.failures > 0
  ) as awaited
from (
  select story.id as story_id, story.first_published as opens, substr(story.first_published, 1, 10) as day,
    strftime('%Y-%m-%dT%H:%M:%SZ', story.last_published, '+' || hours.value || ' hours') as closes,
    coalesce((
      select article.language from story_articles member join articles article on article.id = member.article_id
      where member.story_id = story.id group by article.language order by count(*) desc, article.language limit 1
    ), '') as language
  from stories story join settings hours on hours.key = 'blindspot_hours' where story.state <> 'merged'
) story
cross join (select distinct provider from ratings) chosen
join outlets outlet on outlet.id in (select outlet_id from feeds)
left join ratings rating on rating.id = (
      select rating.id from ratings rating
      where rating.outlet_id = outlet.id and rating.provider = chosen.provider and rating.scope = 'news'
        and coalesce(rating.valid_to, '~') > story.day
      order by rating.valid_from limit 1
    )
left join outlet_weeks week on week.provider = chosen.provider and week.day = story.day
  and week.language = story.language and week.outlet_id = outlet.id;
CREATE VIEW [side_tests] AS with rule as (
  select
    (select cast(value as integer) from settings where key = 'blindspot_min_origins') as min_origins,
    (select cast(value as integer) from settings where key = 'blindspot_min_polled') as min_polled
),
stories_of_enough as materialized (
  select bias.provider, bias.story_id, bias.left, bias.center, bias.right,
    bias.left + bias.center + bias.right as rated_origins, story.day, story.opens, story.closes, story.language
  from story_bias_by_provider bias cross join rule
  cross join (
  select story.id as story_id, story.first_published as opens, substr(story.first_published, 1, 10) as day,
    strftime('%Y-%m-%dT%H:%M:%SZ', story.last_published, '+' || hours.value || ' hours') as closes,
    coalesce((
      select article.language from story_articles member join articles article on article.id = member.article_id
      where member.story_id = story.id group by article.language order by count(*) desc, article.language limit 1
    ), '') as language
  from stories story join settings hours on hours.key = 'blindspot_hours' where story.state <> 'merged'
) story on story.story_id = bias.story_id
  where bias.left + bias.center + bias.right >= rule.min_origins
),
-- A stretch that covers a window holds its start: of each outlet one or two may.
panel as materialized (
  select week.provider, week.day, week.language, week.outlet_id, week.side, week.shared, stretch.since, stretch.until
  from outlet_weeks week join outlet_coverage stretch on stretch.outlet_id = week.outlet_id
    and stretch.since < date(week.day, '+1 day') and stretch.until > week.day
),
-- What covers all windows of a day is one row a side: at 100,000 stories this saves fifteen million.
days as materialized (
  select provider, day, language, min(opens) as opens, max(closes) as closes from stories_of_enough
  group by provider, day, language
),
heard as materialized (
  select panel.provider, panel.day, panel.language, panel.side,
    case when panel.since <= days.opens then '' else panel.since end as since,
    case when panel.until >= days.closes then '~' else panel.until end as until,
    count(*) as outlets, sum(panel.shared) as shared
  from days join panel on panel.provider = days.provider and panel.day = days.day and panel.language = days.language
  group by panel.provider, panel.day, panel.language, panel.side, 5, 6
),
-- What those that were heard wrote on the story: these origins are the draws. They are taken off the week's articles,
-- for what was to be expected must not hang on what happened.
own as materialized (
  select story.provider, story.story_id, count(*) as heard_origins, count(case when grouped.outlets > 1
      and article.published_day between date(story.day, '-3 days') and date(story.day, '+3 days') then 1 end) as shared,
    count(case when week.side = 'left' then 1 end) as left_heard, count(case when week.side = 'left' and grouped.outlets > 1
      and article.published_day between date(story.day, '-3 days') and date(story.day, '+3 days') then 1 end) as left_shared, count(case when week.side = 'center' then 1 end) as center_heard, count(case when week.side = 'center' and grouped.outlets > 1
      and article.published_day between date(story.day, '-3 days') and date(story.day, '+3 days') then 1 end) as center_shared, count(case when week.side = 'right' then 1 end) as right_heard, count(case when week.side = 'right' and grouped.outlets > 1
      and article.published_day between date(story.day, '-3 days') and date(story.day, '+3 days') then 1 end) as right_shared
  from stories_of_enough story
  join stories grouped on grouped.id = story.story_id
  join story_members member on member.story_id = story.story_id and member.independent
  join articles article on article.id = member.article_id and coalesce(article.language, '') = story.language
  join panel week on week.provider = story.provider and week.day = story.day and week.language = story.language
    and week.outlet_id = member.outlet_id and week.since <= story.opens and week.until >= story.closes
  group by story.provider, story.story_id
),
polled as materialized (
  select story.*, thinning.thinned, coalesce(sum(week.outlets), 0) as outlets,
    coalesce(sum(week.shared), 0) - coalesce(max(own.shared), 0) as shared,
    coalesce(max(own.heard_origins), 0) as heard_origins,
    coalesce(max(own.left_heard), 0) as left_heard, coalesce(max(own.center_heard), 0) as center_heard, coalesce(max(own.right_heard), 0) as right_heard,
    coalesce(sum(case when week.side = 'left' then week.outlets end), 0) as left_outlets, coalesce(sum(case when week.side = 'center' then week.outlets end), 0) as center_outlets, coalesce(sum(case when week.side = 'right' then week.outlets end), 0) as right_outlets,
    coalesce(sum(case when week.side = 'left' then week.shared end), 0) - coalesce(max(own.left_shared), 0) as left_shared, coalesce(sum(case when week.side = 'center' then week.shared end), 0) - coalesce(max(own.center_shared), 0) as center_shared, coalesce(sum(case when week.side = 'right' then week.shared end), 0) - coalesce(max(own.right_shared), 0) as right_shared
  from stories_of_enough story
  join stories thinning on thinning.id = story.story_id
  left join heard week on week.provider = story.provider and week.day = story.day
    and week.language = story.language and week.since <= story.opens and week.until >= story.closes
  left join own on own.provider = story.provider and own.story_id = story.story_id
  group by story.provider, story.story_id
),
sides as (
  select provider, story_id, day, 'left' as side, "left" as observed, rated_origins, heard_origins,
    left_heard as heard_observed, left_outlets as polled_outlets, outlets, left_shared as wrote, shared, opens,
    closes, thinned from polled
  union all
  select provider, story_id, day, 'center' as side, "center" as observed, rated_origins, heard_origins,
    center_heard as heard_observed, center_outlets as polled_outlets, outlets, center_shared as wrote, shared, opens,
    closes, thinned from polled
  union all
  select provider, story_id, day, 'right' as side, "right" as observed, rated_origins, heard_origins,
    right_heard as heard_observed, right_outlets as polled_outlets, outlets, right_shared as wrote, shared, opens,
    closes, thinned from polled
),
shares as (
  select sides.*,
    coalesce(min(1.0 * polled_outlets / nullif(outlets, 0), 1.0 * wrote / nullif(shared, 0)), 0.0) as share
  from sides
),
spread as materialized (
  select provider, round(max(1.0, avg(
      pow(heard_observed - heard_origins * share, 2) / (heard_origins * share * (1 - share)))), 3) as dispersion
  from shares cross join rule
  where thinned is null and polled_outlets >= rule.min_polled and heard_origins > 0 and share > 0 and share < 1
  group by provider having count(*) >= 100
)
select shares.provider, shares.story_id, shares.day, shares.side, shares.observed, shares.rated_origins,
  shares.polled_outlets, shares.outlets, shares.wrote, shares.shared, shares.share,
  pow(1 - shares.share, shares.heard_origins / coalesce(spread.dispersion, 1.0)) as chance, shares.opens, shares.closes,
  case when shares.thinned is not null then 'not told' when shares.polled_outlets < rule.min_polled then 'not known'
    else 'tested' end as state, coalesce(spread.dispersion, 1.0) as dispersion, shares.heard_origins,
  shares.heard_observed
from shares cross join rule left join spread on spread.provider = shares.provider;
CREATE VIEW [blindspots_by_provider] AS with rule as (select cast(value as real) as rate from settings where key = 'blindspot_false_discoveries'),
summed as (
  select test.*, count(*) over (partition by provider, day) as tested,
    sum(case when chance < 1 then chance / (1 - chance) end) over as_sharp as by_chance,
    count(case when observed = 0 then 1 end) over as_sharp as silences
  from side_tests test where state = 'tested'
  window as_sharp as (partition by provider, day order by chance)
),
told as (
  select summed.*, min(1.0, min(case when chance < 1 then by_chance / silences end) over (
      partition by provider, day order by chance desc)) as q
  from summed where observed = 0
  union all
  select test.*, 0, null, null, null from side_tests test where state <> 'tested' and observed = 0
)
select
  told.story_id, story.title, told.side, round(told.heard_origins * told.share, 2) as expected, told.observed,
  round(told.chance, 4) as p, told.polled_outlets, told.rated_origins, told.opens, told.closes,
  case when told.state <> 'tested' then told.state when told.q <= rule.rate then 'blindspot' else 'no finding' end
    as verdict,
  told.provider, told.day, round(told.share, 4) as share, told.tested,
  round(told.by_chance, 4) as by_chance, told.silences,
  round(coalesce(told.q, case told.state when 'tested' then 1.0 end), 4) as q, told.dispersion, told.heard_origins
from told cross join rule
cross join stories story on story.id = told.story_id;
CREATE VIEW [blindspots] AS select spot.* from blindspots_by_provider spot
where spot.provider = (select value from settings where key = 'provider');
CREATE VIEW [feed_health] AS select feed.id as feed_id, feed.url, outlet.name as outlet, outlet.domain, case
    when feed.state <> 'active' then feed.state
    when last.at is null then 'new'
    when feed.failures > 0 and strftime('%s', last.at) - strftime('%s', feed.failing_since) >= 86400
      then 'failing'
    when feed.failures > 0 then 'unsteady'
    when strftime('%s', feed.last_good) - strftime('%s', coalesce(feed.newest, first.at)) > coalesce(
      max(10 * feed.gap, 259200), 2592000) then 'silent'
    else 'well' end as condition, feed.state,
  feed.state_reason, feed.failures, feed.failing_since, feed.next_poll, last.at as last_poll, last.status, last.code,
  last.new, last.elapsed_ms, feed.last_good, feed.newest, feed.gap, (
    select round(sum(poll.fresh) / max(1.0, min(7.0, julianday(last.at) - julianday(first.at))), 1) from polls poll
    where poll.feed_id = feed.id and poll.at > strftime('%Y-%m-%dT%H:%M:%SZ', last.at, '-7 days') and poll.at > first.at
      and julianday(last.at) - julianday(first.at) >= 1
  ) as articles_a_day
from feeds feed
join outlets outlet on outlet.id = feed.outlet_id
left join polls last on last.id = (
  select poll.id from polls poll where poll.feed_id = feed.id order by poll.at desc, poll.id desc limit 1)
left join polls first on first.id = (
  select poll.id from polls poll where poll.feed_id = feed.id order by poll.at, poll.id limit 1);
CREATE VIEW [sample_by_side] AS select chosen.provider, case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end as side, count(*) as listed, count(polled.outlet_id) as outlets,
  coalesce(sum(polled.feeds), 0) as feeds, count(case when polled.answered then 1 end) as answered
from outlets outlet
cross join (select distinct provider from ratings) chosen
left join ratings rating on rating.id = (
      select rating.id from ratings rating
      where rating.outlet_id = outlet.id and rating.provider = chosen.provider and rating.scope = 'news'
        and rating.valid_from <= coalesce((select substr(max(finished), 1, 10) from runs), '9999-12-31')
      order by rating.valid_from desc limit 1
    )
left join (
  select feed.outlet_id, count(*) as feeds, max(last.code in ('ok', 'not_modified', 'unchanged', 'empty')) as answered
  from feeds feed
  left join polls last on last.id = (
    select poll.id from polls poll where poll.feed_id = feed.id order by poll.at desc, poll.id desc limit 1)
  where feed.state <> 'unlisted' group by feed.outlet_id
) polled on polled.outlet_id = outlet.id
where outlet.listed or polled.outlet_id is not null
group by chosen.provider, case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end;
CREATE VIEW [article_texts] AS with agency_hosts (host, agency) as (values ('apnews.com', 'AP'), ('ap.org', 'AP'), ('reuters.com', 'Reuters'), ('afp.com', 'AFP'), ('dpa.com', 'dpa'), ('dpa-international.com', 'dpa'), ('upi.com', 'UPI'), ('pa.media', 'PA'), ('thecanadianpress.com', 'CP'), ('aap.com.au', 'AAP'), ('apa.at', 'APA'), ('keystone-sda.ch', 'SDA'), ('kna.de', 'KNA'), ('epd.de', 'epd'), ('efe.com', 'EFE'), ('europapress.es', 'Europa Press'), ('ansa.it', 'ANSA'), ('lusa.pt', 'Lusa'), ('anp.nl', 'ANP'), ('belganewsagency.eu', 'Belga'), ('ntb.no', 'NTB'), ('tt.se', 'TT'), ('ritzau.dk', 'Ritzau'), ('stt.fi', 'STT'), ('pap.pl', 'PAP'), ('ctk.cz', 'ČTK'), ('ceskenoviny.cz', 'ČTK'), ('mti.hu', 'MTI'), ('tass.com', 'TASS'), ('tass.ru', 'TASS'), ('interfax.com', 'Interfax'), ('interfax.ru', 'Interfax'), ('ria.ru', 'RIA Novosti'), ('ukrinform.net', 'Ukrinform'), ('ukrinform.ua', 'Ukrinform'), ('aa.com.tr', 'Anadolu'), ('xinhuanet.com', 'Xinhua'), ('kyodonews.net', 'Kyodo'), ('jiji.com', 'Jiji'), ('yna.co.kr', 'Yonhap'), ('ptinews.com', 'PTI'), ('aninews.in', 'ANI'), ('ians.in', 'IANS'), ('bernama.com', 'Bernama'), ('wam.ae', 'WAM'), ('focustaiwan.tw', 'CNA'), ('nannews.ng', 'NAN'), ('statesnewsroom.com', 'States Newsroom'), ('agenciabrasil.ebc.com.br', 'Agência Brasil')),
agency_names (name, agency) as (values ('AP', 'AP'), ('Associated Press', 'AP'), ('The Associated Press', 'AP'), ('Associated Press Writer', 'AP'), ('Reuters', 'Reuters'), ('REUTERS', 'Reuters'), ('Thomson Reuters', 'Reuters'), ('Thomson Reuters Foundation', 'Reuters'), ('AFP', 'AFP'), ('Agence France-Presse', 'AFP'), ('Agence France Presse', 'AFP'), ('dpa', 'dpa'), ('DPA', 'dpa'), ('Deutsche Presse-Agentur', 'dpa'), ('dpa-infocom', 'dpa'), ('dpa-AFX', 'dpa'), ('UPI', 'UPI'), ('United Press International', 'UPI'), ('PA', 'PA'), ('PA Media', 'PA'), ('Press Association', 'PA'), ('PA news agency', 'PA'), ('CP', 'CP'), ('The Canadian Press', 'CP'), ('Canadian Press', 'CP'), ('AAP', 'AAP'), ('Australian Associated Press', 'AAP'), ('APA', 'APA'), ('Austria Presse Agentur', 'APA'), ('SDA', 'SDA'), ('Keystone-SDA', 'SDA'), ('sda', 'SDA'), ('ATS', 'SDA'), ('KNA', 'KNA'), ('epd', 'epd'), ('SID', 'SID'), ('EFE', 'EFE'), ('Agencia EFE', 'EFE'), ('Europa Press', 'Europa Press'), ('ANSA', 'ANSA'), ('Lusa', 'Lusa'), ('ANP', 'ANP'), ('Belga', 'Belga'), ('BELGA', 'Belga'), ('NTB', 'NTB'), ('TT', 'TT'), ('TT Nyhetsbyrån', 'TT'), ('Ritzau', 'Ritzau'), ('STT', 'STT'), ('PAP', 'PAP'), ('ČTK', 'ČTK'), ('CTK', 'ČTK'), ('MTI', 'MTI'), ('TASS', 'TASS'), ('Interfax', 'Interfax'), ('RIA Novosti', 'RIA Novosti'), ('RIA', 'RIA Novosti'), ('Ukrinform', 'Ukrinform'), ('Anadolu', 'Anadolu'), ('Anadolu Agency', 'Anadolu'), ('AA', 'Anadolu'), ('Anadolu Ajansı', 'Anadolu'), ('Xinhua', 'Xinhua'), ('Xinhua News Agency', 'Xinhua'), ('Kyodo', 'Kyodo'), ('Kyodo News', 'Kyodo'), ('共同通信', 'Kyodo'), ('Jiji', 'Jiji'), ('Jiji Press', 'Jiji'), ('時事通信', 'Jiji'), ('Yonhap', 'Yonhap'), ('Yonhap News Agency', 'Yonhap'), ('연합뉴스', 'Yonhap'), ('PTI', 'PTI'), ('Press Trust of India', 'PTI'), ('ANI', 'ANI'), ('Asian News International', 'ANI'), ('IANS', 'IANS'), ('Bernama', 'Bernama'), ('WAM', 'WAM'), ('Central News Agency', 'CNA'), ('NAN', 'NAN'), ('News Agency of Nigeria', 'NAN'), ('States Newsroom', 'States Newsroom'), ('Agência Brasil', 'Agência Brasil'), ('Agencia Brasil', 'Agência Brasil')),
agencies as materialized (
  select outlet.id as outlet_id, replace(lower(outlet.name), ' ', '') as plain_name,
    substr(outlet.domain, 1, instr(outlet.domain, '.') - 1) as plain_domain,
    coalesce(host.agency, name.agency, case when outlet.name like '% Wire' or outlet.name like '% Newswire' or outlet.name like '% News Agency' or outlet.name like '% Press Agency' then outlet.name end) as agency
  from outlets outlet
  left join agency_hosts host on host.host = outlet.domain
  left join agency_names name on name.name = outlet.name
),
named as materialized (
  select copy.origin_id, max(article.wire) as wire
  from articles article cross join copies copy on copy.article_id = article.id
  where article.wire is not null group by copy.origin_id
)
select
  article.id as article_id, article.outlet_id, article.published_day, article.language, article.scope, article.kind,
  copy.origin_id,
  case
    when (article.text_kind <> 'publisher' and article.carrier is not null) then 'copy'
    when coalesce(origin.kind = 'wire', article.wire is not null) then
      case
        when agencies.agency = coalesce(article.wire, named.wire, agencies.agency) then 'own'
        when replace(lower(coalesce(article.wire, named.wire)), ' ', '')
          in (agencies.plain_name, agencies.plain_domain) then 'own'
        else 'wire'
      end
    when representative.outlet_id <> article.outlet_id then 'copy'
    else 'own'
  end as text,
  coalesce(article.wire, case when origin.kind = 'wire' then named.wire end) as wire,
  origin.representative_id
from articles article
left join agencies on agencies.outlet_id = article.outlet_id
left join copies copy on copy.article_id = article.id
left join origins origin on origin.id = copy.origin_id
left join articles representative on representative.id = origin.representative_id and representative.id <> article.id
left join named on named.origin_id = copy.origin_id;
CREATE VIEW [outlet_counts] AS with pieces as materialized (
  select outlet_id, text, scope, kind, coalesce(language, 'unknown') as language, count(*) as articles
  from article_texts group by +outlet_id, text, scope, kind, language
),
written as materialized (
  select outlet_id, sum(articles) as articles,
    sum(case when text = 'own' then articles else 0 end) as own,
    sum(case when text = 'wire' then articles else 0 end) as wire,
    sum(case when text = 'copy' then articles else 0 end) as copies,
    sum(case when scope = 'opinion' then articles else 0 end) as opinion,
    sum(case when scope = 'fact check' then articles else 0 end) as fact_checks,
    sum(case when kind = 'video' then articles else 0 end) as videos
  from pieces group by outlet_id
),
spoken as materialized (
  select outlet_id, json_group_object(language, articles) as languages from (
    select outlet_id, language, sum(articles) as articles from pieces
    group by outlet_id, language order by outlet_id, articles desc, language
  ) group by outlet_id
),
changed as materialized (
  select article.outlet_id, count(*) as changes,
    count(distinct case when revision.field = 'title' then article.id end) as retitled,
    count(case when revision.field = 'title' then 1 end) as headline_changes
  from revisions revision join articles article on article.id = revision.article_id
  where revision.field <> 'body' group by article.outlet_id
),
placed as materialized (
  select outlet_id, sum(independent) as independent, count(*) as stories, sum(origins > 1) as stories_of_several
  from (
    select member.story_id, member.outlet_id, sum(member.independent) as independent, max(story.origins) as origins
    from stories story not indexed cross join story_members member on member.story_id = story.id and not member.retold
    group by member.story_id, member.outlet_id
  ) group by outlet_id
)
select
  outlet.id as outlet_id, outlet.name as outlet, outlet.domain, coalesce(written.articles, 0) as articles,
  coalesce(placed.independent, 0) as independent, coalesce(written.own, 0) as own, coalesce(written.wire, 0) as wire,
  coalesce(written.copies, 0) as copies, coalesce(written.opinion, 0) as opinion,
  coalesce(written.fact_checks, 0) as fact_checks, coalesce(written.videos, 0) as videos,
  coalesce(changed.retitled, 0) as retitled, coalesce(changed.headline_changes, 0) as headline_changes,
  coalesce(changed.changes, 0) as changes, coalesce(placed.stories, 0) as stories,
  coalesce(placed.stories_of_several, 0) as stories_of_several,
  (select min(article.published_day) from articles article where article.outlet_id = outlet.id) as first_day,
  (select max(article.published_day) from articles article where article.outlet_id = outlet.id) as last_day,
  coalesce(spoken.languages, '{}') as languages
from outlets outlet
left join written on written.outlet_id = outlet.id
left join spoken on spoken.outlet_id = outlet.id
left join changed on changed.outlet_id = outlet.id
left join placed on placed.outlet_id = outlet.id;
CREATE VIEW [agenda_similarity] AS with present as materialized (
  select story_id, outlet_id, max(independent) as own from story_members where not retold
  group by story_id, outlet_id
),
several as materialized (
  select story_id, sum(own) > 1 as own_several from present group by story_id having count(*) > 1
),
totals as materialized (
  select present.outlet_id, sum(present.own and several.own_several) as stories, count(*) as stories_with_reprints
  from present join several on several.story_id = present.story_id group by present.outlet_id
),
pairs as materialized (
  select one.outlet_id, another.outlet_id as other_id, sum(one.own and another.own) as shared,
    count(*) as shared_with_reprints
  from present one join present another on another.story_id = one.story_id and another.outlet_id > one.outlet_id
  group by one.outlet_id, another.outlet_id
),
both_ways as (
  select outlet_id, other_id, shared, shared_with_reprints from pairs
  union all
  select other_id, outlet_id, shared, shared_with_reprints from pairs
),
counted as (
  select both_ways.outlet_id, other_id, outlet.name as outlet, other.name as other, shared,
    mine.stories + theirs.stories - shared as either, mine.stories as stories, theirs.stories as other_stories,
    shared_with_reprints,
    mine.stories_with_reprints + theirs.stories_with_reprints - shared_with_reprints as either_with_reprints
  from both_ways
  join totals mine on mine.outlet_id = both_ways.outlet_id
  join totals theirs on theirs.outlet_id = both_ways.other_id
  join outlets outlet on outlet.id = both_ways.outlet_id
  join outlets other on other.id = both_ways.other_id
)
select
  outlet_id, other_id, outlet, other, shared, either, round(1.0 * shared / nullif(either, 0), 4) as jaccard, stories,
  other_stories, shared_with_reprints, either_with_reprints,
  round(1.0 * shared_with_reprints / either_with_reprints, 4) as jaccard_with_reprints
from counted;
CREATE VIEW [article_counts] AS select language, kind, scope, topic, text_kind, count(*) as articles from articles
group by language, kind, scope, topic, text_kind;
CREATE VIEW [topic_counts] AS select coalesce(topic, 'not told') as topic, count(*) as articles,
  count(case when topic_from = 'section' then 1 end) as by_section,
  count(case when topic_from = 'words' then 1 end) as by_words,
  count(case when topic_from = 'person' then 1 end) as by_person
from articles group by coalesce(topic, 'not told');
CREATE VIEW [counted_articles] AS with changed as materialized (
  select article_id, count(*) as changes, min(seen) as seen from revisions where field = 'title' group by article_id
)
select article.id as article_id, article.outlet_id, article.scope, article.published_day as day,
  coalesce(article.language, 'und') as language, coalesce(article.topic, 'not told') as topic, member.story_id,
  coalesce(member.independent, 0) as independent,
  case when article.published is null then 'none'
    when substr(article.published, 12) in ('00:00:00Z', '12:00:00Z') then 'day' else 'time' end as told,
  case when substr(article.published, 12) not in ('00:00:00Z', '12:00:00Z')
    then cast(strftime('%s', article.published) as integer) / 60 end as minute,
  texts.text,
  (article.last_seen > article.first_seen or changed.article_id is not null) as watched,
  coalesce(changed.changes, 0) as changes,
  (julianday(changed.seen) - julianday(article.first_seen)) * 24 as hours
from articles article not indexed
left join story_members member on member.article_id = article.id
cross join article_texts texts on texts.article_id = article.id
left join changed on changed.article_id = article.id;
CREATE VIEW [coverage] AS with counted as materialized (
  select outlet_id, scope, day, topic, language, count(*) as articles, sum(independent) as independent
  from counted_articles group by outlet_id, scope, day, topic, language
)
select sides.provider, counted.day, sides.side, counted.topic, counted.language, sum(counted.articles) as articles,
  sum(counted.independent) as independent
from counted
join outlet_sides sides
  on sides.outlet_id = counted.outlet_id and sides.scope = counted.scope and sides.day = counted.day
group by sides.provider, counted.day, sides.side, counted.topic, counted.language;
CREATE VIEW [wire_share] AS with counted as materialized (
  select outlet_id, substr(day, 1, 7) as month, count(*) as articles, sum(text = 'wire') as wire,
    sum(text = 'copy') as copies
  from counted_articles group by outlet_id, substr(day, 1, 7)
)
select case when span.whole then 'all' else substr(counted.month, 1, 7) end as month, outlet.id as outlet_id, outlet.name as outlet, outlet.domain,
  sum(counted.articles) as articles, sum(counted.wire) as wire, sum(counted.copies) as copies,
  sum(counted.articles - counted.wire - counted.copies) as own
from counted join outlets outlet on outlet.id = counted.outlet_id cross join (select 0 as whole union all select 1) span
group by 1, outlet.id;
CREATE VIEW [retitling] AS with counted as materialized (
  select outlet_id, scope, day, count(*) as articles, sum(watched) as watched, sum(changes > 0) as retitled,
    sum(changes) as changes
  from counted_articles group by outlet_id, scope, day
),
waits as materialized (
  select case when span.whole then 'all' else substr(sides.day, 1, 7) end as month, sides.provider, sides.side, changed.hours
  from counted_articles changed
  join outlet_sides sides on sides.outlet_id = changed.outlet_id and sides.scope = changed.scope
    and sides.day = changed.day
  cross join (select 0 as whole union all select 1) span
  where changed.changes > 0 and changed.hours is not null
),
sums as (
  select case when span.whole then 'all' else substr(sides.day, 1, 7) end as month, sides.provider, sides.side, sum(counted.articles) as articles,
    sum(counted.watched) as watched, sum(counted.retitled) as retitled, sum(counted.changes) as changes
  from counted
  join outlet_sides sides
    on sides.outlet_id = counted.outlet_id and sides.scope = counted.scope and sides.day = counted.day
  cross join (select 0 as whole union all select 1) span
  group by 1, 2, 3
),
told as (
  select month, provider, side, count(*) as hours_told from waits group by month, provider, side
),
middles as (
  select month, provider, side, avg(value) as median from (
    select month, provider, side, hours as value, row_number() over (partition by month, provider, side order by hours) as place
    from waits
  ) join told using (month, provider, side) where place in ((hours_told + 1) / 2, (hours_told + 2) / 2) group by month, provider, side)
select sums.month, sums.provider, sums.side, sums.articles, sums.watched, sums.retitled, sums.changes,
  round(middles.median, 1) as median_hours
from sums left join middles using (month, provider, side);
CREATE VIEW [story_firsts] AS with parts as materialized (
  select article.story_id, sides.provider, sides.side, min(article.minute) as minute
  from counted_articles article
  join outlet_sides sides
    on sides.outlet_id = article.outlet_id and sides.scope = article.scope and sides.day = article.day
  where article.independent and article.told = 'time' and sides.side <> 'unrated'
  group by article.story_id, sides.provider, sides.side
),
earliest as materialized (
  select story_id, provider, min(minute) as minute from parts group by story_id, provider having count(*) > 1
),
wholes as materialized (
  select earliest.story_id, earliest.provider, earliest.minute, count(*) as together
  from earliest join parts using (story_id, provider, minute) group by earliest.story_id, earliest.provider
)
select part.story_id, part.provider, part.side,
  strftime('%Y-%m-%dT%H:%M:00Z', part.minute * 60, 'unixepoch') as first_at, case when part.minute > whole.minute then 'later' when whole.together > 1 then 'tied' else 'first' end as place,
  part.minute - whole.minute as lag_minutes
from parts part join wholes whole on whole.story_id = part.story_id and whole.provider = part.provider;
CREATE VIEW [first_reports] AS with places as materialized (
  select substr(coalesce(story.first_published, story.first_seen), 1, 7) as month, part.provider, part.side, part.place, part.lag_minutes
  from story_firsts part join stories story on story.id = part.story_id
),

monthly as materialized (
  select month, provider, side, count(*) as stories, count(case when place = 'first' then 1 end) as first,
    count(case when place = 'tied' then 1 end) as tied, count(case when place = 'later' then 1 end) as later
  from places group by month, provider, side
),
sums as materialized (
  select case when span.whole then 'all' else substr(month, 1, 7) end as month, provider, side, sum(stories) as stories, sum(first) as first, sum(tied) as tied, sum(later) as later from monthly cross join (select 0 as whole union all select 1) span group by 1, provider, side
),
waits as (
  select case when span.whole then 'all' else substr(month, 1, 7) end as month, provider, side, lag_minutes from places cross join (select 0 as whole union all select 1) span where place = 'later'
),
middles as (
  select month, provider, side, avg(value) as median from (
    select month, provider, side, lag_minutes as value, row_number() over (partition by month, provider, side order by lag_minutes) as place
    from waits
  ) join sums using (month, provider, side) where place in ((later + 1) / 2, (later + 2) / 2) group by month, provider, side)
select sums.*, middles.median as median_minutes from sums left join middles using (month, provider, side);
CREATE VIEW [outlet_firsts] AS with parts as materialized (
  select story_id, outlet_id, min(minute) as minute
  from counted_articles where independent and told = 'time' group by story_id, outlet_id
),
earliest as materialized (
  select story_id, min(minute) as minute from parts group by story_id having count(*) > 1
),
wholes as materialized (
  select earliest.story_id, earliest.minute, count(*) as together
  from earliest join parts using (story_id, minute) group by earliest.story_id
),
places as materialized (
  select substr(coalesce(story.first_published, story.first_seen), 1, 7) as month, part.outlet_id, case when part.minute > whole.minute then 'later' when whole.together > 1 then 'tied' else 'first' end as place,
    part.minute - whole.minute as lag_minutes
  from parts part join wholes whole on whole.story_id = part.story_id join stories story on story.id = part.story_id
),

monthly as materialized (
  select month, outlet_id, count(*) as stories, count(case when place = 'first' then 1 end) as first,
    count(case when place = 'tied' then 1 end) as tied, count(case when place = 'later' then 1 end) as later
  from places group by month, outlet_id
),
sums as materialized (
  select case when span.whole then 'all' else substr(month, 1, 7) end as month, outlet_id, sum(stories) as stories, sum(first) as first, sum(tied) as tied, sum(later) as later from monthly cross join (select 0 as whole union all select 1) span group by 1, outlet_id
),
waits as (
  select case when span.whole then 'all' else substr(month, 1, 7) end as month, outlet_id, lag_minutes from places cross join (select 0 as whole union all select 1) span where place = 'later'
),
middles as (
  select month, outlet_id, avg(value) as median from (
    select month, outlet_id, lag_minutes as value, row_number() over (partition by month, outlet_id order by lag_minutes) as place
    from waits
  ) join sums using (month, outlet_id) where place in ((later + 1) / 2, (later + 2) / 2) group by month, outlet_id)
select sums.month, sums.outlet_id, outlet.name as outlet, outlet.domain, sums.stories, sums.first, sums.tied,
  sums.later, middles.median as median_minutes
from sums join outlets outlet on outlet.id = sums.outlet_id left join middles using (month, outlet_id);
CREATE VIEW [report_times] AS select case when span.whole then 'all' else substr(coalesce(story.first_published, story.first_seen), 1, 7) end as month, count(*) as articles, sum(article.told = 'time') as told,
  sum(article.told = 'none') as none, sum(article.told = 'day') as day_only
from counted_articles article join stories story on story.id = article.story_id cross join (select 0 as whole union all select 1) span
where article.independent and story.outlets > 1
group by 1;
CREATE VIEW [story_leaders] AS select story_id, provider, leading as leader from story_bias_by_provider
where left + center + right >= (select cast(value as integer) from settings where key = 'min_rated_origins');
CREATE VIEW [leading_sides] AS select case when span.whole then 'all' else substr(coalesce(story.first_published, story.first_seen), 1, 7) end as month, story_leaders.provider, story_leaders.leader, count(*) as stories
from story_leaders join stories story on story.id = story_leaders.story_id cross join (select 0 as whole union all select 1) span
group by 1, 2, 3;
CREATE VIEW [leader_changes] AS select case when span.whole then 'all' else substr(coalesce(story.first_published, story.first_seen), 1, 7) end as month, one.provider, two.provider as other_provider, count(*) as stories,
  sum(one.leader <> two.leader) as changed, sum(one.leader <> two.leader and one.leader <> 'tie'
    and two.leader <> 'tie') as swapped
from story_leaders one
join story_leaders two on two.story_id = one.story_id and two.provider > one.provider
join stories story on story.id = one.story_id
cross join (select 0 as whole union all select 1) span
group by 1, 2, 3;
CREATE VIEW [provider_sensitivity] AS with parts as (
select case when span.whole then 'all' else substr(day, 1, 7) end as month, 'share of rated independent articles' as finding, side, provider, sum(independent) as part
from coverage cross join (select 0 as whole union all select 1) span where side <> 'unrated' group by 1, 3, 4
union all
select month, 'share of stories reported first', side, provider, first from first_reports
union all
select month, 'share of stories led', leader, provider, stories from leading_sides where leader <> 'tie'
),
first_of as (
  select case when span.whole then 'all' else substr(coalesce(story.first_published, story.first_seen), 1, 7) end as month, provider, count(distinct story_id) as stories
  from story_firsts join stories story on story.id = story_firsts.story_id cross join (select 0 as whole union all select 1) span group by 1, 2
),
led as (select month, provider, sum(stories) as stories from leading_sides group by month, provider)
select parts.month, parts.finding, parts.side, parts.provider, parts.part,
  case finding when 'share of stories reported first' then first_of.stories when 'share of stories led' then led.stories
    else sum(parts.part) over (partition by parts.month, parts.finding, parts.provider) end as rests_on
from parts left join first_of using (month, provider) left join led using (month, provider)
union all
select month, 'share of watched articles retitled', side, provider, retitled, watched from retitling
where side <> 'unrated';
CREATE VIEW [brief_sentences] AS select brief.story_id, 'headline' as part, null as side, 1 as place,
  json_extract(brief.headline, '$.text') as text, json_extract(brief.headline, '$.articles') as articles
from briefs brief
union all
select brief.story_id, 'summary' as part, null as side, sentence.key + 1 as place, json_extract(sentence.value, '$.text') as text,
  json_extract(sentence.value, '$.articles') as articles
from briefs brief join json_each(brief.summary) sentence
union all
select brief.story_id, 'key_points' as part, null as side, sentence.key + 1 as place, json_extract(sentence.value, '$.text') as text,
  json_extract(sentence.value, '$.articles') as articles
from briefs brief join json_each(brief.key_points) sentence
union all
select brief.story_id, 'agree' as part, null as side, sentence.key + 1 as place, json_extract(sentence.value, '$.text') as text,
  json_extract(sentence.value, '$.articles') as articles
from briefs brief join json_each(brief.agree) sentence
union all
select brief.story_id, 'only_said_by' as part, of_side.key as side, sentence.key + 1 as place, json_extract(sentence.value, '$.text') as text,
  json_extract(sentence.value, '$.articles') as articles
from briefs brief join json_each(brief.only_said_by) of_side join json_each(of_side.value) sentence;
CREATE VIEW [brief_articles] AS select told.story_id, told.part, told.side, told.place, article.value as article_id
from (select brief.story_id, 'headline' as part, null as side, 1 as place,
  json_extract(brief.headline, '$.text') as text, json_extract(brief.headline, '$.articles') as articles
from briefs brief) told join json_each(told.articles) article
union all
select told.story_id, told.part, told.side, told.place, article.value as article_id
from (select brief.story_id, 'summary' as part, null as side, sentence.key + 1 as place, json_extract(sentence.value, '$.text') as text,
  json_extract(sentence.value, '$.articles') as articles
from briefs brief join json_each(brief.summary) sentence) told join json_each(told.articles) article
union all
select told.story_id, told.part, told.side, told.place, article.value as article_id
from (select brief.story_id, 'key_points' as part, null as side, sentence.key + 1 as place, json_extract(sentence.value, '$.text') as text,
  json_extract(sentence.value, '$.articles') as articles
from briefs brief join json_each(brief.key_points) sentence) told join json_each(told.articles) article
union all
select told.story_id, told.part, told.side, told.place, article.value as article_id
from (select brief.story_id, 'agree' as part, null as side, sentence.key + 1 as place, json_extract(sentence.value, '$.text') as text,
  json_extract(sentence.value, '$.articles') as articles
from briefs brief join json_each(brief.agree) sentence) told join json_each(told.articles) article
union all
select told.story_id, told.part, told.side, told.place, article.value as article_id
from (select brief.story_id, 'only_said_by' as part, of_side.key as side, sentence.key + 1 as place, json_extract(sentence.value, '$.text') as text,
  json_extract(sentence.value, '$.articles') as articles
from briefs brief join json_each(brief.only_said_by) of_side join json_each(of_side.value) sentence) told join json_each(told.articles) article;
CREATE VIEW [article_brief_sentences] AS select brief.article_id, 'summary' as part, sentence.key + 1 as place, json_extract(sentence.value, '$.text') as text,
  json_extract(sentence.value, '$.articles') as articles
from article_briefs brief join json_each(brief.summary) sentence
union all
select brief.article_id, 'key_points' as part, sentence.key + 1 as place, json_extract(sentence.value, '$.text') as text,
  json_extract(sentence.value, '$.articles') as articles
from article_briefs brief join json_each(brief.key_points) sentence;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('story_changes',4);
COMMIT;
