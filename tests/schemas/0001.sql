BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'aggregator','0001_first_tables','2026-11-23 00:00:00+00:00');
CREATE TABLE article_addresses (
  url text primary key, article_id integer not null references articles on delete cascade
) strict, without rowid;
INSERT INTO "article_addresses" VALUES('http://tidewater.example/one',1);
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
) strict;
INSERT INTO "articles" VALUES(1,'http://tidewater.example/1','http://tidewater.example/?utm_source=x',1,'g1','Harbour vote passes','A summary.','The whole text.','full','Ada Quill','en','ports','news','text',NULL,'2026-11-01T08:00:00Z','Sun, 1 Nov 2026','2026-11-01T08:00:00Z','2026-11-02T08:00:00Z',3,NULL,'["future_date"]','feed','feed','page',1);
INSERT INTO "articles" VALUES(2,'http://tidewater.example/2','http://tidewater.example/?utm_source=x',1,NULL,'Harbour vote passes','A summary.','The whole text.','full','Ada Quill','en','ports','news','text',NULL,'2026-11-01T08:00:00Z','Sun, 1 Nov 2026','2026-11-01T08:00:00Z','2026-11-02T08:00:00Z',3,'reuters','["future_date"]','feed','feed','page',1);
INSERT INTO "articles" VALUES(3,'http://tidewater.example/3','http://tidewater.example/?utm_source=x',1,NULL,'Watch: ferry fares','A summary.','The whole text.','full','Ada Quill','en','ports','opinion','video','http://tidewater.example/3.jpg','2026-11-01T08:00:00Z','Sun, 1 Nov 2026','2026-11-01T08:00:00Z','2026-11-02T08:00:00Z',3,NULL,'["future_date"]','feed','feed','page',1);
INSERT INTO "articles" VALUES(4,'urn:doc:4','http://tidewater.example/?utm_source=x',2,NULL,'Фериботът','A summary.','The whole text.','full','Ada Quill','en','ports','news','text',NULL,NULL,'Sun, 1 Nov 2026','2026-11-01T08:00:00Z','2026-11-02T08:00:00Z',3,NULL,'["future_date"]','feed','feed','page',1);
CREATE TABLE copies (
  article_id integer primary key references articles, origin_id integer not null references origins on delete cascade,
  score real not null, method text not null
) strict;
INSERT INTO "copies" VALUES(1,1,1.0,'itself');
INSERT INTO "copies" VALUES(2,1,1.0,'text');
INSERT INTO "copies" VALUES(3,2,1.0,'itself');
INSERT INTO "copies" VALUES(4,3,1.0,'itself');
CREATE TABLE feeds (
  id integer primary key, url text not null unique, outlet_id integer not null references outlets, section text,
  language text, fetch_pages integer not null default 0 check (fetch_pages in (0, 1)), etag text, last_modified text,
  body_hash text, next_poll text, failures integer not null default 0,
  state text not null default 'active' check (state in ('active', 'unlisted')), state_reason text
) strict;
INSERT INTO "feeds" VALUES(1,'http://reader:secret@tidewater.example/feed',1,'ports','en',1,'"e"','Sun, 01 Nov 2026 08:00:00 GMT','b','2026-11-03T08:00:00Z',2,'active',NULL);
INSERT INTO "feeds" VALUES(2,'http://tidewater.example/old',1,NULL,NULL,0,NULL,NULL,NULL,NULL,0,'unlisted','left feeds.csv');
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
CREATE TABLE polls (
  id integer primary key, feed_id integer not null references feeds, run_id integer references runs, at text not null,
  status integer, code text not null, reaches_back text, new integer not null default 0,
  revised integer not null default 0, unchanged integer not null default 0, bytes integer not null default 0,
  elapsed_ms integer not null default 0, message text
) strict;
INSERT INTO "polls" VALUES(1,1,2,'2026-11-01T08:00:00Z',200,'ok','2026-11-01T08:00:00Z',4,0,0,900,80,NULL);
INSERT INTO "polls" VALUES(2,1,2,'2026-11-02T08:00:00Z',NULL,'timeout',NULL,0,0,0,0,0,'no answer');
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
  kind text not null check (kind in ('import', 'poll', 'group')),
  version text not null, config_hash text not null, ratings_hash text not null, outcome text
) strict;
INSERT INTO "runs" VALUES(1,'2026-11-02T08:00:00Z','2026-11-02T08:00:00Z','import','0.1.0','c','r','finished');
INSERT INTO "runs" VALUES(2,'2026-11-02T08:00:00Z','2026-11-02T08:00:00Z','poll','0.1.0','c','r','finished');
INSERT INTO "runs" VALUES(3,'2026-11-02T08:00:00Z','2026-11-02T08:00:00Z','group','0.1.0','c','r','finished');
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
  first_seen text not null, last_seen text not null, primary key (feed_id, guid)
) strict, without rowid;
INSERT INTO "sightings" VALUES(1,'g1',1,'2026-11-01T08:00:00Z','2026-11-02T08:00:00Z');
INSERT INTO "sightings" VALUES(1,'g2',2,'2026-11-01T08:00:00Z','2026-11-02T08:00:00Z');
INSERT INTO "sightings" VALUES(1,'g3',3,'2026-11-01T08:00:00Z','2026-11-02T08:00:00Z');
CREATE TABLE stories (
  id integer primary key, title text not null, first_seen text not null, first_published text, last_published text,
  articles integer not null, outlets integer not null, owners integer not null, origins integer not null,
  state text not null default 'open' check (state in ('open', 'closed', 'merged')),
  merged_into integer references stories
) strict;
INSERT INTO "stories" VALUES(1,'Harbour vote passes','2026-11-01T08:00:00Z','2026-11-01T08:00:00Z','2026-11-01T08:00:00Z',2,1,1,1,'open',NULL);
INSERT INTO "stories" VALUES(2,'Watch: ferry fares','2026-11-01T08:00:00Z','2026-11-01T08:00:00Z','2026-11-01T08:00:00Z',2,2,2,2,'closed',NULL);
INSERT INTO "stories" VALUES(3,'Harbour vote','2026-11-01T08:00:00Z','2026-11-01T08:00:00Z','2026-11-01T08:00:00Z',0,0,0,0,'merged',1);
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
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX feeds_outlet on feeds (outlet_id);
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
CREATE VIEW [articles_with_bias] AS select
  found.article_id, found.url, found.title, found.outlet, found.domain, found.published, found.provider, rating.lean,
  case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end as side, rating.label, rating.scope as rating_scope, rating.valid_from as rating_valid_from,
  coalesce(rating.valid_from > found.published_day, 0) as extrapolated, found.outlet_id, found.scope, found.kind,
  found.language, found.published_day, rating.id as rating_id
from (
  select article.id as article_id, article.url, article.title, outlet.name as outlet, outlet.domain, article.published,
    chosen.provider, article.outlet_id, article.scope, article.kind, article.language, article.published_day,
    coalesce(
    (
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = article.scope
        and coalesce(rating.valid_to, '~') > article.published_day
      order by rating.valid_from limit 1
    ),
    (
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = 'news'
        and coalesce(rating.valid_to, '~') > article.published_day
      order by rating.valid_from limit 1
    )
  ) as rating_id
  from articles article
  join outlets outlet on outlet.id = article.outlet_id
  cross join (select value as provider from settings where key = 'provider') chosen
) found
left join ratings rating on rating.id = found.rating_id;
CREATE VIEW [articles_with_bias_by_provider] AS select
  found.article_id, found.url, found.title, found.outlet, found.domain, found.published, found.provider, rating.lean,
  case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end as side, rating.label, rating.scope as rating_scope, rating.valid_from as rating_valid_from,
  coalesce(rating.valid_from > found.published_day, 0) as extrapolated, found.outlet_id, found.scope, found.kind,
  found.language, found.published_day, rating.id as rating_id
from (
  select article.id as article_id, article.url, article.title, outlet.name as outlet, outlet.domain, article.published,
    chosen.provider, article.outlet_id, article.scope, article.kind, article.language, article.published_day,
    coalesce(
    (
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = article.scope
        and coalesce(rating.valid_to, '~') > article.published_day
      order by rating.valid_from limit 1
    ),
    (
      select rating.id from ratings rating
      where rating.outlet_id = article.outlet_id and rating.provider = chosen.provider and rating.scope = 'news'
        and coalesce(rating.valid_to, '~') > article.published_day
      order by rating.valid_from limit 1
    )
  ) as rating_id
  from articles article
  join outlets outlet on outlet.id = article.outlet_id
  cross join (select distinct provider from ratings) chosen
) found
left join ratings rating on rating.id = found.rating_id;
CREATE VIEW [story_members] AS select
  member.story_id, member.article_id, copy.origin_id,
  row_number() over (
    partition by member.story_id, coalesce(copy.origin_id, -member.article_id)
    order by origin.representative_id = member.article_id desc, bias.published is null, bias.published,
      member.article_id
  ) = 1 as independent,
  bias.outlet_id, bias.outlet, bias.domain, bias.published, bias.provider, bias.lean, bias.side
from story_articles member
join articles_with_bias bias on bias.article_id = member.article_id
left join copies copy on copy.article_id = member.article_id
left join origins origin on origin.id = copy.origin_id;
CREATE VIEW [story_bias] AS select
  story_id, provider,
  count(case when independent and side = 'left' then 1 end) as left,
  count(case when independent and side = 'center' then 1 end) as center,
  count(case when independent and side = 'right' then 1 end) as right,
  count(case when independent and side = 'unrated' then 1 end) as unrated,
  sum(independent) as origins,
  count(distinct case when side = 'left' then outlet_id end) as left_outlets,
  count(distinct case when side = 'center' then outlet_id end) as center_outlets,
  count(distinct case when side = 'right' then outlet_id end) as right_outlets,
  count(distinct case when side = 'unrated' then outlet_id end) as unrated_outlets,
  count(distinct outlet_id) as outlets,
  count(*) as articles
from story_members
group by story_id, provider;
CREATE VIEW [story_polls] AS select
  story.story_id, outlet.id as outlet_id, outlet.name as outlet, outlet.domain, rating.lean,
  case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end as side, story.opens, story.closes,
  exists (
    select 1 from feeds feed join polls poll on poll.feed_id = feed.id
    where feed.outlet_id = outlet.id and poll.at between story.opens and story.closes
  ) as asked,
  exists (
    select 1 from feeds feed where feed.outlet_id = outlet.id and (
      select poll.reaches_back from polls poll where poll.feed_id = feed.id and poll.code in ('ok', 'not_modified', 'unchanged', 'empty') and poll.at >= story.closes order by poll.at limit 1
    ) <= max(
      story.opens,
      coalesce(case when (
        select poll.reaches_back from polls poll
        where poll.feed_id = feed.id and poll.code in ('ok', 'not_modified', 'unchanged', 'empty') and poll.at >= story.opens and poll.at < story.closes order by poll.at limit 1
      ) <= story.opens then (
        select poll.at from polls poll
        where poll.feed_id = feed.id and poll.code in ('ok', 'not_modified', 'unchanged', 'empty') and poll.at >= story.opens and poll.at < story.closes order by poll.at desc limit 1
      ) end, '')
    )
  ) as answered
from (
  select story.id as story_id, story.first_published as opens,
    strftime('%Y-%m-%dT%H:%M:%SZ', story.last_published, '+' || hours.value || ' hours') as closes
  from stories story join settings hours on hours.key = 'blindspot_hours' where story.state <> 'merged'
) story
join settings provider on provider.key = 'provider'
join outlets outlet on outlet.id in (select outlet_id from feeds)
left join ratings rating on rating.id = (
      select rating.id from ratings rating
      where rating.outlet_id = outlet.id and rating.provider = provider.value and rating.scope = 'news'
        and coalesce(rating.valid_to, '~') > substr(story.opens, 1, 10)
      order by rating.valid_from limit 1
    );
CREATE VIEW [blindspots] AS with rule as (
  select
    (select cast(value as integer) from settings where key = 'blindspot_min_origins') as min_origins,
    (select cast(value as integer) from settings where key = 'blindspot_min_polled') as min_polled,
    (select cast(value as real) from settings where key = 'blindspot_max_p') as max_p
),
silent as materialized (
  select story_id, left, center, right, left + center + right as rated_origins from story_bias cross join rule
  where left + center + right >= rule.min_origins and (left = 0 or center = 0 or right = 0)
),
polled as materialized (
  select silent.story_id, max(opens) as opens, max(closes) as closes,
    count(case when answered and side = 'left' then 1 end) as left,
    count(case when answered and side = 'center' then 1 end) as center,
    count(case when answered and side = 'right' then 1 end) as right,
    count(case when answered then lean end) as rated
  from silent join story_polls on story_polls.story_id = silent.story_id group by silent.story_id
),
sides as (
  select silent.story_id, rated_origins, 'left' as side, polled.left as polled_outlets, rated, opens, closes
  from silent left join polled using (story_id) where silent.left = 0
  union all
  select silent.story_id, rated_origins, 'center', polled.center, rated, opens, closes
  from silent left join polled using (story_id) where silent.center = 0
  union all
  select silent.story_id, rated_origins, 'right', polled.right, rated, opens, closes
  from silent left join polled using (story_id) where silent.right = 0
),
measured as (
  select sides.*, coalesce(polled_outlets, 0) as looked_at,
    coalesce(1.0 * polled_outlets / nullif(rated, 0), 0.0) as share
  from sides
)
select
  measured.story_id, story.title, side, round(rated_origins * share, 2) as expected, 0 as observed,
  round(pow(1 - share, rated_origins), 4) as p, looked_at as polled_outlets, rated_origins,
  story.first_published as opens, closes,
  case
    when looked_at < rule.min_polled then 'not known'
    when pow(1 - share, rated_origins) <= rule.max_p then 'blindspot'
    else 'no finding'
  end as verdict
from measured cross join rule join stories story on story.id = measured.story_id;
CREATE VIEW [unrated_outlets] AS select outlet.id as outlet_id, outlet.name, outlet.domain, count(article.id) as articles,
  max(article.published_day) as last_day
from outlets outlet join articles article on article.outlet_id = outlet.id
where not exists (
  select 1 from ratings rating
  where rating.outlet_id = outlet.id and rating.lean is not null
    and rating.provider = (select value from settings where key = 'provider')
)
group by outlet.id;
CREATE VIEW [rater_disagreement] AS select outlet.id as outlet_id, outlet.name as outlet, outlet.domain,
  group_concat(latest.provider || ': ' || latest.label, '; ') as labels,
  count(latest.lean) as providers, max(latest.lean) - min(latest.lean) as spread
from outlets outlet
join ratings latest on latest.outlet_id = outlet.id and latest.scope = 'news' and latest.valid_to is null
group by outlet.id
having count(latest.lean) > 1;
CREATE VIEW [feed_health] AS select feed.id as feed_id, feed.url, outlet.name as outlet, outlet.domain, feed.state, feed.failures, feed.next_poll,
  last.at as last_poll, last.status, last.code, last.new, last.elapsed_ms
from feeds feed
join outlets outlet on outlet.id = feed.outlet_id
left join polls last on last.id = (select max(poll.id) from polls poll where poll.feed_id = feed.id);
CREATE VIEW [story_timeline] AS select story_id, coalesce(member.published, article.first_seen) as at, member.article_id, article.title, member.outlet,
  member.side, member.independent
from story_members member join articles article on article.id = member.article_id;
COMMIT;
