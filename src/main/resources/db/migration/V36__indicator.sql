-- The published figures of indicators: copied once, with the publication that they belong to, so that no page ever adds up.

create table published.indicator (
    publication bigint not null references published.publication (id),
    edition text not null,
    measure text not null,
    place text not null,
    site_class text not null,
    value numeric,
    numerator numeric,
    denominator numeric,
    counted integer not null,
    missing integer not null,
    inapplicable integer not null,
    note text not null,
    primary key (publication, edition, measure, site_class, place)
);
create index indicator_place on published.indicator (publication, edition, place, site_class);
comment on column published.indicator.site_class is 'Empty for all classes together.';
comment on column published.indicator.value is 'Null when nothing counts, or when the figure is held back (note SUPPRESSED): then the sums are null as well.';

do $$
begin
    if exists (select from pg_roles where rolname = 'plumbline_app') then
        grant select, insert on published.indicator to plumbline_app;
    end if;
end $$;
