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
    select
        before.agreement,
        before.indicator,
        before.definition_version,
        before.period_type,
        before.period,
        before.membership
    from published_membership as before
    join settled_figure as settled on
        settled.publication = before.publication
        and settled.agreement = before.agreement
        and settled.published_as = before.indicator
        and settled.definition_version = before.definition_version
        and settled.period_type = before.period_type
        and settled.period = before.period
    union all
    select agreement, indicator, definition_version, period_type, period, membership
    from published_membership
    where publication = $kept and list_contains(from_json($agreements::json, '["VARCHAR"]'), agreement)
) as figure
where not exists (from published_membership as entered where entered.publication = $publication);
