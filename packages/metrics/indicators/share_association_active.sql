/*
id: share_association_active
version: 1
kind: share
unit: share
counts: people
title: { sv: Andel aktiva i föreningslivet, en: Share active in associations }
definition:
  sv: Andel av deltagarna, bland dem vars föreningsliv är känt, som är aktiva i en annan förening än avtalets.
  en: Share of participants, among those whose association life is known, who are active in an association other than the partner.
numerator:
  sv: Deltagare med ett medlemskap i perioden, eller vars senaste uppgift i perioden är att de är föreningsaktiva.
  en: Participants with a membership in the period, or whose last status in it is association active.
denominator:
  sv: 'Deltagare vars föreningsliv är känt: ett medlemsregister för perioden är inlämnat, eller så finns en uppgift om personen.'
  en: 'Participants whose association life is known: a membership register for the period was delivered, or a status exists.'
excluded:
  sv: Deltagare vars föreningsliv är okänt. De räknas bredvid.
  en: Participants whose association life is unknown. They are counted beside.
placed_by:
  sv: Dagen för närvaron, och att medlemskapet eller uppgiften gäller i perioden.
  en: The day of the attendance, and that the membership or the status holds in the period.
limitation:
  sv: Medlemskap är inte detsamma som att delta ofta. Talet säger inte att insatsen var orsaken.
  en: Membership is not the same as taking part often. The figure does not say that the activity was the cause.
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
terms: [include_partner]
needs: [attendance]
*/
select
    participation.period_id,
    participation.activity,
    participation.person,
    case
        when not association_life.known then 'unknown_outside'
        when association_life.active then 'numerator'
        else 'denominator'
    end as role
from participation
join association_life using (period_id, person)
