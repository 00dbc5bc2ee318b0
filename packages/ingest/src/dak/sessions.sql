-- From messages, marks and registers to the rows of `attendance`.

-- A session is known by its code; where the file has the code on several days, by code and day. Of messages about one
-- session the last that adds or removes it holds, with the updates after it.
create or replace temp table dak_session as
with repeating as (
    select *, min(date) over (partition by code) <> max(date) over (partition by code) as repeats
    from dak_message
), named as (
    select *, code || ' ' || date as dated, case when repeats then dated else code end as session
    from repeating
)
select *,
    coalesce(max(number) filter (where method <> 'update') over same, 0) as holds_from,
    number >= holds_from as holds
from named
window same as (partition by session rows between unbounded preceding and unbounded following);

-- An id that stands in no register, or there for several persons, speaks of nobody: `dak_unregistered` is an error.
create or replace temp table dak_attendance as
with register as (
    select role, id, any_value(number) as number from dak_registered group by all having count(distinct number) = 1
)
select mark.line, date, activity, coalesce(register.number, mark.id) as participant, session, start_time,
    nullif(end_time, '') as end_time, nullif(minutes, '') as minutes,
    case when present then 'present' else 'absent' end as attendance, mark.role
from dak_mark mark join dak_session on dak_session.number = mark.message and holds and method <> 'remove'
left join register using (role, id)
order by mark.line;

create or replace temp table dak_unregistered as
select line from dak_mark anti join (
    select role, id from dak_registered group by all having count(distinct number) = 1) using (role, id);

create or replace temp table session_told as
select session, code as alone, dated, try_cast(date as date) as date, repeats, holds_from = 0 as partly
from dak_session
where number = holds_from or holds_from = 0
qualify row_number() over (partition by session) = 1;
