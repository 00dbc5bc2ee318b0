-- All the parts behind each figure of the indicator that was tallied last, and which of those are not kept yet.
create or replace temp table figure_part as
select
    tally.period_id,
    tally.activity,
    tally.role,
    tally.reason,
    tally.gender,
    tally.age_group,
    tally.district,
    people_set.people_set,
    people_set.fingerprint
from tally
join people_set using (fingerprint)
where tally.people > 0;

create or replace temp table figure_membership as
select
    period_id,
    md5_number(
        string_agg(
            concat(fingerprint, '|', activity, '|', role, '|', reason, '|', gender, '|', age_group, '|', district),
            ';'
            order by fingerprint, activity, role, reason, gender, age_group, district
        )
    ) as fingerprint
from figure_part
group by period_id;

create or replace temp table new_membership as
select nextval('membership_number')::integer as membership, fingerprint, period_id
from (
    select fingerprint, min(period_id) as period_id
    from figure_membership
    where fingerprint not in (select fingerprint from membership)
    group by fingerprint
);

insert into membership select membership, fingerprint from new_membership;

insert into membership_part
select membership, activity, role, reason, gender, age_group, district, people_set
from figure_part
join new_membership using (period_id);

insert into draft_membership
select $indicator, $version, figure_membership.period_id, membership.membership
from figure_membership
join membership using (fingerprint);
