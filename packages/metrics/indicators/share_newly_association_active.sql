/*
id: share_newly_association_active
version: 1
kind: share
unit: share
counts: people
title: { sv: Andel nya i föreningslivet, en: Share newly active in associations }
definition:
  sv: Andel av deltagarna som är aktiva i en annan förening än avtalets, men inte var det när de började.
  en: Share of participants who are active in an association other than the partner, but were not when they began.
numerator:
  sv: Deltagare som inte var aktiva i en förening vid starten och är det i perioden.
  en: Participants who were not active in an association at the start and are so in the period.
denominator:
  sv: Deltagare vars föreningsliv är känt både vid starten och i perioden.
  en: Participants whose association life is known both at the start and in the period.
excluded:
  sv: Deltagare vars föreningsliv är okänt vid starten eller i perioden. De räknas bredvid.
  en: Participants whose association life is unknown at the start or in the period. They are counted beside.
placed_by:
  sv: Dagen för närvaron, och att medlemskapet eller uppgiften gäller i perioden. Start är den dag då personen först kom; en uppgift som är märkt start gäller den dagen.
  en: The day of the attendance, and that the membership or the status holds in the period. The start is the day on which the person first came; a status marked as start speaks of that day.
limitation:
  sv: Den som var aktiv redan vid starten kan inte bli ny. Talet säger inte att insatsen var orsaken.
  en: Someone who was active at the start already cannot become new. The figure does not say that the activity was the cause.
better: higher
breakdowns: [total, activity, gender, age_group, district, gender*age_group]
terms: [include_partner]
needs: [statuses, memberships]
*/
select
    participation.period_id,
    participation.activity,
    participation.person,
    case
        when not (association_life.known and at_start.known) then 'unknown_outside'
        when association_life.active and not at_start.active then 'numerator'
        else 'denominator'
    end as role
from participation
join association_life using (period_id, person)
join association_life_at_start as at_start using (period_id, person)
