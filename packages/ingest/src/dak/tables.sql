-- What a DAK file says, as it is read.

create or replace temp table dak_message (number integer, line bigint, code varchar, method varchar, date varchar,
    start_time varchar, end_time varchar, minutes varchar, activity varchar, many_days boolean);
create or replace temp table dak_mark (message integer, line bigint, role varchar, id varchar, present boolean);
create or replace temp table dak_registered (line bigint, role varchar, id varchar, number varchar);
