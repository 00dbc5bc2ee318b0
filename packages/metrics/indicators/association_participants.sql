/*
id: association_participants
version: 1
kind: count
unit: people
counts: people
title: { sv: Deltagare aktiva i föreningslivet, en: Participants active in associations }
definition:
  sv: Antal deltagare som under perioden är aktiva i en annan förening än avtalets.
  en: Number of participants who in the period are active in an association other than the partner.
numerator:
  sv: Deltagare med ett medlemskap i perioden, eller vars senaste uppgift i perioden är att de är föreningsaktiva.
  en: Participants with a membership in the period, or whose last status in it is association active.
excluded:
  sv: Medlemskap i avtalets egen förening, om avtalet inte säger annat.
  en: Membership in the partner association, unless the agreement says otherwise.
placed_by:
  sv: Dagen för närvaron, och att medlemskapet eller uppgiften gäller i perioden.
  en: The day of the attendance, and that the membership or the status holds in the period.
limitation:
  sv: Den vars föreningsliv är okänt räknas inte. Talet är därför ett minsta antal.
  en: Someone whose association life is unknown is not counted. The figure is therefore a lowest number.
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
terms: [include_partner]
needs: [attendance]
*/
select
    participation.period_id,
    participation.activity,
    participation.person,
    if(association_life.active, 'numerator', 'unknown_outside') as role
from participation
join association_life using (period_id, person)
where association_life.active or not association_life.known
