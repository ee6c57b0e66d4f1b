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
chart-days = dni na etapie
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

## Czas na etapie

chart-stay-most = Najdłużej szanse są na etapie „{ $stage }”: średnio co najmniej { $mean }
chart-stay-one = Na etapie „{ $stage }” szanse są średnio co najmniej { $mean }
chart-stay-tail = co dziesiąta co najmniej { $days }
chart-stay-tail-beyond = co dziesiąta ponad { $days }
chart-stay-not-half = Z etapu „{ $stage }” nie wyszła jeszcze połowa szans; najdłuższy pobyt to { $days }
chart-stay-short = Na każdym etapie połowa pobytów kończy się tego samego dnia
chart-stay-few = { $count ->
    [one] Jeden pobyt z datami to za mało, by mówić, jak długo trwają etapy
    [few] { $count } pobyty z datami to za mało, by mówić, jak długo trwają etapy
   *[other] { $count } pobytów z datami to za mało, by mówić, jak długo trwają etapy
}
chart-stay-counted = { $count ->
    [one] { $count } pobyt z datami
    [few] { $count } pobyty z datami
   *[other] { $count } pobytów z datami
}
chart-stay-lasting = { $count ->
    [one] { $count } wciąż trwa
    [few] { $count } wciąż trwają
   *[other] { $count } wciąż trwa
}
chart-stay-undated = bez dat, nieliczone: { $count }
chart-stay-stays = Pobyty
chart-stay-half = Połowa
chart-stay-three = 3 na 4
chart-stay-nine = 9 na 10
chart-stay-now = Wciąż tu
chart-stay-half-gone = połowa wyszła
chart-stay-three-gone = 3 na 4
chart-stay-nine-gone = 9 na 10
chart-stay-running = szansa, która wciąż tu jest
chart-stay-late = jest tu dłużej niż 9 na 10
chart-stay-rule = Połowa, 9 na 10: po tylu dniach tyle pobytów się skończyło – przejściem dalej, stratą albo inaczej. > : nie osiągnięto; najdłuższy znany pobyt. Pobyty, które trwają, liczą się za tyle, ile już trwają. ? : za mało dat.

## Źródła

chart-source-sells = „{ $source }” to { $deals } zapytań i { $sales } wartości sprzedaży
chart-source-idle = „{ $source }” to { $deals } zapytań, ale { $sales } wartości sprzedaży
chart-source-above = „{ $source }” sprzedaje ponad przeciętną: wygrywa { $own } zapytań, a wszystkie źródła { $all }
chart-source-below = „{ $source }” sprzedaje poniżej przeciętnej: wygrywa { $own } zapytań, a wszystkie źródła { $all }
chart-source-even = Żadne źródło zapytań nie sprzedaje wyraźnie lepiej od innych
chart-source-unsold = { $deals ->
    [one] { $deals } zapytanie
    [few] { $deals } zapytania
   *[other] { $deals } zapytań
}, { $sources ->
    [few] { $sources } źródła
   *[other] { $sources } źródeł
}, sprzedaży jeszcze nie było
chart-source-won = wygrane: { $count }
chart-source-name = Źródło
chart-source-deals = Udział w zapytaniach
chart-source-value = Udział w wartości sprzedaży
chart-source-wins = Udział w wygranych
chart-source-rate = Wygrane w ciągu { $days } dni
chart-source-others = { $count ->
    [one] { $count } inne źródło
    [few] { $count } inne źródła
   *[other] { $count } innych źródeł
}
chart-source-team = wszystkie { $share }
chart-source-few = za mało
chart-source-rule = Wygrane w ciągu { $days } dni od zapytania, spośród zapytań co najmniej tak starych: kropka i kreska to wskaźnik wygładzony i jego przedział 80 %; przy małej liczbie zapytań ciążą ku przeciętnej. Pomarańczowe: na pewno poniżej; pełne niebieskie: na pewno powyżej; puste: różnica w granicach przypadku.
chart-source-no-rate = Nie da się porównać, jak często wygrywają źródła: { $why }.

## Handlowcy

chart-sellers-spread = Pierwszy kontakt na czas: „{ $best }” { $best_share }, „{ $worst }” { $worst_share }
chart-sellers-all = Pierwszy kontakt w ciągu { $limit } dni roboczych: na czas { $share }
chart-sellers-counted = { $count ->
    [one] { $count } zapytanie starsze niż { $limit }
    [few] { $count } zapytania starsze niż { $limit }
   *[other] { $count } zapytań starszych niż { $limit }
} z { $weeks ->
    [one] ostatniego tygodnia
   *[other] ostatnich { $weeks } tygodni
}
chart-sellers-name = Handlowiec
chart-sellers-sum = Na czas, z
chart-sellers-weeks = Zapytania z tygodnia od
chart-sellers-others = inni: { $count }
chart-sellers-kept = wszystkie na czas
chart-sellers-half = połowa
chart-sellers-none = żadne
chart-sellers-few = mniej niż 3 albo daty nie rozstrzygają
chart-sellers-rule = 4/5: cztery z pięciu pierwszych kontaktów w ciągu { $limit } w dni robocze; 3–4/5: jednego z nich daty nie rozstrzygają. Soboty, niedziele i święta się nie liczą, więc zapytania z piątku nikomu nie szkodzą.

## Prognoza

chart-forecast-likely = Za { $weeks } tygodni wygrane zapewne { $middle }, w ośmiu przypadkach na dziesięć { $low } – { $high }
chart-forecast-wide = Zbyt niepewne, by na tym planować: w { $weeks } tygodni { $low } – { $high }
chart-forecast-quarter = W tempie ostatnich 13 tygodni { $middle } w { $weeks } tygodni ({ $low } – { $high }); prognoza nie była lepsza
chart-forecast-open = { $count ->
    [one] { $count } otwarta szansa
    [few] { $count } otwarte szanse
   *[other] { $count } otwartych szans
} i te, które dopiero przyjdą
chart-forecast-fan = Wygrane do końca każdego z { $weeks } tygodni
chart-forecast-said = Prognozy i wyniki: { $inside } z { $of } w przedziale
chart-forecast-key = słupek: osiem na dziesięć i środek prognozy · kropka: wynik, pomarańczowa poza przedziałem
chart-forecast-high = co dziesiąta wyżej
chart-forecast-middle = środek
chart-forecast-low = co dziesiąta niżej
chart-forecast-rule = Z tego, jak potoczyły się dawniejsze szanse na tym samym etapie i w tym samym wieku; zakłada, że przeszłość się powtórzy.
chart-forecast-rough = Zgrubna: mniej niż 30 wygranych szans.
chart-forecast-last = Gdyby powtórzyło się ostatnie 13 tygodni: { $mean } ({ $low } – { $high }).
chart-forecast-untried = Nie ma wcześniejszej chwili, w której można by ją było postawić.
chart-forecast-untested = Niesprawdzona: wcześniejszych prognoz, które się nie nakładają, jest tylko { $count }.
chart-forecast-tested = Każda wcześniejsza prognoza wynika z tego, co wtedy było wiadomo.

## Trend

chart-trend-new-more = Więcej zapytań: { $recent } na tydzień w ostatnich czterech tygodniach, { $before } w czterech poprzednich
chart-trend-new-fewer = Mniej zapytań: { $recent } na tydzień w ostatnich czterech tygodniach, { $before } w czterech poprzednich
chart-trend-offers-more = Więcej ofert: { $recent } na tydzień w ostatnich czterech tygodniach, { $before } w czterech poprzednich
chart-trend-offers-fewer = Mniej ofert: { $recent } na tydzień w ostatnich czterech tygodniach, { $before } w czterech poprzednich
chart-trend-won-more = Więcej wygranych: { $recent } na tydzień w ostatnich czterech tygodniach, { $before } w czterech poprzednich
chart-trend-won-fewer = Mniej wygranych: { $recent } na tydzień w ostatnich czterech tygodniach, { $before } w czterech poprzednich
chart-trend-steady = Bez zmian od ośmiu tygodni: ostatnio na tydzień zapytań { $new }, wygranych { $won }
chart-trend-so-far = { $new ->
    [one] { $new } zapytanie
    [few] { $new } zapytania
   *[other] { $new } zapytań
} przez { $weeks ->
    [few] { $weeks } tygodnie
   *[other] { $weeks } tygodni
}
chart-trend-untold = { $weeks ->
    [one] { $weeks } tydzień
    [few] { $weeks } tygodnie
   *[other] { $weeks } tygodni
} bez dat zapytań
chart-trend-weeks = { $count ->
    [one] { $count } tydzień
    [few] { $count } tygodnie
   *[other] { $count } tygodni
}
chart-trend-new = Zapytania
chart-trend-offers = Oferty
chart-trend-won = Wygrane
chart-trend-open = Otwarte na koniec tygodnia
chart-trend-over = Na etapie dłużej niż limit
chart-trend-kept = Pierwszy kontakt na czas
chart-trend-kept-within = Pierwszy kontakt w ciągu { $limit }
chart-trend-rule = Liczba przy nazwie jest z ostatniego pełnego tygodnia; tydzień, który trwa, jest pusty w środku, daty to poniedziałki. Szare: nie da się ustalić. Limity są dzisiejsze.
chart-trend-unshown = Nie da się pokazać: { $what }.
chart-trend-before-copies = Puste tygodnie z lewej są sprzed pierwszej kopii arkusza.
chart-trend-undated = Bez dat, w żadnym tygodniu: { $what }.
chart-trend-undated-new = { $count ->
    [one] { $count } zapytanie
    [few] { $count } zapytania
   *[other] { $count } zapytań
}
chart-trend-undated-offers = { $count ->
    [one] { $count } oferta
    [few] { $count } oferty
   *[other] { $count } ofert
}
chart-trend-undated-won = wygrane: { $count }
chart-trend-left-out = droga { $count ->
    [one] { $count } szansy
   *[other] { $count } szans
}
