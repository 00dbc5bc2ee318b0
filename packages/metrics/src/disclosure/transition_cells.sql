-- Where people went is told of the whole agreement alone: what is shown of a year would tell of its parts. Each stage is a
-- table of everyone's status before by everyone's after. Nobody stands in it as zero, so that a cell that is hidden
-- may be empty.
delete from transition where period_type <> 'agreement';

insert into transition by name
select stage.*, came.from_status, went.to_status, 0 as count, 'ok' as status
from (select distinct agreement, period_type, period, domain, stage from transition) as stage
join (select distinct agreement, domain, stage, from_status from transition) as came using (agreement, domain, stage)
join (select distinct agreement, domain, stage, to_status from transition) as went using (agreement, domain, stage)
where
    (stage.agreement, stage.period_type, stage.period, stage.domain, stage.stage, came.from_status, went.to_status) not in (
        select (agreement, period_type, period, domain, stage, from_status, to_status) from transition
    );

-- All of it is withheld where the leavers are, or the base of the follow-up. So it is where someone's figures wait: the
-- numbers beside it are then those of an earlier publication, and it would tell who was corrected.
update transition
set status = 'suppressed'
from result
left join released on released.row_number = result.rowid
where
    result.breakdown = 'total'
    and (result.agreement, result.period_type, result.period)
    = (transition.agreement, transition.period_type, transition.period)
    and (
        (
            (result.status <> 'ok' or released.was = 'waits')
            and result.indicator in ('leavers', 'share_in_work_or_studies_' || replace(transition.stage, 'followup_', '') || 'm')
        )
        or (
            (released.was = 'waits' or (released.was = 'corrected' and result.status <> 'ok'))
            and transition.stage = 'exit'
            and result.indicator in (
                'share_to_work', 'share_to_studies', 'share_to_work_or_studies', 'share_from_none_to_work_or_studies'
            )
        )
    );

-- So is a stage that told of a figure.
update transition
set status = 'suppressed'
where (agreement, stage) in (select (agreement, stage) from telling_stage);

-- The attacker's model of a stage: each cell is a column and a count. Some of its sums are told by other figures: all of
-- them; at the exit those who came from neither work nor studies, those of whom that is unknown, and who went to work,
-- to studies and to either, whom a status may add to but seldom does; later those who work or study, and those not reached.
-- Where such a figure is withheld the sum must not tell it.
create or replace temp table transition_cell as
select
    transition.rowid as row_number,
    transition.*,
    terms.threshold,
    (row_number() over (partition by agreement, stage order by from_status, to_status) - 1)::integer as position,
    concat_ws('/', agreement, period_type, period, stage, from_status, to_status) as item
from transition
join agreement_terms as terms using (agreement)
where transition.status = 'ok';

create or replace temp table sum_of_figure as
with figure as (
    select agreement, indicator, unknown, status = 'ok' or coalesce(released.was = 'shown', false) as is_told
    from result
    left join released on released.row_number = result.rowid
    where breakdown = 'total' and period_type = 'agreement' and status in ('ok', 'suppressed', 'too_few')
)
select figure.agreement, 'exit' as stage, told.sum, figure.is_told
from figure
join (
    values
        ('share_from_none_to_work_or_studies', 'from none'),
        ('share_to_work', 'to work'),
        ('share_to_studies', 'to studies'),
        ('share_to_work_or_studies', 'to either')
) as told (indicator, sum) using (indicator)
union
select agreement, 'exit', 'from unknown', status = 'ok'
from waterfall
where reason = 'occupation_at_start_unknown' and period_type = 'agreement'
union
select figure.agreement, cell.stage, told.sum, figure.is_told and (told.sum = 'to either' or figure.unknown is not null)
from figure
join (select distinct agreement, stage from transition_cell where stage <> 'exit') as cell
    on cell.agreement = figure.agreement
    and figure.indicator = 'share_in_work_or_studies_' || replace(cell.stage, 'followup_', '') || 'm'
cross join (values ('to either'), ('to unknown')) as told (sum)
union
select agreement, stage, 'all', true from transition_cell;

create or replace temp table transition_sum as
with part as (
    select *, unnest([
        'all',
        'from ' || from_status,
        'to ' || to_status,
        if(from_status in ('unemployed', 'neither'), 'from none', null),
        if(to_status in ('work', 'studies', 'work_and_studies'), 'to either', null)
    ]) as sum
    from transition_cell
),
known as (
    select agreement, stage, sum, bool_or(is_told) as is_told from sum_of_figure group by all
)
select
    agreement,
    stage,
    sum,
    list(position order by position) as columns,
    sum(count)::integer as value,
    any_value(threshold) as threshold,
    any_value(is_told) as is_told
from part
join known using (agreement, stage, sum)
group by agreement, stage, sum;
