-- How the scores of a place's sites spread is counted when publishing, as all figures are; what was published before is counted here.

alter table published.summary add column spread integer[] not null default '{}', add column quartiles integer[] not null default '{}';
comment on column published.summary.spread is 'Sites by score: 20 counts of five points each, 100 in the last; empty without a score.';
comment on column published.summary.quartiles is
    'Lowest score, first quartile, median, third quartile and highest in hundredths, each the score of a site (nearest rank); empty without a score.';

with scored as (
    select r.publication, r.edition, p.place, c.site_class, r.score, least(19, r.score / 500) as step
    from published.result r
    join published.place d on d.publication = r.publication and d.kind = 'DISTRICT'
    cross join lateral (values (r.street), (d.code)) p (place)
    cross join lateral (values (''), (r.site_class)) c (site_class)
    where r.score is not null
), stepped as (
    select publication, edition, place, site_class, step, count(*)::integer as sites
    from scored group by publication, edition, place, site_class, step
), ranked as (
    select publication, edition, place, site_class,
        percentile_disc(array[0, 0.25, 0.5, 0.75, 1]) within group (order by score) as quartiles
    from scored group by publication, edition, place, site_class
), counted as (
    select r.publication, r.edition, r.place, r.site_class, r.quartiles, array_agg(coalesce(s.sites, 0) order by n) as spread
    from ranked r
    cross join generate_series(0, 19) n
    left join stepped s on s.publication = r.publication and s.edition = r.edition and s.place = r.place
        and s.site_class = r.site_class and s.step = n
    group by r.publication, r.edition, r.place, r.site_class, r.quartiles
)
update published.summary s set spread = c.spread, quartiles = c.quartiles
from counted c
where c.publication = s.publication and c.edition = s.edition and c.place = s.place and c.site_class = s.site_class;
