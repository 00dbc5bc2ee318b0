/*
id: culture_leisure_participants
version: 1
kind: count
unit: people
counts: people
title: { sv: Deltagare i kultur och fritid, en: Participants in culture and leisure }
definition:
  sv: Antal deltagare som under perioden har tagit del av kultur eller fritid.
  en: Number of participants who took part in culture or leisure in the period.
numerator:
  sv: Deltagare med närvaro i en insats av slaget fritid, eller med en uppgift i perioden om att de är aktiva i kultur eller fritid.
  en: Participants with an attendance in an activity of the kind leisure, or with a status in the period that they are active in culture or leisure.
placed_by:
  sv: Dagen för närvaron eller uppgiften.
  en: The day of the attendance or the status.
limitation:
  sv: Den som inget är känt om räknas inte, utan står bredvid som okänd. Talet är därför ett minsta antal.
  en: Someone of whom nothing is known is not counted, but stands beside as unknown. The figure is therefore a lowest number.
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
needs: [attendance]
*/
with at_leisure as (
    select participation.period_id, participation.person, true as active
    from participation
    join period using (period_id)
    join agreement_activity using (agreement, activity)
    where agreement_activity.kind = 'leisure'
),
noted as (
    select period.period_id, statuses.person, statuses.value = 'active' as active
    from statuses
    join period on
        period.agreement = statuses.agreement and statuses.date between period.period_start and period.last_day
    where statuses.domain = 'culture_leisure' and statuses.value not in ('unknown', 'declined')
),
known as (
    select period_id, person, bool_or(active) as active
    from (from at_leisure union all from noted)
    group by period_id, person
)
select
    participation.period_id,
    participation.activity,
    participation.person,
    if(known.active, 'numerator', 'unknown_outside') as role
from participation
left join known using (period_id, person)
where coalesce(known.active, true)
