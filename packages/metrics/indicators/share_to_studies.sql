/*
id: share_to_studies
version: 1
kind: share
unit: share
counts: people
title: { sv: Vidare till studier, en: To studies }
definition:
  sv: Andel av dem som har slutat under perioden som gick vidare till studier.
  en: Share of those who left in the period who went on to studies.
numerator:
  sv: Avslutade deltagare med studier som orsak till avslutet.
  en: Leavers whose reason for leaving is studies.
denominator:
  sv: Alla som har slutat under perioden, även de vars orsak är okänd.
  en: All who left in the period, those whose reason is unknown included.
excluded:
  sv: Bara avslutsorsaker som avtalet undantar. Utan sådant beslut räknas alla som slutat.
  en: Only reasons that the agreement leaves out. Without such a decision everyone who left is counted.
placed_by:
  sv: Dagen då den sista inskrivningen avslutades.
  en: The day on which the last engagement ended.
limitation:
  sv: Talet säger vart deltagarna gick, inte att insatsen var orsaken. Det säger inte heller om arbetet eller studierna varade.
  en: The figure says where participants went, not that the activity was the cause, nor whether work or studies lasted.
origin: SKR/RKA, resultat vid avslut
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
terms: [excluded_reasons]
needs: [engagements]
*/
select
    enrolment.period_id,
    enrolment.activity,
    enrolment.person,
    case
        when excluded.value is not null then 'excluded'
        when enrolment.end_reason = 'studies' then 'numerator'
        when enrolment.end_reason = 'unknown' then 'unknown'
        else 'denominator'
    end as role,
    excluded.value as reason
from enrolment
join period using (period_id)
left join definition_value as excluded on
    excluded.agreement = period.agreement
    and excluded.indicator = 'share_to_work_or_studies'
    and excluded.parameter = 'excluded_reasons'
    and excluded.value = enrolment.end_reason
where not enrolment.open_at_end
