/*
id: cost_per_outcome
version: 1
kind: ratio
unit: kronor
counts: kronor
title: { sv: Kostnad per person till arbete eller studier, en: Cost per person to work or studies }
definition:
  sv: Kronor per person som gick vidare till arbete eller studier, på tre sätt att räkna kostnaden.
  en: Kronor per person who went on to work or studies, by three ways to reckon the cost.
numerator:
  sv: Det kommunen har betalat, det verksamheten har kostat, eller kostnaden med lokaler in natura och värderade ideella timmar. De tre visas sida vid sida. För en insats räknas bara kostnaden.
  en: What the municipality paid, what the activities cost, or that cost with premises in kind and valued volunteer hours. The three stand side by side. An activity has the cost alone.
denominator:
  sv: Personer som har slutat under perioden och gick vidare till arbete eller studier.
  en: People who left in the period and went on to work or studies.
excluded:
  sv: Egna medel läggs inte till kostnaden. De har redan betalat kostnader som är bokförda.
  en: Own cash is not added to cost. It has already paid for costs that are booked.
placed_by:
  sv: Dagen för betalningen eller kostnaden, och dagen då den sista inskrivningen avslutades.
  en: The day of the payment or cost, and the day on which the last engagement ended.
limitation:
  sv: Hela kostnaden delas på dem som gick vidare, även det som gavs till andra. Talet säger inte att insatsen var orsaken, och är ingen besparing.
  en: The whole cost is divided by those who went on, though others were given part of it. The figure does not say that the activity was the cause, and is no saving.
better: neither
breakdowns: [total, activity]
terms: [shared_cost, volunteer_rate]
needs: [engagements]
*/
select
    cost_base.period_id,
    cost_base.activity,
    cost_base.basis,
    cost_base.amount,
    counted.numerator as denominator,
    counted.numerator::integer as people,
    least(counted.smallest_part, cost_base.people) as smallest_part,
    coalesce(nullif(cost_base.status, 'ok'), counted.status) as status
from cost_base
join counted_figure as counted on
    counted.period_id = cost_base.period_id
    and counted.activity is not distinct from cost_base.activity
where counted.indicator = 'share_to_work_or_studies'
