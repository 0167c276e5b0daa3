-- Sites are found by any beginning: of the code, of the name from any of its characters on, of its pinyin, of the first letters of that.

alter table published.site add column keys text[] not null default '{}';
update published.site set keys = array(select distinct key
    from unnest(array(select substr(lower(regexp_replace(name_zh, '\s', '', 'g')), i) from generate_series(1, length(name_zh)) i)
        || lower(code)) key where key <> '');
alter table published.site add column search tsvector generated always as (array_to_tsvector(keys)) stored;
create index site_search on published.site using gin (search);
comment on column published.site.keys is 'What a query may begin with: small letters, no spaces or punctuation, ü as u.';
