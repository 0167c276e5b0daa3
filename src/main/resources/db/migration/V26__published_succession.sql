-- What continues what has ended, as far as it is public: old addresses lead on, and old results stay with what continues them.

create table published.succession (
    publication bigint not null references published.publication (id),
    code text not null,
    successor text not null,
    since date not null,
    why text,
    of_site boolean not null,
    primary key (publication, code, successor)
);
create index succession_successor on published.succession (publication, successor);

do $$
begin
    if exists (select from pg_roles where rolname = 'plumbline_app') then
        grant select, insert on published.succession to plumbline_app;
    end if;
end $$;
