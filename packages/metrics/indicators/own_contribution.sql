/*
id: own_contribution
version: 1
kind: sum
unit: kronor
counts: kronor
title: { sv: Föreningens egen insats, en: "The association's own contribution" }
definition:
  sv: Vad föreningen själv har satt in. Egna pengar, det som har lämnats utan betalning, och ideella timmar värderade enligt avtalet.
  en: What the association put in itself. Own cash, what was given in kind, and volunteer hours valued by the agreement.
numerator:
  sv: Egna medel, plus lokaler och annat in natura, plus ideella timmar gånger avtalets belopp per timme. Delarna visas var för sig.
  en: Own cash, plus premises and the like in kind, plus volunteer hours times the agreement's rate. The parts are shown beside.
excluded:
  sv: Kommunens bidrag. Intäkter i bokföringen räknas bara för kalenderår då föreningen inte själv har redovisat egna medel, eftersom det annars är samma pengar två gånger.
  en: The municipality's grant. Income in the books counts only for calendar years in which the association reported no own cash itself, since it would otherwise be the same money twice.
placed_by:
  sv: Dagen som föreningen anger, eller bokföringsradens datum.
  en: The day that the association states, or the date of the bookkeeping row.
limitation:
  sv: Pengar och värderat arbete är olika saker. Utan belopp per timme i avtalet ingår de ideella timmarna inte.
  en: Money and valued effort are different things. Without a rate in the agreement volunteer hours are not included.
better: neither
breakdowns: [total]
terms: [volunteer_rate]
needs: [funding, costs]
*/
select period_id, amount, status, note
from money
where item = 'own_contribution' and activity is null
