### Obrazki: tytuły z wnioskiem, wiersz pod nimi, nagłówki, objaśnienia.

## Wszystkie obrazki

chart-as-of = stan na { $moment }
chart-source = źródło: { $file }
chart-sources = źródło: { $file } i { $count ->
    [one] { $count } inny plik
    [few] { $count } inne pliki
   *[other] { $count } innych plików
}
chart-hours = { $hours } h
chart-of = { $part } na { $whole }
chart-currencies = { $count ->
    [one] { $count } waluta
    [few] { $count } waluty
   *[other] { $count } walut
}
chart-stage = Etap
chart-value = Wartość
chart-open = Otwarte
chart-undated = Bez daty
chart-stalled-now = Stoi

## Lejek

chart-funnel-lost = Najwięcej szans odpada na etapie „{ $stage }”: { $lost } z { $of }
chart-funnel-lost-at-least = Najwięcej szans odpada na etapie „{ $stage }”: co najmniej { $lost } z { $of }
chart-funnel-unplaced = Wygrano { $won } na { $deals } { $deals ->
    [one] szansę
    [few] szanse
   *[other] szans
}; arkusz nie mówi, gdzie { $unplaced ->
    [one] odpadła { $unplaced }
    [few] odpadły { $unplaced }
   *[other] odpadło { $unplaced }
}
chart-funnel-so-far = Szanse dotąd wygrane: { $won }, przegrane: { $lost }, nierozstrzygnięte: { $undecided }
chart-open-value = otwarte { $value }
chart-won-value = wygrane { $value }
chart-funnel-reached = Ile szans tu doszło
chart-funnel-lost-here = Odpadło tu
chart-funnel-orange = szanse, które teraz stoją: na etapie dłużej niż limit, bez umówionego kroku
chart-funnel-rule = Procent: ile szans poszło dalej. Zakres: od tych, które już poszły, do wszystkich, które jeszcze mogą. Szans, które zaczęły wyżej, niżej nie liczymy.
chart-funnel-overall = Od pierwszego etapu do wygranej: { $share }.
chart-funnel-at-least = { $unplaced ->
    [one] Dla { $unplaced } przegranej szansy arkusz nie mówi, na którym etapie odpadła
   *[other] Dla { $unplaced } przegranych szans arkusz nie mówi, na którym etapie odpadły
}: dalsze etapy mogły widzieć więcej szans, a straty są „co najmniej” (≥) albo nieznane (?).

## Pierwszy kontakt

chart-contact-few = Pierwszy kontakt w ciągu { $limit }: { $share }
chart-contact-only = Tylko { $share } zapytań ma pierwszy kontakt w ciągu { $limit }
chart-contact-share = { $share } zapytań ma pierwszy kontakt w ciągu { $limit }
chart-contact-open = Arkusze nie rozstrzygają: { $share } zapytań ma pierwszy kontakt w ciągu { $limit }
chart-contact-none = Żadne zapytanie nie ma pierwszego kontaktu w ciągu { $limit }
chart-contact-counted = { $count ->
    [one] { $count } zapytanie starsze niż { $limit }
    [few] { $count } zapytania starsze niż { $limit }
   *[other] { $count } zapytań starszych niż { $limit }
}
chart-contact-elapsed = Godziny zegarowe, z nocami i weekendami.
chart-contact-workdays = Bez sobót, niedziel i świąt: { $share } w ciągu { $limit }.
chart-contact-left-out = Poza obrazkiem: { $what }.
chart-contact-young = { $count ->
    [one] { $count } młodsze
    [few] { $count } młodsze
   *[other] { $count } młodszych
} niż { $limit }
chart-contact-dropped = { $count ->
    [one] { $count } odpadło
    [few] { $count } odpadły
   *[other] { $count } odpadło
} przed upływem { $limit }
chart-contact-no-start = { $count } bez daty zapytania
chart-contact-axis = czas od zapytania do pierwszego kontaktu
chart-contact-within = w ciągu { $limit }: { $count } ({ $share })
chart-contact-beyond = nie w ciągu { $limit }: { $count } ({ $share })
chart-contact-cannot-tell = nie da się ustalić: { $count } ({ $share })
chart-bin-hours = { $range } h
chart-bin-days = { $range } dni
chart-bin-same-day = tego samego dnia
chart-bin-next-day = następnego dnia
chart-bin-no-hour = brak godziny
chart-bin-undated = kontakt bez daty
chart-bin-lost-untold = przegrane, kontakt nieznany
chart-bin-lost = przegrane bez kontaktu
chart-bin-waiting = wciąż czeka

## Zatrzymane

chart-stalled-count = { $count ->
    [one] { $count } szansa stoi
    [few] { $count } szanse stoją
   *[other] { $count } szans stoi
}
chart-stalled-stake = w grze { $value }
chart-stalled-most = najwięcej na etapie „{ $stage }”
chart-stalled-none = Żadna otwarta szansa nie stoi dłużej, niż pozwala etap
chart-stalled-open = otwarte: { $count }
chart-stalled-deferred = odłożone: { $count }
chart-stalled-limit = Limit, dni
chart-stalled-value = Ich wartość
chart-stalled-axis = dni na etapie
chart-stalled-dots = { $count ->
    [one] jedna kropka to jedna szansa
    [few] jedna kropka to do { $count } szans
   *[other] jedna kropka to do { $count } szans
}
chart-dot-stalled = ponad limit, nic nie umówiono
chart-dot-scheduled = ponad limit, krok umówiony
chart-dot-within = w limicie
chart-dot-deferred = odłożone
chart-dot-limit = limit
chart-stalled-rule = Limit: w tym czasie dalej poszło 9 na 10 szans, które w ogóle poszły, albo tak ustala szablon. Odłożone stoją, gdy minął ich termin.
chart-stalled-rule-assumed = Limit: w tym czasie dalej poszło 9 na 10 szans, które w ogóle poszły; * domyślny, za mało historii. Odłożone stoją, gdy minął ich termin.
