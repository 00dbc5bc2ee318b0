-- Who stands behind the figures of a publication: those who were counted, those of settled periods, as they were counted
-- before, and those of agreements that are kept from another.
insert into published_membership
select $publication, figure.*
from (
    select
        period.agreement,
        split_part(draft.indicator, '@', 1),
        draft.definition_version,
        period.period_type,
        period.period,
        draft.membership
    from draft_membership as draft
    join period using (period_id)
    union all
    select agreement, indicator, definition_version, period_type, period, membership
    from published_membership
    semi join (select * replace (published_as as indicator) from settled_figure) as settled
        using (publication, agreement, indicator, definition_version, period_type, period)
    union all
    select agreement, indicator, definition_version, period_type, period, membership
    from published_membership
    where publication = $kept and list_contains(from_json($agreements::json, '["VARCHAR"]'), agreement)
) as figure
where not exists (from published_membership as entered where entered.publication = $publication);
