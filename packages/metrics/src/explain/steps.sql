-- The way from everyone whom a figure looks at to those it counts: universe, each reason for leaving someone out,
-- denominator, unknown, numerator, complement. `parts` names a table with the people of each role and reason:
-- `figure` (any type), `kind`, `role`, `reason`, `people`; a figure of nobody has one row without a role. Universe
-- less all excluded is the denominator (of a count, the numerator); numerator, complement and unknown are the
-- denominator. Those whose outcome is unknown are left out where the indicator keeps them outside its denominator.
create or replace temp macro step_role(role) as
    case role when 'unknown_outside' then 'excluded' when 'denominator' then 'complement' else role end;
create or replace temp macro step_reason(role, reason) as
    if(role = 'unknown_outside', 'outcome_unknown', coalesce(reason, ''));

create or replace temp macro steps_of(parts) as table
    with part as (
        select figure, kind, people, coalesce(step_role(role), '') as role, step_reason(role, reason) as reason
        from query_table(parts)
        where role is distinct from 'behind'
    ),
    listed as (
        select figure, 1 as place, 'universe' as role, '' as reason, people from part
        union all
        select figure, 2, 'excluded', reason, people from part where role = 'excluded'
        union all
        select figure, 3, 'denominator', '', if(role = 'excluded', 0, people) from part where kind <> 'count'
        union all
        select figure, 4, 'unknown', '', people from part where kind = 'share' and role = 'unknown'
        union all
        select figure, 5, 'numerator', '', if(role = 'numerator', people, 0) from part where kind in ('count', 'share')
        union all
        select figure, 6, 'complement', '', if(role = 'complement', people, 0) from part where kind = 'share'
    )
    select
        figure,
        row_number() over (partition by figure order by place, reason) as step,
        role,
        reason,
        sum(people)::integer as count
    from listed
    group by figure, place, role, reason;
