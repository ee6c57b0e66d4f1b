### Podsumowanie na terminalu.

terminal-title = Lejek sprzedaży, stan na { $as_of }
terminal-totals = { $count ->
    [one] { $count } szansa
    [few] { $count } szanse
   *[other] { $count } szans
}: otwarte { $open }, wygrane { $won }, przegrane { $lost }, odłożone { $deferred }
terminal-skipped = { $count ->
    [one] pominięty { $count } wiersz
    [few] pominięte { $count } wiersze
   *[other] pominięto { $count } wierszy
} – dlaczego, mówi arkusz „Jakość danych”
terminal-onward = dalej { $share }
terminal-first-contact = Pierwszy kontakt w { $limit } h: { $share } z { $count } zapytań; bez kontaktu po terminie: { $waiting }
terminal-first-contact-young = Pierwszy kontakt w { $limit } h: żadnemu zapytaniu nie minął jeszcze termin
terminal-first-contact-unknown = Pierwszy kontakt: nie da się zmierzyć – { $reason }
terminal-follow-up = Follow-up w { $limit } h: { $share } z { $count } ofert; bez follow-upu po terminie: { $waiting }
terminal-follow-up-young = Follow-up w { $limit } h: żadnej ofercie nie minął jeszcze termin
terminal-follow-up-unknown = Follow-up: nie da się zmierzyć – { $reason }
terminal-stalled = { $count ->
    [0] Żadna szansa nie stoi ponad limit etapu
    [one] Stoi { $count } szansa o wartości { $value }
    [few] Stoją { $count } szanse o wartości { $value }
   *[other] Stoi { $count } szans o wartości { $value }
}
terminal-findings = { $count ->
    [0] Do zrobienia: nic pilnego
   *[other] Do zrobienia: { $count }
}
terminal-more = {" "}i { $count ->
    [one] { $count } podobne
   *[other] { $count } podobnych
}
terminal-quality = Wszystkie uwagi z miejscami: arkusz „Jakość danych”
terminal-written = Zapisane w { $folder }: { $files }

template-universal = sześć etapów od zapytania do zamknięcia; domyślny
template-extended = także spotkanie, negocjacje, odłożone decyzje i obsługa posprzedażowa
template-b2b = sprzedaż firmom: kwalifikacja, spotkanie, oferta, negocjacje, umowa
template-b2c = sprzedaż klientom indywidualnym: krótka droga, krótkie limity
