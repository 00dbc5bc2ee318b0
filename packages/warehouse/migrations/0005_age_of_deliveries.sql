-- What tells an older delivery from a newer one of the same source, whatever the order that they arrive in.

alter table delivery add column told_on date; -- the day that the file speaks from, where that is known
alter table delivery add column first_told integer; -- the first loaded delivery of the same content; null: this one

-- Sessions that a file told of as a whole (or removed) one by one: an older file brings none of their rows back.
create table told_session (
    agreement varchar not null,
    source_id varchar not null,
    delivery integer not null,
    session varchar not null,
    alone varchar not null, -- the session's code without its day, and with it
    dated varchar not null,
    date date,
    repeats boolean not null -- the code is of several days
);

alter table quarantine add column session varchar; -- as in attendance
