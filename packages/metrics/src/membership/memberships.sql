-- All the parts behind each figure that counts people, and which of those are not kept yet.
create or replace temp table figure_part as
select
    tally.indicator,
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
join indicator_header as header on header.id = tally.indicator
where header.counts = 'people' and tally.people > 0;

-- The parts of a figure, known by a hash over them that does not depend on their order.
create or replace temp table figure_membership as
with hashed as (
    select
        indicator,
        period_id,
        hash(fingerprint, activity, role, reason, gender, age_group, district) as part
    from figure_part
)
select
    indicator,
    period_id,
    md5_number(concat_ws('|', count(*), bit_xor(part), sum(part::hugeint))) as fingerprint
from hashed
group by indicator, period_id;

create or replace temp table new_membership as
select nextval('membership_number')::integer as membership, fingerprint, unnest(figure)
from (
    select fingerprint, min({indicator: indicator, period_id: period_id}) as figure
    from figure_membership
    anti join membership using (fingerprint)
    group by fingerprint
);

insert into membership select membership, fingerprint from new_membership;

insert into membership_part
select membership, activity, role, reason, gender, age_group, district, people_set
from figure_part
join new_membership using (indicator, period_id);

insert into draft_membership
select figure_membership.indicator, header.version, figure_membership.period_id, membership.membership
from figure_membership
join indicator_header as header on header.id = figure_membership.indicator
join membership using (fingerprint);
