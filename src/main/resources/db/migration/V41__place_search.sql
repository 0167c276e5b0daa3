-- Places are found as sites are. Sites are found by the words of their English name and by the end of their code too.

alter table published.place add column keys text[] not null default '{}';
update published.place set keys = array(select distinct key
    from unnest(array(select substr(lower(regexp_replace(name_zh, '\s', '', 'g')), i) from generate_series(1, length(name_zh)) i)
        || array(select regexp_replace(word, '[^a-z0-9-]', '', 'g') from unnest(string_to_array(lower(name_en), ' ')) word)
        || lower(code)) key where key <> '');
alter table published.place add column search tsvector generated always as (array_to_tsvector(keys)) stored;
create index place_search on published.place using gin (search);
comment on column published.place.keys is 'What a query may begin with: small letters, no spaces or punctuation, ü as u and as v.';

update published.site set keys = array(select distinct key
    from unnest(keys || regexp_replace(lower(code), '^.*-', '')
        || array(select regexp_replace(word, '[^a-z0-9-]', '', 'g') from unnest(string_to_array(lower(name_en), ' ')) word)) key where key <> '');
