-- Fifteen indicators over again, from the deliveries as they were sent and by the words of the definitions alone.
-- `file_row` has every row of every delivery about people of Möjligheternas Plats as `folder`, `file` and `cells`.

-- A day of birth alone is nobody in particular.
create macro identity(written) as
    case
        when regexp_full_match(trim(written), '\d{4}-\d{2}-\d{2}') then null
        when regexp_full_match(trim(written), '\d{8}-?\d{4}') then replace(trim(written), '-', '')
        when regexp_full_match(trim(written), '\d{6}-?\d{4}')
            then if(written[1:2] <= '26', '20', '19') || replace(trim(written), '-', '')
        else nullif(upper(trim(written)), '')
    end;
create macro day(written) as
    coalesce(try_strptime(trim(written), '%Y-%m-%d'), try_strptime(trim(written), '%Y%m%d'))::date;

-- Rows that cannot be true were put in quarantine: impossible and future days, activities that nobody agreed on,
-- codes that nobody explained. October 2025 was sent once more, and the second list holds.
create table visit as
select identity(cells['Deltagare']) as person, day(cells['Datum']) as date, cells['Aktivitet'] as activity, cells['Start'] as start
from file_row
where folder = 'narvaro' and file <> '2025-10.csv' and cells['Roll'] = 'Deltagare'
union all
select identity(cells['Vem']), day(cells['Datum']), 'sjalvledarskap', cells['Från']
from file_row
where folder = 'kurser' and cells['Roll'] = 'D' and cells['Med'] = 'Ja'
union all
select identity(cells['Person']), day(cells['Dag']), cells['Verksamhet'], cells['Tillfälle']
from file_row
where folder = 'vagledning' and cells['Närvaro'] = 'Kom'
union all
select identity(cells['Person']), day(cells['Datum']), 'aktiv-fritid', cells['Start']
from file_row
where folder = 'fritid' and cells['Roll'] = 'Deltagare' and cells['Med'] = 'true';

delete from visit
where
    date is null or date > $as_of::date
    or coalesce(activity, '') not in ('motesplats', 'sjalvledarskap', 'aktiv-fritid', 'karriarvagledning');

-- Cards that the state's grant would count: an hour or more, led, 3–30 participants of 7–25 years.
create table born as
select identity(cells['Deltagar-ID']) as person, max(cells['Födelseår'])::integer as year
from file_row
where folder = 'deltagare'
group by person;

create table card as
select day(cells['Datum']) as date, cells['kod'] as code, cells['Start'] as start, cells['Slut'] as stop,
    cells['Roll'] as role, identity(cells['Person']) as person
from file_row
where folder = 'fritid' and cells['Med'] = 'true' and day(cells['Datum']) <= $as_of::date;

create table grantable as
with aged as (
    select card.*, year(date) - coalesce(if(length(card.person) = 12, card.person[1:4]::integer, null), born.year) as age
    from card
    left join born using (person)
)
select distinct person, date
from aged
where
    role = 'Deltagare'
    and age between 7 and 25
    and (date, code) in (
        select (date, code)
        from aged
        group by date, code
        having
            count(distinct person) filter (role = 'Deltagare' and age between 7 and 25) between 3 and 30
            and count_if(role = 'Ledare') > 0
            and any_value(start)::time + interval 1 hour <= any_value(stop)::time
    );

create table counted_heads as
select day(cells['Datum']) as date, cells['Antal besök']::integer as people
from file_row
where folder = 'besok' and cells['Antal besök']::integer > 0 and day(cells['Datum']) <= $as_of::date;

-- The last list of enrolments is the whole list. Where someone is enrolled in the agreement itself, that speaks for it.
create table stay as
with listed as (
    select
        identity(cells['Deltagare']) as person,
        cells['Insats'] as activity,
        day(cells['Inskriven']) as start,
        day(cells['Utskriven']) as ended,
        cells['Orsak'] as reason,
        cells['Sysselsättning vid start'] as occupation
    from file_row
    where folder = 'inskrivningar' and file = (select max(file) from file_row where folder = 'inskrivningar')
)
select person, start, if(ended <= $as_of::date, ended, null) as ended, reason, occupation
from listed as mine
where
    start <= $as_of::date
    and (
        coalesce(activity, '') = ''
        or not exists (from listed where listed.person = mine.person and coalesce(listed.activity, '') = '')
    );

create table noted as
select identity(cells['Deltagare']) as person, day(cells['Datum']) as date, cells['Livsområde'] as about, cells['Värde'] as value
from file_row
where folder = 'uppfoljning' and day(cells['Datum']) <= $as_of::date;

create table answer as
select
    identity(cells['Deltagare']) as person,
    day(cells['Datum']) as date,
    cells['Mättillfälle'] as stage,
    coalesce(
        try_cast(nullif(cells['Summa'], '') as integer),
        list_sum([try_cast(cells['Fråga ' || n] as integer) for n in range(1, 11)])
    ) as total
from file_row
where
    folder = 'enkat'
    and (
        coalesce(cells['Summa'], '') <> ''
        or len([n for n in range(1, 11) if cells['Fråga ' || n] in ('1', '2', '3', '4')]) = 10
    );

create table asked as
select * from (
    values
        ('year', '2025', date '2025-01-01', date '2025-12-31'),
        ('tertial', '2026-T1', date '2026-01-01', date '2026-04-30'),
        ('agreement_year', '1', date '2025-03-01', date '2026-02-28'),
        ('agreement', 'all', date '2025-03-01', $as_of::date)
) as period (period_type, period, first_day, last_day);

create table overlapping as
select
    asked.*,
    stay.person,
    bool_or(stay.ended is null or stay.ended > asked.last_day) as stays,
    arg_max(stay, (stay.ended, stay.start)) as last_stay
from stay
join asked on stay.start <= asked.last_day and coalesce(stay.ended, asked.last_day) >= asked.first_day
group by all;

-- Half a year after the last exit, with thirty days on both sides to answer in.
create table half_year_later as
with exit as (
    select distinct person, ended as left_on, (ended + interval 6 month)::date as due
    from stay
    where
        ended is not null
        and not exists (
            from stay as other
            where
                other.person = stay.person
                and other.start <= stay.ended
                and coalesce(other.ended, date '2100-01-01') > stay.ended
        )
),
last_due as (
    select period, person, max(due) as due, max(left_on) as left_on
    from exit
    join asked on due between first_day and last_day
    where due <= $as_of::date
    group by period, person
)
select
    period,
    person,
    (
        select first(value order by abs(date - due), date desc)
        from noted
        where
            noted.person = last_due.person
            and about = 'occupation'
            and value not in ('unknown', 'declined')
            and date > left_on
            and date <= $as_of::date
            and abs(date - due) <= 30
    ) as value
from last_due;

create table pair as
with ended as (
    select asked.period, answer.person, max(date) as date, arg_max(total, date) as total
    from answer
    join asked on date between asked.first_day and asked.last_day
    where stage = 'Slut'
    group by all
)
select
    period,
    ended.person,
    ended.total - (
        select arg_max(total, date)
        from answer
        where answer.person = ended.person and stage = 'Start' and answer.date < ended.date
    ) as change
from ended;

-- A period that is not over is shown in total only.
create table recounted as
with counted as (
select
    'unique_participants' as indicator, coalesce(activity, '') as category, period, count(distinct person)::double as value,
    null::double as base
from visit
join asked on date between first_day and last_day
group by grouping sets ((activity, period), (period))
union all
select 'new_participants', '', period, count(*), null
from (select person, min(date) as date from visit where person is not null group by person)
join asked on date between first_day and last_day
group by period
union all
select 'culture_leisure_participants', '', period, count(distinct person), null
from visit
join asked on date between first_day and last_day
where activity = 'aktiv-fritid'
group by period
union all
select 'sessions', 'aktiv-fritid', period, count(distinct (date, code)), null
from card
join asked on date between first_day and last_day
group by period
union all
select 'attendances', 'aktiv-fritid', period, count(*), null
from grantable
join asked on date between first_day and last_day
group by period
union all
select 'enrolled_participants', '', period, count(*), null from overlapping group by period
union all
select 'leavers', '', period, count_if(not stays), null from overlapping group by period
union all
select 'stayers', '', period, count_if(stays), null from overlapping group by period
union all
select 'share_to_work_or_studies', '', period, avg((coalesce(last_stay.reason, '') in ('Arbete', 'Studier'))::integer), count(*)
from overlapping where not stays group by period
union all
select 'share_to_studies', '', period, avg((coalesce(last_stay.reason, '') = 'Studier')::integer), count(*)
from overlapping where not stays group by period
union all
select
    'share_from_none_to_work_or_studies', '', period, avg((coalesce(last_stay.reason, '') in ('Arbete', 'Studier'))::integer), count(*)
from overlapping
where not stays and last_stay.occupation in ('Arbetssökande', 'Varken eller')
group by period
union all
select 'median_days_leavers', '', period, median(last_stay.ended - last_stay.start), count(*)
from overlapping where not stays group by period
union all
select
    'share_in_work_or_studies_6m', '', period,
    avg(coalesce(value in ('work', 'studies', 'work_and_studies'), false)::integer), count(*)
from half_year_later group by period
union all
select 'self_efficacy_change', '', period, avg(change), count(change) from pair group by period
union all
select 'share_self_efficacy_improved', '', period, avg((change > 0)::integer), count(change)
from pair where change is not null group by period
union all
-- once a day on the meeting place, and those who were only counted at the door
select
    'attendances', 'motesplats', period,
    count(distinct (person, date)) filter (person is not null) + count_if(person is null) + (
        select sum(people) from counted_heads where counted_heads.date between min(asked.first_day) and min(asked.last_day)
    ),
    null
from visit
join asked on date between first_day and last_day
where activity = 'motesplats'
group by period
union all
-- every visit to the courses
select 'attendances', 'sjalvledarskap', period, count(*), null
from visit
join asked on date between first_day and last_day
where activity = 'sjalvledarskap'
group by period
)
from counted where period <> 'all' or category = '';
