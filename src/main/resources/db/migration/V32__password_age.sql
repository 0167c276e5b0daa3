-- When each password was set, so that a district may give passwords an age. Earlier ones: what the audit trail says, else the account's first day.
alter table person add column password_set_at timestamptz;
update person p set password_set_at = coalesce(
    (select max(a.at) from audit_entry a where a.act = 'set-password' and a.what = p.login), p.created_at);
alter table person alter column password_set_at set not null;
-- A backup of before has no such column.
alter table person alter column password_set_at set default now();
