-- From messages, marks and registers to the rows of `attendance`, as text.

-- A session is known by its code; where the file has the code on several days, by code and day. Of messages about one
-- session the last that adds or removes it holds, with the updates after it.
create or replace temp table dak_session as
with repeating as (
    select *, min(date) over (partition by code) <> max(date) over (partition by code) as repeats
    from dak_message
), named as (
    select *, code || ' ' || date as dated, case when repeats then code || ' ' || date else code end as session
    from repeating
), since as (
    select *, coalesce(max(number) filter (where method <> 'update') over (partition by session), 0) as holds_from
    from named
)
select *, number >= holds_from as holds from since;

-- Ids that a register has for one person. One that stands there for several speaks of nobody.
create or replace temp table dak_person as
select role, id, any_value(number) as number from dak_registered group by all having count(distinct number) = 1;

-- A view: its rows are wide, and as many as the marks of a file of any size.
create or replace temp view dak_attendance as
select mark.line, date, activity, coalesce(dak_person.number, mark.id) as participant, session,
    nullif(start_time, '') as start_time, nullif(end_time, '') as end_time, nullif(minutes, '') as minutes,
    case when present then 'present' else 'absent' end as attendance, mark.role
from dak_mark mark
join dak_session on dak_session.number = mark.message and holds and method <> 'remove'
left join dak_person using (role, id);

create or replace temp table session_told as
select session, code as alone, dated, try_cast(date as date) as date, repeats, holds_from = 0 as partly
from dak_session
where number = holds_from and method in ('add', 'remove') or holds_from = 0
qualify row_number() over (partition by session) = 1;

create or replace temp table dak_fault as
select 'dak_not_registered' as rule, mark.line, null as detail
from dak_mark mark anti join dak_person using (role, id) semi join dak_attendance on dak_attendance.line = mark.line
union all
select 'dak_unknown_method', mark.line, method
from dak_mark mark join dak_session on dak_session.number = mark.message and holds
where method not in ('add', 'update', 'remove')
union all
select 'dak_repeated_code', null, code from dak_session where repeats group by code
union all
select 'dak_told_again', line, dated from dak_session where not holds
union all
select 'dak_many_days', line, date from dak_session where many_days and holds;
